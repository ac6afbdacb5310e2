import { newest, type StoryRecord, type Version } from './record.ts';
import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';

/** What a story was before its newest version came in. */
export interface Earlier {
  /** The newest version, and the day it came in. */
  readonly number: number;
  readonly day: string;
  /** The text of the version before it; null where that is gone or damaged. */
  readonly text: string | null;
}

const MOST = 16_000_000; // characters kept: the versions before of some thousand stories

/**
 * Reads the state of a story before its newest one; null where it has been the same since it came in. The text of a
 * version never changes: each is read once, however many answers cite the story, and the least asked for are let go.
 */
export function createEarlier(store: Pick<Store, 'find' | 'readVersion'>) {
  const kept = new Map<string, string>();
  const underWay = new Map<string, Promise<string | null>>();
  let size = 0;
  const keep = (key: string, text: string): void => {
    kept.set(key, text);
    size += text.length;
    for (const [oldest, one] of kept) {
      if (size <= MOST) return;
      kept.delete(oldest);
      size -= one.length;
    }
  };
  const textOf = async (record: StoryRecord, { number, sha256 }: Version) => {
    const known = kept.get(sha256);
    if (known !== undefined) {
      kept.delete(sha256);
      kept.set(sha256, known); // asked for last
      return known;
    }
    const reading = underWay.get(sha256) ?? readQuietly(store, record, number);
    underWay.set(sha256, reading); // answers at once read it once
    const text = await reading.finally(() => underWay.delete(sha256));
    if (text !== null && !kept.has(sha256)) keep(sha256, text); // one that is gone may come back
    return text;
  };
  return async (id: string): Promise<Earlier | null> => {
    const record = await store.find(id);
    const before = record?.versions.at(-2);
    if (record === null || before === undefined) return null;
    const { number, added } = newest(record);
    return { number, day: added.slice(0, 10), text: await textOf(record, before) };
  };
}

/** The text of a version; null where it is gone or damaged: that costs a note, not an answer. */
export async function readQuietly(
  store: Pick<Store, 'readVersion'>,
  record: StoryRecord,
  number: number,
): Promise<string | null> {
  try {
    return await store.readVersion(record, number);
  } catch (error) {
    if (error instanceof StoreError) return null;
    throw error;
  }
}
