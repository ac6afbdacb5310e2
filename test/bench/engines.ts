import { randomBytes } from 'node:crypto';
import { getHeapStatistics } from 'node:v8';
import { readQuestion } from '../../src/answer/question.ts';
import type { Candidate } from '../../src/archive/archive.ts';
import { openSearchArchive, type Put } from '../../src/archive/opensearch.ts';
import { postgresArchive } from '../../src/archive/postgres.ts';
import type { Scope } from '../../src/archive/scope.ts';
import { readArticle } from '../../src/article/article.ts';
import { openDatabase } from '../../src/store/postgres/database.ts';
import { migrate } from '../../src/store/postgres/migrate.ts';
import { prepare } from '../../src/story/prepare.ts';
import { readGold, STORY_IDS } from '../stories.ts';
import { type Bench, dropIndex, inDatabase, inEngine, inMemory, KNOWN, RULES } from './fillers.ts';
import { megabytes, quantile } from './measure.ts';
import { varied } from './vary.ts';

/** Addresses of the engines; null for one that is not there. */
export interface EnginePlaces {
  readonly database: string | null;
  readonly search: string | null;
}

const FIFTY = 50;
const QUESTIONS = 300;
const WARM_UP = 20; // questions that are not counted
const CHOSEN = 400; // stories of a scope that names them
const LAST = 200; // stories put last: what one more costs once there are so many
const A_STORY = 30_000; // bytes of heap that a story's sentences need in MiniSearch, with room for asking
const LONGEST = '3600000'; // milliseconds for an index of millions of rows
/**
 * Fills MiniSearch, PostgreSQL and OpenSearch with the sentences of as many varied stories, each story in turn, and
 * asks them the same questions in turn. `tell` gets a line for each figure, and for each engine that is not there.
 */
export async function benchEngines(
  stories: number,
  { database, search }: EnginePlaces,
  tell: (line: string) => void,
): Promise<void> {
  const isFitting = stories * A_STORY < getHeapStatistics().heap_size_limit;
  if (!isFitting)
    tell(
      `MiniSearch: left out, the heap is too small for ${stories} stories (NODE_OPTIONS=--max-old-space-size=MB)`,
    );
  if (database === null)
    tell('PostgreSQL and OpenSearch: left out, as TEST_DATABASE_URL is not set');
  else if (search === null) tell('OpenSearch: left out, as TEST_SEARCH_URL is not set');
  const server = database === null ? null : openDatabase(database);
  const name = `bench${randomBytes(6).toString('hex')}`;
  await server?.query(`create database ${name}`);
  const db = database === null ? null : openDatabase(withName(database, name));
  if (db !== null) await migrate(db);
  const tables = db && postgresArchive(db, RULES);
  const { countStems } = tables ?? {};
  const engine =
    search !== null && countStems !== undefined
      ? openSearchArchive({ url: search, name, rules: RULES, countStems })
      : null;
  const benches: readonly Bench[] = [
    ...(isFitting ? [await inMemory()] : []),
    ...(db && tables ? [inDatabase(db, tables)] : []),
  ];
  const last = Math.min(LAST, Math.floor(stories / 2));
  const { count, ids, filled } = await fill(stories, last, benches, engine);
  const all: readonly Bench[] =
    search !== null && engine !== null
      ? [...benches, inEngine(search, name, engine, filled)]
      : benches;
  tell(
    `${count} passages of ${stories} stories; times are median / 95th percentile of fifty passages`,
  );
  for (const { name: who, times, size } of all) {
    const more = times.last > 0 ? `, ${(times.last / last).toFixed(1)} ms for one more story` : '';
    tell(`${who}: filled in ${(times.all / 1_000).toFixed(1)} s${more}; ${await size()}`);
  }
  await ask(all, null, 'of all', tell);
  const scope = { ids: choose(ids), tag: null, since: null, until: null, by: [] };
  await ask(all, scope, `in ${CHOSEN} stories`, tell);
  tell(`this process: ${megabytes(process.memoryUsage().rss)} of the machine's memory`);
  await engine?.close();
  if (search !== null && engine !== null) await dropIndex(search, name);
  await db?.close();
  await server?.query(`drop database ${name} with (force)`);
  await server?.close();
}

/** Puts each story into all engines, the last of them one by one. */
async function fill(
  stories: number,
  last: number,
  benches: readonly Bench[],
  engine: ReturnType<typeof openSearchArchive> | null,
) {
  const ids: string[] = [];
  let count = 0;
  let elsewhere = 0;
  const puts = async function* (): AsyncGenerator<Put> {
    let began = performance.now();
    for (const one of benches) await one.begin();
    for (const { name, text } of varied(stories)) {
      const story = prepare(readArticle(name, text));
      count += story.sentences.length;
      ids.push(name);
      const left = stories - ids.length;
      for (const { put, settle, times } of benches) {
        if (left === last) times.all += await took(settle);
        const one = await took(() => put(story));
        if (left < last) times.last += one;
        else times.all += one;
      }
      elsewhere += performance.now() - began;
      yield { story, known: KNOWN };
      began = performance.now();
    }
    elsewhere += performance.now() - began;
  };
  const began = performance.now();
  if (engine !== null) await engine.rebuild(puts());
  else for await (const _ of puts());
  return { count, ids, filled: { all: performance.now() - began - elsewhere, last: 0 } };
}

async function took(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** All engines are asked the same thing in turn, so that what else the machine does falls on each alike. */
async function ask(
  benches: readonly Bench[],
  scope: Scope | null,
  where: string,
  tell: (line: string) => void,
): Promise<void> {
  const times = benches.map((): number[] => []);
  let same = 0;
  const lines = questions();
  for (const [n, words] of lines.entries()) {
    const stems = readQuestion(words).terms.map(({ stem }) => stem);
    const found: (readonly Candidate[])[] = [];
    for (const [i, { archive }] of benches.entries()) {
      const began = performance.now();
      found.push(await archive.findPassages(stems, scope, FIFTY));
      if (n >= WARM_UP) times[i]?.push(performance.now() - began);
    }
    const [first, ...others] = found.map((list) => JSON.stringify(list));
    if (others.every((other) => other === first)) same += 1;
  }
  const shown = benches.map(({ name }, i) => `${name} ${percentiles(times[i] ?? [])}`);
  const alike = benches.length > 1 ? `; the same fifty in ${same} of ${lines.length}` : '';
  tell(`${where}: ${shown.join(', ')}${alike}`);
}

function questions(): readonly string[] {
  const all = STORY_IDS.flatMap((id) =>
    readGold<{ readonly input: string }>('questions', id).map(({ input }) => input),
  );
  return all.filter((input) => !input.startsWith('/')).slice(0, QUESTIONS + WARM_UP);
}

function percentiles(times: readonly number[]): string {
  return `${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)} ms`;
}

/** Every so-many-th id. */
function choose(ids: readonly string[]): readonly string[] {
  const step = Math.max(1, Math.floor(ids.length / CHOSEN));
  return ids.filter((_, i) => i % step === 0).slice(0, CHOSEN);
}

function withName(url: string, name: string): string {
  const own = new URL(url);
  own.pathname = `/${name}`;
  own.searchParams.set('query_timeout', LONGEST);
  return own.href;
}
