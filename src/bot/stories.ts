import type { Archive } from '../archive/archive.ts';
import { composeReading, type Reading } from '../reply/reading.ts';
import type { Store } from '../store/store.ts';
import { titleOf } from '../story/citation.ts';

/** Which stories a bot has, to be read whole beside what can be asked of them. */
export interface Stories {
  readonly has: (id: string) => boolean;
  readonly count: () => number;
  /** At most `most` of them, those that came in last first; `from` are left out. */
  readonly list: (from: number, most: number) => readonly Titled[];
  /** Null where there is no such story. */
  readonly read: (id: string) => Reading | null;
}

/** A story as a list names it. */
export type Titled = Pick<Reading, 'story' | 'headline' | 'title' | 'publisher' | 'published'>;

/** The stories of an archive, with the bylines of the store that feeds it. */
export function createStories(archive: Archive, store: Store): Stories {
  return {
    has: (id) => archive.find(id) !== null,
    count: () => archive.list().length,
    list: (from, most) => {
      const latest = archive.list().toReversed().slice(from, from + most);
      return latest.map((story) => {
        const { id, headline, publisher, published } = story.article;
        return { story: id, headline, title: titleOf(story), publisher, published };
      });
    },
    read: (id) => {
      const story = archive.find(id);
      return story && composeReading(story, store.find(id)?.byline ?? null);
    },
  };
}
