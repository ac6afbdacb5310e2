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

const TRUNCATION = 10; // places from the top that a pair must touch to teach anything

/**
 * The loss of putting a right row above each wrong one of its group, a pair counting for what it
 * would change in NDCG (LambdaRank: Burges, From RankNet to LambdaRank to LambdaMART, 2010), as
 * LightGBM reckons it. Groups without a right or a wrong row teach nothing.
 */
export function putFirst(groups: readonly Group[], gold: Float32Array): Loss {
  return (scores, slope, curve) => {
    slope.fill(0);
    curve.fill(0);
    for (const { start, end, weight } of groups) {
      const order = Array.from({ length: end - start }, (_, i) => start + i).sort(
        (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b,
      );
      const isRight = order.map((row) => (gold[row] ?? 0) > 0);
      const best = isRight.filter(Boolean).reduce((sum, _, i) => sum + discount(i), 0);
      const spread = (scores[order[0] ?? 0] ?? 0) - (scores[order.at(-1) ?? 0] ?? 0);
      let all = 0;
      for (let i = 0; i < Math.min(TRUNCATION, order.length); i += 1) {
        for (let j = i + 1; j < order.length; j += 1) {
          if (isRight[i] === isRight[j]) continue;
          const [right, wrong] = isRight[i] === true ? [order[i], order[j]] : [order[j], order[i]];
          const ahead = (scores[right as number] ?? 0) - (scores[wrong as number] ?? 0);
          const change = (discount(i) - discount(j)) / best;
          // nearly equal scores count fully, clearly parted ones less
          const worth = spread > 0 ? change / (0.01 + Math.abs(ahead)) : change;
          const chance = 1 / (1 + Math.exp(ahead));
          const bend = worth * chance * (1 - chance);
          slope[right as number] = (slope[right as number] ?? 0) - worth * chance;
          slope[wrong as number] = (slope[wrong as number] ?? 0) + worth * chance;
          curve[right as number] = (curve[right as number] ?? 0) + bend;
          curve[wrong as number] = (curve[wrong as number] ?? 0) + bend;
          all += 2 * worth * chance;
        }
      }
      const norm = all > 0 ? (weight * Math.log2(1 + all)) / all : 0;
      for (const row of order) {
        slope[row] = (slope[row] ?? 0) * norm;
        curve[row] = (curve[row] ?? 0) * norm;
      }
    }
  };
}

function discount(place: number): number {
  return 1 / Math.log2(2 + place);
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
