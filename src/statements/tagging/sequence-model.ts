import { reused } from './reused.ts';

/** A linear-chain model: the weight of each feature for each label, and which label follows which. */
export interface SequenceModel {
  readonly labels: number;
  /** `weights[feature * labels + label]`. */
  readonly weights: Float32Array | Int8Array;
  /** What a weight of 1 is worth. */
  readonly scale: number;
  /** `transitions[before * labels + label]`; the row `labels` is the start. */
  readonly transitions: Float32Array;
}

/** The features of each position, flattened: those of `i` are `ids[starts[i]]` up to `ids[starts[i + 1]]`. */
export interface FeatureRows {
  readonly ids: Int32Array;
  readonly starts: Int32Array;
  readonly length: number;
}

const newScores = reused((length) => new Float32Array(length));
const newLocal = reused((length) => new Float64Array(length));
const newForward = reused((length) => new Float64Array(length));
const newScales = reused((length) => new Float64Array(length));
const newBackward = reused((length) => new Float64Array(length));

/** Scores of each label at each position, by the features alone. They are valid until the next call, as what is made of them. */
export function scoreLabels(model: SequenceModel, rows: FeatureRows): Float32Array {
  const { labels, weights, scale } = model;
  const { ids, starts, length } = rows;
  const scores = newScores(length * labels);
  if (labels === 6 && weights instanceof Int8Array) {
    scoreInPairs(pairsOf(model, weights), scale, rows, scores);
    return scores;
  }
  for (let i = 0; i < length; i += 1) {
    const from = starts[i] as number; // inside the arrays: no check, also below
    const to = starts[i + 1] as number;
    for (let y = 0; y < labels; y += 3) {
      let [a, b, c] = [0, 0, 0]; // three labels in one go over the features take half the time
      for (let k = from; k < to; k += 1) {
        const at = (ids[k] as number) * labels + y;
        a += weights[at] as number;
        b += weights[at + 1] as number;
        c += weights[at + 2] as number;
      }
      const at = i * labels + y;
      scores[at] = a * scale;
      scores[at + 1] = b * scale;
      if (y + 2 < labels) scores[at + 2] = c * scale; // the judge has only two
    }
  }
  return scores;
}

const pairs = new WeakMap<SequenceModel, Int32Array>();

/** Weights of six labels, two in a number: sums of 16 bits are enough for 250 features of 8 bits. */
function pairsOf(model: SequenceModel, weights: Int8Array): Int32Array {
  const known = pairs.get(model);
  if (known !== undefined) return known;
  const made = new Int32Array(weights.length / 2);
  for (let k = 0; k < made.length; k += 1)
    made[k] = (weights[2 * k] ?? 0) + 65_536 * (weights[2 * k + 1] ?? 0);
  pairs.set(model, made);
  return made;
}

function scoreInPairs(
  weights: Int32Array,
  scale: number,
  { ids, starts, length }: FeatureRows,
  scores: Float32Array,
): void {
  for (let i = 0; i < length; i += 1) {
    const to = starts[i + 1] as number;
    let [a, b, c] = [0, 0, 0];
    for (let k = starts[i] as number; k < to; k += 1) {
      const at = (ids[k] as number) * 3;
      a = (a + (weights[at] as number)) | 0;
      b = (b + (weights[at + 1] as number)) | 0;
      c = (c + (weights[at + 2] as number)) | 0;
    }
    const at = i * 6;
    scores[at] = low(a) * scale;
    scores[at + 1] = high(a) * scale;
    scores[at + 2] = low(b) * scale;
    scores[at + 3] = high(b) * scale;
    scores[at + 4] = low(c) * scale;
    scores[at + 5] = high(c) * scale;
  }
}

const low = (pair: number): number => (pair << 16) >> 16;
const high = (pair: number): number => (pair - low(pair)) >> 16;

/** Sums over all label sequences, each position's scaled to add up to 1 so that none overflows. */
export interface Sums {
  /** The log of the sum over all. */
  readonly total: number;
  /** Exponentials: of the scores of each position less their greatest, of the transitions. */
  readonly local: Float64Array;
  readonly steps: Float64Array;
  readonly forward: Float64Array;
  /** What each position's forward sums were divided by. */
  readonly scales: Float64Array;
}

/** The forward sums: enough if only the total is needed. */
export function sumForward(model: SequenceModel, scores: Float32Array): Sums {
  const { labels } = model;
  const length = scores.length / labels;
  const steps = stepsOf(model);
  const local = newLocal(scores.length);
  const forward = newForward(scores.length);
  const scales = newScales(length);
  let total = 0;
  for (let i = 0; i < length; i += 1) {
    const at = i * labels;
    let most = Number.NEGATIVE_INFINITY;
    for (let y = 0; y < labels; y += 1) {
      if ((scores[at + y] as number) > most) most = scores[at + y] as number;
    }
    let scale = 0;
    for (let y = 0; y < labels; y += 1) {
      let before = i === 0 ? (steps[labels * labels + y] as number) : 0;
      for (let p = i === 0 ? labels : 0; p < labels; p += 1) {
        before += (forward[at - labels + p] as number) * (steps[p * labels + y] as number);
      }
      const own = Math.exp((scores[at + y] as number) - most);
      local[at + y] = own;
      forward[at + y] = own * before;
      scale += own * before;
    }
    for (let y = 0; y < labels; y += 1) forward[at + y] = (forward[at + y] as number) / scale;
    scales[i] = scale;
    total += most + Math.log(scale);
  }
  return { total, local, steps, forward, scales };
}

const steps = new WeakMap<SequenceModel, Float64Array>();

/** The exponentials of a model's transitions: those of weights in 8 bits don't change any more. */
function stepsOf(model: SequenceModel): Float64Array {
  const known = steps.get(model);
  if (known !== undefined) return known;
  const made = Float64Array.from(model.transitions, Math.exp);
  if (model.weights instanceof Int8Array) steps.set(model, made);
  return made;
}

/** The backward sums, on the scale of the forward ones: the product of both is a label's probability. */
export function sumBackward(
  { labels }: SequenceModel,
  { local, steps, forward, scales }: Sums,
): Float64Array {
  const backward = newBackward(forward.length).fill(1);
  for (let at = forward.length - 2 * labels; at >= 0; at -= labels) {
    const scale = scales[at / labels + 1] as number;
    for (let y = 0; y < labels; y += 1) {
      let after = 0;
      for (let n = 0; n < labels; n += 1) {
        const next = at + labels + n;
        after +=
          (steps[y * labels + n] as number) * (local[next] as number) * (backward[next] as number);
      }
      backward[at + y] = after / scale;
    }
  }
  return backward;
}

/** The probability of each label at each position. */
export function findChances(model: SequenceModel, sums: Sums): Float64Array {
  const chances = sumBackward(model, sums);
  for (let at = 0; at < chances.length; at += 1) {
    chances[at] = (sums.forward[at] as number) * (chances[at] as number);
  }
  return chances;
}

/** The score of one label sequence; minus the log of the total, it is the log of its probability. */
export function scorePath(model: SequenceModel, scores: Float32Array, path: Int8Array): number {
  const { labels, transitions } = model;
  let score = 0;
  let before = labels;
  for (let i = 0; i < path.length; i += 1) {
    const y = path[i] ?? 0;
    score += (scores[i * labels + y] ?? 0) + (transitions[before * labels + y] ?? 0);
    before = y;
  }
  return score;
}
