import type { Catalogue } from '../archive/archive.ts';
import { storiesNamed } from '../archive/scope.ts';
import { composeReading, type Reading } from '../reply/reading.ts';
import type { Store } from '../store/store.ts';
import { titleOf } from '../story/citation.ts';
import { hear } from '../story/hear.ts';

/** The stories a bot has, to be read whole as well as asked. */
export interface Stories {
  readonly has: (id: string) => Promise<boolean>;
  readonly count: () => Promise<number>;
  /** At most `most` of them, latest first, skipping `from`. */
  readonly list: (from: number, most: number) => Promise<readonly Titled[]>;
  /** Null if there is no such story. */
  readonly read: (id: string) => Promise<Reading | null>;
}

/** A story as named in a list. */
export type Titled = Pick<Reading, 'story' | 'headline' | 'title' | 'publisher' | 'published'>;

/** The stories of a catalogue, with the bylines of the store that feeds it. */
export function createStories(catalogue: Catalogue, store: Pick<Store, 'find'>): Stories {
  return {
    has: async (id) => (await catalogue.count(storiesNamed(id))) > 0,
    count: () => catalogue.count(null),
    list: async (from, most) => {
      const end = Math.max(0, (await catalogue.count(null)) - from);
      const start = Math.max(0, end - most);
      const entries = (await catalogue.page(null, start, end - start)).toReversed();
      const nameless = entries.filter(({ headline }) => headline === null).map(({ id }) => id);
      const open = await catalogue.open(nameless); // they are named by their opening words
      return entries.map(({ id, headline, publisher, published }) => {
        const story = open.get(id);
        const title = headline ?? (story === undefined ? id : titleOf(story));
        return { story: id, headline, title, publisher, published };
      });
    },
    read: async (id) => {
      const story = await catalogue.find(id);
      return story && composeReading(await hear(story), (await store.find(id))?.byline ?? null);
    },
  };
}
