import type { Story } from '../story/story.ts';
import { align, weigh } from './align.ts';
import { isSame } from './difference.ts';
import { askedOf, type Finding, mildest } from './finding.ts';
import { judgeLike } from './like.ts';
import { judgeNear, type Laid } from './near.ts';
import type { QuotedText } from './quotation.ts';
import { judgeQuoted, judgeWritten } from './same.ts';
import type { Asked } from './speaking.ts';
import { readSpoken, type Utterance } from './utterances.ts';

/**
 * What one story has to say to a quotation; null where nothing in it comes close. `stems` are those
 * of the quotation's content words.
 */
export function judge(
  story: Story,
  quoted: QuotedText,
  stems: readonly string[],
  asked: Asked | null,
): Finding | null {
  const spoken = readSpoken(story);
  const fits = spoken.utterances.flatMap((utterance) => lay(quoted, utterance));
  const same = fits
    .filter(({ fit }) => isSame(fit))
    .map(({ utterance, fit }) => judgeQuoted(story, quoted, utterance, fit));
  if (same.length > 0) return mildest(same.map((one) => askedOf(one, asked)));
  const [text] = lay(quoted, spoken.text);
  if (text !== undefined && isSame(text.fit)) {
    return askedOf(judgeWritten(story, quoted, text.fit, spoken.utterances), asked);
  }
  const near = judgeNear(story, quoted, fits, text?.fit ?? null, spoken.utterances, asked);
  const found = near ?? judgeLike(story, stems, spoken.utterances);
  return found && askedOf(found, asked);
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
