import type { AnswerKind } from './kind.ts';
import type { Scene } from './scene.ts';
import type { Stretch } from './spans.ts';
import { findWanted } from './wanted.ts';

const EXACT_KINDS: ReadonlySet<AnswerKind> = new Set(['time', 'money', 'percent', 'age']);
const CLAUSE_ENDS = /^[.,;:!?"“”)]$/u;

/**
 * A phrase cut to what was asked for: `yesterday in New York` to `yesterday`, when there is just one
 * time in it; `failed because the wall was old` to `because the wall was old`.
 */
export function shorten({ question, view }: Scene, { from, to }: Stretch): Stretch {
  if (question.kind === 'reason') return findBecause(view.sentence.tokens) ?? { from, to };
  if (!EXACT_KINDS.has(question.kind)) return { from, to };
  const held = findWanted(question, view).filter(
    (fact) => fact.fit >= 1 && fact.from >= from && fact.to <= to,
  );
  const [only] = held;
  return only === undefined || held.length > 1 ? { from, to } : { from: only.from, to: only.to };
}

/** From the sentence's only `because` to the end of its clause; null where there is none. */
function findBecause(tokens: Scene['tokens']): Stretch | null {
  const places = tokens.flatMap(({ lower }, i) => (lower === 'because' ? [i] : []));
  const [from] = places;
  if (from === undefined || places.length > 1) return null;
  const end = tokens.findIndex(({ text }, i) => i > from && CLAUSE_ENDS.test(text));
  const to = end < 0 ? tokens.length : end;
  return to - from > 2 ? { from, to } : null;
}
