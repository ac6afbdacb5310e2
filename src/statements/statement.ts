import type { Span } from '../text/span.ts';

/**
 * How the story shows who speaks: a name at this place, a pronoun, a description (`the airline`), a label
 * (`Q:`, `RK:`), the speaker of a passage before or after; `none` if it does not.
 */
export type Basis = 'named' | 'pronoun' | 'description' | 'label' | 'carried' | 'none';

/** What the sentence does with the words: asserts that they were said, or denies it, asks it, … */
export type Stance =
  | 'says'
  | 'denies'
  | 'asks'
  | 'refuses'
  | 'conditional'
  | 'expected'
  | 'accused-of';

/** Who says something, as far as the story says. */
export interface Speaker {
  /** The fullest name the story gives that person; null when it names nobody. */
  readonly name: string | null;
  /** The words at this place: `Ma`, `he`, `Chinese experts`; null when there are none. */
  readonly words: Span | null;
  /** How the story describes the speaker, or null. */
  readonly role: Span | null;
  /** Through whom it is known when second-hand, nearest first: `South China Morning Post`. */
  readonly via: readonly string[];
  readonly basis: Basis;
}

/** Reported speech: who, the saying word, what was said. Spans are without the quotation marks. */
export interface Statement {
  readonly speaker: Speaker;
  readonly source: Span | null;
  readonly cue: Span | null;
  /** What was said, in one or more pieces: `"…," she said. "…"` has two. */
  readonly content: readonly Span[];
  /** direct, mixed, indirect: all, some or none of the words are in quotation marks. */
  readonly kind: 'direct' | 'mixed' | 'indirect';
  readonly stance: Stance;
  /** Whether it was said, written or is in quotation marks; not only thought, wished, decided. */
  readonly speech: boolean;
  /** Whether it is nested in another statement, whose speaker is then in `speaker.via`. */
  readonly nested: boolean;
  /** From 0 to 1: the confidence that this is a statement with this source. */
  readonly confidence: number;
  /** The rule that named the speaker, as `/why` words it. */
  readonly rule: string;
}
