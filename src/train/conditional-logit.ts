import { minimise } from './minimise.ts';

/** What may be chosen: features by name, missing ones are 0. */
export type Features = Readonly<Record<string, number>>;

/** Rows to choose one of, how right each is from 0 to 1, and how much the choice counts. */
export interface Ranking {
  readonly rows: readonly Features[];
  readonly right: readonly number[];
  readonly counts: number;
}

interface Sparse {
  readonly at: Int32Array;
  readonly values: Float64Array;
}

/** The offset of silence, which nothing pulls to 0. */
const FREE = 'silence';

/**
 * Weights of a conditional logit (McFadden 1974): the log of the chance that goes to what is right is as
 * large as it can be, less half of `pull` times the squared weights. Rounded to hundredths.
 */
export function learnChoice(rankings: readonly Ranking[], pull: number): Record<string, number> {
  const told = rankings.filter(({ right }) => right.some((one) => one > 0));
  const names = [...new Set(told.flatMap(({ rows }) => rows.flatMap((row) => Object.keys(row))))];
  const places = new Map(names.map((name, i) => [name, i]));
  const table = told.map(({ rows, right, counts }) => ({
    rows: rows.map((row) => toSparse(row, places)),
    right,
    counts,
  }));
  const all = told.reduce((sum, one) => sum + one.counts, 0);
  const decay = names.map((name) => (name === FREE ? 0 : pull));
  const weights = minimise(names.length, (now, slope) => {
    let loss = 0;
    for (const one of table) loss += addLoss(one, now, slope, one.counts / all);
    now.forEach((weight, i) => {
      loss += ((decay[i] ?? 0) * weight * weight) / 2;
      slope[i] = (slope[i] ?? 0) + (decay[i] ?? 0) * weight;
    });
    return loss;
  });
  const rounded = names.map(
    (name, i) => [name, Math.round((weights[i] ?? 0) * 100) / 100] as const,
  );
  return Object.fromEntries(rounded.filter(([, weight]) => weight !== 0));
}

function toSparse(row: Features, places: ReadonlyMap<string, number>): Sparse {
  const kept = Object.entries(row).filter(([, value]) => value !== 0);
  return {
    at: Int32Array.from(kept, ([name]) => places.get(name) ?? 0),
    values: Float64Array.from(kept, ([, value]) => value),
  };
}

/** Adds the slope of one choice's loss, and returns the loss. */
function addLoss(
  { rows, right }: { readonly rows: readonly Sparse[]; readonly right: readonly number[] },
  weights: Float64Array,
  slope: Float64Array,
  share: number,
): number {
  const scores = rows.map(({ at, values }) => {
    let score = 0;
    for (let k = 0; k < at.length; k += 1) score += (weights[at[k] ?? 0] ?? 0) * (values[k] ?? 0);
    return score;
  });
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const all = powers.reduce((a, b) => a + b, 0);
  const good = powers.reduce((sum, power, i) => sum + power * (right[i] ?? 0), 0);
  rows.forEach(({ at, values }, i) => {
    const power = powers[i] ?? 0;
    const pull = share * (power / all - (power * (right[i] ?? 0)) / good);
    for (let k = 0; k < at.length; k += 1) {
      const place = at[k] ?? 0;
      slope[place] = (slope[place] ?? 0) + pull * (values[k] ?? 0);
    }
  });
  return -share * Math.log(good / all);
}
