import {
  type FeatureRows,
  type SequenceModel,
  type Sums,
  scoreLabels,
  sumPaths,
} from '../story/sequence-model.ts';

/** One sequence to learn from. Features are made anew each time: they are cheaper than memory. */
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
  const state: State = {
    model,
    schedule,
    squares: new Float32Array(size).fill(1),
    transitionSquares: new Float32Array(model.transitions.length).fill(1),
    decays: decaysOf(examples, schedule),
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
      const example = examples[i];
      if (example !== undefined && example.labels.length > 0) loss += step(state, example);
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

/** The mean of models with the same labels. */
export function meanModel(models: readonly SequenceModel[]): SequenceModel {
  const [first] = models;
  if (first === undefined) throw new Error('no models to take the mean of');
  const weights = new Float32Array(first.weights.length);
  const transitions = new Float32Array(first.transitions.length);
  for (const model of models) {
    addTo(weights, model.weights);
    addTo(transitions, model.transitions);
  }
  divide(weights, models.length);
  divide(transitions, models.length);
  return { labels: first.labels, scale: 1, weights, transitions };
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

/** The decay of each feature bucket: what an epoch takes, parted over the places it is seen in. */
function decaysOf(
  examples: readonly Example[],
  { bits, leastCount, decay }: Schedule,
): Float32Array {
  const counts = new Float32Array(1 << bits);
  for (const example of examples) {
    const { ids, starts, length } = example.rows();
    const to = starts[length] ?? 0;
    for (let k = 0; k < to; k += 1) {
      const id = ids[k] ?? 0;
      counts[id] = (counts[id] ?? 0) + 1;
    }
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

/** One step along the gradient of an example; its loss before. */
function step(state: State, example: Example): number {
  const { model } = state;
  const { labels } = model;
  const rows = thin(example.rows(), state);
  const scores = scoreLabels(model, rows);
  const sums = sumPaths(model, scores);
  let gold = 0;
  let before = labels;
  for (let i = 0; i < rows.length; i += 1) {
    const right = example.labels[i] ?? 0;
    gold += (scores[i * labels + right] ?? 0) + (model.transitions[before * labels + right] ?? 0);
    before = right;
  }
  learnTransitions(state, example, scores, sums);
  for (let i = 0; i < rows.length; i += 1) learnWord(state, example, rows, sums, i);
  return sums.total - gold;
}

const gradients = new Float64Array(16);

function learnWord(state: State, example: Example, rows: FeatureRows, sums: Sums, i: number): void {
  const { model, squares, decays, schedule } = state;
  const { labels, weights } = model;
  let any = false;
  for (let y = 0; y < labels; y += 1) {
    const at = i * labels + y;
    const share = Math.exp((sums.forward[at] ?? 0) + (sums.backward[at] ?? 0) - sums.total);
    const gradient = share - (example.labels[i] === y ? 1 : 0);
    gradients[y] = gradient;
    if (Math.abs(gradient) > 1e-3) any = true;
  }
  if (!any) return;
  const to = rows.starts[i + 1] ?? 0;
  for (let k = rows.starts[i] ?? 0; k < to; k += 1) {
    const id = rows.ids[k] ?? 0;
    const decay = decays[id] ?? 0;
    for (let y = 0; y < labels; y += 1) {
      const at = id * labels + y;
      const weight = weights[at] ?? 0;
      const gradient = (gradients[y] ?? 0) + decay * weight;
      const square = (squares[at] ?? 0) + gradient * gradient;
      squares[at] = square;
      weights[at] = weight - (schedule.rate * gradient) / Math.sqrt(square);
    }
  }
}

function learnTransitions(state: State, example: Example, scores: Float32Array, sums: Sums): void {
  const { model, transitionSquares, schedule } = state;
  const { labels, transitions } = model;
  const expected = new Float64Array(transitions.length);
  const length = scores.length / labels;
  for (let y = 0; y < labels; y += 1) {
    expected[labels * labels + y] = Math.exp(
      (sums.forward[y] ?? 0) + (sums.backward[y] ?? 0) - sums.total,
    );
  }
  for (let i = 1; i < length; i += 1) {
    for (let p = 0; p < labels; p += 1) {
      const left = (sums.forward[(i - 1) * labels + p] ?? 0) - sums.total;
      for (let y = 0; y < labels; y += 1) {
        const at = i * labels + y;
        const edge = p * labels + y;
        const value =
          left + (transitions[edge] ?? 0) + (scores[at] ?? 0) + (sums.backward[at] ?? 0);
        expected[edge] = (expected[edge] ?? 0) + Math.exp(value);
      }
    }
  }
  let before = labels;
  for (const y of example.labels) {
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

/** Numbers in [0, 1) that are the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

function shuffle(values: number[], random: () => number): void {
  for (let i = values.length - 1; i > 0; i -= 1) {
    const k = Math.floor(random() * (i + 1));
    [values[i], values[k]] = [values[k] ?? 0, values[i] ?? 0];
  }
}
