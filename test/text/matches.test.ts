import { expect, test } from 'vitest';
import { allMatches } from '../../src/text/matches.ts';

test.each([
  [/a+/g, 'aa b a', 'ab'],
  [/b*/g, 'abba', ''],
  [/(?<=a)(?<x>b)?/gu, 'abac', 'x'],
  [/z/g, 'abc', 'z'],
])('%s matches in %j what matchAll finds, time and again', (pattern, text, other) => {
  for (const words of [text, other, text]) {
    expect(allMatches(pattern, words)).toEqual([...words.matchAll(pattern)]);
  }
});
