import type { Sought } from './match.ts';
import type { Ranked } from './rank.ts';

/** The least probability at which an answer is given. */
export const THRESHOLD = 0.5;

/** How likely it is, from 0 to 1, that the best sentence answers the question. */
export function probability(sought: Sought, ranked: readonly Ranked[]): number {
  const best = ranked[0];
  if (best === undefined || sought.terms.length === 0) return 0;
  const { loose } = best.matched;
  const share = sought.terms.reduce((sum, { weight }, i) => sum + weight * (loose[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-(6 * (share / sought.total) - 2.5)));
}
