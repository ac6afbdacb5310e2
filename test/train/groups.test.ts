import { expect, test } from 'vitest';
import { putFirst } from '../../src/train/groups.ts';

/** Slope and curve of each row; a negative slope raises its score. */
function learn(gold: readonly number[], scores: readonly number[], sizes: readonly number[]) {
  const ends = sizes.map((_, i) => sizes.slice(0, i + 1).reduce((sum, size) => sum + size, 0));
  const groups = sizes.map((size, i) => ({
    start: (ends[i] ?? 0) - size,
    end: ends[i] ?? 0,
    weight: 1,
  }));
  const slope = new Float64Array(gold.length).fill(9);
  const curve = new Float64Array(gold.length).fill(9);
  putFirst(groups, Float32Array.from(gold))(Float64Array.from(scores), slope, curve);
  return { slope, curve };
}

test('a right row is raised, wrong ones are lowered, those at the top most', () => {
  const { slope, curve } = learn([0, 0, 1, 0], [3, 2, 1, 0], [4]);
  expect(slope[2]).toBeLessThan(0);
  expect(slope[0]).toBeGreaterThan(slope[1] ?? 0);
  expect(slope[1]).toBeGreaterThan(slope[3] ?? 0);
  expect(slope.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0);
  expect(curve.every((value) => value > 0)).toBe(true);
});

test('what stands right already teaches less', () => {
  const wrongly = learn([0, 1], [2, 0], [2]).slope[1] ?? 0;
  const rightly = learn([0, 1], [0, 2], [2]).slope[1] ?? 0;
  expect(Math.abs(rightly)).toBeLessThan(Math.abs(wrongly));
});

test('groups without a right or a wrong row teach nothing', () => {
  const { slope, curve } = learn([0, 0, 1, 1], [1, 2, 3, 4], [2, 2]);
  expect([...slope, ...curve]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});
