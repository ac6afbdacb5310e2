import type { Statement } from '../statements/statement.ts';
import type { HeardStory } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import type { Difference } from './difference.ts';
import type { CutReason, MeaningChange } from './meaning.ts';
import { isBy, type PersonAsked } from './person-asked.ts';
import type { Respelt } from './respelt.ts';
import type { StoryWord } from './utterances.ts';

/** The verdicts on a quotation, mildest first: if two are close, the earlier one is given. */
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

/** Whether the words are those of the person asked about; `not-told` if the story does not say whose they are. */
export type Person = 'confirmed' | 'other' | 'not-told' | 'not-asked';

/** Words of the story that a verdict rests on, with their speaker. */
export interface Evidence {
  readonly words: readonly StoryWord[];
  /** Null if nobody says them, or the story does not say who. */
  readonly statement: Statement | null;
}

/** What a story says about the words of a quotation, with the evidence. */
export interface WordsFinding {
  readonly verdict: Verdict;
  readonly wording: Wording;
  readonly story: HeardStory;
  /** Piece by piece; never empty. */
  readonly evidence: readonly Evidence[];
  readonly difference: readonly Difference[];
  /** What differs in meaning, the gravest first. */
  readonly changes: readonly MeaningChange[];
  /** Differences in spelling or house style, if nothing else differs. */
  readonly respelt: readonly Respelt[];
  /** What the omitted words contain, in a cut or at a mark. */
  readonly cut: readonly CutReason[];
  /** Of a paraphrase: the part in quotation marks in the story. */
  readonly quoted: readonly Span[];
  /** Whether all the words are in the story, except for marked changes. */
  readonly stands: boolean;
  /** From 0 to 1: how much of both is the same. */
  readonly likeness: number;
}

/** A finding with whose words they are. */
export interface Finding extends WordsFinding {
  readonly person: Person;
}

/** Adds whose words they are; if all are somebody else's, that is the verdict. */
export function askedOf(finding: WordsFinding, asked: PersonAsked | null): Finding {
  if (asked === null) return { ...finding, person: 'not-asked' };
  const by = finding.evidence.map(({ statement }) => isBy(finding.story, statement, asked));
  if (by.every((one) => one === true)) return { ...finding, person: 'confirmed' };
  const isOther = by.every((one) => one === false);
  return {
    ...finding,
    verdict: isOther ? 'other-speaker' : finding.verdict,
    person: by.includes(false) ? 'other' : 'not-told',
  };
}

const PERSONS: readonly Person[] = ['not-asked', 'confirmed', 'not-told', 'other'];

/** The finding on the words of the person asked about; the mildest first, then the one most like the quotation. */
export function mildest(findings: readonly Finding[]): Finding | null {
  const [best] = findings.toSorted(
    (a, b) =>
      PERSONS.indexOf(a.person) - PERSONS.indexOf(b.person) ||
      VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
      b.likeness - a.likeness,
  );
  return best ?? null;
}
