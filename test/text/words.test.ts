import { expect, test } from 'vitest';
import { stem } from '../../src/text/stem.ts';
import { readTokens } from '../../src/text/tokens.ts';
import { withoutUnseen } from '../../src/text/unseen.ts';
import { findRun, fold, readWords } from '../../src/text/words.ts';

test.each([
  ['Kpélé’s', "kpele's"],
  ['e\u2011mail', 'e-mail'],
  ['co\u00adoperate', 'cooperate'],
  ['ＵＳ', 'us'],
])('%s compares as %s', (word, folded) => expect(fold(word)).toBe(folded));

test.each([
  ['“It’s late,” she said', 'its late', false],
  ['“It’s late,” she said', "it's late", true],
  ['one two three', 'two three', true],
  ['one two three', 'three two', false],
  ['one', '', false],
])('%s holds %s in a row: %s', (text, wanted, holds) => {
  expect(findRun(readWords(text), readWords(wanted)) !== null).toBe(holds);
});

test.each([
  'Ma’s\u00a0“ideas”…\r\nand 1,200 more — e.g. £3.50.',
  'a\u0000b\u001b[31mc\u200bd',
  '👩‍👩‍👧 日本語 مرحبا \ud83d x',
  '',
])('tokens of %j stand where they say', (text) => {
  const tokens = readTokens(text);
  for (const { start, end, text: seen } of tokens) {
    expect(withoutUnseen(text.slice(start, end))).toBe(seen);
  }
  for (const [i, token] of tokens.entries()) {
    expect(token.start).toBeGreaterThanOrEqual(tokens[i - 1]?.end ?? 0);
  }
});

test.each([
  ['Elections', 'elect'],
  ['mayor’s', 'mayor'],
  ['U.S.', 'us'],
  ['!', '!'],
])('the stem of %s is %s', (word, expected) => expect(stem(word)).toBe(expected));
