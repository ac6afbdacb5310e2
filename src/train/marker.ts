import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustBeThere, mustBeWhole, passOn, readFlags, workFolder } from './flags.ts';
import { readMarkedStories } from './marked.ts';
import { readMarkerExample } from './marker-examples.ts';
import { CORPUS, type CorpusArticle, readCorpusArticles } from './polnear.ts';
import { Hindrance, makePython, run } from './python.ts';
import { openRenaming } from './renamed.ts';
import { copyToBuilt, REQUIREMENTS, WEIGHTS } from './weights.ts';

type Log = (line: string) => void;

const SCRIPTS = join('src', 'train', 'marker');
const STORIES = join(SCRIPTS, 'stories');
const NEWS = join(SCRIPTS, 'news');
const TABLES = join('src', 'statements', 'marking');
const RENAMED = 3; // how many times more each story of ours is there, with other names

/** The options that are whole numbers, with the least each may be; no steps: the base is written as it is. */
const NUMBERS = { steps: 0, until: 1, minutes: 1, seed: 0, rows: 1 } as const;

/**
 * marker --data DIR [--base FILE|tiny] [--resume] [--steps N] [--minutes N] [--seed N] [--rate R] [--fall SHARE]
 *   [--dropout SHARE] [--until STEP] [--rows N] [--work DIR] [--out DIR]
 * Trains the marker (see src/train/marker/README.md); gives the exit code.
 */
export async function trainMarker(flags: readonly string[], log: Log): Promise<number> {
  const asked = readFlags(flags, {
    ...{ data: 'string', base: 'string', steps: 'string', minutes: 'string', until: 'string' },
    ...{ seed: 'string', rate: 'string', fall: 'string', dropout: 'string', rows: 'string' },
    ...{ work: 'string', out: 'string', resume: 'boolean' },
  });
  if (asked.data === undefined) throw new Hindrance('--data is missing: the folder of the corpus');
  const corpus = join(asked.data, CORPUS);
  const reader = join(WEIGHTS, 'reader.onnx'); // in the product, whose word embeddings the marker reads with
  const base = asked.base ?? reader;
  for (const file of [corpus, reader]) mustBeThere(file);
  for (const [name, least] of Object.entries(NUMBERS)) mustBeWhole(name, asked[name], least);
  const work = workFolder(asked.work);
  if (base !== 'tiny') mustBeThere(base);
  const python = await makePython(work, REQUIREMENTS, log);
  const examples = join(work, 'marker', 'examples');
  writeExamples(corpus, examples, Number(asked.rows ?? Number.POSITIVE_INFINITY), log);
  const [out, tables] = asked.out === undefined ? [WEIGHTS, TABLES] : [asked.out, asked.out];
  const code = await run(python, [
    ...['-B', join(SCRIPTS, 'main.py'), '--examples', examples, '--reader', reader, '--base', base],
    ...['--learnt', join(TABLES, 'marker.weights.json')],
    ...['--work', join(work, 'marker'), '--out', out, '--tables', tables],
    ...passOn(asked, ['rate', 'fall', 'dropout', 'steps', 'until', 'minutes', 'seed']),
    ...(asked.resume === undefined ? [] : ['--resume']),
  ]);
  if (code === 0 && asked.out === undefined) {
    copyToBuilt(out, ['marker.onnx', 'marker.origin.json']);
    copyToBuilt(tables, ['marker.weights.json']);
  }
  return code;
}

/** Writes each set of examples, by the name that the training knows it by, to a file: an example a line. */
function writeExamples(corpus: string, folder: string, most: number, log: Log): void {
  mkdirSync(folder, { recursive: true });
  const ours = [
    join('src', 'train', 'statements'),
    join('src', 'train', 'speakers'),
    STORIES,
    NEWS,
  ];
  const some = (articles: readonly CorpusArticle[]) => articles.slice(0, most);
  const [statements = [], speakers = [], stories = [], news = []] = ours.map((folder) =>
    withRenamed(some(own(folder))),
  );
  const apart = some(own(join(STORIES, 'apart'))); // to measure by, never learnt from
  const polnear = some(readCorpusArticles(corpus));
  const sets = { statements, speakers, stories, news, apart, polnear };
  for (const [name, articles] of Object.entries(sets)) {
    const isWhole = name !== 'polnear'; // in the corpus not every speaker that a story names is marked
    const rows = articles.map((one) => readMarkerExample(one, isWhole));
    writeFileSync(
      join(folder, `${name}.jsonl`),
      rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
    );
    const pieces = rows.reduce((sum, { ids }) => sum + ids.length, 0);
    log(`${name}: ${rows.length} stories, ${pieces} word pieces`);
  }
}

/** Some stories, then the same with their people called otherwise. */
function withRenamed(articles: readonly CorpusArticle[]): readonly CorpusArticle[] {
  const rename = openRenaming(articles);
  const turns = Array.from({ length: RENAMED }, (_, turn) => turn);
  return [articles, ...turns.map((turn) => articles.map((one) => rename(one, turn)))].flat();
}

function own(folder: string): readonly CorpusArticle[] {
  return existsSync(folder) ? readMarkedStories(folder) : [];
}
