import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPieces } from '../../src/reader/word-pieces.ts';

interface Row {
  readonly text: string;
  readonly ids: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const rows = JSON.parse(
  readFileSync(new URL('./word-pieces.json', import.meta.url), 'utf8'),
) as readonly Row[];

/** The pieces as plain lists: what differs is shown readably. */
function listed(text: string): Omit<Row, 'text'> {
  const { ids, starts, ends } = readPieces(text);
  return { ids: [...ids], starts: [...starts], ends: [...ends] };
}

/** What each piece was made from. */
function cut(text: string): readonly string[] {
  const { starts, ends } = listed(text);
  return starts.map((start, i) => text.slice(start, ends[i]));
}

test('reads what the trainer reads, to the piece and the offset', () => {
  for (const { text, ...pieces } of rows) {
    expect({ text, ...listed(text) }).toEqual({ text, ...pieces });
  }
  expect(rows.length).toBeGreaterThanOrEqual(120);
});

test.each([
  ['Skarra’s ferry', ['Ska', 'rra', '’', 's', 'ferry']],
  ['It cost £1.5m…', ['It', 'cost', '£1', '.', '5', 'm', '…']],
  ['naïve 😀 CAFE\u0301s', ['naïve', '😀', 'CAFE\u0301s']],
  ['서울', ['서', '서', '울', '울', '울']],
])('%s is cut into %j', (text, pieces) => {
  expect(cut(text)).toEqual(pieces);
});

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('a', 'É', '\ud83d', '\ude00', '\u0301', '[SEP]', ' ', '各') }),
);

test('offsets are in order and inside the text, whatever the text', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const { ids, starts, ends } = readPieces(text);
      let before = 0;
      for (let i = 0; i < ids.length; i++) {
        const [start = -1, end = -1] = [starts[i], ends[i]];
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        before = start;
      }
    }),
    { numRuns: 500 },
  );
});

test('half an emoji is left out, and the other words stand', () => {
  expect(cut('one \ud83d two\ude00')).toEqual(['one', 'two']);
});

test.each([
  ['a word', 'a'.repeat(100_000)],
  ['words just short enough', `${'q'.repeat(100)} `.repeat(1000)],
  ['brackets', '['.repeat(100_000)],
  ['marks', `a${'\u0301'.repeat(100_000)}`],
])('%s of 100,000 characters takes no time', (_, text) => {
  const started = performance.now();
  readPieces(text);
  expect(performance.now() - started).toBeLessThan(1000);
});
