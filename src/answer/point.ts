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

const LONGEST = 30; // pieces of an answer, as in training

/** Reads the logits of a window: a row of `width` (begins, ends, tells) per piece. */
export function pointAt(
  { sentences }: Window,
  values: Float32Array,
  width: number,
): readonly Pointed[] {
  const at = (piece: number, head: number): number => values[piece * width + head] ?? 0;
  const none = at(0, 0) + at(0, 1);
  return sentences.map(({ sentence, from, to, pieces }): Pointed => {
    let best = Number.NEGATIVE_INFINITY;
    let first = from;
    let last = from;
    for (let start = from; start < to; start += 1) {
      const begins = at(start, 0);
      for (let end = start; end < Math.min(to, start + LONGEST); end += 1) {
        const both = begins + at(end, 1);
        if (both <= best) continue;
        best = both;
        first = start;
        last = end;
      }
    }
    let tells = 0;
    if (width > 2) for (let piece = from; piece < to; piece += 1) tells += at(piece, 2);
    return {
      sentence,
      words: {
        start: pieces.starts[first - from] ?? sentence.start,
        end: pieces.ends[last - from] ?? sentence.end,
      },
      margin: best - none,
      tells: width > 2 ? tells / (to - from) - at(0, 2) : 0,
    };
  });
}
