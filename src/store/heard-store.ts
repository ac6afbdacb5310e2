import type { Store } from './store.ts';

/** A story that came in, or whose text has changed. */
export interface StoryChange {
  readonly story: string;
  /** The text before; null for a story that is new. */
  readonly before: string | null;
}

/** A store that tells of each story that comes in or changes, once it can be asked. */
export function heardStore(store: Store, tell: (change: StoryChange) => void): Store {
  return {
    ...store,
    add: async (incoming) => {
      const added = await store.add(incoming);
      if (added.kind !== 'same') {
        const { record } = added;
        const earlier = added.kind === 'changed' ? record.versions.at(-2) : undefined;
        tell({ story: record.id, before: earlier ? readOr(store, record, earlier.number) : null });
      }
      return added;
    },
  };
}

/** A version that is lost or damaged is no reason to be silent: then all of the story is as if new. */
function readOr(store: Store, record: Parameters<Store['readVersion']>[0], number: number) {
  try {
    return store.readVersion(record, number);
  } catch {
    return null;
  }
}
