import type { StoryRecord } from './record.ts';
import type { Store } from './store.ts';

/** A story that came in, or whose text has changed. */
export interface StoryChange {
  readonly story: string;
  /** The text before; null for a story that is new. */
  readonly before: string | null;
}

/** A store that reports each story that comes in or changes, once it can be asked. */
export function heardStore(store: Store, tell: (change: StoryChange) => void): Store {
  return {
    ...store,
    add: async (incoming) => {
      const added = await store.add(incoming);
      if (added.kind !== 'same') {
        const { record } = added;
        const earlier = added.kind === 'changed' ? record.versions.at(-2) : undefined;
        const before = earlier ? await readOr(store, record, earlier.number) : null;
        tell({ story: record.id, before });
      }
      return added;
    },
  };
}

/** A lost or damaged version is no reason for silence: then the whole story counts as new. */
async function readOr(store: Store, record: StoryRecord, number: number): Promise<string | null> {
  try {
    return await store.readVersion(record, number);
  } catch {
    return null;
  }
}
