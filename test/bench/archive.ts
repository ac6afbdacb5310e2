import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import MiniSearch from 'minisearch';
import { answerQuestion } from '../../src/answer/answer.ts';
import { openDataFolder } from '../../src/keep/data-folder.ts';
import { fillArchive } from '../../src/keep/fill.ts';
import { createKeeper } from '../../src/keep/keeper.ts';
import { prepareMissing } from '../../src/keep/workers.ts';
import { contentStems } from '../../src/text/terms.ts';
import { makeRandom, varyStories } from './vary.ts';

const QUESTIONS = 200;
const WARM_UP = 20;

/**
 * Measures an archive of many stories of ten paragraphs beside bare MiniSearch over the same sentences:
 * adding, questions, start and memory. Resolves to a line for each figure.
 */
export async function benchArchive(count = 10_000): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  try {
    return [...(await benchAdding(folder, count)), ...benchAsking(folder)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchAdding(folder: string, count: number): Promise<readonly string[]> {
  const data = openDataFolder(folder, { now: Date.now });
  const nowhere = { add: () => undefined, remove: () => undefined, find: () => null };
  const keeper = createKeeper(data.shelf, nowhere, []);
  const began = performance.now();
  const work = process.cpuUsage();
  const kept = varyStories(count).map((story) => keeper.add(story).record);
  const stored = performance.now();
  const articles = kept.map((record) => keeper.readArticle(record));
  await prepareMissing(folder, articles, { onDone: () => undefined, isStopped: () => false });
  const done = performance.now();
  const { user, system } = process.cpuUsage(work);
  data.close();
  const perCore = (count / (user + system)) * 1e6;
  const wall = (count / (done - began)) * 1_000;
  return [
    `adding ${count} stories: ${perCore.toFixed(1)} a second and core (goal 25), ${wall.toFixed(1)} a second by the clock; keeping alone ${((count / (stored - began)) * 1_000).toFixed(0)} a second`,
  ];
}

interface Row {
  readonly id: string;
  readonly stems: readonly string[];
}

const BARE = {
  fields: ['stems'],
  extractField: (row: Row, field: string) => (field === 'id' ? row.id : row.stems.join('\n')),
  tokenize: (text: string) => text.split('\n'),
  processTerm: (term: string) => term || null,
};

function benchAsking(folder: string): readonly string[] {
  open(folder).data.close(); // the first start writes the snapshot
  const empty = memory();
  const bare = new MiniSearch<Row>(BARE);
  const { rows, questions } = readAll(folder);
  bare.addAll(rows);
  const json = JSON.stringify(bare);
  const size = rows.length;
  rows.length = 0;
  const filled = memory() - empty;
  const searched = questions.map(({ stems }) => time(() => bare.search(stems.join('\n'), OPTIONS)));
  const loaded = time(() => MiniSearch.loadJSON(json, BARE));
  bare.removeAll();

  const before = memory();
  let desk = open(folder);
  const ours = memory() - before;
  const offered = questions.map(({ stems }) =>
    time(() => desk.archive.findPassages(stems, null, 50)),
  );
  const first = time(() => answerQuestion(desk.archive, questions[0]?.words ?? '', null, null));
  const answered = questions.map(({ words }) =>
    time(() => answerQuestion(desk.archive, words, null, null)),
  );
  desk.data.close();
  const started = time(() => {
    desk = open(folder);
  });
  desk.data.close();
  return [
    `${size} sentences, ${questions.length} questions`,
    `search: ours ${spread(offered)}, bare MiniSearch ${spread(searched)}`,
    `a question, answered: ${spread(answered)} (goal 3 times bare MiniSearch); the first one ${first.toFixed(0)} ms`,
    `start from the snapshot: ${started.toFixed(0)} ms, bare MiniSearch from its JSON ${loaded.toFixed(0)} ms (goal 2 times)`,
    `memory: ${megabytes(ours)}, bare MiniSearch ${megabytes(filled)} (goal 2 times)`,
  ];
}

const OPTIONS = { bm25: { k: 0.6, b: 0, d: 0.5 }, combineWith: 'OR' as const };

function open(folder: string) {
  const data = openDataFolder(folder, { now: Date.now });
  return { data, ...fillArchive(data) };
}

/** Every sentence's stems, and questions made of the words of sentences here and there. */
function readAll(folder: string) {
  const data = openDataFolder(folder, { now: Date.now });
  const { archive } = fillArchive(data);
  const random = makeRandom(7);
  const rows: Row[] = [];
  const asked: { readonly stems: readonly string[]; readonly words: string }[] = [];
  const list = archive.list().map(({ article }) => article.id);
  const chosen = new Set(
    Array.from({ length: QUESTIONS + WARM_UP }, () => Math.floor(random() * list.length)),
  );
  for (const [i, id] of list.entries()) {
    const story = archive.find(id);
    for (const { tokens, index, start, end } of story?.sentences ?? []) {
      const stems = contentStems(tokens);
      rows.push({ id: `${id}#${index}`, stems });
      if (index !== 3 || !chosen.has(i) || story === null) continue;
      const words = story.article.text.slice(start, end).split(/\s+/).slice(0, 8).join(' ');
      asked.push({ stems: stems.slice(0, 5), words: `What about ${words}?` });
    }
  }
  data.close();
  return { rows, questions: asked };
}

function time(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** `12.3 ms at p50, 40.1 at p99`; the first few, which find nothing warm, are left out. */
function spread(times: readonly number[]): string {
  const sorted = times.slice(WARM_UP).sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  return `${at(0.5)} ms at p50, ${at(0.99)} at p99`;
}

function memory(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
