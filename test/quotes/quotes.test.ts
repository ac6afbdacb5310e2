import { expect, test } from 'vitest';
import { parseCommand } from '../../src/index.ts';
import { findQuotes } from '../../src/quotes/quotes.ts';
import { say } from '../../src/reply/reply.ts';
import { hear } from '../../src/story/hear.ts';
import { CONSOLE, makeBot, plainStory, readGold, readStory, storyOf } from '../stories.ts';

const VOTE = `Commissioner Gail Stroud defended the vote. "We had a levee to fix," Stroud said.

"The river is high again," Stroud said on Monday.`;

test.each([
  ['what has its words', 'the river', ['"The river is high again," Stroud said on Monday.']],
  ['or what stands by them', 'the vote', ['"We had a levee to fix," Stroud said.']],
  ['or nothing', 'the mayor', []],
])('about a topic: %s', async (_, topic, passages) => {
  const story = storyOf(VOTE);
  const quotes = await findQuotes([story], 'Stroud', topic);
  const found = quotes.kind === 'some' ? quotes.quoted : [];
  expect(found.map(({ span }) => story.article.text.slice(span.start, span.end))).toEqual(passages);
});

test('a topic in other words is found by what is meant, the nearest first', async () => {
  const story = storyOf(`The bakery was sold on Friday.

“We slept in the flour store for a month,” said Imran Sadiq, the owner. “My sons carried every sack.”

Sadiq said that nobody would lose their job. He said a broken oven had cost him £9,000.`);
  const quotes = await findQuotes([story], 'Sadiq', 'layoffs');
  const found = quotes.kind === 'some' ? quotes.quoted : [];
  expect(found.map(({ span }) => story.article.text.slice(span.start, span.end))).toEqual([
    'Sadiq said that nobody would lose their job.',
  ]);
});

interface Topic {
  readonly story: string;
  readonly person: string;
  readonly topic: string;
  /** Some words of what the person says about it; null: nothing. */
  readonly words: string | null;
}

test('on topics in other words half are found, and of other things next to nothing', async () => {
  const shown = await Promise.all(
    readGold<Topic>('.', 'topics').map(async ({ story: id, person, topic, words }) => {
      const story = await hear(readStory(id));
      const quotes = await findQuotes([story], person, topic);
      const passages = (quotes.kind === 'some' ? quotes.quoted : []).map(({ span }) =>
        story.article.text.slice(span.start, span.end).toLowerCase(),
      );
      const isRight = words !== null && passages.some((one) => one.includes(words.toLowerCase()));
      return { words, isRight, any: passages.length > 0 };
    }),
  );
  const about = shown.filter(({ words }) => words !== null);
  const other = shown.filter(({ words }) => words === null);
  expect(about.filter(({ isRight }) => isRight).length / about.length).toBeGreaterThan(0.6);
  expect(other.filter(({ any }) => any).length / other.length).toBeLessThan(0.05);
});

const STRIKE = `Mayor Gail Stroud left early on Friday. "The ferry is late," she said.

Stroud denied saying "the ferry is sunk". Her spokesman would not answer questions.

The Harbour Board did not immediately respond to a request for comment. A lawyer for Ben Ode declined to comment.

A spokesman for the pilots’ union could not be reached. Councillors met Ms. Stroud at noon. Her deputy had no comment.`;

test.each([
  ["Gail Stroud's spokeswoman", ['Her spokesman would not answer questions.']],
  ["Ode's lawyer", ['A lawyer for Ben Ode declined to comment.']],
  ['a lawyer for Ben Ode', ['A lawyer for Ben Ode declined to comment.']],
  [
    'the Harbour Board',
    ['The Harbour Board did not immediately respond to a request for comment.'],
  ],
  ["Ode's spokesman", []],
  ["the pilots' union's spokesman", ['A spokesman for the pilots’ union could not be reached.']],
  ["Stroud's deputy", ['Her deputy had no comment.']],
])('of %s the story tells at most that they did not comment', async (person, told) => {
  const story = storyOf(STRIKE);
  const quotes = await findQuotes([story], person, null);
  const found = quotes.kind === 'no-comment' ? quotes.told : [];
  expect(quotes.kind).not.toBe('some');
  expect(found.map(({ sentence: { start, end } }) => story.article.text.slice(start, end))).toEqual(
    told,
  );
});

test.each([
  ['The Orle Museum is shut. A museum spokeswoman said that the lights had failed.', 1],
  ['The Orle Museum is near the Fen Museum. A museum spokeswoman said the lights had failed.', 0],
])('who speaks for the only one of its kind speaks for it: %s', async (text, count) => {
  const quotes = await findQuotes([storyOf(text)], 'Orle Museum', null);
  expect(quotes.kind === 'some' ? quotes.quoted : []).toHaveLength(count);
});

test('what is denied is shown as that, and not counted as said', async () => {
  const { bot } = makeBot([plainStory(STRIKE)]);
  const quotes = await bot(parseCommand('/quotes Gail Stroud', CONSOLE));
  expect(quotes.blocks[0]).toEqual(say('2 passages: 1 direct, 1 not said.'));
  const asked = await bot(parseCommand('/who-said the ferry is sunk', CONSOLE));
  expect(asked.blocks[0]).toEqual(say('Gail Stroud denies saying it.'));
  expect(asked.passages[0]?.speaker?.stance).toBe('denies');
});
