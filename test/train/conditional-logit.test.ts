import { expect, test } from 'vitest';
import { learnChoice } from '../../src/train/conditional-logit.ts';
import { minimise } from '../../src/train/minimise.ts';

test('finds where a function is least', () => {
  const found = minimise(2, (at, slope) => {
    const [x = 0, y = 0] = at;
    slope[0] = 2 * (x - 3);
    slope[1] = 20 * (y + 1);
    return (x - 3) ** 2 + 10 * (y + 1) ** 2;
  });
  expect(found[0]).toBeCloseTo(3, 3);
  expect(found[1]).toBeCloseTo(-1, 3);
});

test('what tells the right row gets weight, what does not gets none', () => {
  const rankings = [0, 1, 2].map((right) => ({
    rows: [0, 1, 2].map((at) => ({ tells: at === right ? 1 : 0, first: at === 0 ? 1 : 0 })),
    right: [0, 1, 2].map((at) => (at === right ? 1 : 0)),
    counts: 1,
  }));
  const weights = learnChoice(rankings, 0.05);
  expect(weights.tells).toBeGreaterThan(1);
  expect(Math.abs(weights.first ?? 0)).toBeLessThan(0.1);
});

test('a choice of which nothing is right is left out', () => {
  expect(learnChoice([{ rows: [{ one: 1 }], right: [0], counts: 1 }], 0.05)).toEqual({});
});
