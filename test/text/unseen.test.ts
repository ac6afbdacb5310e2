import { describe, expect, test } from 'vitest';
import { readTokens } from '../../src/text/tokens.ts';
import { seeThrough, withoutUnseen } from '../../src/text/unseen.ts';
import { readWords } from '../../src/text/words.ts';

describe('what nobody sees', () => {
  test.each([
    ['light\u00adhouse kee\u00adper', 'lighthouse keeper'],
    ['\ufeffLight\u200bhouse', 'Lighthouse'],
    ['Light\u2060house\u200e', 'Lighthouse'],
    ['ligh\u200dthouse', 'lighthouse'],
    ['👩\u200d🚒 came', '👩\u200d🚒 came'],
  ])('%j is looked through', (text, seen) => {
    expect(withoutUnseen(text)).toBe(seen);
  });

  test('keeps its place in the text', () => {
    const text = 'The light\u00adhouse kee\u00adper’s \u200bboat sank.';
    const { seen, spanOf } = seeThrough(text);
    const at = seen.indexOf('keeper');
    const { start, end } = spanOf(at, at + 6);
    expect(text.slice(start, end)).toBe('kee\u00adper');
  });

  test('is no part of words and tokens, whose spans hold it', () => {
    const text = 'Said the har\u00adbour mas\u200bter: “Low\u2060er it.”';
    expect(readWords(text).map(({ fold }) => fold)).toEqual([
      'said',
      'the',
      'harbour',
      'master',
      'lower',
      'it',
    ]);
    const tokens = readTokens(text, 5);
    expect(tokens.map(({ lower }) => lower)).toContain('harbour');
    for (const { start, end, text: words } of tokens) {
      expect(withoutUnseen(text.slice(start - 5, end - 5))).toBe(words);
    }
  });
});
