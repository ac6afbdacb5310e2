import type { Archive } from '../archive/archive.ts';
import { composeReading, type Reading } from '../reply/reading.ts';
import type { Store } from '../store/store.ts';
import { titleOf } from '../story/citation.ts';

/** Stories to be read whole, beside what can be asked of them. */
export interface Readings {
  /** Null where there is no such story. */
  readonly find: (id: string) => Reading | null;
  /** Every story, in the order they came in. */
  readonly list: () => readonly Titled[];
}

/** A story as a list names it. */
export type Titled = Pick<Reading, 'story' | 'title' | 'publisher' | 'published'>;

/** The readings of an archive's stories, with the bylines of the store that feeds it. */
export function createReadings(archive: Archive, store: Store): Readings {
  return {
    find: (id) => {
      const story = archive.find(id);
      return story && composeReading(story, store.find(id)?.byline ?? null);
    },
    list: () =>
      archive.list().map((story) => {
        const { id, publisher, published } = story.article;
        return { story: id, title: titleOf(story), publisher, published };
      }),
  };
}
