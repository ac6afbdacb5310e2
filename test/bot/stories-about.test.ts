import { expect, test } from 'vitest';
import { parseCommand, placeOf } from '../../src/index.ts';
import { CONSOLE, makeBot, plainStory, readStory } from '../stories.ts';

const HEADED = {
  ...plainStory('It rained all day. Nobody came.', 'rain'),
};
const { bot } = makeBot([
  readStory('reef-study'),
  readStory('court-ferry'),
  { ...HEADED, article: { ...HEADED.article, headline: 'Picnic in Orrin cancelled' } },
]);
const say = (line: string, place = CONSOLE) => bot(parseCommand(line, place));

test.each([
  ['/stories coral reefs', ['reef-study']],
  ['/stories about the ferry', ['court-ferry']],
  ['which stories are about the ferry?', ['court-ferry']],
  ['stories about reefs', ['reef-study']],
  ['/stories the Orrin picnic', ['rain']],
  ['/stories zebra crossings', []],
])('%s finds %j', async (line, ids) => {
  const reply = await say(line);
  expect(reply).toMatchObject({ command: 'stories', found: true });
  expect(reply.rows?.map(({ story }) => story)).toEqual(ids);
});

test('each story shows a passage, where its text has one', async () => {
  expect((await say('/stories coral reefs')).passages[0]?.story).toBe('reef-study');
  expect((await say('/stories the Orrin picnic')).passages).toEqual([]);
});

test('without a topic all are listed', async () => {
  expect((await say('/stories')).rows).toHaveLength(3);
});

test('a place that is about one story asks it alone', async () => {
  const place = placeOf('court-ferry', 'one');
  const { rows } = await say('/speakers', place);
  expect(new Set(rows?.map(({ story }) => story))).toEqual(new Set(['court-ferry']));
  expect((await say('/use all', place)).found).toBe(false);
});
