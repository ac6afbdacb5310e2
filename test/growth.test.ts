import { expect, test, vi } from 'vitest';
import { LISTINGS, measureText, sumOf } from './bench/growth.ts';
import { HOSTILE, hostileText, longText } from './bench/shapes.ts';

vi.setConfig({ testTimeout: 300_000 }); // a busy machine takes its time

// The one test about time: that of the processor, in one process, best of three. What grows with the square
// takes sixteen times as long for a text four times as long.
const MOST = 6;
const TIMES = 3;
const NOISE = 60; // milliseconds: what takes less than this tells nothing

/** Words of news, or characters of a shape. */
const shapes: readonly (readonly [string, number])[] = [
  ['news', 1_500],
  ['Ann said that', 1_500],
  ['opened quotations', 4_000],
  ['apostrophes', 4_000],
  ['said', 6_000],
  ['semicolons', 6_000],
  ['names', 6_000],
  ['dates', 6_000],
];

test.each(shapes)('what is done with a text of %s grows with its length', async (name, size) => {
  const make = (length: number): string =>
    name === 'news' ? longText(length) : hostileText(HOSTILE[name] ?? '', length);
  await measureText(make(size), LISTINGS); // the code gets warm
  const [once = 0, four = 0] = [await best(make(size)), await best(make(4 * size))];
  expect(four / Math.max(once, NOISE)).toBeLessThanOrEqual(MOST);
});

async function best(text: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < TIMES; n += 1) times.push(sumOf(await measureText(text, LISTINGS)));
  return Math.min(...times);
}
