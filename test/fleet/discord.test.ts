import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type FakeDiscord, startFakeDiscord, TOKEN } from '../discord/server/discord.ts';
import { BOT, message, slash } from '../discord/server/payloads.ts';
import { buildHere } from '../store/build.ts';
import { VOTE } from '../store/opened.ts';
import { DATABASE, describeWith, openFresh } from './engines.ts';
import { launch } from './processes.ts';

const IN = { timeout: 90_000 }; // milliseconds, on a busy machine
const SERVERS = [0, 1].map((shard) => String((BigInt(1_000 + shard) << 22n) + 7n)); // one of each of two shards

describeWith({ TEST_DATABASE_URL: DATABASE }, 'processes of a fleet in Discord', () => {
  let fresh: Awaited<ReturnType<typeof openFresh>>;
  let discord: FakeDiscord;
  const build = { folder: '', clear: (): void => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-discord-'));
  const running: ReturnType<typeof launch>[] = [];
  const start = (more: Readonly<Record<string, string>> = {}, args: readonly string[] = []) => {
    const one = launch(build.folder, ['discord', ...args], {
      DATABASE_URL: fresh.url,
      DATA_DIR: folder,
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.url,
      ...more,
    });
    running.push(one);
    return one;
  };
  const answers = (): readonly string[] =>
    discord.rest.posts.map(({ channel, body }) => `${channel} ${body.content}`);
  const callbacks = (): number =>
    discord.rest.requests.filter(({ path }) => path.endsWith('/callback')).length;

  beforeAll(async () => {
    Object.assign(build, buildHere());
    fresh = await openFresh();
    writeFileSync(join(folder, 'vote.txt'), VOTE);
    const added = launch(build.folder, ['add', join(folder, 'vote.txt')], {
      DATABASE_URL: fresh.url,
    });
    expect(await added.ended).toBe(0);
  }, 300_000);
  beforeEach(async () => {
    discord = await startFakeDiscord();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((one) => one.kill()));
    await discord.close();
  });
  afterAll(async () => {
    await fresh.drop();
    build.clear();
    rmSync(folder, { recursive: true, force: true });
  });

  test('one is connected, and another when it is killed; nothing is answered twice', async () => {
    const first = start();
    await first.says('discord: connected');
    const second = start();
    await second.says('stands by');
    const asked = message(`<@${BOT}> Who is the mayor?`);
    const command = slash('ask', { question: 'Who is the mayor?' });
    discord.gateway.send('MESSAGE_CREATE', asked);
    discord.gateway.send('INTERACTION_CREATE', command);
    await expect.poll(() => answers().length, IN).toBe(1);
    expect(answers()[0]).toContain('Ann Ode');
    await expect.poll(() => discord.rest.interaction(command.token).original, IN).not.toBeNull();
    expect(discord.gateway.identifies).toHaveLength(1);
    await first.kill();
    await second.says('discord: connected');
    expect(discord.gateway.identifies).toHaveLength(2);
    discord.gateway.send('MESSAGE_CREATE', asked); // both come again
    discord.gateway.send('INTERACTION_CREATE', command);
    discord.gateway.send('MESSAGE_CREATE', message(`<@${BOT}> Who is the mayor?`));
    await expect.poll(() => answers().length, IN).toBe(2);
    expect(await second.stop()).toBe(0);
    expect([answers().length, callbacks()]).toEqual([2, 1]);
    expect(discord.gateway.overlaps).toEqual([]);
  }, 240_000);

  test('two have a shard each, and one both when the other is killed; nothing is answered twice', async () => {
    const [first, second] = [start({ DISCORD_SHARDS: '2' }), start({ DISCORD_SHARDS: '2' })];
    await Promise.all([first.says('discord: connected'), second.says('discord: connected')]);
    await expect.poll(discord.gateway.shards, IN).toEqual([0, 1]);
    for (const one of [first, second]) await one.says('shard taken');
    expect(discord.gateway.identifies.every(({ shard }) => shard[1] === 2)).toBe(true);
    const ask = (guild: string | null, channel: string): void =>
      discord.gateway.send(
        'MESSAGE_CREATE',
        message(`<@${BOT}> Who is the mayor?`, { guild, channel }),
      );
    const [zero = '', one = ''] = SERVERS;
    ask(zero, '11');
    ask(one, '22');
    ask(null, '33');
    await expect.poll(() => answers().length, IN).toBe(3);
    expect(answers().every((line) => line.includes('Ann Ode'))).toBe(true);
    const again = message(`<@${BOT}> Who is the mayor?`, { guild: one, channel: '44' });
    discord.gateway.send('MESSAGE_CREATE', again);
    await expect.poll(() => answers().length, IN).toBe(4);
    await second.kill();
    await expect.poll(discord.gateway.shards, IN).toEqual([0, 1]);
    discord.gateway.send('MESSAGE_CREATE', again); // it comes again
    ask(zero, '55');
    ask(one, '66');
    await expect.poll(() => answers().length, IN).toBe(6);
    expect(await first.stop()).toBe(0);
    expect(answers().map((line) => line.split(' ')[0])).toEqual(
      expect.arrayContaining(['11', '22', '33', '44', '55', '66']),
    );
    expect(answers()).toHaveLength(6);
    expect(discord.gateway.overlaps).toEqual([]);
    expect(await fresh.db.query('select * from shards')).toEqual([]);
  }, 240_000);

  test('shards are shared by way of a database alone', async () => {
    const alone = ['--story', join(folder, 'vote.txt')];
    const one = start({ DISCORD_SHARDS: '2', DATABASE_URL: '' }, alone);
    expect(await one.ended).toBe(1);
    expect(one.log()).toContain('DISCORD_SHARDS: needs DATABASE_URL');
    const other = start({ DISCORD_SHARDS: 'many' });
    expect(await other.ended).toBe(1);
    expect(other.log()).toContain('DISCORD_SHARDS: must be a number of shards');
  }, 120_000);
});
