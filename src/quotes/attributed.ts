import type { Statement } from '../statements/statement.ts';
import type { HeardStory } from '../story/story.ts';
import type { Span } from '../text/span.ts';

/** Where words are in a story, and who says them. */
export interface Attributed {
  readonly story: HeardStory;
  /** The whole sentence or sentences around them. */
  readonly span: Span;
  /** The words themselves where they stand word for word, else null. */
  readonly match: Span | null;
  /** Null: the reporter's own words. */
  readonly statement: Statement | null;
  /** From 0 to 1: how much of what was asked is there; 1 means verbatim. */
  readonly likeness: number;
  /** Whether it was found by meaning rather than by words. */
  readonly byMeaning: boolean;
}
