import { expect, test } from 'vitest';
import { compoundRows } from '../../src/newsroom/compound-figure-rows.ts';
import { listRows } from '../../src/newsroom/list-figure-rows.ts';
import { ordinalRows } from '../../src/newsroom/ordinal-figure-rows.ts';
import { MONTH_TIMES, NAMED_TIMES, WEEKDAY_TIMES } from '../../src/text/lexicon/named-times.ts';
import { DIGIT_TIMES, PLAIN_TIMES, STRETCH_TIMES } from '../../src/text/lexicon/plain-times.ts';
import { matchesOf } from '../../src/text/matches.ts';
import { DIGIT, needsOf } from '../../src/text/needs.ts';
import { GLANCE_IDS, readStory } from '../stories.ts';

test.each([
  [/week/, [['week']]],
  [/the (?:last|next) week/, [['the '], [' week'], ['last', 'next']]],
  [/(?<=\b[Ii]n )the hours?/, [['in '], ['the hour']]],
  [/(?<!in )a(?! day)b/, [['a'], ['b']]],
  [/\d{1,2}(?:st|nd)/, [[DIGIT], ['st', 'nd']]],
  [/x*y+z?/, [['y']]],
  [/a|\p{L}/u, []],
  [/\$5\b/, [['$5']]],
  [/\d[½¼¾]p?/, [[DIGIT], ['½', '¼', '¾']]],
  [/a[-–:]b/, [['-', '–', ':'], ['a'], ['b']]],
  [/a[–:]?b[^–:]/, [['a'], ['b']]],
  [/(?:[–:]|x)y/, [['–', ':', 'x'], ['y']]],
])('%s needs %j', (pattern, needs) => {
  expect([...needsOf(pattern)].sort()).toEqual([...needs].sort());
});

test('a look at what patterns need changes no match of the figures and times of ten stories', () => {
  const patterns = [
    ...[...compoundRows, ...listRows, ...ordinalRows].map(({ pattern }) => pattern),
    ...[...MONTH_TIMES, ...WEEKDAY_TIMES, ...NAMED_TIMES].map((one) => new RegExp(one, 'gu')),
    ...[...DIGIT_TIMES, ...STRETCH_TIMES, ...PLAIN_TIMES].map((one) => new RegExp(one, 'giu')),
  ];
  for (const id of GLANCE_IDS) {
    const { text } = readStory(id).article;
    for (const line of text.split('\n')) {
      const found = patterns.map((one) => matchesOf(one, line).length);
      expect(found).toEqual(patterns.map((one) => [...line.matchAll(one)].length));
    }
  }
}, 120_000);
