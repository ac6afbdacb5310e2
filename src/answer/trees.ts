/** One boosted tree: inner nodes ask "feature ≤ limit?", leaves hold a value. */
export interface Tree {
  /** The feature each node asks about; -1 for a leaf. */
  readonly features: readonly number[];
  /** The limit of an inner node, the value of a leaf. */
  readonly values: readonly number[];
  /** Where the node for "yes" stands; the one for "no" follows it. */
  readonly next: readonly number[];
}

/** What boosted trees have learnt, as `src/train/boost.ts` makes it. */
export interface Trees {
  readonly names: readonly string[];
  readonly trees: readonly Tree[];
}

/** The score of a row of features: the sum of what each tree says. Higher is likelier. */
export function scoreTrees({ trees }: Trees, row: ArrayLike<number>): number {
  let sum = 0;
  for (const { features, values, next } of trees) {
    let node = 0;
    for (let feature = features[0] ?? -1; feature >= 0; feature = features[node] ?? -1) {
      const below = (row[feature] ?? 0) <= (values[node] ?? 0);
      node = (next[node] ?? 0) + (below ? 0 : 1);
    }
    sum += values[node] ?? 0;
  }
  return sum;
}
