import { expect, test } from 'vitest';
import { packModel, readModels } from '../../src/statements/tagging/attribution-weights.ts';
import {
  type FeatureRows,
  findChances,
  scoreLabels,
  sumForward,
} from '../../src/statements/tagging/sequence-model.ts';
import { trainSequenceModel } from '../../src/train/sequence-trainer.ts';

const schedule = {
  labels: 3,
  bits: 6,
  epochs: 20,
  rate: 0.3,
  decay: 0.01,
  dropout: 0,
  leastCount: 1,
  log: () => undefined,
};

/** A sequence with one feature a position. */
function rowsOf(ids: readonly number[]): FeatureRows {
  const starts = Int32Array.from([...ids.keys(), ids.length]);
  return { ids: Int32Array.from(ids), starts, length: ids.length };
}

const examples = [
  { rows: () => rowsOf([5, 7, 5]), labels: Int8Array.from([0, 1, 0]) },
  { rows: () => rowsOf([9, 7, 5]), labels: Int8Array.from([2, 1, 0]) },
];

/** The likeliest label at each position. */
function bestOf(model: ReturnType<typeof trainSequenceModel>, ids: readonly number[]) {
  const scores = scoreLabels(model, rowsOf(ids));
  const chances = findChances(model, sumForward(model, scores));
  return ids.map((_, i) => {
    const own = [...chances.slice(i * 3, i * 3 + 3)];
    return own.indexOf(Math.max(...own));
  });
}

test('learns which feature means which label', () => {
  const model = trainSequenceModel(examples, schedule);
  expect(bestOf(model, [9, 7, 5, 5])).toEqual([2, 1, 0, 0]);
});

test('the chances of all labels of a position add up to 1, however large the scores', () => {
  const model = trainSequenceModel(examples, schedule);
  const scores = scoreLabels(model, rowsOf([9, 7, 5])).map((score) => score * 400);
  const chances = findChances(model, sumForward(model, scores));
  for (const i of [0, 3, 6]) {
    const sum = chances.slice(i, i + 3).reduce((all, chance) => all + chance, 0);
    expect(sum).toBeCloseTo(1);
  }
});

test('learns the same from the same examples, also where chance leaves features out', () => {
  const [one, two] = [0, 1].map(() => trainSequenceModel(examples, { ...schedule, dropout: 0.4 }));
  expect(one?.weights.filter((weight) => weight !== 0).length).toBeGreaterThan(3);
  expect(one).toEqual(two);
});

test('leaves out what is seen too seldom', () => {
  const model = trainSequenceModel(examples, { ...schedule, leastCount: 2 });
  expect([...model.weights.slice(27, 30)]).toEqual([0, 0, 0]);
});

test('a packed model reads as it was, but for what is rounded', () => {
  const model = trainSequenceModel(examples, schedule);
  const packed = packModel(model, { step: 0.05, least: 0.5 });
  const { cues, pronouns } = readModels(
    JSON.stringify({ cues: packed, roles: packed, judge: packed, pronouns: [1, 2] }),
  );
  expect(pronouns).toEqual([1, 2]);
  expect(bestOf(cues, [9, 7, 5, 5])).toEqual([2, 1, 0, 0]);
  for (const id of [15, 16, 21, 22, 29]) {
    const weight = model.weights[id] ?? 0;
    expect(Math.abs((cues.weights[id] ?? 0) * cues.scale - weight)).toBeLessThanOrEqual(0.026);
  }
});
