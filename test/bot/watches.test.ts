import { expect, test } from 'vitest';
import { parseCommand } from '../../src/index.ts';
import { CONSOLE } from '../stories.ts';
import { FERRY, FERRY_AGAIN, openWatchers, PICNIC } from '../watch.ts';

const CHANNEL = 'slack:T1:C1';
type Desk = ReturnType<typeof openWatchers>;

/** What the channel is told of the last change, as words. */
async function told({ watches, changes }: Desk, isTold = () => false): Promise<readonly string[]> {
  const reply = await watches.find(CHANNEL, changes.slice(-1), isTold);
  return reply?.passages.map(({ words }) => words) ?? [];
}

const HURT = '“Nobody was hurt,” said Bo Lund, the harbour master.';
const LUCKY = '“We were lucky with the tide,” Lund said on Saturday.';
const TICKETS = 'Tickets for the crossing cost £4, and a timetable hangs on the pier.';

test.each([
  ['/watch', { act: 'list' }],
  ['/watch list', { act: 'list' }],
  ['/watch stop', { act: 'list' }],
  ['/watch stop 2', { act: 'stop', which: 2 }],
  ['/watch stop all', { act: 'stop', which: 'all' }],
  ['/watch digest on', { act: 'digest', on: true }],
  ['/watch Digest off.', { act: 'digest', on: false }],
  ['/watch Bo Lund', { act: 'add', what: 'Bo Lund' }],
  ['/watch "nobody was hurt"', { act: 'add', what: '"nobody was hurt"' }],
  ['/watch stop signs in Orrin', { act: 'add', what: 'stop signs in Orrin' }],
])('%s is read', (line, watching) => {
  expect(parseCommand(line, CONSOLE)).toMatchObject({ kind: 'watch', watching });
});

test.each([
  ['a speaker by a short name', '/watch Lund', [HURT]],
  ['a speaker in full', '/watch by Bo Lund', [HURT]],
  ['a topic', '/watch about ticket prices on the pier', []],
  ['a topic in one sentence', '/watch about crossing tickets', [TICKETS]],
  ['a name that only is spoken of', '/watch timetable', [TICKETS]],
  ['a quotation', '/watch "nobody was hurt"', [HURT]],
  ['a quotation with another word', '/watch “Nobody was injured”', [HURT]],
  ['a quotation that is not there', '/watch "the picnic is on"', []],
  ['a speaker who is not there', '/watch by Ada Ode', []],
])('%s is found in a story that comes in', async (_, line, words) => {
  const desk = openWatchers();
  await desk.say(line);
  await desk.add('ferry', FERRY);
  expect(await told(desk)).toEqual(words);
});

test('of a story that changes only what is new is told, with speaker, place and watch', async () => {
  const desk = openWatchers();
  await desk.add('ferry', FERRY);
  await desk.say('/watch Lund');
  await desk.add('ferry', FERRY_AGAIN);
  const reply = await desk.watches.find(CHANNEL, desk.changes.slice(-1), () => false);
  expect(reply?.passages).toMatchObject([
    { words: LUCKY, story: 'ferry', paragraph: 4, speaker: { name: 'Bo Lund', kind: 'direct' } },
  ]);
  expect(reply?.blocks).toMatchObject([
    { kind: 'text', text: 'Changed: Ferry Runs Aground' },
    { kind: 'text', text: 'Watched: Lund' },
    { kind: 'quote' },
  ]);
});

test('the same story again is no change, and what was told is not told again', async () => {
  const desk = openWatchers();
  await desk.say('/watch Lund');
  await desk.add('ferry', FERRY);
  await desk.add('ferry', FERRY);
  expect(desk.changes).toHaveLength(1);
  expect(await told(desk, () => true)).toEqual([]);
});

test('a passage that two watches find is told once', async () => {
  const desk = openWatchers();
  await desk.say('/watch Lund');
  await desk.say('/watch "nobody was hurt"');
  await desk.add('ferry', FERRY);
  expect(await told(desk)).toEqual([HURT]);
});

test('a watch that was stopped finds nothing, and others go on', async () => {
  const desk = openWatchers();
  await desk.say('/watch Lund');
  await desk.say('/watch about crossing tickets');
  expect((await desk.say('/watch list')).rows).toEqual([
    { number: 1, watch: 'Lund' },
    { number: 2, watch: 'about crossing tickets' },
  ]);
  expect((await desk.say('/watch stop 7')).found).toBe(false);
  await desk.say('/watch stop 1');
  await desk.add('ferry', FERRY);
  expect(await told(desk)).toEqual([TICKETS]);
  await desk.say('/watch stop all');
  expect((await desk.say('/watch')).blocks[0]).toMatchObject({ text: 'Nothing is watched here.' });
  expect(await desk.watches.channels()).toEqual([]);
});

test('the same thing is watched once, and no more than twenty things', async () => {
  const desk = openWatchers();
  await desk.say('/watch Lund');
  expect((await desk.say('/watch lund')).rows).toHaveLength(1);
  for (let n = 2; n <= 20; n += 1) await desk.say(`/watch about topic ${n}`);
  expect((await desk.say('/watch about one more')).found).toBe(false);
  expect((await desk.say('/watch')).rows).toHaveLength(20);
});

test('many passages come five at a time, the rest behind a button', async () => {
  const desk = openWatchers();
  const said = Array.from({ length: 9 }, (_, n) => `“The tide is ${n + 2} feet,” said Bo Lund.`);
  await desk.say('/watch Lund');
  await desk.add('tides', `The Tides\n\n${said.join('\n\n')}`);
  const reply = await desk.watches.find(CHANNEL, desk.changes, () => false);
  expect(reply?.passages).toHaveLength(9);
  expect(reply?.blocks.filter(({ kind }) => kind === 'quote')).toHaveLength(5);
  const [more] = reply?.actions ?? [];
  expect((await desk.say(more?.line ?? '')).passages.map(({ words }) => words)).toEqual(
    said.slice(5),
  );
});

test('who may not change what others see may not watch, and a console has nowhere to tell', async () => {
  const desk = openWatchers();
  const refused = await desk.say('/watch Lund', CHANNEL, false);
  expect(refused.blocks[0]).toMatchObject({ text: expect.stringContaining('not everyone may') });
  expect(await desk.watches.channels()).toEqual([]);
  const console = openWatchers(false);
  const nowhere = await console.say('/watch Lund', 'console');
  expect(nowhere.blocks[0]).toMatchObject({ text: expect.stringContaining('needs a channel') });
});

test('a digest tells who said what in the stories that came in since, of the channel’s choice', async () => {
  const desk = openWatchers();
  await desk.add('ferry', FERRY);
  desk.clock.time += 86_400_000;
  await desk.add('picnic', PICNIC);
  await desk.say('/watch digest on');
  expect(await desk.watches.digestSince(CHANNEL)).toBe(desk.clock.time);
  const since = desk.clock.time - 3_600_000;
  const words = async (reply: ReturnType<typeof desk.watches.digest>) =>
    (await reply)?.passages.map((one) => one.words);
  expect(await words(desk.watches.digest(CHANNEL, since))).toEqual([
    '“We will try again,” said Ada Ode, who baked the cakes.',
  ]);
  expect(await words(desk.watches.digest(CHANNEL, 0))).toContain(HURT);
  await desk.say('/use ferry');
  expect(await words(desk.watches.digest(CHANNEL, 0))).not.toContain(
    '“We will try again,” said Ada Ode, who baked the cakes.',
  );
  expect(await desk.watches.digest(CHANNEL, since)).toBeNull();
  await desk.say('/watch digest off');
  expect(await desk.watches.channels()).toEqual([]);
});

test('a story that is gone by now is not told of', async () => {
  const desk = openWatchers();
  await desk.say('/watch Lund');
  await desk.add('ferry', FERRY);
  await desk.store.remove('ferry');
  expect(await told(desk)).toEqual([]);
  expect(desk.errors).toEqual([]);
});
