import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { findPerson } from '../../src/quotes/person.ts';
import { findQuotes } from '../../src/quotes/quotes.ts';
import { cite } from '../../src/story/citation.ts';
import { prepare } from '../../src/story/prepare.ts';
import { hearNow, readStory, storyOf } from '../stories.ts';

/** How many passages a person has in a story; else why there are none. */
async function quotesOf(id: string, person: string): Promise<number | string> {
  const found = await findQuotes([hearNow(readStory(id))], person, null);
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

const story = (text: string) =>
  hearNow(prepare(readArticle('story', `Boats late again\n\n${text}\n`)));

test.each([
  [
    'Marrow Lines said it was sorry.\n\n“We are late,” a Marrow Lines spokeswoman said.\n\nMarrow Lines Pensions said it was early.',
    'Marrow Lines',
    ['Marrow Lines', 'a Marrow Lines spokeswoman'],
  ],
  [
    'Boats of Marrow Lines are late.\n\n“We are sorry,” said a spokesman for Marrow Lines.',
    'Marrow Lines',
    ['a spokesman for Marrow Lines'],
  ],
  [
    'Ann Orban said it was late.\n\n“She is sorry,” a spokesman for Ann Orban said.',
    'Ann Orban',
    ['Ann Orban'],
  ],
])(
  'gives an organisation what its unnamed people say, each as worded: %s',
  async (text, who, speakers) => {
    const found = await findQuotes([story(text)], who, null);
    const quoted = found.kind === 'some' ? found.quoted : [];
    const cited = quoted.map((one) => cite(one.story, one.span, null, one.statement).speaker);
    expect(cited.map((one) => one?.name ?? one?.words)).toEqual(speakers);
  },
);

test.each([
  ['a line end', '\n'],
  ['a line end of Windows', '\r\n'],
  ['a wide space', '\u2003'],
  ['a narrow space that does not break', '\u202f'],
  ['an ideographic space', '\u3000'],
])('finds a name that is broken by %s', async (_, space) => {
  const text = `The dam will hold through the spring and the summer, the engineer Ralf${space}Stegman told the paper on Monday.\n\n“It will hold through the whole of the spring, whatever comes,” said Ralf${space}Stegman. “I am sure of that, and so is everybody who has seen it.”`;
  const found = await findQuotes([story(text)], 'Ralf Stegman', null);
  const quoted = found.kind === 'some' ? found.quoted : [];
  const names = quoted.map((one) => cite(one.story, one.span, null, one.statement).speaker?.name);
  expect(quoted.length).toBeGreaterThan(0);
  for (const name of names) expect(name?.replace(/\s+/g, ' ')).toBe('Ralf Stegman');
});

test('a hyphened given name is whole, and its family name alone is the same person', async () => {
  const text =
    '“The port is full,” said Han Ji-min, an analyst at the Delta Bank.\n\n“It will be full in May, too,” Han said.\n\n“We can wait,” said Kim Soo-ah of the pilots’ union.';
  const found = await findQuotes([story(text)], 'Han Ji-min', null);
  const quoted = found.kind === 'some' ? found.quoted : [];
  const names = quoted.map((one) => cite(one.story, one.span, null, one.statement).speaker?.name);
  expect(names).toEqual(['Han Ji-min', 'Han Ji-min']);
});

test('shows a name over a line end, or with a space that does not break, as the article has it', async () => {
  const text = '“It is late,” said Jo\u00a0Orban.\n\n“It is cold,” said Mia\u2009Kell, a porter.';
  const found = await findQuotes([story(text)], 'Jo Orban', null);
  const [one] = found.kind === 'some' ? found.quoted : [];
  expect(one && cite(one.story, one.span, null, one.statement).speaker?.name).toBe('Jo\u00a0Orban');
});

test.each([
  ['the airline', 'Ostra Airways'],
  ['the regulator', null],
])('%s is %s', (typed, name) => {
  const found = findPerson(
    [
      story(
        'Ostra Airways is sorry. It rained.\n\nThe airline pays nobody, the drivers say.\n\n“We tried,” said Ostra Airways.',
      ),
    ],
    typed,
  );
  expect(found.kind === 'found' ? found.people.map((one) => one.name) : null).toEqual(
    name === null ? null : [name],
  );
});

test('names beside each other, each with an article, end the search', () => {
  const text =
    'They heard The Ravens, The Larks, and left. They heard The Larks, The Ravens, and came.';
  expect(findPerson([storyOf(text)], 'the Ravens').kind).toMatch(/^(?:found|nobody|ambiguous)$/);
});
