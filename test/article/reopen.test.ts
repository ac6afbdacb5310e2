import { expect, test } from 'vitest';
import { readArticle, reopenArticle } from '../../src/article/article.ts';
import { readStory, STORY_IDS } from '../stories.ts';

test.each(STORY_IDS)('%s is the same when it is opened again', (id) => {
  const { text } = readStory(id).article;
  expect({ ...reopenArticle(id, text) }).toEqual({ ...readArticle(id, text) });
});

test.each([
  ['a first line', 'Ferry sinks\n\nA ferry sank on Monday. Nobody was hurt.', null],
  ['no headline', 'A ferry sank on Monday.', null],
  ['front matter', '---\ntitle: Ferry sinks\n---\nA ferry sank on Monday.', null],
  [
    'known fields',
    'A ferry sank on Monday.',
    { headline: 'Ferry sinks', publisher: 'AFP', published: '2026-01-02', url: null },
  ],
])('with %s', (_, text, known) => {
  const article = reopenArticle('ferry', text, known);
  expect([article.headline, article.headline]).toEqual(Array(2).fill(article.headline));
  expect({ ...article }).toEqual({ ...readArticle('ferry', text, known) });
});
