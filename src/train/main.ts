import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { trainAttribution } from './attribution.ts';
import { trainWords } from './lexicon.ts';
import { trainNewsroom } from './newsroom.ts';

type Train = (directory: string, out: string, log: (line: string) => void) => void;

/** What can be trained, by name, and the folder of `src` that its weights lie in. */
const trainings: Readonly<Record<string, { readonly folder: string; readonly train: Train }>> = {
  words: { folder: 'answer', train: trainWords },
  attribution: { folder: 'story', train: trainAttribution },
  newsroom: { folder: 'newsroom', train: trainNewsroom },
};

/*
 * npm run train -- NAME --data DIR
 * Weights are written beside the built modules, which read them for the next step, and then copied
 * to the sources.
 */
const [name = '', flag, directory = ''] = process.argv.slice(2);
const training = trainings[name];
if (training === undefined || flag !== '--data' || !existsSync(directory)) {
  const problem = directory !== '' && !existsSync(directory) ? `${directory} is not there; ` : '';
  process.stderr.write(`${problem}usage: train ${Object.keys(trainings).join('|')} --data DIR\n`);
  process.exitCode = 2;
} else {
  const { folder, train } = training;
  const started = performance.now();
  const built = fileURLToPath(new URL(`../${folder}/`, import.meta.url));
  try {
    train(directory, built, (line) => {
      process.stderr.write(`${Math.round((performance.now() - started) / 1000)} s  ${line}\n`);
    });
    const weights = readdirSync(built).filter((file) => file.endsWith('.weights.json'));
    for (const file of weights) copyFileSync(join(built, file), join('src', folder, file));
  } catch (cause) {
    const { code, path } = cause as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw cause;
    process.stderr.write(`${path} is not there\n`);
    process.exitCode = 2;
  }
}
