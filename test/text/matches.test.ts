import { expect, test } from 'vitest';
import { matchesOf } from '../../src/text/matches.ts';

test.each([
  [/\d+/gu, '12 of 40, then 7'],
  [/x*/g, 'axxb'],
  [/(?<=a )b/gu, 'a b, a b'],
  [/never/g, 'not here'],
])('finds with %s in %s what matchAll finds', (pattern, text) => {
  const places = (all: Iterable<RegExpExecArray>) => [...all].map((one) => [one.index, one[0]]);
  expect(places(matchesOf(pattern, text))).toEqual(places(text.matchAll(pattern)));
  expect(places(matchesOf(pattern, text))).toEqual(places(text.matchAll(pattern)));
});
