import { expect, test } from 'vitest';
import { retell, wordsOf } from '../../src/answer/retold.ts';
import type { Topic } from '../../src/answer/topic.ts';
import { readArticle } from '../../src/article/article.ts';
import { prepare } from '../../src/story/prepare.ts';

const STORY = prepare(
  readArticle(
    'bridge',
    [
      'Bridge to Close',
      'The council voted on Tuesday to close the old bridge.',
      'Ann Ode, the founder of Acme, said many bridges had closed.',
    ].join('\n\n'),
  ),
);
const NAMES: Topic['names'] = [{ name: 'Ann Ode', kind: 'person', gender: 'female' }];

test.each([
  ['What did the zealous council vote to close?', 0, 'What council voted close?'],
  ['When will the bridge close?', 1, 'When bridges closed?'],
  ['Who shut the bridge of Acme?', 0, 'Who close bridge Acme?'],
  ['How many did it shut? And why?', 0, 'How many close? Why?'],
  ['zanzibar?', 0, '?'],
  ['', 0, ''],
])('%j is retold as %j', (typed, at, told) => {
  const span = STORY.sentences[at] ?? { start: 0, end: 0 };
  const retold = retell(typed, NAMES, { story: STORY, span });
  expect(wordsOf(retold, NAMES, STORY)).toBe(told);
  // what is written down are places and words that ask, and told again it is the same
  expect(retell(told, NAMES, { story: STORY, span })).toEqual(retold);
});

test('without a story it keeps whom it names', () => {
  const retold = retell('What did Ann Ode say about zanzibar?', NAMES, null);
  expect(retold).toEqual(['what', { name: 0 }, '?']);
  expect(wordsOf(retold, NAMES, null)).toBe('What Ann Ode?');
});

test('places that a story no longer has are left out', () => {
  expect(wordsOf(['who', { start: 9_000, end: 9_004 }, '?'], NAMES, STORY)).toBe('Who?');
});
