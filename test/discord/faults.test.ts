import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { makeBot, readStory } from '../stories.ts';
import { echo, echoCore } from './core.ts';
import { BOT, message, slash, typing } from './server/payloads.ts';
import { answered, startWorld, type World } from './world.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // on a busy machine, too

let world: World;
afterEach(async () => {
  await world.end();
  expect(world.discord.rest.breaches).toEqual([]);
  expect(world.log.join('')).not.toMatch(/very-secret|token-\d/);
});

const MESSAGES = /\/channels\/\d+\/messages/;
const CALLBACK = /\/callback$/;
const ORIGINAL = /@original$/;

const asked = () => message(`<@${BOT}> who won?`);
/** Resolves when so many requests were refused for good. */
const refused = async (count: number): Promise<void> => {
  await world.discord.until(
    () => world.log.filter((line) => line.includes('discord: refused')).length >= count,
  );
  await new Promise(setImmediate); // what follows from it is done with
};
const tries = (method: string, path: RegExp): number =>
  world.discord.rest.requests.filter((one) => one.method === method && path.test(one.path)).length;

describe('posting in a channel', () => {
  test.each([
    ['a 429, which it waits out', { status: 429, headers: { 'retry-after': '0.05' } }, 1],
    ['a 503, twice', { status: 503 }, 2],
    ['a 502', { status: 502 }, 1],
  ])('answers once after %s', async (_, kind, times) => {
    world = await startWorld(echoCore());
    world.discord.fault({ path: MESSAGES, times, kind });
    world.say(asked());
    const answers = await world.settled();
    expect(answers.map(({ content }) => content)).toEqual([expect.stringContaining('who won?')]);
    expect(world.discord.gateway.identifies).toHaveLength(1);
  });

  test.each([
    ['a hang-up', 'hang-up'],
    ['a hang-up after it was taken', 'hang-up-after'],
    ['a 500', { status: 500 }],
    ['a 504', { status: 504 }],
  ] as const)('gives one answer after %s: its nonce makes a second try safe', async (_, kind) => {
    world = await startWorld(echoCore());
    world.discord.fault({ path: MESSAGES, times: 1, kind });
    world.say(asked());
    expect(await world.settled()).toHaveLength(1);
    expect(tries('POST', MESSAGES)).toBe(3); // twice the question's, and the end
    for (const { body } of world.discord.rest.posts) {
      expect(body).toMatchObject({ nonce: expect.stringMatching(/^\d+-\d$/), enforce_nonce: true });
    }
  });

  test('is not tried for a while where it may not write', async () => {
    const memoryDir = mkdtempSync(join(tmpdir(), 'verbatim-'));
    world = await startWorld(echoCore(), { memoryDir });
    world.discord.fault({ path: MESSAGES, times: 99, kind: { status: 403, code: 50_013 } });
    for (let n = 0; n < 40; n += 1) {
      world.say(message(`<@${BOT}> who won?`, { person: `30000000000000${n + 100}` }));
    }
    await refused(1);
    const elsewhere = '200000000000000002';
    world.say(message(`<@${BOT}> who won?`, { channel: elsewhere }));
    await refused(2);
    expect(tries('POST', MESSAGES)).toBe(2); // one in each channel
    world.clock.time += 61_000;
    world.say(asked());
    await refused(3);
    expect(tries('POST', MESSAGES)).toBe(3);
    await world.bot.stop();
    const greeted = readFileSync(join(memoryDir, 'discord-greeted.txt'), 'utf8');
    expect(greeted.trim().split('\n')).toHaveLength(6); // for each try that it was, and was not
    rmSync(memoryDir, { recursive: true });
  });

  test('gives up on a limit that outlasts whoever asked, and says so', async () => {
    world = await startWorld(echoCore());
    const headers = { 'retry-after': '3600' };
    world.discord.fault({ path: MESSAGES, times: 1, kind: { status: 429, headers } });
    world.say(asked());
    await world.discord.until(() => world.log.some((line) => line.includes('refused')));
    expect(world.log.join('')).toMatch(
      /rate limited, given up code=user method=POST route=\/channels\/:id\/messages/,
    );
    world.say(message(`<@${BOT}> who won?`, { channel: '200000000000000002' }));
    await world.discord.until(() => world.discord.rest.posts.length > 0);
  });

  test('says in the log that it waits out a limit', async () => {
    world = await startWorld(echoCore());
    const headers = { 'retry-after': '0.05' };
    world.discord.fault({ path: MESSAGES, times: 1, kind: { status: 429, headers } });
    world.say(asked());
    expect(await world.settled()).toHaveLength(1);
    expect(world.log.join('')).toContain('rate limited, waiting');
  });

  test.each([
    ['401', { status: 401 }],
    ['403', { status: 403, code: 50013 }],
    ['404', { status: 404, code: 10003 }],
  ])('does not try again after a %s, logs it once, and goes on', async (_, kind) => {
    world = await startWorld(echoCore());
    world.discord.fault({ path: MESSAGES, times: 1, kind });
    world.say(asked());
    await refused(1);
    world.clock.time += 61_000;
    expect(await world.settled()).toEqual([]);
    expect(tries('POST', MESSAGES)).toBe(2);
    expect(world.log.filter((line) => line.includes('refused'))).toHaveLength(1);
  });

  test('apologises in place of an answer that Discord finds wrong (50035)', async () => {
    world = await startWorld(echoCore());
    world.discord.fault({ path: MESSAGES, times: 1, kind: { status: 400, code: 50035 } });
    world.say(asked());
    expect((await world.settled()).map(({ content }) => content)).toEqual([
      expect.stringMatching(/^Sorry/),
    ]);
  });

  test('answers without a reply where it may not reply (160002)', async () => {
    world = await startWorld(echoCore());
    world.discord.fault({ path: MESSAGES, times: 1, kind: { status: 400, code: 160_002 } });
    world.say(asked());
    const [answer, ...others] = await world.settled();
    expect(answer?.content).toContain('who won?');
    expect(answer?.message_reference).toBeUndefined();
    expect(others).toEqual([]);
  });

  test('greets with the next answer when the first one did not get through', async () => {
    world = await startWorld(echoCore());
    world.discord.fault({ path: MESSAGES, times: 1, kind: { status: 403, code: 50013 } });
    world.say(asked());
    await refused(1);
    world.clock.time += 61_000;
    world.say(asked());
    const [answer] = await world.settled();
    expect(answer?.content).toContain("I'm a program");
  });
});

describe('a picture', () => {
  const drawn = async () => {
    const { bot, complete } = makeBot([readStory('mill-takeover')]);
    world = await startWorld({ bot, complete });
  };

  test('goes with an answer, its words beside it', async () => {
    await drawn();
    world.say(message(`<@${BOT}> /speakers picture`));
    const [post] = await world.settled();
    expect(post?.files).toBe(true);
    expect(post?.attachments?.[0]?.description).toMatch(/\w/);
    const asked = world.act(slash('story speakers', { picture: true }));
    expect((await answered(world.discord, asked)).files).toBe(true);
  });

  test('is left out where files are not allowed, its words are not', async () => {
    await drawn();
    world.discord.fault({ path: MESSAGES, times: 1, kind: { status: 403, code: 50_013 } });
    world.say(message(`<@${BOT}> /speakers picture`));
    const [post, ...others] = await world.settled();
    expect(post?.files).toBeUndefined();
    expect(post?.content).toContain('speakers');
    expect(others).toEqual([]);
  });
});

describe('answering an interaction', () => {
  const ask = (isPrivate = false) =>
    slash('ask', { question: 'who won?', ...(isPrivate ? { private: true } : {}) });

  test.each([
    ['10062: it came too late', { status: 404, code: 10062 }],
    ['40060: another has answered', { status: 400, code: 40060 }],
    ['403', { status: 403 }],
  ])('leaves it at one try after %s', async (_, kind) => {
    world = await startWorld(echoCore());
    world.discord.fault({ path: CALLBACK, times: 1, kind });
    world.act(ask());
    await world.discord.until(() => world.log.some((line) => line.includes('/callback')));
    expect(await world.settled()).toEqual([]);
    expect([tries('POST', CALLBACK), tries('PATCH', ORIGINAL)]).toEqual([1, 0]);
  });

  test.each(['hang-up', 'hang-up-after'] as const)(
    'acknowledges again after a %s, and answers once',
    async (kind) => {
      world = await startWorld(echoCore());
      world.discord.fault({ path: CALLBACK, times: 1, kind });
      const event = world.act(ask());
      expect((await answered(world.discord, event)).content).toContain('who won?');
      expect([tries('POST', CALLBACK), tries('PATCH', ORIGINAL)]).toEqual([2, 1]);
    },
  );

  test.each([
    ['a 503', { status: 503 }],
    ['a hang-up', 'hang-up'],
    ['a hang-up after it was taken', 'hang-up-after'],
    ['a 429', { status: 429, headers: { 'retry-after': '0.05' } }],
    ['a 500', { status: 500 }],
  ] as const)('edits again after %s: no "thinking" is left', async (_, kind) => {
    world = await startWorld(echoCore());
    world.discord.fault({ path: ORIGINAL, times: 1, kind });
    const event = world.act(ask());
    await world.discord.until(() => tries('PATCH', ORIGINAL) === 2 && event.original);
    expect(event.original?.content).toContain('who won?');
  });

  test('answers in the channel, once, when the token is 15 minutes old', async () => {
    world = await startWorld(
      echoCore((command) => {
        if (command.input.includes('who won')) world.discord.rest.interaction('old').expired = true;
        return echo(command);
      }),
    );
    world.act(slash('ask', { question: 'who won?' }, { token: 'old' }));
    await world.discord.until(() => world.discord.rest.posts.length > 0);
    expect((await world.settled()).map(({ content }) => content)).toEqual([
      expect.stringContaining('who won?'),
    ]);
    expect(tries('PATCH', ORIGINAL)).toBe(1);
  });

  test('logs a private answer that comes too late, and posts nothing', async () => {
    world = await startWorld(
      echoCore((command) => {
        if (command.input.includes('who won')) world.discord.rest.interaction('old').expired = true;
        return echo(command);
      }),
    );
    world.act(slash('ask', { question: 'who won?', private: true }, { token: 'old' }));
    await world.discord.until(() => world.log.some((line) => line.includes('50027')));
    expect(await world.settled()).toEqual([]);
    expect(world.log.filter((line) => line.includes('50027'))).toHaveLength(1);
  });

  test('survives a refused autocomplete', async () => {
    world = await startWorld(echoCore());
    world.discord.fault({ path: CALLBACK, times: 1, kind: { status: 404, code: 10062 } });
    world.act(typing('quotes', 'person', 'M'));
    await world.discord.until(() => tries('POST', CALLBACK) === 1);
    const event = world.act(ask(true));
    await answered(world.discord, event);
  });
});

test('writes neither the bot token nor an interaction token nor a question in any log', async () => {
  world = await startWorld(echoCore());
  for (const path of [MESSAGES, CALLBACK, ORIGINAL]) {
    world.discord.fault({ path, times: 1, kind: { status: 403, code: 50001 } });
    world.discord.fault({ path, times: 1, kind: 'hang-up' });
    world.discord.fault({ path, times: 30, kind: { status: 500 } });
  }
  for (let n = 0; n < 4; n += 1) {
    world.say(message(`<@${BOT}> my secret question`, { channel: `20000000000000001${n}` }));
    world.act(slash('ask', { question: 'my secret question' }));
  }
  await world.discord.until(() => world.log.length >= 5);
  expect(world.log.join('')).not.toMatch(/secret|Bot |token-/);
});
