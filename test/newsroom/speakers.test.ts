import { expect, test } from 'vitest';
import { listSpeakers } from '../../src/newsroom/speakers.ts';
import { readArticle } from '../../src/story/article.ts';
import { prepare } from '../../src/story/prepare.ts';
import { readGold, readStory, STORY_IDS } from '../stories.ts';
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

test('lists those who speak in our stories, and nobody else', () => {
  let [all, found, given, told] = [0, 0, 0, 0];
  for (const id of STORY_IDS) {
    const left = [...listSpeakers(readStory(id))];
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
  listSpeakers(prepare(readArticle('story', text))).map((person) => person.name);

test('takes "the diplomat" for the diplomat of before', () => {
  const text =
    'A Western diplomat said the talks were over. “It is finished,” the diplomat said.\n\nNobody else came.';
  expect(names(text)).toEqual(['A Western diplomat']);
});

test('leaves out those who are only talked about', () => {
  const text = 'The mayor, Ann Ode, said she liked Jon Lee. Mr Lee lives in Riga.\n\nIt rained.';
  expect(names(text)).toEqual(['Ann Ode']);
});
