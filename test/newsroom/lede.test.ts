import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { findLede } from '../../src/newsroom/lede.ts';
import { prepare } from '../../src/story/prepare.ts';

const PLAIN = `# Council closes two swimming baths

Marl council voted on Tuesday to close two of its three swimming baths, saying it could no longer pay to heat them.

Swimmers wept in the gallery. “It is the end of the club,” said Ann Ode.`;

const DELAYED = `# Council closes two swimming baths

Every morning for forty years Ann Ode has carried her towel down Quay Lane.

It is blue, and it has a hole in it.

On Wednesday she stayed at home. Marl council voted on Tuesday to close two of its three swimming baths, saying it could no longer pay to heat them.

“It is the end of the club,” she said.`;

test.each([
  ['the first sentence', PLAIN],
  ['the sentence behind an opening scene', DELAYED],
])('the lede is %s', (_, text) => {
  const story = prepare(readArticle('story', text));
  const lede = findLede(story);
  expect(story.article.text.slice(lede?.start, lede?.end)).toMatch(/^Marl council voted/);
});

test('a story without sentences has no lede', () => {
  const story = prepare(readArticle('story', 'One.'));
  expect(findLede({ ...story, sentences: [] })).toBeNull();
});
