/** A linear-chain model: what each feature says for each label, and which label follows which. */
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

/** Scores of each label at each position, by the features alone. */
export function scoreLabels(model: SequenceModel, rows: FeatureRows): Float32Array {
  const { labels, weights, scale } = model;
  const { ids, starts, length } = rows;
  const scores = new Float32Array(length * labels);
  const sums = new Float64Array(labels);
  for (let i = 0; i < length; i += 1) {
    sums.fill(0);
    const to = starts[i + 1] ?? 0;
    for (let k = starts[i] ?? 0; k < to; k += 1) {
      const base = (ids[k] as number) * labels; // inside the arrays: no check in the innermost loops
      for (let y = 0; y < labels; y += 1) {
        sums[y] = (sums[y] as number) + (weights[base + y] as number);
      }
    }
    for (let y = 0; y < labels; y += 1) scores[i * labels + y] = (sums[y] as number) * scale;
  }
  return scores;
}

/** Sums over all label sequences: the log of the whole, forward and backward log sums. */
export interface Sums {
  readonly total: number;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
}

/** The forward-backward sums, from which probabilities are read. */
export function sumPaths(model: SequenceModel, scores: Float32Array): Sums {
  const { forward, total } = sumForward(model, scores);
  const { labels, transitions } = model;
  const length = scores.length / labels;
  const backward = new Float64Array(length * labels);
  const terms = new Float64Array(labels);
  for (let i = length - 2; i >= 0; i -= 1) {
    for (let y = 0; y < labels; y += 1) {
      for (let n = 0; n < labels; n += 1) {
        const at = (i + 1) * labels + n;
        terms[n] = (transitions[y * labels + n] ?? 0) + (scores[at] ?? 0) + (backward[at] ?? 0);
      }
      backward[i * labels + y] = logSum(terms);
    }
  }
  return { total, forward, backward };
}

/** The forward sums alone: half the work where only the whole is asked for. */
export function sumForward(
  { labels, transitions }: SequenceModel,
  scores: Float32Array,
): { readonly forward: Float64Array; readonly total: number } {
  const length = scores.length / labels;
  const forward = new Float64Array(length * labels);
  const terms = new Float64Array(labels);
  for (let i = 0; i < length; i += 1) {
    for (let y = 0; y < labels; y += 1) {
      const own = scores[i * labels + y] ?? 0;
      if (i === 0) {
        forward[y] = own + (transitions[labels * labels + y] ?? 0);
        continue;
      }
      for (let p = 0; p < labels; p += 1) {
        terms[p] = (forward[(i - 1) * labels + p] ?? 0) + (transitions[p * labels + y] ?? 0);
      }
      forward[i * labels + y] = own + logSum(terms);
    }
  }
  for (let y = 0; y < labels; y += 1) terms[y] = forward[(length - 1) * labels + y] ?? 0;
  return { forward, total: logSum(terms) };
}

/** The log of a sum of exponentials. */
function logSum(terms: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const term of terms) if (term > most) most = term;
  if (most === Number.NEGATIVE_INFINITY) return most;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - most);
  return most + Math.log(sum);
}

/** The score of one label sequence; less the log of the whole sum, the log of its probability. */
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
