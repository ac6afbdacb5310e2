import { CLUES, PLACES } from '../answer/clues.ts';
import { makeRandom } from './random.ts';

/** Stretches that compete for being the answer to one question. */
export interface Rivals {
  /** `CLUES` places for each stretch, one stretch after the other. */
  readonly clues: Uint16Array;
  /** How right each is, from 0 to 1; at least one is more than 0. */
  readonly gold: Float32Array;
}

// More passes, or a higher rate, learn the training articles by heart.
const EPOCHS = 2;
const RATE = 0.05;
const RIDGE = 5e-4;

/** Learns a weight for each clue: the right stretch is to win by softmax (AdaGrad, fixed order). */
export function trainClues(rivals: readonly Rivals[], seed: number): Float32Array {
  const weights = new Float32Array(PLACES);
  const squares = new Float32Array(PLACES).fill(1);
  const random = makeRandom(seed);
  const order = rivals.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    for (const i of order) {
      const one = rivals[i];
      if (one !== undefined) learn(one, weights, squares);
    }
  }
  return weights;
}

function learn({ clues, gold }: Rivals, weights: Float32Array, squares: Float32Array): void {
  const count = gold.length;
  const scores = new Float64Array(count);
  let top = Number.NEGATIVE_INFINITY;
  let right = 0;
  for (let row = 0; row < count; row += 1) {
    let score = 0;
    for (let k = row * CLUES; k < (row + 1) * CLUES; k += 1)
      score += weights[clues[k] as number] as number;
    scores[row] = score;
    top = Math.max(top, score);
    right += gold[row] as number;
  }
  let sum = 0;
  for (let row = 0; row < count; row += 1) sum += Math.exp((scores[row] as number) - top);
  for (let row = 0; row < count; row += 1) {
    const share = Math.exp((scores[row] as number) - top) / sum;
    const slope = share - (gold[row] as number) / right;
    if (Math.abs(slope) < 1e-3) continue;
    for (let k = row * CLUES; k < (row + 1) * CLUES; k += 1) {
      const place = clues[k] as number;
      const down = slope + RIDGE * (weights[place] as number);
      squares[place] = (squares[place] as number) + down * down;
      const step = (RATE * down) / Math.sqrt(squares[place] as number);
      weights[place] = (weights[place] as number) - step;
    }
  }
}
