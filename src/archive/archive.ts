import type { Sentence, Story } from '../story/story.ts';

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
  /** All stories in the order they were added. */
  readonly list: () => readonly Story[];
  /**
   * Sentences that hold any of the stems, best first, at most `limit`; of the stories named in
   * `within`, or of all where it is null.
   */
  readonly findPassages: (
    stems: readonly string[],
    within: readonly string[] | null,
    limit: number,
  ) => readonly Candidate[];
}
