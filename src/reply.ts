import type { Citation, Verbatim } from './story/citation.ts';

/** A part of a reply. A renderer shows every kind, in order, and never shortens a quote. */
export type Block =
  /** The bot's own words: plain text, no markup; still to be escaped like all text. */
  | { readonly kind: 'text'; readonly text: string }
  /** The answer cut out of the passage that follows: `Jack Ma`. To be shown first and large. */
  | { readonly kind: 'answer'; readonly words: Verbatim }
  /** A passage with its source; `citation.mark` is the answer inside it, to be set off. */
  | { readonly kind: 'quote'; readonly citation: Citation }
  /** A listing: a row an item, cells parted by " · " where there are no columns. */
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Lines that someone can type, given as examples: `/who-said …`. */
  | { readonly kind: 'examples'; readonly lines: readonly string[] };

/** A button: what stands on it, and the line it means (at most 100 characters; `parseCommand` reads it). */
export interface Action {
  readonly kind: 'more' | 'why' | 'feedback-right' | 'feedback-wrong';
  readonly label: string;
  readonly line: string;
}

export type Reason =
  | 'not-in-story'
  | 'reporters-own-words'
  | 'no-such-person'
  | 'said-nothing'
  | 'ambiguous-person'
  | 'empty-question'
  | 'unknown-command';

/** What an adapter gets back. */
export interface Reply {
  /** The command that was understood; null for an unknown one. */
  readonly command: string | null;
  readonly found: boolean;
  readonly answer: string | null;
  readonly verdict: null;
  readonly reason: Reason | null;
  readonly confidence: number | null;
  readonly difference: null;
  /** Listings: a row an item, column → words. */
  readonly rows: readonly Readonly<Record<string, string | number | null>>[] | null;
  /** The passages in order, best first; also those that `blocks` leave for "more". */
  readonly passages: readonly Citation[];
  /** What is shown, in order. */
  readonly blocks: readonly Block[];
  readonly actions: readonly Action[];
}
