import { expect, test } from 'vitest';
import { findQuotes } from '../../src/answer/quotes.ts';
import { storyOf } from '../stories.ts';

const VOTE = `Commissioner Gail Stroud defended the vote. "We had a levee to fix," Stroud said.

"The river is high again," Stroud said on Monday.`;

test.each([
  ['what has its words', 'the river', ['"The river is high again," Stroud said on Monday.']],
  ['or what stands by them', 'the vote', ['"We had a levee to fix," Stroud said.']],
  ['or nothing', 'the mayor', []],
])('about a topic: %s', (_, topic, passages) => {
  const story = storyOf(VOTE);
  const quotes = findQuotes([story], 'Stroud', topic);
  const found = quotes.kind === 'some' ? quotes.quoted : [];
  expect(found.map(({ span }) => story.article.text.slice(span.start, span.end))).toEqual(passages);
});
