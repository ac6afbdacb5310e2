import type { SequenceModel } from './sequence-model.ts';

const LABELS = 5; // outside; first and later words of the source; of the content
const STATES = LABELS * 4; // each label before and after the source, before and after any content

// How much likelier (as a logarithm) labels without a source must be than the best with one: the
// corpus leaves one attribution in 17 without, the tagger alone one in 5.
const SOURCELESS = 4;

/** A step that labels may take: from state to state, and what the model says of it. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/**
 * The best labels that have some content, and one source at most (Viterbi). Whether there is
 * anything at all is decided apart, by the chance that all is outside: the chances of many ways to
 * draw the borders add up, though each alone is small.
 */
export function decodeRoles(model: SequenceModel, scores: Float32Array): Int8Array {
  const length = scores.length / LABELS;
  const steps = readSteps(model);
  const back = new Int8Array(length * STATES);
  let row = startRow(model, scores);
  for (let i = 1; i < length; i += 1) {
    const next = new Float64Array(STATES).fill(Number.NEGATIVE_INFINITY);
    for (const { from, to, score } of steps) {
      const value = (row[from] ?? 0) + score;
      if (value > (next[to] ?? 0)) {
        next[to] = value;
        back[i * STATES + to] = from;
      }
    }
    for (let state = 0; state < STATES; state += 1) {
      next[state] = (next[state] ?? 0) + (scores[i * LABELS + (state % LABELS)] ?? 0);
    }
    row = next;
  }
  return traceBack(row, back, length);
}

function startRow({ transitions }: SequenceModel, scores: Float32Array): Float64Array {
  const row = new Float64Array(STATES).fill(Number.NEGATIVE_INFINITY);
  for (let y = 0; y < LABELS; y += 1) {
    if (y === 2 || y === 4) continue;
    row[stateAfter(0, y)] = (scores[y] ?? 0) + (transitions[LABELS * LABELS + y] ?? 0);
  }
  return row;
}

/** The state that a label leads to: 5 more once the source has begun, 10 more once content has. */
function stateAfter(state: number, label: number): number {
  const source = label === 1 || state % 10 >= LABELS ? LABELS : 0;
  const content = label === 3 || state >= 10 ? 10 : 0;
  return label + source + content;
}

function readSteps({ transitions }: SequenceModel): readonly Step[] {
  const steps: Step[] = [];
  for (let from = 0; from < STATES; from += 1) {
    const before = from % LABELS;
    for (let y = 0; y < LABELS; y += 1) {
      const secondSource = y === 1 && from % 10 >= LABELS;
      const later =
        (y === 2 && before !== 1 && before !== 2) || (y === 4 && before !== 3 && before !== 4);
      if (secondSource || later) continue;
      steps.push({ from, to: stateAfter(from, y), score: transitions[before * LABELS + y] ?? 0 });
    }
  }
  return steps;
}

function traceBack(row: Float64Array, back: Int8Array, length: number): Int8Array {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let state = 10; state < STATES; state += 1) {
    const value = (row[state] ?? 0) - (state % 10 >= LABELS ? 0 : SOURCELESS);
    if (value > most) [best, most] = [state, value];
  }
  const labels = new Int8Array(length);
  for (let i = length - 1; i >= 0; i -= 1) {
    labels[i] = best % LABELS;
    best = back[i * STATES + best] ?? 0;
  }
  return labels;
}
