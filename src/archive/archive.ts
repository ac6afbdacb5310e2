import type { Sentence } from '../article/sentence.ts';
import type { Story } from '../story/story.ts';

/** A sentence that the archive offers, with its bare search score. */
export interface Candidate {
  readonly story: Story;
  readonly sentence: Sentence;
  readonly score: number;
}

/** Where stories are kept and searched. It offers candidates; ranking stays ours. */
export interface Archive {
  readonly add: (story: Story) => void;
  readonly remove: (id: string) => void;
  readonly find: (id: string) => Story | null;
  /** All stories in the order they were added; one that is added again keeps its place. */
  readonly list: () => readonly Story[];
  /** How many sentences the stories named in `within` have, or all where it is null. */
  readonly countSentences: (within: readonly string[] | null) => number;
  /**
   * Sentences that hold any of the stems, best first, at most `limit`; of the stories named in
   * `within`, or of all where it is null. The same for the same stories, in whatever order they came.
   */
  readonly findPassages: (
    stems: readonly string[],
    within: readonly string[] | null,
    limit: number,
  ) => readonly Candidate[];
}

/** Stories up to which a listing of everything in them can be read, and made while one waits. */
export const FEW_STORIES = 40;

/** Sentences that are asked for where a question, or a person, has many stories to be found in. */
export const OFFERED = 200;

/** The stories named in `within`, in the order they were added, or all where it is null. */
export function listStories(archive: Archive, within: readonly string[] | null): readonly Story[] {
  const stories = archive.list();
  const inside = within && new Set(within);
  return inside === null ? stories : stories.filter(({ article }) => inside.has(article.id));
}
