import type { Tree, Trees } from '../answer/trees.ts';
import { type Binned, binRows } from './bins.ts';
import { makeRandom } from './random.ts';

/** Rows to learn from: one after the other, `names.length` numbers each. */
export interface Rows {
  readonly names: readonly string[];
  readonly values: Float32Array;
}

/** The slope and curvature of the loss at each row, for the scores so far. */
export type Loss = (scores: Float64Array, slope: Float64Array, curve: Float64Array) => void;

export interface BoostSettings {
  readonly rounds: number;
  readonly rate: number;
  readonly leaves: number;
  /** The least curvature in a leaf, and what holds leaf values down. */
  readonly least: number;
  readonly ridge: number;
  /** Share of the features that a tree may use, and of the rows that it is grown on. */
  readonly columns: number;
  readonly rows: number;
}

interface Leaf {
  readonly node: number;
  readonly rows: Int32Array;
  readonly sums: Float64Array; // per bin of each feature: slope, curvature
  readonly split: Split | null;
}

interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly gain: number;
}

/** Learns boosted trees by histograms, best leaf first. The same rows give the same trees. */
export function boost(rows: Rows, loss: Loss, settings: BoostSettings, seed: number): Trees {
  const binned = binRows(rows);
  const { count } = binned;
  const scores = new Float64Array(count);
  const slope = new Float64Array(count);
  const curve = new Float64Array(count);
  const random = makeRandom(seed);
  const all = Int32Array.from({ length: count }, (_, i) => i);
  const trees: Tree[] = [];
  for (let round = 0; round < settings.rounds; round += 1) {
    loss(scores, slope, curve);
    const columns = pickColumns(rows.names.length, settings.columns, random);
    const picked = all.filter(() => random() < settings.rows);
    const { tree, bins } = growTree(binned, picked, slope, curve, columns, settings);
    trees.push(tree);
    for (let row = 0; row < count; row += 1)
      scores[row] = (scores[row] as number) + valueAt(tree, bins, binned, row);
  }
  return { names: rows.names, trees };
}

/** The mean of trees grown from several seeds: one growth alone stands a point above or below. */
export function boostMean(
  rows: Rows,
  loss: Loss,
  settings: BoostSettings,
  seeds: readonly number[],
): Trees {
  const share = (tree: Tree): Tree => ({
    ...tree,
    values: tree.values.map((value, node) =>
      tree.features[node] === -1 ? Number((value / seeds.length).toPrecision(4)) : value,
    ),
  });
  const grown = seeds.map((seed) => boost(rows, loss, settings, seed));
  return { names: rows.names, trees: grown.flatMap(({ trees }) => trees.map(share)) };
}

/** A share of the features, the same number each time. */
function pickColumns(count: number, share: number, random: () => number): readonly boolean[] {
  const lots = Array.from({ length: count }, () => random());
  const last = lots.toSorted((a, b) => a - b)[Math.round(count * share) - 1] ?? 1;
  return lots.map((lot) => lot <= last);
}

/** What a tree says to a row, asked by its bins. */
function valueAt(
  { features, values, next }: Tree,
  bins: readonly number[],
  binned: Binned,
  row: number,
): number {
  let node = 0;
  for (let feature = features[0] ?? -1; feature >= 0; feature = features[node] ?? -1) {
    const below = (binned.columns[feature]?.[row] ?? 0) <= (bins[node] ?? 0);
    node = (next[node] ?? 0) + (below ? 0 : 1);
  }
  return values[node] ?? 0;
}

function growTree(
  binned: Binned,
  picked: Int32Array,
  slope: Float64Array,
  curve: Float64Array,
  columns: readonly boolean[],
  settings: BoostSettings,
): { readonly tree: Tree; readonly bins: readonly number[] } {
  const features: number[] = [-1];
  const values: number[] = [0];
  const next: number[] = [0];
  const bins: number[] = [0];
  const makeLeaf = (node: number, rows: Int32Array, sums: Float64Array): Leaf => ({
    node,
    rows,
    sums,
    split: findSplit(binned, sums, columns, settings),
  });
  const leaves = [makeLeaf(0, picked, sumBins(binned, picked, slope, curve, columns))];
  while (leaves.length < settings.leaves) {
    const best = leaves.reduce((top, leaf) =>
      (leaf.split?.gain ?? 0) > (top.split?.gain ?? 0) ? leaf : top,
    );
    const { split } = best;
    if (split === null) break;
    leaves.splice(leaves.indexOf(best), 1);
    const column = binned.columns[split.feature] ?? new Uint8Array();
    const low = best.rows.filter((row) => (column[row] ?? 0) <= split.bin);
    const high = best.rows.filter((row) => (column[row] ?? 0) > split.bin);
    const few = sumBins(binned, low.length < high.length ? low : high, slope, curve, columns);
    const many = best.sums.map((sum, i) => sum - (few[i] ?? 0));
    const node = features.length;
    features[best.node] = split.feature;
    values[best.node] = binned.limits[split.feature]?.[split.bin] ?? 0;
    next[best.node] = node;
    bins[best.node] = split.bin;
    features.push(-1, -1);
    values.push(0, 0);
    next.push(0, 0);
    bins.push(0, 0);
    leaves.push(makeLeaf(node, low, low.length < high.length ? few : many));
    leaves.push(makeLeaf(node + 1, high, low.length < high.length ? many : few));
  }
  for (const { node, rows } of leaves) {
    let down = 0;
    let bend = settings.ridge;
    for (const row of rows) {
      down += slope[row] ?? 0;
      bend += curve[row] ?? 0;
    }
    values[node] = Number(((-down / bend) * settings.rate).toPrecision(4));
  }
  return { tree: { features, values, next }, bins };
}

/** Slope and curvature summed over the rows, for each bin of each feature that may be used. */
function sumBins(
  { columns, bins }: Binned,
  rows: Int32Array,
  slope: Float64Array,
  curve: Float64Array,
  allowed: readonly boolean[],
): Float64Array {
  const sums = new Float64Array(columns.length * bins * 2);
  columns.forEach((column, feature) => {
    if (allowed[feature] !== true) return;
    const from = feature * bins * 2;
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i] as number;
      const at = from + (column[row] as number) * 2;
      sums[at] = (sums[at] as number) + (slope[row] as number);
      sums[at + 1] = (sums[at + 1] as number) + (curve[row] as number);
    }
  });
  return sums;
}

function findSplit(
  { columns, bins, limits }: Binned,
  sums: Float64Array,
  allowed: readonly boolean[],
  { least, ridge }: BoostSettings,
): Split | null {
  let best: Split | null = null;
  for (let feature = 0; feature < columns.length; feature += 1) {
    if (allowed[feature] !== true) continue;
    const from = feature * bins * 2;
    let down = 0;
    let bend = 0;
    for (let bin = 0; bin < bins; bin += 1) {
      down += sums[from + 2 * bin] ?? 0;
      bend += sums[from + 2 * bin + 1] ?? 0;
    }
    let lowDown = 0;
    let lowBend = 0;
    for (let bin = 0; bin < (limits[feature]?.length ?? 0); bin += 1) {
      lowDown += sums[from + 2 * bin] ?? 0;
      lowBend += sums[from + 2 * bin + 1] ?? 0;
      if (lowBend < least || bend - lowBend < least) continue;
      const gain =
        lowDown ** 2 / (lowBend + ridge) +
        (down - lowDown) ** 2 / (bend - lowBend + ridge) -
        down ** 2 / (bend + ridge);
      if (gain > (best?.gain ?? 1e-6)) best = { feature, bin, gain };
    }
  }
  return best;
}
