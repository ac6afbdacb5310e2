import { expect, test, vi } from 'vitest';
import { parseCommand } from '../src/commands/parse.ts';
import { SIZE } from '../src/reader/vectors.ts';
import { markerTables } from '../src/statements/marking/marker.ts';
import { LISTINGS, measureText, sumOf } from './bench/growth.ts';
import { HOSTILE, hostileText, longText } from './bench/shapes.ts';

vi.setConfig({ testTimeout: 300_000 }); // a busy machine takes its time

// The encoder's part grows with what is said, a sentence at a time, the marker's with each window, and would hide the
// rest. What is made of a marker's rows would not: here it takes every fourth piece for a cue, and all for its content.
vi.mock('../src/reader/session.ts', async (original) => ({
  ...(await original<typeof import('../src/reader/session.ts')>()),
  runModel: async (name: string, { ids }: { readonly ids: Int32Array }) =>
    name === 'marker'
      ? markEverywhere(ids.length)
      : { values: new Float32Array(SIZE).fill(0.05), width: SIZE },
}));

const marked = new Map<number, Float32Array>(); // by length: nothing writes into them

function markEverywhere(pieces: number): { values: Float32Array; width: number } {
  const { columns } = markerTables();
  const { cue, contentAnswers } = columns;
  const width = Math.max(...Object.values(columns).map(([, to]) => to));
  const made = marked.get(pieces);
  if (made !== undefined) return { values: made, width };
  const values = new Float32Array(pieces * width).fill(2);
  marked.set(pieces, values);
  for (let piece = 0; piece < pieces; piece += 1) {
    const row = values.subarray(piece * width, (piece + 1) * width);
    row[cue[0] + (piece % 4 === 0 ? 1 : 0)] = 20;
    row.fill(3, ...contentAnswers);
  }
  return { values, width };
}

// The one test about time: that of the processor, in one process, the shorter text's the best of three. What grows with
// the square takes sixteen times as long for a text four times as long.
const MOST = 6;
const TIMES = 3;
const TURNS = 5;
const NOISE = 40; // milliseconds: what takes less than this tells nothing

/** Words of news, or characters of a shape. */
const shapes: readonly (readonly [string, number])[] = [
  ['news', 1_500],
  ...Object.keys(HOSTILE).map((name) => [name, 6_000] as const),
];

test.each(shapes)('what is done with a text of %s grows with its length', async (name, size) => {
  const make = (length: number): string =>
    name === 'news' ? longText(length) : hostileText(HOSTILE[name] ?? '', length);
  await expectGrowth((length) => measureStory(make(length)), size);
});

test.each(Object.entries(HOSTILE))('what is typed of %s is read in no time', async (_, unit) => {
  const line = (length: number): string => `is it true that ${hostileText(unit, length)}`;
  await expectGrowth((length) => measureLine(line(length)), 2_400);
});

/** Both lengths are measured in turn, so that a machine which slows down for a while slows both; what grows too fast does so each time. */
async function expectGrowth(
  measure: (length: number) => Promise<number>,
  size: number,
): Promise<void> {
  await measure(size); // the code gets warm
  let times = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < TURNS && times > MOST; turn += 1) {
    let once = Number.POSITIVE_INFINITY;
    for (let n = 0; n < TIMES; n += 1) once = Math.min(once, await measure(size));
    times = Math.min(times, (await measure(4 * size)) / Math.max(once, NOISE));
  }
  expect(times).toBeLessThanOrEqual(MOST);
}

async function measureStory(text: string): Promise<number> {
  return sumOf(await measureText(text, LISTINGS));
}

async function measureLine(line: string): Promise<number> {
  const before = process.cpuUsage();
  parseCommand(line, { channel: 'c', conversation: 'c', admin: false });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
