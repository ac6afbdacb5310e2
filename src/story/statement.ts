import type { Span } from '../text/span.ts';
import type { Named } from './names.ts';
import type { Story } from './story.ts';

/** Who says something, as far as the story tells. */
export interface Speaker {
  /** The fullest name the story gives that person; null when it names nobody. */
  readonly name: string | null;
  /** The words at this place: `Ma`, `he`, `Chinese experts`; null when there are none. */
  readonly words: Span | null;
  /** How the story describes the speaker, or null. */
  readonly role: Span | null;
  /** Through whom it is known when second-hand, nearest first: `South China Morning Post`. */
  readonly via: readonly string[];
}

/** Reported speech: who, the saying word, what was said. Spans are without the quotation marks. */
export interface Statement {
  readonly speaker: Speaker;
  readonly source: Span | null;
  readonly cue: Span | null;
  /** What was said, in one or more pieces: `"…," she said. "…"` has two. */
  readonly content: readonly Span[];
  /** direct, mixed, indirect: all, some, none of the words stand between quotation marks. */
  readonly kind: 'direct' | 'mixed' | 'indirect';
  /** From 0 to 1: how sure it is that this is a statement with this source. */
  readonly confidence: number;
  /** The rule that named the speaker, in words that `/why` shows. */
  readonly rule: string;
}

/** The statements of a story, in order. */
export function findStatements(
  _story: Omit<Story, 'statements'>,
  _names: readonly Named[],
): readonly Statement[] {
  return [];
}
