import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { leftIn } from '../newsroom/figures.ts';
import { chanceToCount, type LeftNumber, type LeftWeights } from '../newsroom/left-numbers.ts';
import { hear } from '../story/hear.ts';
import { isMarked, readFigureStories } from './figure-marks.ts';

const FOLDS = 5;
const STEPS = 200;
const RATE = 0.3;
const KEPT = 0.9; // of each step in the next one
const PULL = 0.01; // of each weight to 0, best on folds over stories
const LEAST = 2; // a trait seen less often tells nothing

interface Example extends LeftNumber {
  readonly story: string;
  readonly right: boolean;
}

/**
 * Learns which numbers that no rule takes for a figure are some, from stories of which every figure is marked; writes
 * `left-numbers.weights.json` to `out`. Tells how good it is on stories it was not trained on.
 */
export async function trainFigures(out: string, log: (line: string) => void): Promise<void> {
  const examples: Example[] = [];
  for (const one of readFigureStories()) {
    for (const left of leftIn(await hear(one.story)))
      examples.push({ ...left, story: one.id, right: isMarked(one, left.span, left.unit.unit) });
  }
  const ids = [...new Set(examples.map(({ story }) => story))];
  let [right, wrong] = [0, 0];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isOut = ({ story }: Example): boolean => ids.indexOf(story) % FOLDS === fold;
    const weights = learn(examples.filter((one) => !isOut(one)));
    const taken = examples.filter((one) => isOut(one) && chanceToCount(weights, one.traits) >= 0.5);
    right += taken.filter((one) => one.right).length;
    wrong += taken.filter((one) => !one.right).length;
  }
  const all = examples.filter((one) => one.right).length;
  log(`${examples.length} numbers left by the rules, ${all} of them figures`);
  log(`on stories left out: ${right} of them found, ${wrong} taken that are none`);
  writeFileSync(
    join(out, 'left-numbers.weights.json'),
    `${JSON.stringify(learn(examples), null, 1)}\n`,
  );
}

/** Gradient descent with momentum over traits that are there or not; weights are rounded to hundredths. */
function learn(examples: readonly Example[]): LeftWeights {
  const seen = new Map<string, number>();
  for (const trait of examples.flatMap(({ traits }) => traits))
    seen.set(trait, (seen.get(trait) ?? 0) + 1);
  const names = [...seen].filter(([, times]) => times >= LEAST).map(([name]) => name);
  const places = new Map(names.map((name, i) => [name, i]));
  const rows = examples.map(({ traits, right }) => ({
    right: right ? 1 : 0,
    on: traits.flatMap((trait) => places.get(trait) ?? []),
  }));
  const weights = new Float64Array(names.length);
  const moves = new Float64Array(names.length);
  for (let step = 0; step < STEPS; step += 1) {
    const slopes = new Float64Array(names.length);
    for (const { on, right } of rows) {
      const score = on.reduce((sum, i) => sum + (weights[i] ?? 0), 0);
      const miss = right - 1 / (1 + Math.exp(-score));
      for (const i of on) slopes[i] = (slopes[i] ?? 0) + miss;
    }
    weights.forEach((weight, i) => {
      const move = (slopes[i] ?? 0) / rows.length - PULL * weight;
      moves[i] = KEPT * (moves[i] ?? 0) + RATE * move;
      weights[i] = weight + (moves[i] ?? 0);
    });
  }
  const short = names.map((name, i) => [name, Math.round((weights[i] ?? 0) * 100) / 100] as const);
  return Object.fromEntries(short.filter(([, weight]) => weight !== 0));
}
