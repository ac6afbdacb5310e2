import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { GREETING } from '../../adapters/chat/greeting.ts';
import { makeReply, say } from '../../src/reply/reply.ts';
import { citation, echo, echoCore, replyOf } from './core.ts';
import { CHANNEL, PERSON, slash, typing } from './server/payloads.ts';
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
    expect(world.discord.rest.posts).toEqual([]);
  });

  test('shows a public answer to everyone in every part', async () => {
    const long = citation('All the words. '.repeat(300).trim());
    world = await startWorld(echoCore(() => replyOf([{ kind: 'quote', citation: long }])));
    const asked = world.act(slash('ask', { question: 'all?', private: false }));
    await world.discord.until(() => asked.followUps.length >= 2);
    expect(asked.callback).toEqual({ type: 5, data: { flags: 0 } });
    for (const { flags = 0 } of asked.followUps) expect(flags & PRIVATE).toBe(0);
  });

  test.each([
    ['quotes', { topic: 'fruit', person: 'Ma' }, 'quotes \\| Ma \\| fruit'],
    ['quotes', { person: 'Ma' }, 'quotes \\| Ma \\|'],
    ['who-said', { words: 'we\nwon' }, 'who-said \\| we won'],
    ['speakers', {}, 'speakers'],
    ['use', { story: 'ferry' }, 'use \\| ferry'],
  ])('reads /%s with %j', async (name, options, words) => {
    world = await startWorld(echoCore());
    const asked = world.act(slash(name, options));
    expect((await answered(world.discord, asked)).content).toContain(words);
  });

  test('lets only those named as administrators change what others see', async () => {
    const core = echoCore(({ place }) => makeReply('use', { blocks: [say(String(place.admin))] }));
    world = await startWorld(core, { admins: [PERSON] });
    const asked = [{ person: PERSON }, { person: '5' }, { person: '5', guild: null }];
    const said = asked.map((who) =>
      answered(world.discord, world.act(slash('use', { story: 'x' }, who))),
    );
    const words = (await Promise.all(said)).map(({ content }) => content?.split('\n')[0]);
    expect(words).toEqual(['true', 'false', 'false']);
  });

  test('says once that it is a program: privately to who was not there when it said so to all', async () => {
    world = await startWorld(echoCore());
    const greets = async (options: object, who: object): Promise<boolean> => {
      const asked = world.act(slash('speakers', { ...options }, { ...who }));
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
    world = await startWorld(echoCore(echo, () => [...names, ...many]));
    const choices = await choose(typing('quotes', 'person', 'Ja'));
    expect(choices).toHaveLength(25);
    expect(choices.slice(0, 3).map(({ name }) => name)).toEqual([
      'x'.repeat(97),
      'x'.repeat(100),
      'Jack Ma',
    ]);
  });

  test('gives the same answer for free text, a choice’s value and a choice’s name', async () => {
    world = await startWorld(echoCore(echo, () => ['Jack Ma', 'all']));
    for (const { name, value } of await choose(typing('quotes', 'person', '')))
      expect(name).toBe(value);
  });

  test('asks the core for what the option completes', async () => {
    const complete = (what: string, typed: string) => [`${what} ${typed}`];
    world = await startWorld(echoCore(echo, complete));
    expect(await choose(typing('quotes', 'person', 'Ja'))).toEqual([
      { name: 'speaker Ja', value: 'speaker Ja' },
    ]);
    expect(await choose(typing('use', 'story', 'fe'))).toEqual([
      { name: 'story fe', value: 'story fe' },
    ]);
    expect(await choose(typing('ask', 'question', 'wh'))).toEqual([]);
    expect(await choose(typing('no-such', 'thing', ''))).toEqual([]);
  });

  test('offers nothing on an error', async () => {
    const complete = () => {
      throw new Error('broken');
    };
    world = await startWorld(echoCore(echo, complete));
    expect(await choose(typing('quotes', 'person', 'Ja'))).toEqual([]);
  });
});

test('an interaction does not post in the channel', async () => {
  world = await startWorld(echoCore());
  await answered(world.discord, world.act(slash('speakers')));
  expect(await world.settled(CHANNEL)).toEqual([]);
});
