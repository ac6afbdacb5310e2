import { describe, expect, test } from 'vitest';
import { createIntake } from '../../adapters/chat/intake.ts';
import { createTurns } from '../../adapters/chat/turns.ts';

test('an intake begins one piece in each turn of the loop, in order', async () => {
  const intake = createIntake();
  const begun: number[] = [];
  for (let i = 0; i < 5; i += 1) intake(() => begun.push(i));
  intake(() => intake(() => begun.push(9)));
  const seen: number[] = [];
  for (let i = 0; i < 9; i += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(begun.length);
  }
  expect(begun).toEqual([0, 1, 2, 3, 4, 9]);
  expect(seen.slice(0, 5)).toEqual([1, 2, 3, 4, 5]);
});

describe('turns', () => {
  const tick = () => new Promise((resolve) => setImmediate(resolve));

  test('begin in order, a few at once, and go on after one that failed', async () => {
    const turns = createTurns();
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const looking = (i: number) =>
      turns(0, async () => {
        begun.push(i);
        await new Promise<void>((resolve) => ends.push(resolve));
        if (i === 0) throw new Error('away');
        return i;
      });
    const all = Array.from({ length: 6 }, (_, i) => looking(i).catch(() => -1));
    while (begun.length < 3) await tick();
    for (let i = 0; i < 9; i += 1) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(begun).toEqual([0, 1, 2]);
    while (ends.length > 0 || begun.length < 6) {
      ends.shift()?.();
      await tick();
    }
    expect(await Promise.all(all)).toEqual([-1, 1, 2, 3, 4, 5]);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('begin in the order of asking, whatever came first, and of arriving where that is the same', async () => {
    const turns = createTurns();
    const begun: string[] = [];
    const asked: readonly (readonly [number, string])[] = [
      [3, 'late'],
      [1, 'early'],
      [2, 'between'],
      [1, 'early too'],
    ];
    await Promise.all(asked.map(([at, name]) => turns(at, async () => void begun.push(name))));
    expect(begun).toEqual(['early', 'early too', 'between', 'late']);
  });

  test('wait while events come in, but not for ever', async () => {
    const arrivals = { count: 0 };
    const turns = createTurns(arrivals);
    let began = false;
    let waited = 0;
    void turns(0, async () => {
      began = true;
    });
    while (!began) {
      arrivals.count += 1;
      waited += 1;
      await tick();
    }
    expect(waited).toBeGreaterThan(10); // two steps would be over after as many turns
  }, 60_000);
});
