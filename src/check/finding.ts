import type { Statement } from '../story/statement.ts';
import type { Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import type { Difference } from './difference.ts';
import type { CutReason, MeaningChange } from './meaning.ts';
import { type Asked, isBy } from './speaking.ts';
import type { StoryWord } from './utterances.ts';

/** What is said of a quotation, the mildest first: where two are close, the earlier is given. */
export const VERDICTS = [
  'exact',
  'exact-marked',
  'cut',
  'paraphrase',
  'not-quoted',
  'spliced',
  'altered',
  'other-speaker',
  'absent',
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** How a quotation's words differ from the story's: not, in spelling or house style, in wording, in meaning. */
export type Wording = 'same' | 'spelling' | 'wording' | 'meaning';

/** Whether the words are those of whom was asked; `not-told` where the story does not tell who speaks. */
export type Person = 'confirmed' | 'other' | 'not-told' | 'not-asked';

/** Words of the story that a verdict rests on, with who says them. */
export interface Evidence {
  readonly words: readonly StoryWord[];
  /** Null where nobody says them, or the story does not tell who. */
  readonly statement: Statement | null;
}

/** What a story has to say to a quotation, with the evidence. */
export interface Finding {
  readonly verdict: Verdict;
  readonly story: Story;
  /** Piece by piece; never empty. */
  readonly evidence: readonly Evidence[];
  readonly difference: readonly Difference[];
  /** What differs in meaning, the gravest first. */
  readonly changes: readonly MeaningChange[];
  /** What the words left out hold: of a cut, or at a mark. */
  readonly cut: readonly CutReason[];
  /** Of a paraphrase: what of it stands between quotation marks in the story. */
  readonly quoted: readonly Span[];
  /** Whether all the words stand in the story, but for marked changes. */
  readonly stands: boolean;
  /** From 0 to 1: how much of both is the same. */
  readonly likeness: number;
}

/** The finding, or `other-speaker` where none of the words are the asked person's. */
export function askedOf(finding: Finding, asked: Asked | null): Finding {
  if (asked === null || finding.verdict === 'not-quoted') return finding;
  const by = finding.evidence.map(({ statement }) => isBy(finding.story, statement, asked));
  return by.every((one) => one === false) ? { ...finding, verdict: 'other-speaker' } : finding;
}

/** The mildest finding; of two, the one that is more like the quotation. */
export function mildest(findings: readonly Finding[]): Finding | null {
  const rank = ({ verdict }: Finding): number => VERDICTS.indexOf(verdict);
  const [best] = findings.toSorted((a, b) => rank(a) - rank(b) || b.likeness - a.likeness);
  return best ?? null;
}
