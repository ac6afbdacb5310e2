import type { Span } from '../text/span.ts';
import type { Question } from './question.ts';
import type { Ranked } from './rank.ts';
import { findWanted } from './wanted.ts';

/** The shortest words of a sentence that answer; null where the whole sentence is needed. */
export function findPhrase(question: Question, { view, matched }: Ranked): Span | null {
  const { tokens } = view.sentence;
  const scored = findWanted(question, view).map((wanted) => {
    const far = matched.places.reduce(
      (least, place) => (place < 0 ? least : Math.min(least, Math.abs(place - wanted.from))),
      20,
    );
    return { ...wanted, score: wanted.fit - far / 40 };
  });
  const best = scored.reduce<(typeof scored)[number] | null>(
    (top, one) => (top === null || one.score > top.score ? one : top),
    null,
  );
  const first = best === null ? undefined : tokens[best.from];
  const last = best === null ? undefined : tokens[best.to - 1];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
