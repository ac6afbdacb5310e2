import { excerpt, type Verbatim } from '../story/citation.ts';
import type { Story } from '../story/story.ts';
import type { Fit, Step } from './align.ts';
import { hullOf, quoteWords, sliceWords, storyWords } from './difference.ts';
import type { QuotedText } from './quotation.ts';
import { isPrintedAlike } from './quoted-words.ts';

/** Words that are the same but for spelling or house style: `organised` and `organized`, `20%` and `twenty per cent`. */
export interface Respelt {
  readonly story: Verbatim;
  readonly quote: string;
}

/** Words that differ only in spelling or house style, in order. */
export function readRespelt(
  { article }: Story,
  { text }: QuotedText,
  { steps }: Fit,
): readonly Respelt[] {
  const runs: Step[][] = [];
  let last = -1;
  steps.forEach((step, at) => {
    const [before, after] = [steps[at - 1], steps[at + 1]];
    if (!isRespelt(step) && !isTiedElse(before, step) && !isTiedElse(step, after)) return;
    if (last === at - 1) runs.at(-1)?.push(step);
    else runs.push([step]);
    last = at;
  });
  return runs.map((run) => ({
    story: excerpt(article, hullOf(storyWords(run))),
    quote: sliceWords(text, quoteWords(run)),
  }));
}

function isRespelt({ kind, mark, story, quote }: Step): boolean {
  if (kind !== 'same' || mark !== null || story === null || quote === null) return false;
  return !isPrintedAlike(story, quote);
}

/** Whether two words have a hyphen between them in one text and a space in the other. */
function isTiedElse(one: Step | undefined, two: Step | undefined): boolean {
  if (one?.kind !== 'same' || two?.kind !== 'same' || one.mark !== null || two.mark !== null) {
    return false;
  }
  const [inStory, inQuote] = [one.story?.tie, one.quote?.tie];
  return one.story?.piece === two.story?.piece && (inStory === '') !== (inQuote === '');
}
