import { newest, type StoryRecord } from './record.ts';
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

/** The state of a story before its newest one; null where it has been the same since it came in. */
export async function readEarlier(store: Store, id: string): Promise<Earlier | null> {
  const record = await store.find(id);
  const before = record?.versions.at(-2);
  if (record === null || before === undefined) return null;
  const { number, added } = newest(record);
  return { number, day: added.slice(0, 10), text: await readQuietly(store, record, before.number) };
}

/** The text of a version; null where it is gone or damaged: that costs a note, not an answer. */
export async function readQuietly(
  store: Store,
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
