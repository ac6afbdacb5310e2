import { expect, test } from 'vitest';
import { chanceOf, fitChoices, fitLogistic } from '../../src/train/logistic.ts';

test('a logistic model finds which column tells, whatever its scale', () => {
  const rows = Array.from({ length: 200 }, (_, i) => [1_000 * (i % 2) + (i % 7), i % 5]);
  const fitted = fitLogistic(
    rows,
    rows.map((_, i) => i % 2 === 1),
  );
  expect(chanceOf(fitted, [1_003, 2])).toBeGreaterThan(0.9);
  expect(chanceOf(fitted, [3, 2])).toBeLessThan(0.1);
});

test('weights of choices put the right row first', () => {
  const choices = Array.from({ length: 50 }, (_, i) => ({
    rows: [
      [0.2, i % 3],
      [0.9, 1],
      [0.1, 2],
    ],
    right: 1,
  }));
  const [first = 0, second = 0] = fitChoices(choices);
  expect(first).toBeGreaterThan(Math.abs(second));
});
