/** A logistic model: the chance is 1 / (1 + e^-(weights · row + offset)). */
export interface Fitted {
  readonly weights: readonly number[];
  readonly offset: number;
}

/** Rows to choose one of, and which is right. */
export interface Choice {
  readonly rows: readonly (readonly number[])[];
  readonly right: number;
}

const STEPS = 4_000;
const RATE = 0.5;
const SHRINK = 1e-3; // of squared weights of standardised columns

/** The chance of a row. */
export function chanceOf({ weights, offset }: Fitted, row: readonly number[]): number {
  return 1 / (1 + Math.exp(-(dot(weights, row) + offset)));
}

/** Fits a logistic model by gradient descent over standardised columns, with a little shrinking. */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  right: readonly boolean[],
  steps = STEPS,
): Fitted {
  const { means, scales, standard } = standardise(rows);
  const weights = means.map(() => 0);
  let offset = 0;
  for (let step = 0; step < steps; step += 1) {
    const slopes = weights.map((weight) => SHRINK * weight);
    let slope = 0;
    standard.forEach((row, i) => {
      const miss = (chanceOf({ weights, offset }, row) - Number(right[i])) / rows.length;
      slope += miss;
      for (let k = 0; k < weights.length; k += 1)
        slopes[k] = (slopes[k] ?? 0) + miss * (row[k] ?? 0);
    });
    offset -= RATE * slope;
    for (let k = 0; k < weights.length; k += 1)
      weights[k] = (weights[k] ?? 0) - RATE * (slopes[k] ?? 0);
  }
  const plain = weights.map((weight, k) => weight / (scales[k] ?? 1));
  return { weights: plain, offset: offset - dot(plain, means) };
}

/** Fits weights by which the right row of each choice comes first (a softmax over its rows). */
export function fitChoices(choices: readonly Choice[]): readonly number[] {
  const { scales } = standardise(choices.flatMap(({ rows }) => rows));
  const weights = scales.map(() => 0);
  const scaled = choices.map(({ rows, right }) => ({
    right,
    rows: rows.map((row) => row.map((value, k) => value / (scales[k] ?? 1))),
  }));
  for (let step = 0; step < STEPS / 4; step += 1) {
    const slopes = weights.map((weight) => SHRINK * weight);
    for (const { rows, right } of scaled) {
      const scores = rows.map((row) => dot(weights, row));
      const top = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - top));
      const all = powers.reduce((sum, one) => sum + one, 0);
      rows.forEach((row, i) => {
        const miss = ((powers[i] ?? 0) / all - Number(i === right)) / choices.length;
        for (let k = 0; k < weights.length; k += 1)
          slopes[k] = (slopes[k] ?? 0) + miss * (row[k] ?? 0);
      });
    }
    for (let k = 0; k < weights.length; k += 1)
      weights[k] = (weights[k] ?? 0) - RATE * (slopes[k] ?? 0);
  }
  return weights.map((weight, k) => weight / (scales[k] ?? 1));
}

function standardise(rows: readonly (readonly number[])[]) {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, k) => rows.map((row) => row[k] ?? 0));
  const means = columns.map((column) => column.reduce((sum, one) => sum + one, 0) / rows.length);
  const scales = columns.map((column, k) => {
    const mean = means[k] ?? 0;
    const spread = column.reduce((sum, one) => sum + (one - mean) ** 2, 0) / rows.length;
    return Math.sqrt(spread) || 1;
  });
  const standard = rows.map((row) =>
    row.map((value, k) => (value - (means[k] ?? 0)) / (scales[k] ?? 1)),
  );
  return { means, scales, standard };
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}
