import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { listSpeakers } from '../../src/newsroom/speakers.ts';
import { hear } from '../../src/story/hear.ts';
import { prepare } from '../../src/story/prepare.ts';
import { hearNow, readGold, readStory, STORY_IDS } from '../stories.ts';
import { plainName } from './gold.ts';

interface GoldSpeaker {
  readonly name: string;
  readonly named: boolean;
  readonly role: string | null;
  readonly direct: number;
  readonly reported: number;
}

const RECALL = 0.95;
const PRECISION = 0.95;

test('lists those who speak in our stories, and nobody else', async () => {
  let [all, found, given, told] = [0, 0, 0, 0];
  for (const id of STORY_IDS) {
    const left = [...listSpeakers(await hear(readStory(id)))];
    given += left.length;
    for (const gold of readGold<GoldSpeaker>('speakers', id)) {
      all += 1;
      const at = left.findIndex((one) => plainName(one.name) === plainName(gold.name));
      const [person] = at < 0 ? [] : left.splice(at, 1);
      if (person === undefined) continue;
      found += 1;
      const direct = person.statements.filter((one) => one.kind !== 'indirect').length;
      if (direct === gold.direct) told += 1;
    }
  }
  expect(found / all).toBeGreaterThanOrEqual(RECALL);
  expect(found / given).toBeGreaterThanOrEqual(PRECISION);
  expect(told / found).toBeGreaterThanOrEqual(0.9);
}, 60_000); // reads twelve stories
const names = (text: string): readonly string[] =>
  listSpeakers(hearNow(prepare(readArticle('story', text)))).map((person) => person.name);

test('takes "the diplomat" for the diplomat of before', () => {
  const text =
    'A Western diplomat said the talks were over. “It is finished,” the diplomat said.\n\nNobody else came.';
  expect(names(text)).toEqual(['A Western diplomat']);
});

test('leaves out those who are only talked about', () => {
  const text = 'The mayor, Ann Ode, said she liked Jon Lee. Mr Lee lives in Riga.\n\nIt rained.';
  expect(names(text)).toEqual(['Ann Ode']);
});

const role = (text: string): string | null => {
  const [person] = listSpeakers(hearNow(prepare(readArticle('story', `${text}\n\nIt rained.`))));
  const span = person?.role ?? null;
  return span === null ? null : text.slice(span.start, span.end);
};

test.each([
  ['“It is late,” said Ann Ode, who teaches law at the college.', 'who teaches law at the college'],
  ['Ann Ode, who had sold her boat, was there. “It is late,” she said.', 'who had sold her boat'],
  ['Ann Ode, 79, whose son is ill, was there. “It is late,” she said.', 'whose son is ill'],
  ['President Ann Ode said no one came. Ode, a former engineer, was there.', 'a former engineer'],
  ['Ann Ode, 37, is the founder of a choir. “It is late,” she said.', 'the founder of a choir'],
  [
    'The Ode Union said it was late. It asked the Ode Union, an alliance of bakers, to come.',
    'an alliance of bakers',
  ],
  ['Her daughter Ann said that it was late.', 'Her daughter'],
  ['“It is late,” said Mayor Ann Ode, her voice hoarse, outside the hall.', null],
  ['“It is late,” said Ann Ode, his lawyer.', 'his lawyer'],
  [
    'The Ode Foundation, a charity that has lent them money, said that it was late.',
    'a charity that has lent them money',
  ],
])('%s is described as %j', (text, words) => expect(role(text)).toBe(words));

test.each([
  ['Darkness told the crews when to stop. “We will go on,” said Hanne Vell, a diver.'],
  ['The clock on the church said ten past two. “We will go on,” said Hanne Vell, a diver.'],
  ['History tells us that it will rain. “We will go on,” said Hanne Vell, a diver.'],
  ['The wreck of the Ada Grey suggests she broke in two. “We will go on,” said Hanne Vell.'],
])('what only shows something does not speak: %s', (text) => {
  expect(names(text)).toEqual(['Hanne Vell']);
});

test('somebody called Winter speaks', () => {
  expect(names('Winter said that it was late. “I am tired,” Winter said.')).toEqual(['Winter']);
});
