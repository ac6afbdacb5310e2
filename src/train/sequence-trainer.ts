import {
  type FeatureRows,
  type SequenceModel,
  type Sums,
  scoreLabels,
  sumBackward,
  sumForward,
} from '../statements/tagging/sequence-model.ts';
import { seeded, shuffle } from './shuffle.ts';

/** One sequence to learn from. */
export interface Example {
  readonly rows: () => FeatureRows;
  readonly labels: Int8Array;
}

/** How a model is trained. */
export interface Schedule {
  readonly labels: number;
  readonly bits: number;
  readonly epochs: number;
  /** The step size of AdaGrad. */
  readonly rate: number;
  /** How strongly each weight is drawn to 0 in an epoch, as in an L2 penalty of `decay / 2 · w²`. */
  readonly decay: number;
  /** The share of features left out at random at each word, so that none is relied on alone. */
  readonly dropout: number;
  /** Features seen in fewer places are left out. */
  readonly leastCount: number;
  readonly log: (line: string) => void;
}

/**
 * Trains a linear-chain conditional random field by stochastic gradients (AdaGrad), and returns the
 * mean of the weights over the last half of the epochs. The order of examples is shuffled by a
 * fixed seed: the same examples give the same model.
 */
export function trainSequenceModel(
  examples: readonly Example[],
  schedule: Schedule,
): SequenceModel {
  const { labels, bits, epochs } = schedule;
  const size = (1 << bits) * labels;
  const model = {
    labels,
    weights: new Float32Array(size),
    scale: 1,
    transitions: new Float32Array((labels + 1) * labels),
  };
  const random = seeded(7);
  const rows = examples.map((example) => copyRows(example.rows()));
  const state: State = {
    model,
    schedule,
    squares: new Float32Array(size).fill(1),
    transitionSquares: new Float32Array(model.transitions.length).fill(1),
    decays: decaysOf(rows, schedule),
    random,
  };
  const mean = {
    weights: new Float32Array(size),
    transitions: new Float32Array(model.transitions.length),
    count: 0,
  };
  const order = examples.map((_, i) => i);
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    shuffle(order, random);
    let loss = 0;
    for (const i of order) {
      const [own, example] = [rows[i], examples[i]];
      if (own !== undefined && example !== undefined && own.length > 0)
        loss += step(state, thin(own, state), example.labels);
    }
    schedule.log(`epoch ${epoch} of ${epochs}: loss ${(loss / examples.length).toFixed(4)}`);
    if (epoch * 2 > epochs) {
      addTo(mean.weights, model.weights);
      addTo(mean.transitions, model.transitions);
      mean.count += 1;
    }
  }
  // all features are there when the model is used: each counts for less
  divide(mean.weights, mean.count / (1 - schedule.dropout));
  divide(mean.transitions, mean.count);
  return { labels, scale: 1, weights: mean.weights, transitions: mean.transitions };
}

interface State {
  readonly model: SequenceModel & { readonly weights: Float32Array };
  readonly schedule: Schedule;
  readonly squares: Float32Array;
  readonly transitionSquares: Float32Array;
  /** How much of its weight a feature loses at each touch; negative for one that is too rare. */
  readonly decays: Float32Array;
  readonly random: () => number;
}

/** The rows on their own: half a gigabyte for all of a corpus, made once, where time is scarcer. */
function copyRows({ ids, starts, length }: FeatureRows): FeatureRows {
  return { ids: ids.slice(0, starts[length]), starts: starts.slice(), length };
}

/** The decay of each feature bucket: what an epoch takes, parted over the places it is seen in. */
function decaysOf(
  rows: readonly FeatureRows[],
  { bits, leastCount, decay }: Schedule,
): Float32Array {
  const counts = new Float32Array(1 << bits);
  for (const { ids } of rows) {
    for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  }
  return counts.map((count) => (count < leastCount ? -1 : decay / count));
}

/** The rows without those that are too rare, and without those that chance leaves out. */
function thin(rows: FeatureRows, { decays, random, schedule }: State): FeatureRows {
  const ids = new Int32Array(rows.ids.length);
  const starts = new Int32Array(rows.length + 1);
  let count = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const to = rows.starts[i + 1] ?? 0;
    for (let k = rows.starts[i] ?? 0; k < to; k += 1) {
      const id = rows.ids[k] ?? 0;
      if ((decays[id] ?? -1) < 0 || random() < schedule.dropout) continue;
      ids[count] = id;
      count += 1;
    }
    starts[i + 1] = count;
  }
  return { ids, starts, length: rows.length };
}

/** One step along the gradient of an example; its loss before. `right` are its labels. */
function step(state: State, rows: FeatureRows, right: Int8Array): number {
  const { model } = state;
  const { labels } = model;
  const scores = scoreLabels(model, rows);
  const sums = sumForward(model, scores);
  const backward = sumBackward(model, sums);
  let gold = 0;
  let before = labels;
  for (let i = 0; i < rows.length; i += 1) {
    const y = right[i] ?? 0;
    gold += (scores[i * labels + y] ?? 0) + (model.transitions[before * labels + y] ?? 0);
    before = y;
  }
  learnTransitions(state, right, sums, backward);
  for (let i = 0; i < rows.length; i += 1) {
    learnWord(state, rows, chancesAt(sums, backward, i, labels), right[i] ?? 0, i);
  }
  return sums.total - gold;
}

const chances = new Float64Array(16);

function chancesAt(
  { forward }: Sums,
  backward: Float64Array,
  i: number,
  labels: number,
): Float64Array {
  for (let y = 0; y < labels; y += 1) {
    chances[y] = (forward[i * labels + y] as number) * (backward[i * labels + y] as number);
  }
  return chances;
}

function learnWord(
  { model, squares, decays, schedule }: State,
  rows: FeatureRows,
  gradients: Float64Array,
  right: number,
  i: number,
): void {
  const { labels, weights } = model;
  gradients[right] = (gradients[right] as number) - 1;
  let any = false;
  for (let y = 0; y < labels; y += 1) if (Math.abs(gradients[y] as number) > 1e-3) any = true;
  if (!any) return;
  const to = rows.starts[i + 1] ?? 0;
  for (let k = rows.starts[i] ?? 0; k < to; k += 1) {
    const id = rows.ids[k] as number; // inside the arrays: no check in the innermost loops
    const decay = decays[id] as number;
    for (let y = 0; y < labels; y += 1) {
      const at = id * labels + y;
      const weight = weights[at] as number;
      const gradient = (gradients[y] as number) + decay * weight;
      const square = (squares[at] as number) + gradient * gradient;
      squares[at] = square;
      weights[at] = weight - (schedule.rate * gradient) / Math.sqrt(square);
    }
  }
}

function learnTransitions(
  { model, transitionSquares, schedule }: State,
  right: Int8Array,
  { forward, local, steps, scales }: Sums,
  backward: Float64Array,
): void {
  const { labels, transitions } = model;
  const expected = new Float64Array(transitions.length);
  for (let y = 0; y < labels; y += 1) {
    expected[labels * labels + y] = (forward[y] as number) * (backward[y] as number);
  }
  for (let i = 1; i < scales.length; i += 1) {
    for (let y = 0; y < labels; y += 1) {
      const at = i * labels + y;
      const after = ((local[at] as number) * (backward[at] as number)) / (scales[i] as number);
      for (let p = 0; p < labels; p += 1) {
        const edge = p * labels + y;
        const value = (forward[at - y - labels + p] as number) * (steps[edge] as number) * after;
        expected[edge] = (expected[edge] as number) + value;
      }
    }
  }
  let before = labels;
  for (const y of right) {
    const edge = before * labels + y;
    expected[edge] = (expected[edge] ?? 0) - 1;
    before = y;
  }
  for (let edge = 0; edge < expected.length; edge += 1) {
    const gradient = expected[edge] ?? 0;
    const square = (transitionSquares[edge] ?? 0) + gradient * gradient;
    transitionSquares[edge] = square;
    transitions[edge] = (transitions[edge] ?? 0) - (schedule.rate * gradient) / Math.sqrt(square);
  }
}

function addTo(sum: Float32Array, values: Float32Array | Int8Array): void {
  for (let k = 0; k < sum.length; k += 1) sum[k] = (sum[k] ?? 0) + (values[k] ?? 0);
}

function divide(values: Float32Array, by: number): void {
  for (let k = 0; k < values.length; k += 1) values[k] = (values[k] ?? 0) / by;
}
