import { expect, test } from 'vitest';
import { findQuotes } from '../../src/answer/quotes.ts';
import { readStory, storyOf } from '../stories.ts';

/** How many passages a person has in a story; else why there are none. */
async function quotesOf(id: string, person: string): Promise<number | string> {
  const found = await findQuotes([readStory(id)], person, null);
  return found.kind === 'some' ? found.quoted.length : found.kind;
}

test.each([
  ['quarry-appeal', 'the porter', 2], // `A porter at the court`, then `The porter`
  ['quarry-appeal', 'my neighbour', 1],
  ['quarry-appeal', 'Mr Justice Harrow', 3],
  ['quarry-appeal', 'Bin Rashid', 2],
  ['quarry-appeal', 'Pell', 'ambiguous-person'],
  ['tram-vote', 'Möller', 'ambiguous-person'],
  ['tram-vote', 'ni bhriain', 4],
  ['comet-find', 'Zmuda', 2],
  ['flood-panel', 'A', 3],
  ['glass-deal', 'Orrin', 1],
  ['glass-deal', 'the bishop', 'no-such-person'],
])('in %s %s has %j', async (id, person, quotes) =>
  expect(await quotesOf(id, person)).toBe(quotes),
);

test.each([
  ['Prime Minister Ostrow', 'Karl Ostrow', 'some'],
  ['Mrs Ostrow', 'Karl Ostrow', 'no-such-person'],
  ['Lena Ostrow', 'Karl Ostrow', 'no-such-person'],
  ['Lena Ostrow', 'Lena B. Ostrow', 'some'],
])('of %s, %s are the quotes: %s', async (named, typed, kind) => {
  const story = storyOf(
    `“We have time to look at every bolt,” said ${named} on Monday.\n\nIt rained.\n`,
  );
  expect((await findQuotes([story], typed, null)).kind).toBe(kind);
});
