import type { Span } from '../text/span.ts';

/** The kinds of things that are named. */
export type NameKind = 'person' | 'organisation' | 'place' | 'other';

/** Someone or something with a name, as the story names it. */
export interface Named {
  /** The fullest form in the story, titles stripped: `Jack Ma`. */
  readonly name: string;
  readonly kind: NameKind;
  /** Every form that means it: `Jack Ma`, `Ma`. A form that two share is in both. */
  readonly aliases: readonly string[];
  /** Each place it is named at, in order; pronouns are not among them. */
  readonly mentions: readonly Span[];
  /** How the story describes it: `Alibaba's founder`, `a research fellow at …`. */
  readonly role: Span | null;
  readonly gender: 'male' | 'female' | null;
}
