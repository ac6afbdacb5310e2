import type { Story } from '../story/story.ts';
import { align, type Fit, weigh } from './align.ts';
import { isSame } from './difference.ts';
import { askedOf, type Finding, mildest } from './finding.ts';
import { judgeNear, type Laid } from './near.ts';
import type { QuotedText } from './quotation.ts';
import { judgeQuoted, judgeWritten } from './same.ts';
import { readAsked } from './speaking.ts';
import { readSpoken, type Utterance } from './utterances.ts';

// Below, not even a splice of three pieces is close: whoever was asked about need not be looked up.
const LEAST = 0.25;

/** What one story has to say to a quotation; null where nothing in it comes close. */
export function judge(story: Story, quoted: QuotedText, person: string | null): Finding | null {
  const spoken = readSpoken(story);
  const fits = spoken.utterances.flatMap((utterance) => lay(quoted, utterance));
  const [text] = lay(quoted, spoken.text);
  const likeness = [...fits, ...(text ? [text] : [])].map(({ fit }) => fit.likeness);
  if (Math.max(0, ...likeness) < LEAST) return null;
  const asked = readAsked([story], person);
  const same = fits
    .filter(({ fit }) => isSame(fit))
    .map(({ utterance, fit }) => judgeQuoted(story, quoted, utterance, fit, asked));
  if (same.length > 0) return mildest(same.map((one) => askedOf(one, asked)));
  if (text !== undefined && isSame(text.fit) && staysInPiece(text.fit)) {
    return askedOf(judgeWritten(story, quoted, text.fit, spoken.utterances, asked), asked);
  }
  const near = judgeNear(story, quoted, fits, text?.fit ?? null, spoken.utterances, asked);
  return near && askedOf(near, asked);
}

/** Whether no mark of omission reaches over the end of a paragraph: that far nobody leaves out. */
function staysInPiece({ steps }: Fit): boolean {
  const laid = steps.flatMap(({ kind, story }) => (story === null ? [] : [{ kind, story }]));
  return laid.every(
    ({ kind, story }, i) =>
      kind !== 'left-out' ||
      (laid[i - 1]?.story.piece === story.piece && laid[i + 1]?.story.piece === story.piece),
  );
}

/** A quotation on an utterance; nothing where the utterance lacks most of its words. */
function lay(quoted: QuotedText, utterance: Utterance): readonly Laid[] {
  if (!mayHold(quoted, utterance)) return [];
  const fit = align(quoted, utterance.words);
  return fit === null ? [] : [{ utterance, fit }];
}

/** Whether enough of the words are there in any order: cheap, before they are laid side by side. */
function mayHold({ words }: QuotedText, { folds }: Utterance): boolean {
  const wanted = words.filter(({ marked, broken }) => !marked && !broken);
  const all = wanted.reduce((sum, { fold }) => sum + weigh(fold), 0);
  const there = wanted.reduce((sum, { fold }) => sum + (folds.has(fold) ? weigh(fold) : 0), 0);
  return there * 3 >= all;
}
