import { expect, test } from 'vitest';
import { readClauseWords, readNouns, readVerbs } from '../../src/newsroom/clause-words.ts';
import { readTokens } from '../../src/text/tokens.ts';

test('words joined by a hyphen are one, and marks are none', () => {
  const words = readClauseWords(readTokens('An ice-blocked sensor, “they said”, failed.'));
  expect(words.map((one) => one.text)).toEqual([
    'An',
    'ice-blocked',
    'sensor',
    'they',
    'said',
    'failed',
  ]);
  expect(words.filter((one) => one.parted).map((one) => one.text)).toEqual([
    'An',
    'they',
    'failed',
  ]);
  expect(words.filter((one) => one.quoted).map((one) => one.text)).toEqual(['they', 'said']);
});

test.each([
  [
    'The manager of a care home was jailed.',
    ['The manager', 'a care home'],
    'The manager of a care home',
  ],
  ['At least 41 people died in Marl.', ['At least 41 people', 'Marl'], 'At least 41 people'],
  ['Ann Ode met her two sons.', ['Ann Ode', 'her two sons'], 'Ann Ode'],
])('%s: nouns, and the first with what prepositions add', (text, nouns, wide) => {
  const words = readClauseWords(readTokens(text));
  const found = readNouns(words);
  const cut = (from: number, to: number) => text.slice(words[from]?.start, words[to - 1]?.end);
  expect(found.map((one) => cut(one.from, one.to))).toEqual(nouns);
  expect(found.slice(0, 1).map((one) => cut(one.from, one.wide))).toEqual([wide]);
});

test.each([
  ['She has been found, hoping to leave.', ['has been found', 'hoping*', 'leave*']],
  ['The ferry sank.', ['sank']],
])('%s: verbs with their helpers', (text, verbs) => {
  const words = readClauseWords(readTokens(text));
  const found = readVerbs(words).map(
    ({ from, to, bare }) =>
      `${text.slice(words[from]?.start, words[to - 1]?.end)}${bare ? '*' : ''}`,
  );
  expect(found).toEqual(verbs);
});
