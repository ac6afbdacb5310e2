import { expect, test } from 'vitest';
import { rememberRecent } from '../../src/reader/recent.ts';
import {
  LONGEST_INPUT,
  loadModel,
  ModelError,
  openModels,
  runModel,
} from '../../src/reader/session.ts';
import { CLS, QUESTION_PIECES, readPieces, SEP } from '../../src/reader/word-pieces.ts';

/** A question and a passage as the reader is trained to see them. */
function windowOf(question: string, passage: string) {
  const asked = [CLS, ...readPieces(question).ids.slice(0, QUESTION_PIECES), SEP];
  const ids = Int32Array.from([...asked, ...readPieces(passage).ids, SEP]);
  return { ids, passages: asked.length };
}

const passage = 'The Skarra ferry was cancelled on Monday because of ice, the harbour master said.';
const asked = windowOf('Why was the ferry cancelled?', passage);

test('gives three numbers for each piece, the same bits each time', async () => {
  await loadModel('reader', 'awaited');
  const first = await runModel('reader', asked);
  expect([first.width, first.values.length]).toEqual([3, asked.ids.length * 3]);
  const { run } = openModels(new URL('../../src/reader/weights/', import.meta.url));
  const again = await Promise.all([1, 2, 3].map(() => run('reader', asked)));
  for (const { values } of again) expect(values).toEqual(first.values);
});

test('what was read just now is not read again, unless it could not be read', async () => {
  let reads = 0;
  const read = rememberRecent(async (_, { ids }) => {
    reads += 1;
    if (ids[0] === 0) throw new Error('away');
    return { values: Float32Array.from(ids), width: 1 };
  });
  const input = (first: number) => ({ ids: Int32Array.of(first, 7), passages: 2 });
  for (const first of [5, 5, 6, 5]) {
    expect((await read('reader', input(first))).values[0]).toBe(first);
  }
  expect(reads).toBe(2);
  await read('encoder', input(5));
  await read('reader', { ...input(5), passages: 1 });
  expect(reads).toBe(4);
  for (const _ of [1, 2]) await expect(read('reader', input(0))).rejects.toThrow('away');
  expect(reads).toBe(6);
});

test('points at the words that answer', async () => {
  const { values } = await runModel('reader', asked);
  const best = (side: number): number => {
    const scores = [...asked.ids.keys()].map((i) => values[i * 3 + side] ?? 0);
    const from = scores.slice(asked.passages, -1);
    return from.indexOf(Math.max(...from));
  };
  const { starts, ends } = readPieces(passage);
  expect(passage.slice(starts[best(0)], ends[best(1)])).toMatch(/\bice\b/);
});

test('answers come in the order of asking', async () => {
  const order: number[] = [];
  const lengths = [LONGEST_INPUT, 3, 90, 1];
  await Promise.all(
    lengths.map(async (length) => {
      await runModel('reader', { ids: new Int32Array(length).fill(2000), passages: length });
      order.push(length);
    }),
  );
  expect(order).toEqual(lengths);
});

test.each([0, LONGEST_INPUT + 1])('%i pieces are refused in one line', async (length) => {
  const input = { ids: new Int32Array(length), passages: length };
  const line = `the reader reads 1 to ${LONGEST_INPUT} word pieces, not ${length}`;
  await expect(runModel('reader', input)).rejects.toThrow(new RangeError(line));
});

test('pieces of no vocabulary are an error, and the next input is read', async () => {
  const input = { ids: Int32Array.of(CLS, 40_000, -1), passages: 3 };
  await expect(runModel('reader', input)).rejects.toThrow(/^the reader can't read this: .+$/);
  expect((await runModel('reader', asked)).width).toBe(3);
});

test('weights that are not there are named in one line', async () => {
  const none = openModels(new URL('./none/', import.meta.url));
  await expect(none.load('encoder', 'awaited')).rejects.toBeInstanceOf(ModelError);
  await expect(none.run('encoder', asked)).rejects.toThrow(
    /^the encoder can't be loaded: .*none[/\\]encoder\.onnx: there is no such file$/,
  );
});
