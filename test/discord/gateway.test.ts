import { describe, expect, test, vi } from 'vitest';
import { startDiscord } from '../../adapters/discord/index.ts';
import { SettingsError } from '../../adapters/settings.ts';
import { echo, echoCore } from './core.ts';
import { type FakeDiscord, startFakeDiscord } from './server/discord.ts';
import { BOT, message, slash } from './server/payloads.ts';
import { answered, settingsFor, startWorld } from './world.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // on a busy machine, too

describe.concurrent('the connection', () => {
  test.each([
    ['the gateway is dropped', (discord: FakeDiscord) => discord.gateway.drop()],
    ['it is asked to reconnect (op 7)', (discord: FakeDiscord) => discord.gateway.askToReconnect()],
    [
      'its session is interrupted (op 9, to resume)',
      (discord: FakeDiscord) => discord.gateway.invalidate(true),
    ],
    ['its session is over (op 9)', (discord: FakeDiscord) => discord.gateway.invalidate(false)],
    [
      'the server is restarted',
      (discord: FakeDiscord) => {
        discord.gateway.forget();
        discord.gateway.closeWith(1001);
      },
    ],
    [
      'it is told that the session timed out (4009)',
      (discord: FakeDiscord) => discord.gateway.closeWith(4009),
    ],
  ])('is back and answering, nothing twice, after %s', async (_, disturb) => {
    const world = await startWorld(echoCore());
    const before = message(`<@${BOT}> before`);
    world.say(before);
    await world.settled();
    disturb(world.discord);
    await world.discord.until(() => !world.discord.gateway.connected);
    world.say(message(`<@${BOT}> meanwhile`)); // replayed to those who resume
    await world.discord.until(() => world.discord.gateway.connected);
    world.say(before); // and what it knows already
    world.say(message(`<@${BOT}> after`));
    const said = (await world.settled()).map(({ content = '' }) => content.split('\n')[0]);
    expect(said.filter((line) => line === 'ask \\| before')).toHaveLength(1);
    expect(said.filter((line) => line === 'ask \\| meanwhile').length).toBeLessThanOrEqual(1);
    expect(said.filter((line) => line === 'ask \\| after')).toHaveLength(1);
    expect(world.bot.healthy()).toBe(true);
    await world.end();
  });

  test.each([
    ['could be resumed', (discord: FakeDiscord) => discord.gateway.drop()],
    ['is over', (discord: FakeDiscord) => discord.gateway.invalidate(false)],
  ])('says in the log that it is back, where its session %s', async (_, disturb) => {
    const world = await startWorld(echoCore());
    disturb(world.discord);
    await world.discord.until(() => world.log.some((line) => line.includes('connected again')));
    expect(world.log.filter((line) => line.includes('connected again'))).toHaveLength(1);
    await world.end();
  });

  test('is back and answering after the server was gone for a while', async () => {
    const world = await startWorld(echoCore());
    await world.discord.close();
    await waitFor(() => !world.bot.healthy());
    const discord = await startFakeDiscord(Number(new URL(world.discord.url).port));
    await discord.until(() => discord.gateway.connected);
    discord.gateway.send('MESSAGE_CREATE', message(`<@${BOT}> after`));
    await discord.until(() => discord.rest.posts.length > 0);
    expect(discord.rest.posts[0]?.body.content).toContain('after');
    expect(discord.rest.posts).toHaveLength(1);
    await world.bot.stop();
    await discord.close();
  });

  test('is healthy while connected, and not when it is lost or stopped', async () => {
    const world = await startWorld(echoCore());
    expect(world.bot.healthy()).toBe(true);
    world.discord.gateway.drop();
    await world.discord.until(() => !world.bot.healthy() || !world.discord.gateway.connected);
    await world.discord.until(() => world.discord.gateway.connected);
    await world.settled();
    await world.bot.stop();
    expect(world.bot.healthy()).toBe(false);
    await world.end();
  });

  test('delivers answers in flight when stopped, and closes with 1000', async () => {
    let finish = (): void => {};
    const searching = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const world = await startWorld(
      echoCore(async (command) => {
        await searching;
        return echo(command);
      }),
    );
    world.say(message(`<@${BOT}> in flight`));
    const asked = world.act(slash('ask', { question: 'in flight' }));
    await world.discord.until(() => asked.callback);
    const stopped = world.bot.stop();
    finish();
    await stopped;
    expect((await answered(world.discord, asked)).content).toContain('in flight');
    expect(world.discord.rest.posts.map(({ body }) => body.content)).toEqual([
      expect.stringContaining('in flight'),
    ]);
    await world.discord.until(() => world.discord.gateway.closes.length > 0);
    expect(world.discord.gateway.closes).toEqual([1000]);
    world.say(message(`<@${BOT}> too late`));
    expect(world.discord.rest.posts).toHaveLength(1);
    await world.end();
  });

  test('asks for no privileged intent, and lets Discord say how many shards there are', async () => {
    const world = await startWorld(echoCore());
    const [{ intents, shard } = { intents: -1 }] = world.discord.gateway.identifies;
    expect(intents & ((1 << 1) | (1 << 8) | (1 << 15))).toBe(0);
    expect(intents).toBe((1 << 0) | (1 << 9) | (1 << 12));
    expect(shard).toEqual([0, 1]);
    await world.end();
  });
});

describe.concurrent('the start', () => {
  /** What a start that is refused says, and how often it identified. */
  async function refusal(prepare: (discord: FakeDiscord) => void, more = {}) {
    const discord = await startFakeDiscord();
    prepare(discord);
    const settings = settingsFor(discord, more);
    const error: unknown = await startDiscord(settings, echoCore(), () => {}).catch((one) => one);
    const identifies = discord.gateway.identifies.length;
    await discord.close();
    expect(error).toBeInstanceOf(SettingsError);
    return { line: error instanceof Error ? error.message : '', identifies };
  }

  test.each([
    ['a wrong token', () => {}, { token: 'wrong.token.here' }, /^DISCORD_TOKEN: .*copy a new one/],
    [
      'a token that is none',
      () => {},
      { token: 'not a töken' },
      /^DISCORD_TOKEN: .*copy a new one/,
    ],
    [
      'a token the gateway refuses (4004)',
      (d: FakeDiscord) => d.gateway.refuse(4004),
      {},
      /^DISCORD_TOKEN: .*copy a new one/,
    ],
    [
      'a refused intent (4014)',
      (d: FakeDiscord) => d.gateway.refuse(4014),
      {},
      /^DISCORD_TOKEN: .*intents/,
    ],
    [
      'an invalid intent (4013)',
      (d: FakeDiscord) => d.gateway.refuse(4013),
      {},
      /^DISCORD_TOKEN: .*intents/,
    ],
    [
      'a wrong version (4012)',
      (d: FakeDiscord) => d.gateway.refuse(4012),
      {},
      /^DISCORD_API_URL: /,
    ],
    [
      'an address where there is no Discord',
      (d: FakeDiscord) => d.fault({ path: /gateway/, times: 9, kind: { status: 404 } }),
      {},
      /^DISCORD_API_URL: /,
    ],
  ])(
    'ends with one line that names the setting and the remedy, after %s',
    async (_, prepare, more, line) => {
      const refused = await refusal(prepare, more);
      expect(refused.line).toMatch(line);
      expect(refused.line).not.toMatch(/\n|very-secret/);
      expect(refused.identifies).toBeLessThanOrEqual(1);
    },
  );

  test('backs off while the API is unreachable, then goes on', async () => {
    const there = await startFakeDiscord();
    const settings = settingsFor(there);
    await there.close();
    const log: string[] = [];
    const starting = startDiscord(settings, echoCore(), (event) => log.push(event));
    await waitFor(() => log.length >= 2);
    const discord = await startFakeDiscord(Number(new URL(there.url).port));
    const bot = await starting;
    expect(bot.healthy()).toBe(true);
    expect(discord.gateway.identifies).toHaveLength(1);
    await bot.stop();
    await discord.close();
  });

  test.each([503, 429, 500])('backs off after a %i, then goes on', async (status) => {
    const discord = await startFakeDiscord();
    const kind = { status, headers: { 'retry-after': '0.05' } };
    discord.fault({ path: /gateway/, times: 2, kind });
    const bot = await startDiscord(settingsFor(discord), echoCore(), () => {});
    expect(bot.healthy()).toBe(true);
    await bot.stop();
    await discord.close();
  });

  test.each(['', '/', '/v10', '/v10/'])('takes an API address that ends in %j', async (end) => {
    const discord = await startFakeDiscord();
    const settings = settingsFor(discord, { apiUrl: discord.url + end });
    const bot = await startDiscord(settings, echoCore(), () => {});
    expect(discord.rest.requests[0]?.path).toBe('/gateway/bot');
    await bot.stop();
    await discord.close();
  });
});

async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}
