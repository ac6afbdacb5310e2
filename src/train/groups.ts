import type { Loss } from './boost.ts';

/** Rows that compete: `start` to `end` belong to one question; `weight` is how much it counts. */
export interface Group {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/**
 * The loss of choosing one row of each group by softmax. `gold` holds how right each row is; in a
 * group it is made to sum to 1. Groups without a right row teach nothing.
 */
export function chooseOne(groups: readonly Group[], gold: Float32Array): Loss {
  return (scores, slope, curve) => {
    for (const { start, end, weight } of groups) {
      let top = Number.NEGATIVE_INFINITY;
      let right = 0;
      for (let row = start; row < end; row += 1) {
        top = Math.max(top, scores[row] ?? 0);
        right += gold[row] ?? 0;
      }
      let sum = 0;
      for (let row = start; row < end; row += 1) sum += Math.exp((scores[row] ?? 0) - top);
      for (let row = start; row < end; row += 1) {
        const share = Math.exp((scores[row] ?? 0) - top) / sum;
        const wanted = right > 0 ? (gold[row] ?? 0) / right : share;
        slope[row] = weight * (share - wanted);
        curve[row] = weight * Math.max(share * (1 - share), 1e-4);
      }
    }
  };
}

/** The loss of telling right rows from wrong ones, each by itself (logistic). */
export function tellApart(gold: Float32Array, weights: Float32Array): Loss {
  return (scores, slope, curve) => {
    for (let row = 0; row < gold.length; row += 1) {
      const chance = 1 / (1 + Math.exp(-(scores[row] ?? 0)));
      const weight = weights[row] ?? 1;
      slope[row] = weight * (chance - (gold[row] ?? 0));
      curve[row] = weight * Math.max(chance * (1 - chance), 1e-4);
    }
  };
}
