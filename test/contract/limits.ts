import { describe, expect, test } from 'vitest';
import type { Limits } from '../../src/store/limits.ts';

/** Limits with nothing taken, and how to let time pass. */
export interface Counting {
  readonly limits: Limits;
  readonly pass: (milliseconds: number) => Promise<void>;
}

const LIMIT = { most: 3, window: 60_000 };

/** What all limits must do; each implementation runs it. */
export function describeLimits(name: string, make: () => Promise<Counting>): void {
  describe(`${name} limits`, () => {
    const take = async (limits: Limits, times: number, key = 'one'): Promise<readonly number[]> => {
      const all: number[] = [];
      for (let n = 0; n < times; n += 1) all.push((await limits.take(key, LIMIT)).refused);
      return all;
    };

    test('let so many pass, and count what they refuse', async () => {
      const { limits } = await make();
      expect(await take(limits, 6)).toEqual([0, 0, 0, 1, 2, 3]);
      expect(await take(limits, 1, 'other')).toEqual([0]);
    });

    test('take a window that ends now, not one that began some time', async () => {
      const { limits, pass } = await make();
      expect(await take(limits, 1)).toEqual([0]);
      await pass(40_000);
      expect(await take(limits, 3)).toEqual([0, 0, 1]);
      await pass(21_000); // the first has left
      expect(await take(limits, 2)).toEqual([0, 1]);
      await pass(60_000);
      expect(await take(limits, 4)).toEqual([0, 0, 0, 1]);
    });

    test('say how much is taken and when more can be', async () => {
      const { limits, pass } = await make();
      expect((await limits.take('one', LIMIT)).taken).toBe(1);
      await pass(20_000);
      const { taken, wait } = await limits.take('one', LIMIT);
      expect(taken).toBe(2);
      expect(wait).toBeGreaterThan(30_000);
      expect(wait).toBeLessThanOrEqual(40_000);
    });

    test('let exactly so many pass of those that come at once', async () => {
      const { limits } = await make();
      const all = await Promise.all(Array.from({ length: 40 }, () => limits.take('one', LIMIT)));
      expect(all.map(({ refused }) => refused).toSorted((a, b) => a - b)).toEqual([
        ...[0, 0, 0],
        ...Array.from({ length: 37 }, (_, n) => n + 1),
      ]);
    });

    test('take any key', async () => {
      const { limits } = await make();
      expect(await take(limits, 1, `a\0b🙂${'x'.repeat(9_000)}`)).toEqual([0]);
      expect(await take(limits, 1, '')).toEqual([0]);
    });
  });
}
