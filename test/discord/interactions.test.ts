import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { GREETING } from '../../adapters/chat/greeting.ts';
import { citation, echo, echoCore, replyOf } from './core.ts';
import { CHANNEL, GUILD, MANAGER, PERSON, slash, typing, USER_INSTALL } from './server/payloads.ts';
import { answered, startWorld, type World } from './world.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // on a busy machine, too

let world: World;
afterEach(async () => {
  await world.end();
  expect(world.discord.rest.breaches).toEqual([]);
});

const PRIVATE = 64;

describe('slash commands', () => {
  test('acknowledges every slash question before the search is done, then edits', async () => {
    let finish = (): void => {};
    const searching = new Promise<void>((resolve) => {
      finish = resolve;
    });
    world = await startWorld(
      echoCore(async (command) => {
        await searching;
        return echo(command);
      }),
    );
    const asked = world.act(slash('ask', { question: 'who won?' }));
    const first = await world.discord.until(() => asked.callback);
    expect(first).toEqual({ type: 5, data: { flags: 0 } });
    expect(asked.original).toBeNull();
    finish();
    expect((await answered(world.discord, asked)).content).toContain('ask \\| who won?');
  });

  test('leaves no "thinking" behind when the bot fails: an error text takes its place', async () => {
    world = await startWorld(echoCore(() => Promise.reject(new Error('broken'))));
    const asked = world.act(slash('ask', { question: 'who won?' }));
    expect((await answered(world.discord, asked)).content).toMatch(/^Sorry/);
  });

  test('leaves no "thinking" behind when Discord refuses the answer', async () => {
    world = await startWorld(echoCore());
    world.discord.fault({
      method: 'PATCH',
      path: /@original/,
      times: 1,
      kind: { status: 400, code: 50035 },
    });
    const asked = world.act(slash('ask', { question: 'who won?' }));
    expect((await answered(world.discord, asked)).content).toMatch(/^Sorry/);
  });

  test('keeps a private answer private in every part', async () => {
    const long = citation('All the words. '.repeat(700).trim());
    world = await startWorld(echoCore(() => replyOf([{ kind: 'quote', citation: long }])));
    const asked = world.act(slash('ask', { question: 'all?', private: true }));
    await world.discord.until(() => asked.followUps.length >= 5);
    expect(asked.callback).toEqual({ type: 5, data: { flags: PRIVATE } });
    for (const { flags = 0 } of asked.followUps) expect(flags & PRIVATE).toBe(PRIVATE);
    expect(asked.followUps).toHaveLength(5);
    expect(world.discord.rest.posts).toEqual([]);
  });

  test('shows a public answer to everyone in every part', async () => {
    const long = citation('All the words. '.repeat(300).trim());
    world = await startWorld(echoCore(() => replyOf([{ kind: 'quote', citation: long }])));
    const asked = world.act(slash('ask', { question: 'all?', private: false }));
    await world.discord.until(() => asked.followUps.length >= 1);
    expect(asked.callback).toEqual({ type: 5, data: { flags: 0 } });
    for (const { flags = 0 } of asked.followUps) expect(flags & PRIVATE).toBe(0);
  });

  test.each([
    ['quotes', { topic: 'fruit', person: 'Ma' }, 'quotes \\| Ma \\| fruit'],
    ['quotes', { person: 'Ma' }, 'quotes \\| Ma \\|'],
    ['who-said', { words: 'we\nwon' }, 'who-said \\| we won'],
    ['story speakers', {}, 'speakers \\| false'],
    ['story speakers', { picture: true }, 'speakers \\| true'],
    ['story show', { all: true }, 'story \\| true'],
    ['story show', { all: false }, 'story \\| false'],
    ['story numbers', { topic: 'jobs' }, 'numbers \\| jobs'],
    ['story list', {}, 'stories'],
    ['story help', {}, 'help'],
  ])('reads /%s with %j', async (name, options, words) => {
    world = await startWorld(echoCore());
    const asked = world.act(slash(name, options));
    expect((await answered(world.discord, asked)).content).toContain(words);
  });

  test.each([
    ['who may manage the server', { permissions: MANAGER }, true],
    ['an administrator of the server', { permissions: '8' }, true],
    ['who is named in ADMIN_IDS', { person: '6' }, true],
    ['anyone else', { person: '5' }, false],
    ['a manager where the bot is no member', { permissions: MANAGER, more: USER_INSTALL }, false],
  ])('lets %s choose stories: %s', async (_, who, may) => {
    world = await startWorld(echoCore(), { admins: ['6'] });
    const asked = world.act(slash('stories use', { story: 'ferry' }, who));
    const { content = '', flags = 0 } = await answered(world.discord, asked);
    if (may) expect(content).toContain('use \\| ferry');
    else {
      expect(content).toMatch(/Ask someone who may manage this server/);
      expect(content).not.toContain('ADMIN_IDS');
      expect(flags & PRIVATE).toBe(PRIVATE);
    }
  });

  test.each([
    ['by someone’s own install', USER_INSTALL, {}, PRIVATE],
    ['by someone’s own install, if they say so', USER_INSTALL, { private: false }, 0],
    ['in a group DM', { ...USER_INSTALL, context: 2 }, {}, PRIVATE],
    ['where the bot is a member', {}, {}, 0],
    [
      'where both are',
      { authorizing_integration_owners: { '0': GUILD, '1': PERSON }, context: 0 },
      {},
      0,
    ],
  ])('is shown %s as it should be', async (_, more, options, flags) => {
    world = await startWorld(echoCore());
    const asked = world.act(slash('ask', { question: 'who won?', ...options }, { more }));
    await answered(world.discord, asked);
    expect(asked.callback).toEqual({ type: 5, data: { flags } });
  });

  test('repeats what was asked, as others do not see it', async () => {
    world = await startWorld(echoCore());
    const asked = world.act(slash('ask', { question: 'who *won*?\nand why', private: true }));
    const { content } = await answered(world.discord, asked);
    expect(content?.split('\n')[0]).toBe('-# who \\*won\\*? and why');
  });

  test('says once that it is a program: privately to who was not there when it said so to all', async () => {
    world = await startWorld(echoCore());
    const greets = async (options: object, who: object): Promise<boolean> => {
      const asked = world.act(slash('story speakers', { ...options }, { ...who }));
      return (await answered(world.discord, asked)).content?.includes(GREETING) ?? false;
    };
    expect(await greets({ private: true }, {})).toBe(true);
    expect(await greets({ private: true }, {})).toBe(false);
    expect(await greets({}, {})).toBe(true);
    expect(await greets({ private: true }, { person: '5' })).toBe(false);
    expect(await greets({ private: true }, { guild: null, channel: '7' })).toBe(true);
    expect(await greets({}, { guild: null, channel: '7' })).toBe(false);
  });

  test('answers the same interaction once', async () => {
    world = await startWorld(echoCore());
    const event = slash('ask', { question: 'who won?' });
    const asked = world.act(event);
    world.act(event);
    await answered(world.discord, asked);
    await world.settled();
    const callbacks = world.discord.rest.requests.filter(({ path }) => path.endsWith('/callback'));
    const edits = world.discord.rest.requests.filter(({ method }) => method === 'PATCH');
    expect([callbacks.length, edits.length]).toEqual([1, 1]);
  });

  test('says privately, each time, that it was too much: none shows as failed', async () => {
    world = await startWorld(echoCore());
    const all = Array.from({ length: 26 }, () => world.act(slash('ask', { question: 'who won?' })));
    await world.discord.until(() => all.every((one) => one.callback));
    await world.discord.until(() => all.slice(0, 20).every((one) => one.original));
    for (const { callback } of all.slice(20)) {
      expect(callback).toMatchObject({ type: 4, data: { flags: 68 } });
      expect(callback?.data?.content).toMatch(/Please give me a moment/);
    }
  });

  test('writes down nowhere who asked something in private', async () => {
    const memoryDir = mkdtempSync(join(tmpdir(), 'verbatim-'));
    world = await startWorld(echoCore(), { memoryDir });
    const asked = world.act(slash('ask', { question: 'who won?', private: true }));
    expect((await answered(world.discord, asked)).content).toContain(GREETING);
    await world.bot.stop();
    expect(readdirSync(memoryDir)).toEqual([]);
    rmSync(memoryDir, { recursive: true });
  });
});

describe('autocomplete', () => {
  const choose = async (event: ReturnType<typeof typing>) => {
    const asked = world.act(event);
    const { type, data } = await world.discord.until(() => asked.callback);
    expect(type).toBe(8);
    return data?.choices ?? [];
  };

  test('offers at most 25 choices of 1–100 characters, cut on a whole character', async () => {
    const family = '👩‍👩‍👧';
    const names = ['', ' ', `${'x'.repeat(97)}${family}`, 'x'.repeat(300), 'Jack\nMa'];
    const many = Array.from({ length: 40 }, (_, n) => `Speaker ${n}`);
    world = await startWorld(
      echoCore(echo, async () => [...names, ...many].map((name) => ({ name, value: name }))),
    );
    const choices = await choose(typing('quotes', 'person', 'Ja'));
    expect(choices).toHaveLength(25);
    expect(choices.slice(0, 3).map(({ name }) => name)).toEqual([
      'x'.repeat(97),
      'x'.repeat(100),
      'Jack Ma',
    ]);
  });

  test('shows headlines and means ids; the core takes both', async () => {
    const story = { name: 'Ferry runs aground', value: 'ferry-aground' };
    world = await startWorld(echoCore(echo, async () => [story, story]));
    expect(await choose(typing('stories use', 'story', 'fer'))).toEqual([story]);
  });

  test('asks the core for what the option completes', async () => {
    const complete = async (what: string, typed: string) => [
      { name: `${what} ${typed}`, value: `${what} ${typed}` },
    ];
    world = await startWorld(echoCore(echo, complete));
    expect(await choose(typing('quotes', 'person', 'Ja'))).toEqual([
      { name: 'speaker Ja', value: 'speaker Ja' },
    ]);
    expect(await choose(typing('stories use', 'story', 'fe'))).toEqual([
      { name: 'story fe', value: 'story fe' },
    ]);
    expect(await choose(typing('ask', 'question', 'wh'))).toEqual([]);
    expect(await choose(typing('no-such', 'thing', ''))).toEqual([]);
  });

  test('offers nothing on an error', async () => {
    const complete = async () => {
      throw new Error('broken');
    };
    world = await startWorld(echoCore(echo, complete));
    expect(await choose(typing('quotes', 'person', 'Ja'))).toEqual([]);
  });
});

test('an interaction does not post in the channel', async () => {
  world = await startWorld(echoCore());
  await answered(world.discord, world.act(slash('story speakers')));
  expect(await world.settled(CHANNEL)).toEqual([]);
});
