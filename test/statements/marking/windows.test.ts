import { expect, test } from 'vitest';
import { readArticle } from '../../../src/article/article.ts';
import { readParts } from '../../../src/article/parts.ts';
import { readPieces } from '../../../src/reader/word-pieces.ts';
import { piecesOf, readStoryPieces } from '../../../src/statements/marking/windows.ts';

const MOST = 384;

function read(text: string) {
  const parts = readParts(readArticle('story', text));
  return { text, paragraphs: parts.paragraphs, pieces: readStoryPieces(parts) };
}

const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ['plain words', 'The quay is shut, said Ann Ode.'],
  ['emoji', '“We 👩‍👩‍👧 go 🚢,” said Ann 🇫🇷 Ode.'],
  ['a soft hyphen', 'The har\u00adbour mas\u00adter, Ann O\u00adde, said no.'],
  ['no-break spaces', 'Ann\u00a0Ode\u202fsaid\u2007no: 3\u00a0000\u00a0boats.'],
  ['combining marks', 'Re\u0301ne\u0301e O\u0308de\u0323 said “no\u0301”.'],
  ['a mark that stands alone', 'Ann \u0301 Ode said no.'],
  ['zero-width signs and a byte-order mark', 'Ann\u200b Ode\u200d \ufeffsaid\u2060 no.'],
  ['letters that fold to more', 'Straße, ﬁsh, İzmir and Ǆ, said Ann.'],
  ['scripts of all kinds', '東京は雨です。Анна сказала: «Нет». قالت آن لا'],
  ['a word without end', `${'x'.repeat(5_000)} said Ann.`],
  ['a lone half of a pair', 'Ann \ud83d Ode said \udea2 no.'],
  ['pieces that mean something to the model', 'Ann [SEP] Ode [CLS] said [MASK] no.'],
];

test.each(HOSTILE)('pieces stand where the text has them: %s', (_, line) => {
  const { text, pieces, paragraphs } = read(`${line}\n\nIt rained. ${line}`);
  const told = paragraphs.filter(({ number }) => number !== null);
  expect([...pieces.ids]).toEqual(
    told.flatMap(({ start, end }) => [...readPieces(text.slice(start, end)).ids]),
  );
  expect(pieces.spans).toHaveLength(pieces.ids.length);
  let end = 0;
  for (const span of pieces.spans) {
    expect(span.end).toBeGreaterThan(span.start);
    // what lies between is nothing that can be read: spaces, format characters, marks folded away
    expect(text.slice(end, Math.max(end, span.start))).toMatch(/^[\s\p{Cc}\p{Cf}\p{Cs}\p{M}]*$/u);
    expect(span.end).toBeGreaterThanOrEqual(end);
    expect(told.some((one) => one.start <= span.start && span.end <= one.end)).toBe(true);
    end = span.end;
  }
});

test.each([
  ['The quay is shut, said Ann Ode.', 'Ann Ode'],
  ['“We 👩‍👩‍👧 go 🚢,” said Ann 🇫🇷 Ode.', 'Ann 🇫🇷 Ode'],
  ['The har\u00adbour mas\u00adter said no.', 'har\u00adbour mas\u00adter'],
  ['Ann\u00a0Ode\u202fsaid no.', 'Ann\u00a0Ode'],
  ['Re\u0301ne\u0301e O\u0308de said no.', 'Re\u0301ne\u0301e O\u0308de'],
  ['İzmir’s mayor said no.', 'İzmir'],
])('the pieces of words in “%s” are those of “%s”', (line, words) => {
  const { text, pieces } = read(`It rained.\n\n${line}`);
  const start = text.indexOf(words);
  const range = piecesOf(pieces, { start, end: start + words.length });
  const [first, last] = [pieces.spans[range?.from ?? -1], pieces.spans[(range?.to ?? 0) - 1]];
  expect(text.slice(first?.start, last?.end)).toBe(words);
});

test('words that are in no piece have none', () => {
  const { text, pieces } = read('It rained.\n\nAnn Ode said no.');
  const gap = text.indexOf('\n\n');
  expect(piecesOf(pieces, { start: gap, end: gap + 2 })).toBeNull();
  expect(piecesOf(pieces, { start: text.length, end: text.length + 9 })).toBeNull();
  const nothing = { start: Number.POSITIVE_INFINITY, end: Number.NEGATIVE_INFINITY };
  expect(piecesOf(pieces, nothing)).toBeNull();
});

/** A paragraph of so many pieces: `it` is one, and so is the stop. */
const paragraph = (pieces: number): string => `It${' it'.repeat(pieces - 2)}.`;

test.each<readonly [what: string, paragraphs: readonly number[], windows: readonly number[]]>([
  ['a short story', [30, 40], [70]],
  ['one that just fits', [84, 300], [384]],
  ['one piece more', [85, 300], [85, 300]],
  ['three windows of whole paragraphs', [200, 150, 100, 200, 300], [350, 300, 300]],
  ['a paragraph as long as a window', [10, 384, 10], [10, 384, 10]],
  ['a paragraph that is longer', [10, 385, 10], [10, 384, 11]],
  ['the rest of it is read with what follows', [500, 200, 100], [384, 316, 100]],
  ['a paragraph of many windows', [2_000], [384, 384, 384, 384, 384, 80]],
  ['and one that fills two', [768, 5], [384, 384, 5]],
])('%s: paragraphs of %j pieces are read in windows of %j', (_, lengths, sizes) => {
  const { pieces } = read(lengths.map(paragraph).join('\n\n'));
  expect(pieces.windows.map(({ from, to }) => to - from)).toEqual(sizes);
});

test.each<readonly [what: string, text: string]>([
  ...HOSTILE.map(([what, line]) => [what, Array(60).fill(line).join(' ')] as const),
  ['many paragraphs', Array(500).fill('“We go,” said Ann.').join('\n\n')],
  ['one paragraph', Array(3_000).fill('“We go,” said Ann.').join(' ')],
])('each piece is in one window, and no window is empty or too long: %s', (_, text) => {
  const { pieces } = read(text);
  let end = 0;
  for (const { from, to } of pieces.windows) {
    expect(from).toBe(end);
    expect(to).toBeGreaterThan(from);
    expect(to - from).toBeLessThanOrEqual(MOST);
    end = to;
  }
  expect(end).toBe(pieces.ids.length);
});

test.each([
  ['a book', Array(20_000).fill('“We go,” said Ann.').join('\n\n')],
  ['one paragraph as long', Array(20_000).fill('“We go,” said Ann.').join(' ')],
])('of %s the beginning is read, and no more', (_, text) => {
  const { windows, ids, spans } = read(text).pieces;
  expect(windows).toHaveLength(100);
  expect(windows.at(-1)?.to).toBe(ids.length);
  expect(spans).toHaveLength(ids.length);
});

test('the headline is read, captions and what else is set aside are not', () => {
  const { text, pieces } = read(
    [
      '# Bridge to close for the winter',
      'The old swing bridge at Marl will be closed for the whole of the winter, the county said on Monday.',
      'Nell Orr at her window. (Photo: Dan Ives)',
      'Nell Orr, who has kept the bridge since 2004, said that she would miss the noise.',
    ].join('\n\n'),
  );
  const isRead = (words: string): boolean => {
    const start = text.indexOf(words);
    return piecesOf(pieces, { start, end: start + words.length }) !== null;
  };
  expect(['Bridge to close', 'swing bridge', 'the noise'].map(isRead)).toEqual([true, true, true]);
  expect(['at her window', 'Photo: Dan Ives'].map(isRead)).toEqual([false, false]);
});
