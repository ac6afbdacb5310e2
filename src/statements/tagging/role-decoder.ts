import { reused } from './reused.ts';
import type { SequenceModel } from './sequence-model.ts';

const LABELS = 6; // as the role tagger has them
const STATES = LABELS * 4; // each label before and after the source, before and after any content
const SOURCE = LABELS; // what the number of a state grows by once the source has begun,
const CONTENT = LABELS * 2; // and once content has

// How much likelier (as a logarithm) labels without a source must be than the best with one: the
// corpus leaves one attribution in 17 without, the tagger alone one in 5.
const SOURCELESS = 4;

/** The states that labels may lead to, and the steps to each of them: those to `to[s]` are `starts[s]` up to `starts[s + 1]`. */
interface Steps {
  readonly to: Int8Array;
  readonly starts: Int8Array;
  readonly from: Int8Array;
  /** The model's score of the transition. */
  readonly score: Float64Array;
}

const known = new WeakMap<SequenceModel, Steps>(); // the same for every cue

const newRows = reused((length) => new Float64Array(length));
const newLabels = reused((length) => new Int8Array(length));

/**
 * The best labels with some content and at most one source (Viterbi). Whether there is
 * anything at all is decided separately, by the probability that everything is outside: the probabilities of many ways to
 * draw the borders add up, though each alone is small. They are valid until the next call.
 */
export function decodeRoles(model: SequenceModel, scores: Float32Array): Int8Array {
  const length = scores.length / LABELS;
  const steps = stepsOf(model);
  const rows = newRows(length * STATES).fill(Number.NEGATIVE_INFINITY); // the best score of each state at each position
  for (let y = 0; y < LABELS; y += 1) {
    if (!mayFollow(0, y)) continue;
    rows[stateAfter(0, y)] = (scores[y] ?? 0) + (model.transitions[LABELS * LABELS + y] ?? 0);
  }
  for (let i = 1; i < length; i += 1) addRow(steps, rows, scores, i);
  return traceBack(steps, rows, length);
}

function addRow(
  { to, starts, from, score }: Steps,
  rows: Float64Array,
  scores: Float32Array,
  i: number,
): void {
  const before = (i - 1) * STATES;
  for (let s = 0; s < to.length; s += 1) {
    const state = to[s] as number; // inside the arrays: no check, also below
    const end = starts[s + 1] as number;
    let most = Number.NEGATIVE_INFINITY;
    for (let k = starts[s] as number; k < end; k += 1) {
      most = Math.max(most, (rows[before + (from[k] as number)] as number) + (score[k] as number));
    }
    rows[before + STATES + state] = most + (scores[i * LABELS + (state % LABELS)] as number);
  }
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
  const steps = new Map<number, (readonly [from: number, score: number])[]>();
  for (let from = 0; from < STATES; from += 1) {
    const before = from % LABELS;
    if (stateAfter(from, before) !== from) continue; // no labels lead there
    for (let y = 0; y < LABELS; y += 1) {
      const secondSource = y === 1 && hasSource(from);
      if (secondSource || !mayFollow(before, y)) continue;
      const to = stateAfter(from, y);
      const own = steps.get(to) ?? [];
      own.push([from, transitions[before * LABELS + y] ?? 0]);
      steps.set(to, own);
    }
  }
  const all = [...steps.values()];
  const starts = all.map((_, s) => all.slice(0, s).flat().length);
  return {
    to: Int8Array.from(steps.keys()),
    starts: Int8Array.from([...starts, all.flat().length]),
    from: Int8Array.from(all.flat(), ([from]) => from),
    score: Float64Array.from(all.flat(), ([, score]) => score),
  };
}

/** Where each state came from is looked for on the way back, for one state a position only. */
function traceBack(steps: Steps, rows: Float64Array, length: number): Int8Array {
  const last = (length - 1) * STATES;
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let state = CONTENT; state < STATES; state += 1) {
    const value = (rows[last + state] ?? 0) - (hasSource(state) ? 0 : SOURCELESS);
    if (value > most) [best, most] = [state, value];
  }
  const labels = newLabels(length);
  for (let i = length - 1; i > 0; i -= 1) {
    labels[i] = best % LABELS;
    best = bestBefore(steps, rows, (i - 1) * STATES, best);
  }
  labels[0] = best % LABELS;
  return labels;
}

function bestBefore(
  { to, starts, from, score }: Steps,
  rows: Float64Array,
  row: number,
  state: number,
): number {
  const s = to.indexOf(state);
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let k = starts[s] ?? 0; k < (starts[s + 1] ?? 0); k += 1) {
    const value = (rows[row + (from[k] ?? 0)] ?? 0) + (score[k] ?? 0);
    if (value > most) [best, most] = [from[k] ?? 0, value];
  }
  return best;
}
