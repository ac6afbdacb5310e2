import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { trainAttribution } from './attribution.ts';
import { trainDecision } from './decision.ts';
import { trainFigures } from './figures.ts';
import { trainRarity, trainSynonyms } from './lexicon.ts';
import { trainMarker } from './marker.ts';
import { trainNewsroom } from './newsroom.ts';
import { trainPages } from './pages.ts';
import { Hindrance } from './python.ts';
import { makeEncoder, trainReader } from './reader.ts';
import { trainSpeakers } from './speakers.ts';

type Train = (directory: string, out: string, log: (line: string) => void) => void | Promise<void>;
type TrainOnOurOwn = (out: string, log: (line: string) => void) => void | Promise<void>;

/** What can be trained, by name, and the folder of `src` that its weights lie in. */
const trainings: Readonly<Record<string, { readonly folder: string; readonly train: Train }>> = {
  rarity: { folder: 'quotes', train: trainRarity },
  synonyms: { folder: 'answer', train: trainSynonyms },
  attribution: { folder: 'statements/tagging', train: trainAttribution },
  newsroom: { folder: 'newsroom', train: trainNewsroom },
  pages: { folder: 'ingest', train: trainPages },
};

/** What is fitted on stories of our own, with the rest as it is: the folder of `src` that its weights lie in, and their file. */
const onOurOwn: Readonly<
  Record<string, { readonly folder: string; readonly file: string; readonly train: TrainOnOurOwn }>
> = {
  decision: { folder: 'answer', file: 'decision.weights.json', train: trainDecision },
  speakers: { folder: 'statements/speakers', file: 'speakers.weights.json', train: trainSpeakers },
  figures: { folder: 'newsroom', file: 'left-numbers.weights.json', train: trainFigures },
};

/** What is learnt in Python, and takes flags of its own. */
const inPython: Readonly<
  Record<string, (flags: readonly string[], log: (line: string) => void) => Promise<number>>
> = { reader: trainReader, encoder: makeEncoder, marker: trainMarker };

/*
 * npm run train -- NAME --data DIR
 * Weights are written beside the built modules, which read them for the next step, and then copied
 * to the sources.
 */
const [name = '', ...flags] = process.argv.slice(2);
const ours = onOurOwn[name];
const learn = inPython[name];
const started = performance.now();
if (learn !== undefined) {
  try {
    process.exitCode = await learn(flags, log);
  } catch (cause) {
    if (!(cause instanceof Hindrance)) throw cause;
    process.stderr.write(`${cause.message}\n`);
    process.exitCode = cause.code;
  }
} else if (ours !== undefined) {
  const built = fileURLToPath(new URL(`../${ours.folder}/`, import.meta.url));
  await ours.train(built, log);
  copyFileSync(join(built, ours.file), join('src', ours.folder, ours.file));
} else {
  process.exitCode = await trainHere(name, flags);
}

async function trainHere(name: string, [flag, directory = '']: readonly string[]): Promise<number> {
  const training = trainings[name];
  if (training === undefined || flag !== '--data' || !existsSync(directory)) {
    const problem = directory !== '' && !existsSync(directory) ? `${directory} is not there; ` : '';
    const names = [trainings, onOurOwn, inPython].flatMap(Object.keys).join('|');
    process.stderr.write(`${problem}usage: train ${names} --data DIR\n`);
    return 2;
  }
  const { folder, train } = training;
  const built = fileURLToPath(new URL(`../${folder}/`, import.meta.url));
  try {
    await train(directory, built, log);
    const weights = readdirSync(built).filter((file) => file.endsWith('.weights.json'));
    for (const file of weights) copyFileSync(join(built, file), join('src', folder, file));
    return 0;
  } catch (cause) {
    const { code, path } = cause as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw cause;
    process.stderr.write(`${path} is not there\n`);
    return 2;
  }
}

function log(line: string): void {
  process.stderr.write(`${Math.round((performance.now() - started) / 1000)} s  ${line}\n`);
}
