import { describe, expect, test } from 'vitest';
import { memoryArchive } from '../../src/archive/memory.ts';
import { createBot } from '../../src/bot/bot.ts';
import { commands, type Place, parseCommand, type Reply } from '../../src/index.ts';
import { prepare } from '../../src/story/prepare.ts';
import { CONSOLE, makeBot, plainStory, readStory } from '../stories.ts';

const seed = readStory('alibaba-ma-trump');
const race = readStory('harbour-regatta');

function talk(stories = [seed, race]) {
  const { bot, complete } = makeBot(stories);
  const say = (line: string, place: Place = CONSOLE): Promise<Reply> =>
    bot(parseCommand(line, place));
  return { say, complete };
}

/** All words that a reply shows, as plain text. */
function shown(reply: Reply): string {
  return JSON.stringify(reply.blocks);
}

test('/why behind an answer tells its numbers also when its story was closed and opened again', async () => {
  const archive = memoryArchive();
  archive.add(seed);
  const onError = (error: unknown): never => {
    throw error;
  };
  const { bot } = createBot({ archive, now: () => 0, onError });
  const say = (line: string): Promise<Reply> => bot(parseCommand(line, CONSOLE));
  const answer = await say('Who founded Alibaba?');
  const line = answer.actions.find(({ kind }) => kind === 'why')?.line ?? '';
  expect(line).toContain('alibaba-ma-trump');
  const before = await say(line);
  archive.place(prepare(seed.article));
  expect(shown(await say(line))).toBe(shown(before));
});

describe('/use', () => {
  test('is for the channel, and all of its conversations', async () => {
    const { say } = talk();
    await say('/use harbour-regatta');
    expect(new Set((await say('/speakers')).rows?.map((row) => row.story))).toEqual(
      new Set(['harbour-regatta']),
    );
    const elsewhere = await say('/speakers', { ...CONSOLE, channel: 'other' });
    expect(new Set(elsewhere.rows?.map((row) => row.story)).size).toBe(2);
    await say('/use all');
    expect(new Set((await say('/speakers')).rows?.map((row) => row.story)).size).toBe(2);
  });

  test.each([
    ['harbour', true],
    ['2', true],
    ['Marrow Point crew snatch Harbour Cup by nine seconds', true],
    ['weather', false],
    ['99', false],
  ])('/use %s finds a story: %s', async (typed, found) => {
    const { say } = talk();
    expect((await say(`/use ${typed}`)).found).toBe(found);
  });

  test('is refused to those who may not change what others see', async () => {
    const { say } = talk();
    const reply = await say('/use 2', { ...CONSOLE, admin: false });
    expect(reply.found).toBe(false);
    expect(shown(reply)).toContain('Ask whoever set me up');
  });
});

describe('a conversation', () => {
  test('explains its last answer with the numbers that made it', async () => {
    const { say } = talk([seed]);
    expect(shown(await say('/why'))).toContain('no answer yet');
    const answer = await say('Where did Ma meet Trump?');
    const why = await say('/why');
    expect(why.rows?.[0]?.passage).toBe(answer.passages[0]?.words);
    expect(shown(why)).toContain('threshold');
    expect(shown(await say('/why', { ...CONSOLE, conversation: 'other' }))).toContain(
      'no answer yet',
    );
  });

  test('shows the lines set aside after /story', async () => {
    const { say } = talk([seed]);
    expect(shown(await say('/story'))).toContain('2 lines set aside');
    const why = await say('/why');
    expect(why.rows?.map((row) => row.line)).toEqual(['More From This Section', '(Reopens FGN 9)']);
  });

  test('gives what the last answer left for "more", and says when nothing is left', async () => {
    const { say } = talk([seed]);
    const answer = await say('What did Trump do?');
    const more = await say('more');
    expect(more.passages).toEqual(answer.passages.slice(1));
    expect((await say('more', { ...CONSOLE, conversation: 'other' })).found).toBe(false);
  });

  test('gives the nearest passages where the story does not say', async () => {
    const { say } = talk([seed]);
    const silent = await say('How old is Trump?');
    expect(silent).toMatchObject({ found: false, passages: [] });
    const [button] = silent.actions.filter(({ kind }) => kind === 'more');
    expect(button?.label).toBe('Nearest passages');
    const nearest = await say('more');
    expect(nearest.passages.length).toBeGreaterThan(0);
    expect(nearest.passages[0]?.words).toContain('Trump');
    expect((await say(button?.line ?? '')).passages).toEqual(nearest.passages);
    const strange = await say('Which marsupial yodels?');
    expect(strange.actions.map(({ kind }) => kind)).toEqual(['why']);
    expect((await say('more')).found).toBe(false);
  });

  test('is forgotten after half an hour', async () => {
    const archive = memoryArchive();
    archive.add(seed);
    let time = 0;
    const { bot } = createBot({ archive, now: () => time, onError: () => {} });
    await bot(parseCommand('Where did Ma meet Trump?', CONSOLE));
    time = 31 * 60_000;
    expect(shown(await bot(parseCommand('/why', CONSOLE)))).toContain('no answer yet');
  });
});

describe('a follow-up', () => {
  test('takes "he" from the conversation, and not from another one', async () => {
    const { say } = talk([seed]);
    await say('Who is Bai Ming?');
    const said = await say('what did he say about jobs?');
    expect(said.passages[0]?.speaker?.name).toBe('Bai Ming');
    const elsewhere = await say('what did he say?', { ...CONSOLE, conversation: 'other' });
    expect(elsewhere.reason).toBe('no-such-person');
  });

  test('takes the last topic when it has no words of its own', async () => {
    const { say } = talk([seed]);
    await say('Where did Ma meet Trump?');
    const when = await say('and when?');
    expect(when.answer).toMatch(/^yesterday/);
  });

  test('goes on after /quotes', async () => {
    const { say } = talk([seed]);
    await say('/quotes Mei');
    expect((await say('/quotes her')).found).toBe(true);
  });
});

describe('buttons', () => {
  test('work after a restart, while the story is there', async () => {
    const answer = await talk([seed]).say('What did Trump do?');
    const fresh = talk([seed]);
    for (const { line, kind } of answer.actions) {
      expect(line.length).toBeLessThanOrEqual(100);
      const reply = await fresh.say(line);
      expect(reply.found).toBe(true);
      if (kind === 'more') expect(reply.passages.length).toBe(answer.passages.length - 1);
    }
  });

  test('say that they have expired when the story is gone', async () => {
    const answer = await talk([seed]).say('What did Trump do?');
    const without = talk([race]);
    for (const { line, kind } of answer.actions.filter((one) => !one.kind.startsWith('feedback'))) {
      const reply = await without.say(line);
      expect([kind, shown(reply)]).toEqual([kind, expect.stringContaining('expired')]);
    }
  });

  test.each([
    '/more',
    '/more x',
    '/more alibaba-ma-trump 9-3',
    '/why alibaba-ma-trump 0-99999999',
    '/feedback',
  ])('a garbled one does nothing bad: %s', async (line) => {
    expect((await talk([seed]).say(line)).passages).toEqual([]);
  });
});

test('an error becomes an apology, and is told once', async () => {
  const broken = {
    ...memoryArchive(),
    count: async () => {
      throw new Error('the disk is gone');
    },
  };
  const errors: unknown[] = [];
  const { bot } = createBot({
    archive: broken,
    now: () => 0,
    onError: (error) => errors.push(error),
  });
  const reply = await bot(parseCommand('Who paid?', CONSOLE));
  expect(reply.found).toBe(false);
  expect(shown(reply)).toContain('Sorry');
  expect(errors).toHaveLength(1);
});

const PORT = plainStory(
  `Port chief Zora Palm said the quay was closed. It was “shut for good,” she said. Palm said so twice.
“We never agreed,” said Ada Ode, president of the Harbour Guild.
Impala Freight said it would leave. Lindqvist said it was a pity.`,
  'port',
);

test.each([
  ['', ['Zora Palm', 'Ada Ode']], // who says most first
  ['ode', ['Ada Ode']],
  ['pal', ['Zora Palm', 'Impala Freight']], // a word begins so, then in the middle
  ['president', ['Ada Ode']],
  ['linqvist', ['Lindqvist']],
  ['lindqvits', ['Lindqvist']],
  ['zra', []],
  ['xyzzy', []],
])('completes speakers by %j: %j', async (typed, names) => {
  const { complete } = talk([PORT]);
  const found = (await complete('speaker', typed, CONSOLE)).map(({ name }) => name);
  expect(typed === '' ? found.slice(0, 2) : found).toEqual(names);
});

test('completes stories by their titles, which mean the same typed by hand', async () => {
  const { complete, say } = talk();
  expect((await complete('story', '', CONSOLE))[0]).toEqual({ name: 'All stories', value: 'all' });
  const titles = (await complete('story', '', CONSOLE)).slice(1);
  expect(titles.map(({ value }) => value)).toEqual(['alibaba-ma-trump', 'harbour-regatta']);
  for (const { name, value } of titles) {
    expect(name).not.toBe(value);
    const chosen = (await say(`/use ${name}`)).rows?.filter((row) => row.chosen);
    expect(chosen?.map((row) => row.story)).toEqual([value]);
    expect(await complete('story', name.slice(0, 20), CONSOLE)).toContainEqual({ name, value });
  }
  await say('/use All stories');
  expect((await say('/stories')).rows?.some((row) => row.chosen)).toBe(false);
  expect((await complete('story', 'snatch', CONSOLE))[0]?.value).toBe('harbour-regatta');
});

test('every command of the list is understood, and none other', async () => {
  const { say } = talk([seed]);
  for (const { name, options } of commands) {
    const typed = [`/${name}`, ...options.map(() => 'Trump')].join(' ');
    expect((await say(typed)).reason).not.toBe('unknown-command');
  }
  expect((await say('/dance')).reason).toBe('unknown-command');
});

test('the help lists every command, and gives examples that the story answers', async () => {
  const { say } = talk([seed]);
  const help = await say('/help');
  for (const { name } of commands) expect(shown(help)).toContain(`/${name}`);
  const examples = help.blocks.flatMap((block) => (block.kind === 'examples' ? block.lines : []));
  expect(examples.length).toBeGreaterThan(2);
  for (const line of examples) expect([line, (await say(line)).found]).toEqual([line, true]);
});

test('the help is short, and names what changes stories to those who may change them alone', async () => {
  const { say } = talk([seed]);
  const help = await say('/help', { ...CONSOLE, admin: false });
  for (const { name, admin } of commands) expect(shown(help).includes(`/${name}`)).toBe(!admin);
  const rows = help.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  expect(rows.length + help.blocks.length).toBeLessThan(12);
});
