import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { answerQuestion } from '../../src/answer/answer.ts';
import { readQuestion } from '../../src/answer/question.ts';
import type { Article } from '../../src/article/article.ts';
import { createBot } from '../../src/bot/bot.ts';
import { parseCommand } from '../../src/commands/parse.ts';
import { readMarks } from '../../src/statements/marking/marker.ts';
import { openDataFolder } from '../../src/store/folder/data-folder.ts';
import { fillArchive } from '../../src/store/prepared/fill.ts';
import { openPrepared } from '../../src/store/prepared/prepared-stories.ts';
import { prepareMissing } from '../../src/store/prepared/workers.ts';
import type { StoryRecord } from '../../src/store/record.ts';
import { createStore } from '../../src/store/store.ts';
import { prepare } from '../../src/story/prepare.ts';
import { contentStems } from '../../src/text/terms.ts';
import { megabytes, memory, quantile, showTimes, time } from './measure.ts';
import { makeRandom, varyStories } from './vary.ts';

const QUESTIONS = 200;
const WARM_UP = 20; // questions that are not counted
const STARTS = 5;
const PUT = 120; // stories that are prepared in this process, to see what a core can do

/**
 * Measures a kept archive of stories of ten paragraphs beside bare MiniSearch over the same sentences:
 * adding, questions, start and memory. Resolves to a line for each figure.
 */
export async function benchArchive(count: number): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  try {
    const adding = await benchAdding(folder, count);
    open(folder).data.close(); // the first start writes the snapshot
    const asked = await benchAsking(folder);
    return [adding, ...asked];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchAdding(folder: string, count: number): Promise<string> {
  const data = openDataFolder(folder, { now: Date.now });
  const nothing = async () => undefined;
  const nowhere = { put: nothing, remove: nothing, find: async () => null };
  const store = createStore(data, nowhere, []);
  const stories = varyStories(count);
  const began = performance.now();
  const kept: StoryRecord[] = [];
  for (const story of stories) kept.push((await store.add(story)).record);
  const stored = performance.now();
  const articles = await Promise.all(kept.map((record) => store.readArticle(record)));
  const how = { extent: 'all', behind: false, isStopped: () => false } as const;
  await prepareMissing(folder, articles, { ...how, onDone: () => undefined });
  const prepared = performance.now();
  data.close();
  const perCore = await benchPutting(articles.slice(0, PUT));
  const speed = (since: number, until: number) => (count / (until - since)) * 1_000;
  return `adding ${count} stories: ${perCore.speed.toFixed(1)} a second and core (goal 15), of which the marker takes ${(100 * perCore.marker).toFixed(0)} %, ${speed(began, prepared).toFixed(1)} a second by the clock; keeping them alone ${speed(began, stored).toFixed(0)} a second`;
}

/** Stories that are prepared in a second of processor time: text, statements and vectors; and the marker's share of it. */
async function benchPutting(
  articles: readonly Article[],
): Promise<{ readonly speed: number; readonly marker: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  const preparedStories = openPrepared(folder);
  for (const article of articles.slice(0, WARM_UP)) await preparedStories.put(article, 'all');
  const work = process.cpuUsage();
  const rest = articles.slice(WARM_UP);
  for (const article of rest) await preparedStories.put(article, 'all');
  const all = usedSince(work);
  const reading = process.cpuUsage();
  for (const article of rest) await readMarks(prepare(article));
  const marker = usedSince(reading) / all;
  rmSync(folder, { recursive: true, force: true });
  return { speed: (rest.length / all) * 1e6, marker };
}

/** Microseconds of processor time. */
function usedSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

async function benchAsking(folder: string): Promise<readonly string[]> {
  const { rows, questions } = await readAll(folder);
  await warmUp(folder, questions.slice(0, WARM_UP));
  const bare = await makeBare(rows, join(folder, 'bare.json'));
  const size = rows.length;
  rows.length = 0;

  const before = await memory();
  const opened = open(folder);
  const filled = (await memory()) - before;
  const times = await askAll(opened, bare, questions);
  const asked = (await memory()) - before;
  opened.data.close();
  const starts: (readonly number[])[] = [];
  for (let n = 0; n < STARTS; n += 1) {
    starts.push([
      ...(await time(1, () => open(folder).data.close())),
      ...(await time(1, () => MiniSearch.loadJSON(readFileSync(bare.file, 'utf8'), BARE))),
    ]);
  }
  const again = open(folder);
  const first = await time(1, () => answerQuestion(again.archive, questions[0] ?? '', null, null));
  again.data.close();
  const [start = 0, loaded = 0] = [0, 1].map((which) =>
    quantile(
      starts.map((one) => one[which] ?? 0),
      0.5,
    ),
  );
  return [
    `${size} sentences, ${times.answered.length} questions; times are median / 99th percentile`,
    `search alone: ours ${showTimes(times.offered)}; bare MiniSearch ${showTimes(times.bare)} for the question's words as stems, ${showTimes(times.plain)} by default for the question as typed`,
    `a question, answered: ${showTimes(times.answered)}, ${against(times.answered, times.bare)} times bare MiniSearch by stems (goal 3), ${against(times.answered, times.plain)} times by default; the bot's whole reply ${showTimes(times.replied)}`,
    `start from the snapshot: ${start.toFixed(0)} ms, bare MiniSearch from its JSON ${loaded.toFixed(0)} ms, ratio ${(start / loaded).toFixed(2)} (goal 2); first answer then ${quantile(first, 0.5).toFixed(0)} ms`,
    `memory: ${megabytes(filled)} at the start, ${megabytes(asked)} after the questions (${megabytes(process.memoryUsage().rss)} of the machine's with all that is measured beside, goal 600); bare MiniSearch ${megabytes(bare.size)} by stems, ratio ${(asked / bare.size).toFixed(2)} (goal 2), ${megabytes(bare.plainSize)} by default`,
  ];
}

/** All are asked the same thing in turn, so that what else the machine does falls on each alike. */
async function askAll(opened: Opened, bare: Bare, questions: readonly string[]) {
  const bot = makeBot(opened);
  const all: (readonly [number, number, number, number, number])[] = [];
  for (const words of questions) {
    const stems = readQuestion(words).terms.map(({ stem }) => stem);
    const [offered = 0] = await time(1, () => opened.archive.findPassages(stems, null, 0));
    const [searched = 0] = await time(1, () => bare.index.search(stems.join('\n'), BARE_SEARCH));
    const [typed = 0] = await time(1, () => bare.plain.search(words));
    const [answered = 0] = await time(1, () => answerQuestion(opened.archive, words, null, null));
    const began = performance.now();
    await bot(parseCommand(`/ask ${words}`, PLACE));
    all.push([offered, searched, typed, answered, performance.now() - began]);
  }
  const of = (which: 0 | 1 | 2 | 3 | 4) => all.slice(WARM_UP).map((one) => one[which]);
  return { offered: of(0), bare: of(1), plain: of(2), answered: of(3), replied: of(4) };
}

const PLACE = { channel: 'c', conversation: 'c', admin: false };

interface Row {
  readonly id: string;
  readonly stems: readonly string[];
  readonly text: string;
}

/** As bare MiniSearch is used on stems: none is split or changed. */
const BARE = {
  fields: ['stems'],
  extractField: (row: Row, field: string) => (field === 'id' ? row.id : row.stems.join('\n')),
  tokenize: (text: string) => text.split('\n'),
  processTerm: (term: string) => term || null,
};
const BARE_SEARCH = { bm25: { k: 0.6, b: 0, d: 0.5 }, combineWith: 'OR' as const };

type Bare = Awaited<ReturnType<typeof makeBare>>;

/** MiniSearch over stems, as little as can be, and as it comes: over the text. */
async function makeBare(rows: readonly Row[], file: string) {
  const empty = await memory();
  const index = new MiniSearch<Row>(BARE);
  index.addAll(rows);
  const size = (await memory()) - empty;
  writeFileSync(file, JSON.stringify(index));
  const plain = new MiniSearch<Row>({ fields: ['text'] });
  const without = await memory();
  plain.addAll(rows);
  return { index, size, file, plain, plainSize: (await memory()) - without };
}

/** Models load once, whatever is measured first. */
async function warmUp(folder: string, questions: readonly string[]): Promise<void> {
  const { data, archive } = open(folder);
  for (const words of questions) await answerQuestion(archive, words, null, null);
  data.close();
}

function makeBot({ archive, store }: Opened) {
  const onError = (error: unknown): never => {
    throw error;
  };
  return createBot({ archive, now: Date.now, onError, store }).bot;
}

type Opened = ReturnType<typeof open>;

function open(folder: string) {
  const data = openDataFolder(folder, { now: Date.now });
  return { data, ...fillArchive(data) };
}

/** Every sentence, and questions made of the words of sentences here and there. */
async function readAll(folder: string) {
  const { data, archive } = open(folder);
  const random = makeRandom(7);
  const list = (await archive.page(null, 0, Number.MAX_SAFE_INTEGER)).map(({ id }) => id);
  const rows: Row[] = [];
  for (const id of list) {
    const story = archive.at(id);
    for (const { tokens, index, start, end } of story?.sentences ?? []) {
      const text = story?.article.text.slice(start, end) ?? '';
      rows.push({ id: `${id}#${index}`, stems: contentStems(tokens), text });
    }
  }
  data.close();
  const questions = Array.from({ length: QUESTIONS + WARM_UP }, () => {
    const { text = '' } = rows[Math.floor(random() * rows.length)] ?? {};
    return `What about ${text.split(/\s+/).slice(0, 8).join(' ')}?`;
  });
  return { rows, questions };
}

/** `1.2 / 0.4`: how often one's median and 99th percentile fit into the other's. */
function against(times: readonly number[], base: readonly number[]): string {
  return [0.5, 0.99]
    .map((share) => (quantile(times, share) / quantile(base, share)).toFixed(1))
    .join(' / ');
}
