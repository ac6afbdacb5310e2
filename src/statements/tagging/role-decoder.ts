import { reused } from './reused.ts';
import type { SequenceModel } from './sequence-model.ts';

const LABELS = 6; // as the role tagger has them
const STATES = LABELS * 4; // each label before and after the source, before and after any content
const SOURCE = LABELS; // what the number of a state grows by once the source has begun,
const CONTENT = LABELS * 2; // and once content has

// How much likelier (as a logarithm) labels without a source must be than the best with one: the
// corpus leaves one attribution in 17 without, the tagger alone one in 5.
const SOURCELESS = 4;

/** The transitions that labels may make from state to state, with the model's score of each. */
interface Steps {
  readonly from: Int8Array;
  readonly to: Int8Array;
  readonly score: Float64Array;
}

const known = new WeakMap<SequenceModel, Steps>(); // the same for every cue

const newBack = reused((length) => new Int8Array(length));
const newLabels = reused((length) => new Int8Array(length));

/**
 * The best labels with some content and at most one source (Viterbi). Whether there is
 * anything at all is decided separately, by the probability that everything is outside: the probabilities of many ways to
 * draw the borders add up, though each alone is small. They are valid until the next call.
 */
export function decodeRoles(model: SequenceModel, scores: Float32Array): Int8Array {
  const length = scores.length / LABELS;
  const steps = stepsOf(model);
  const { from, to, score } = steps;
  const back = newBack(length * STATES);
  let row = startRow(model, scores);
  let next: Float64Array = new Float64Array(STATES);
  for (let i = 1; i < length; i += 1) {
    next.fill(Number.NEGATIVE_INFINITY);
    for (let k = 0; k < from.length; k += 1) {
      const state = to[k] as number;
      const value = (row[from[k] as number] as number) + (score[k] as number);
      if (value > (next[state] as number)) {
        next[state] = value;
        back[i * STATES + state] = from[k] as number;
      }
    }
    for (let state = 0; state < STATES; state += 1) {
      next[state] = (next[state] as number) + (scores[i * LABELS + (state % LABELS)] as number);
    }
    [row, next] = [next, row];
  }
  return traceBack(row, back, length);
}

function startRow({ transitions }: SequenceModel, scores: Float32Array): Float64Array {
  const row = new Float64Array(STATES).fill(Number.NEGATIVE_INFINITY);
  for (let y = 0; y < LABELS; y += 1) {
    if (!mayFollow(0, y)) continue;
    row[stateAfter(0, y)] = (scores[y] ?? 0) + (transitions[LABELS * LABELS + y] ?? 0);
  }
  return row;
}

/** The state that a label leads to. */
function stateAfter(state: number, label: number): number {
  const source = label === 1 || label === 2 || hasSource(state) ? SOURCE : 0;
  const content = label >= 3 || state >= CONTENT ? CONTENT : 0;
  return label + source + content;
}

function hasSource(state: number): boolean {
  return state % CONTENT >= SOURCE;
}

/** Whether a label may follow another: what has begun continues, and content runs to a last word. */
function mayFollow(before: number, label: number): boolean {
  if (before === 3 || before === 4) return label >= 4;
  return label === 2 ? before === 1 || before === 2 : label !== 4;
}

function stepsOf(model: SequenceModel): Steps {
  const read = known.get(model);
  if (read !== undefined) return read;
  const steps = readSteps(model);
  known.set(model, steps);
  return steps;
}

function readSteps({ transitions }: SequenceModel): Steps {
  const steps: (readonly [number, number, number])[] = [];
  for (let from = 0; from < STATES; from += 1) {
    const before = from % LABELS;
    if (stateAfter(from, before) !== from) continue; // no labels lead there
    for (let y = 0; y < LABELS; y += 1) {
      const secondSource = y === 1 && hasSource(from);
      if (secondSource || !mayFollow(before, y)) continue;
      steps.push([from, stateAfter(from, y), transitions[before * LABELS + y] ?? 0]);
    }
  }
  return {
    from: Int8Array.from(steps, ([from]) => from),
    to: Int8Array.from(steps, ([, to]) => to),
    score: Float64Array.from(steps, ([, , score]) => score),
  };
}

function traceBack(row: Float64Array, back: Int8Array, length: number): Int8Array {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let state = CONTENT; state < STATES; state += 1) {
    const value = (row[state] ?? 0) - (hasSource(state) ? 0 : SOURCELESS);
    if (value > most) [best, most] = [state, value];
  }
  const labels = newLabels(length);
  for (let i = length - 1; i >= 0; i -= 1) {
    labels[i] = best % LABELS;
    best = back[i * STATES + best] ?? 0;
  }
  return labels;
}
