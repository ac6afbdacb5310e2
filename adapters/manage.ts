import { existsSync } from 'node:fs';
import {
  allRecords,
  type DataFolder,
  fillArchive,
  type Harvest,
  type LeftOut,
  leftOutLines,
  newest,
  prepareAnew,
  prepareMissing,
  type Reach,
  type Store,
  StoreError,
  sourceOf,
} from '../src/index.ts';
import { isEmpty, type Kept, type KeptPlaces, openKept } from './kept.ts';
import { createProgress } from './progress.ts';
import { findWork } from './sources.ts';

/** What `verbatim add` and its like are told. */
export interface ManageOptions extends KeptPlaces {
  readonly reach: Reach;
  readonly tags: readonly string[];
  /** Whether to stop behind the file or address that is being read; Ctrl-C does too. */
  readonly isOver?: () => boolean;
}

/** What came of adding: for the last lines, and for the exit code. */
interface Tally {
  added: number;
  changed: number;
  same: number;
  failed: number;
  readonly leftOut: LeftOut[];
}

/**
 * Adds the stories of files, folders, addresses and (`-`) the input. Says a line for each on the
 * output, and for each that failed on the error output. Ctrl-C ends it after the story in hand.
 * Resolves to the exit code: 0, or 2 where something failed, or 130 after Ctrl-C.
 */
export async function addStories(
  sources: readonly string[],
  options: ManageOptions,
): Promise<number> {
  return keepAll(await openKept(options), sources, options);
}

/** Looks where the kept stories came from for newer versions of them; otherwise like `addStories`. */
export async function refreshStories(options: ManageOptions): Promise<number> {
  if (isEmpty(options)) return 0;
  const opened = await openKept(options);
  const origins: string[] = [];
  for await (const { origin } of allRecords(opened.store))
    if (origin !== null) origins.push(origin);
  const sources = origins.map((one) =>
    /^https?:/i.test(one) ? one.replace(/#.*$/, '') : sourceOf(one),
  );
  const isThere = (source: string): boolean =>
    /^https?:/i.test(source) ? options.reach.fetch !== null : existsSync(source);
  const here = [...new Set(sources)].filter(isThere);
  const away = new Set(sources).size - here.length;
  if (away > 0) console.error(`${away} can't be looked up: the file is gone, or FETCH is off.`);
  return keepAll(opened, here, options);
}

/** Those that came in, prepared in threads once all are safely kept; then the snapshot is written. */
async function keepAll(
  { data, store, close }: Kept,
  sources: readonly string[],
  { reach, tags, isOver = () => false }: ManageOptions,
): Promise<number> {
  const tally: Tally = { added: 0, changed: 0, same: 0, failed: 0, leftOut: [] };
  let stopped = false;
  const isStopped = (): boolean => stopped || isOver();
  const stop = (): void => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  const { work, problems, leftOut } = findWork(sources, reach);
  for (const line of problems) fail(line, tally);
  tally.leftOut.push(...leftOut);
  const fresh: string[] = [];
  const kept = createProgress('read');
  for (const [done, harvest] of work.entries()) {
    if (isStopped()) break;
    kept.show(done, work.length);
    const gathered = await harvest();
    kept.clear();
    fresh.push(...(await keepHarvest(gathered, store, tags, tally)));
    await breathe();
  }
  kept.clear();
  if (data !== null) await prepareKept(data, store, fresh, isStopped);
  await close();
  process.off('SIGINT', stop);
  const { added, changed, same, failed } = tally;
  for (const line of leftOutLines(tally.leftOut)) console.error(line);
  console.log(`${added} added, ${changed} changed, ${same} here already, ${failed} failed.`);
  if (isStopped()) console.error('Stopped. What was added stays.');
  return isStopped() ? 130 : failed > 0 ? 2 : 0;
}

/** Prepares what came into a folder, or all of it after an update, and writes the snapshot. In a database it is prepared as it comes. */
async function prepareKept(
  data: DataFolder,
  store: Store,
  fresh: readonly string[],
  isStopped: () => boolean,
): Promise<void> {
  const prepared = createProgress('prepared');
  const progress = prepared.show;
  const anew = isStopped() ? null : await prepareAnew(data, 'all', progress, isStopped);
  if (anew === null) {
    const articles: Awaited<ReturnType<Store['readArticle']>>[] = [];
    for (const id of fresh) {
      const record = await store.find(id);
      if (record !== null) articles.push(await store.readArticle(record));
    }
    const onDone = (done: number): void => progress(done, articles.length);
    const how = { extent: 'all', behind: false, onDone, isStopped } as const;
    await prepareMissing(data.folder, articles, how);
  }
  prepared.clear();
  if (!isStopped() && (anew?.count ?? fresh.length) >= MANY) fillArchive(data);
}

/** Lists what is kept, a line a story. */
export async function listStories(options: ManageOptions): Promise<number> {
  if (isEmpty(options)) return 0;
  const { store, close } = await openKept(options);
  for await (const record of allRecords(store)) {
    const { id, known, tags } = record;
    const version = newest(record);
    const cells = [
      id,
      known?.headline,
      `version ${version.number}`,
      version.added,
      tags.join(', '),
    ];
    console.log(cells.filter(Boolean).join(' · '));
  }
  await close();
  return 0;
}

/** Removes stories by their ids. Resolves to 2 where one is not there. */
export async function removeStories(
  ids: readonly string[],
  options: ManageOptions,
): Promise<number> {
  if (isEmpty(options)) return 2;
  const { store, close } = await openKept(options);
  const missing: string[] = [];
  for (const id of ids) if (!(await store.remove(id))) missing.push(id);
  for (const id of missing) console.error(`${id}: there is no such story`);
  await close();
  return missing.length > 0 ? 2 : 0;
}

async function keepHarvest(
  { incoming, problems, leftOut }: Harvest,
  store: Store,
  tags: readonly string[],
  tally: Tally,
): Promise<readonly string[]> {
  const fresh: string[] = [];
  for (const line of problems) fail(line, tally);
  tally.leftOut.push(...leftOut);
  for (const one of incoming) {
    try {
      const { kind, record } = await store.add({ ...one, tags: [...one.tags, ...tags] });
      tally[kind] += 1;
      if (kind !== 'same') fresh.push(record.id);
      const version = kind === 'changed' ? ` (version ${newest(record).number})` : '';
      console.log(`${WORDS[kind]} ${record.id}${version}${record.note ? ` · ${record.note}` : ''}`);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      fail(error.message, tally);
    }
  }
  return fresh;
}

const WORDS = { added: 'added', changed: 'changed', same: 'here already:' } as const;

function fail(line: string, tally: Tally): void {
  tally.failed += 1;
  console.error(line);
}

const MANY = 200; // stories: below, the next start indexes them in no time

/** Lets Ctrl-C be heard between two stories. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
