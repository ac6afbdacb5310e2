import type { Statement } from '../statements/statement.ts';
import type { Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';

/** Where words stand in a story, and in whose mouth. */
export interface Attributed {
  readonly story: Story;
  /** The whole sentence or sentences that hold them. */
  readonly span: Span;
  /** The words themselves where they stand word for word, else null. */
  readonly match: Span | null;
  /** Null: the reporter's own words. */
  readonly statement: Statement | null;
  /** From 0 to 1: how much of what was asked is there; 1 word for word. */
  readonly likeness: number;
  /** Whether it is what was meant, and not told by its words. */
  readonly byMeaning: boolean;
}
