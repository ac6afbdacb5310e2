import type { HeardStory } from '../story/story.ts';
import { align, type Fit, weigh } from './align.ts';
import { isSame } from './difference.ts';
import { askedOf, type Finding, mildest } from './finding.ts';
import { judgeNear, type Laid } from './near.ts';
import type { PersonAsked } from './person-asked.ts';
import type { QuotedText } from './quotation.ts';
import { judgeQuoted, judgeWritten, wordsOf } from './same.ts';
import { holdsWord, readSpoken, type StoryWord, type Utterance } from './utterances.ts';

// Shares of a quotation's words, by weight: in an utterance, and in one of a few paragraphs.
const MAY_HOLD = 1 / 3;
const MAY_HOLD_PART = 1 / 4;

/** A quotation aligned with everything a story says; the speaker is not yet looked up. */
export interface Sketch {
  readonly story: HeardStory;
  readonly quoted: QuotedText;
  /** The utterances close to it, and the whole text if none of them has all the words. */
  readonly fits: readonly Laid[];
  readonly text: Fit | null;
  /** From 0 to 1, of the best. */
  readonly likeness: number;
}

/** Aligns a quotation with a story: cheap, so that many stories can be tried. */
export function sketch(story: HeardStory, quoted: QuotedText): Sketch {
  const { utterances, paragraphs } = readSpoken(story);
  const laid = utterances
    .filter(({ keys }) => shareOf(quoted, keys) >= MAY_HOLD)
    .flatMap((utterance): readonly Laid[] => {
      const fit = align(quoted, utterance.words);
      return fit === null ? [] : [{ utterance, fit }];
    });
  const inner = laid.filter(({ utterance }) => utterance.inner);
  const fits = laid.filter((one) => !inner.some((other) => isTold(one, other)));
  const same = fits.filter(({ fit }) => isSame(fit));
  if (same.length > 0) return { story, quoted, fits: same, text: null, likeness: 1 };
  const text = layOnText(quoted, paragraphs);
  const all = [...fits.map(({ fit }) => fit), ...(text === null ? [] : [text])];
  const likeness = Math.max(0, ...all.map((fit) => fit.likeness));
  return { story, quoted, fits, text, likeness };
}

/** Whether words that lie on one utterance are all told inside it: then they are not its speaker's. */
function isTold({ utterance, fit }: Laid, { utterance: inside }: Laid): boolean {
  return inside !== utterance && wordsOf(fit).every((word) => holdsWord(inside, word));
}

/** The best place in the whole text: in a paragraph, or over consecutive ones. */
function layOnText(quoted: QuotedText, paragraphs: readonly Utterance[]): Fit | null {
  const runs: StoryWord[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  paragraphs.forEach(({ keys, words }, at) => {
    if (shareOf(quoted, keys) < MAY_HOLD_PART) return;
    if (at === last + 1) runs.at(-1)?.push(...words);
    else runs.push([...words]);
    last = at;
  });
  const fits = runs.flatMap((words) => align(quoted, words) ?? []);
  return fits.toSorted((a, b) => b.likeness - a.likeness)[0] ?? null;
}

/** What the story says about the quotation; null if nothing in it comes close. */
export function judge(
  { story, quoted, fits, text }: Sketch,
  asked: PersonAsked | null,
): Finding | null {
  const { utterances } = readSpoken(story);
  const same = fits.filter(({ fit }) => isSame(fit));
  if (same.length > 0) {
    const found = same.map((one) => judgeQuoted(story, quoted, one.utterance, one.fit, asked));
    return mildest(found.map((one) => askedOf(one, asked)));
  }
  if (text !== null && isSame(text) && staysInPiece(text)) {
    return askedOf(judgeWritten(story, quoted, text, utterances, asked), asked);
  }
  const near = judgeNear(story, quoted, fits, text, utterances, asked);
  return near && askedOf(near, asked);
}

/** Whether no omission mark spans the end of a paragraph: nobody leaves out that much. */
function staysInPiece({ steps }: Fit): boolean {
  const laid = steps.flatMap(({ kind, story }) => (story === null ? [] : [{ kind, story }]));
  return laid.every(
    ({ kind, story }, i) =>
      kind !== 'left-out' ||
      (laid[i - 1]?.story.piece === story.piece && laid[i + 1]?.story.piece === story.piece),
  );
}

/** The share of a quotation's words present in any order: a cheap test before alignment. */
function shareOf({ words }: QuotedText, keys: ReadonlySet<string>): number {
  let [all, there] = [0, 0];
  for (const { fold, key, marked, tie } of words) {
    if (marked || tie === 'broken') continue;
    all += weigh(fold);
    if (keys.has(key)) there += weigh(fold);
  }
  return all === 0 ? 1 : there / all;
}
