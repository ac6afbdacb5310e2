import type { Reach } from '../ingest/gather.ts';
import type { Harvest, LeftOut } from '../ingest/incoming.ts';
import { leftOutLines } from '../ingest/left-out.ts';
import { findWork, type ReadInput } from '../ingest/sources.ts';
import type { DataFolder } from '../store/folder/data-folder.ts';
import { fillArchive } from '../store/prepared/fill.ts';
import { prepareAnew } from '../store/prepared/renew.ts';
import { prepareMissing } from '../store/prepared/workers.ts';
import { newest } from '../store/record.ts';
import type { Added, Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import type { Kept } from './kept.ts';

/** The outcome for a story that was added, or for a source that could not be read. */
export type AddingEvent =
  | {
      readonly kind: Added['kind'];
      readonly id: string;
      readonly version: number;
      /** A note about its text, or null. */
      readonly note: string | null;
    }
  | { readonly kind: 'failed'; readonly line: string };

/** How to add sources; listeners are called along the way. */
export interface Adding {
  readonly reach: Reach;
  /** Added to the tags each story has. */
  readonly tags: readonly string[];
  readonly readInput: ReadInput;
  readonly onEvent: (event: AddingEvent) => void;
  /** How many files have been read, those in another one too, or stories prepared. */
  readonly onProgress: (what: 'read' | 'prepared', done: number, all: number) => void;
  /** Whether to stop after the current story. */
  readonly isStopped: () => boolean;
}

/** The outcome of adding. */
export interface Tally {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly failed: number;
  /** A line for each kind of file that was not read. */
  readonly leftOut: readonly string[];
}

/**
 * Adds the stories of files, folders, addresses and (`-`) the input, one after the other. Those that came into a
 * folder are prepared once all are safely kept, then the snapshot is written; in a database each is prepared as it comes.
 */
export async function addAll(
  { data, store: open }: Pick<Kept, 'data' | 'store'>,
  sources: readonly string[],
  adding: Adding,
): Promise<Tally> {
  const { reach, readInput, onEvent, onProgress, isStopped } = adding;
  const store = open();
  const counts = { added: 0, changed: 0, same: 0, failed: 0 };
  const tell = (event: AddingEvent): void => {
    counts[event.kind] += 1;
    onEvent(event);
  };
  const { work, problems, leftOut } = findWork(sources, reach, readInput);
  for (const line of problems) tell({ kind: 'failed', line });
  const left: LeftOut[] = [...leftOut];
  const fresh: string[] = [];
  for (const [done, harvest] of work.entries()) {
    if (isStopped()) break;
    onProgress('read', done, work.length);
    const gathered = await harvest((part, parts) => {
      onProgress('read', done + part, work.length + parts - 1);
      return !isStopped();
    });
    left.push(...gathered.leftOut);
    fresh.push(...(await keep(gathered, store, { ...adding, onEvent: tell })));
    await breathe();
  }
  if (data !== null) await prepareKept(data, store, fresh, adding);
  return { ...counts, leftOut: leftOutLines(left) };
}

/** Resolves to the ids of the new stories. */
async function keep(
  { incoming, problems }: Harvest,
  store: Store,
  { tags, onEvent }: Pick<Adding, 'tags' | 'onEvent'>,
): Promise<readonly string[]> {
  const fresh: string[] = [];
  for (const line of problems) onEvent({ kind: 'failed', line });
  for (const one of incoming) {
    try {
      const { kind, record } = await store.add({ ...one, tags: [...one.tags, ...tags] });
      const { id, note } = record;
      if (kind !== 'same') fresh.push(id);
      onEvent({ kind, id, version: newest(record).number, note });
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      onEvent({ kind: 'failed', line: error.message });
    }
  }
  return fresh;
}

const MANY = 200; // stories: with fewer, the next start indexes them in no time

/** Prepares stories that came into a folder, or all of them after an update, and writes the snapshot. */
async function prepareKept(
  data: DataFolder,
  store: Store,
  fresh: readonly string[],
  { onProgress, isStopped }: Pick<Adding, 'onProgress' | 'isStopped'>,
): Promise<void> {
  const progress = (done: number, all: number): void => onProgress('prepared', done, all);
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
  if (!isStopped() && (anew?.count ?? fresh.length) >= MANY) fillArchive(data);
}

/** Lets Ctrl-C be heard between two stories. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
