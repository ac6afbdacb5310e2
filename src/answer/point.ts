import type { Sentence } from '../article/sentence.ts';
import type { Span } from '../text/span.ts';
import type { Window } from './window.ts';

/** What the reader makes of a sentence in a window. */
export interface Pointed {
  readonly sentence: Sentence;
  /** Its words most likely to answer, in the article. */
  readonly words: Span;
  /** The reader's preference for them over "not here" (a sum of two logits). */
  readonly margin: number;
  /** Its preference for the whole sentence over "not here" (a mean of logits). */
  readonly tells: number;
}

type Judge = (sentence: Sentence, words: Span) => boolean;

const LONGEST = 30; // pieces of an answer, as in training

/**
 * Reads the logits of a window: a row of `width` (begins, ends, tells) per piece. Where the likeliest words of a
 * sentence can be no answer, the likeliest that `mayAnswer` are pointed at, if there are any.
 */
export function pointAt(
  { sentences }: Window,
  values: Float32Array,
  width: number,
  isNone: Judge = () => false,
  mayAnswer: Judge = () => true,
): readonly Pointed[] {
  const at = (piece: number, head: number): number => values[piece * width + head] ?? 0;
  const none = at(0, 0) + at(0, 1);
  return sentences.map((read): Pointed => {
    const { sentence, from, to } = read;
    const likeliest = bestOf(read, at, () => true);
    const isOther = likeliest !== null && isNone(sentence, likeliest.words);
    const other = isOther ? bestOf(read, at, (words) => mayAnswer(sentence, words)) : null;
    const { words, both } = other ?? likeliest ?? { words: sentence, both: none };
    let tells = 0;
    if (width > 2) for (let piece = from; piece < to; piece += 1) tells += at(piece, 2);
    return {
      sentence,
      words: { start: words.start, end: words.end },
      margin: both - none,
      tells: width > 2 ? tells / (to - from) - at(0, 2) : 0,
    };
  });
}

/** The likeliest words of a sentence among those that hold, with the sum of their logits; null for none. */
function bestOf(
  { sentence, from, to, pieces }: Window['sentences'][number],
  at: (piece: number, head: number) => number,
  holds: (words: Span) => boolean,
): { readonly words: Span; readonly both: number } | null {
  let best: { readonly words: Span; readonly both: number } | null = null;
  for (let first = from; first < to; first += 1) {
    const begins = at(first, 0);
    for (let last = first; last < Math.min(to, first + LONGEST); last += 1) {
      const both = begins + at(last, 1);
      if (best !== null && both <= best.both) continue;
      const start = pieces.starts[first - from] ?? sentence.start;
      const end = pieces.ends[last - from] ?? sentence.end;
      if (holds({ start, end })) best = { words: { start, end }, both };
    }
  }
  return best;
}
