import type { AnswerKind } from './kind.ts';
import type { Scene } from './scene.ts';
import type { Stretch } from './spans.ts';
import { findWanted } from './wanted.ts';

const EXACT_KINDS: ReadonlySet<AnswerKind> = new Set(['time', 'money', 'percent', 'age']);

/**
 * A phrase cut to the one time or amount that it holds, when that is what is asked for:
 * `yesterday in New York` to `yesterday`. Two of them, or none, leave it as it is.
 */
export function shorten({ question, view }: Scene, { from, to }: Stretch): Stretch {
  if (!EXACT_KINDS.has(question.kind)) return { from, to };
  const held = findWanted(question, view).filter(
    (fact) => fact.fit >= 1 && fact.from >= from && fact.to <= to,
  );
  const [only] = held;
  return only === undefined || held.length > 1 ? { from, to } : { from: only.from, to: only.to };
}
