import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { echoCore } from './core.ts';
import { BOT, CHANNEL, GUILD, MANAGER, message, slash, snowflake } from './server/payloads.ts';
import { answered, startWorld, type World } from './world.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // a busy machine is no failure

let world: World;
afterEach(() => world.end());

const ASKED = `<@${BOT}> who won?`;
const opened = (): readonly string[] =>
  world.discord.rest.requests.flatMap(({ path }) => (path.endsWith('/threads') ? [path] : []));
/** Where an answer was posted that is the nth, and as a reply to what. */
const posted = async (n: number): Promise<readonly [string, string | undefined]> => {
  const post = await world.discord.until(() => world.discord.rest.posts[n] ?? null);
  return [post.channel, post.body.message_reference?.message_id];
};
const open = async (value: boolean, permissions = MANAGER): Promise<string> => {
  const asked = world.act(slash('stories threads', { open: value }, { permissions }));
  const { content = '', flags } = await answered(world.discord, asked);
  expect(flags).toBe(68); // for that person alone
  return content;
};

describe('threads', () => {
  test('are opened nowhere unless a server wants them', async () => {
    world = await startWorld(echoCore());
    const asked = message(ASKED);
    world.say(asked);
    expect(await posted(0)).toEqual([CHANNEL, asked.id]);
    expect(opened()).toEqual([]);
  });

  test('are opened beneath each question where who manages the server says so, until it is taken back', async () => {
    world = await startWorld(echoCore());
    expect(await open(true)).toMatch(/^From now on I open a thread/);
    const [first, second] = [message(ASKED), message(ASKED)];
    world.say(first);
    expect(await posted(0)).toEqual([first.id, undefined]);
    expect(opened()).toEqual([expect.stringContaining(`/${CHANNEL}/messages/${first.id}/threads`)]);
    expect(await open(false)).toMatch(/open no threads/);
    world.say(second);
    expect(await posted(1)).toEqual([CHANNEL, second.id]);
    expect(world.discord.rest.breaches).toEqual([]);
  });

  test('are not for anyone else to open, nor in another server', async () => {
    world = await startWorld(echoCore());
    expect(await open(true, '2048')).toMatch(/Ask someone who may manage this server/);
    await open(true);
    const elsewhere = message(ASKED, { guild: '100000000000000002' });
    world.say(elsewhere);
    expect(await posted(0)).toEqual([CHANNEL, elsewhere.id]);
  });

  test('are opened in no thread, and no post of a forum: there it answers on the spot', async () => {
    world = await startWorld(echoCore());
    await open(true);
    const thread = snowflake();
    const forum = {
      id: CHANNEL,
      type: 15,
      name: 'desk',
      permission_overwrites: [],
      available_tags: [],
    };
    const post = { id: thread, parent_id: CHANNEL, guild_id: GUILD, type: 11, thread_metadata: {} };
    world.discord.gateway.send('GUILD_CREATE', {
      ...{ id: GUILD, name: 'press', channels: [forum], threads: [post] },
      ...{ members: [], roles: [], emojis: [], stickers: [], presences: [], voice_states: [] },
    });
    const asked = message(ASKED, { channel: thread });
    world.say(asked);
    expect(await posted(0)).toEqual([thread, asked.id]);
    expect(opened()).toEqual([]);
  });

  test('that may not be opened cost no answer', async () => {
    world = await startWorld(echoCore());
    await open(true);
    world.discord.fault({ path: /threads$/, times: 1, kind: { status: 403, code: 50013 } });
    const asked = message(ASKED);
    world.say(asked);
    expect(await posted(0)).toEqual([CHANNEL, asked.id]);
  });

  test('are still wanted after a restart', async () => {
    const memoryDir = mkdtempSync(join(tmpdir(), 'verbatim-'));
    world = await startWorld(echoCore(), { memoryDir });
    await open(true);
    await world.end();
    world = await startWorld(echoCore(), { memoryDir });
    const asked = message(ASKED);
    world.say(asked);
    expect(await posted(0)).toEqual([asked.id, undefined]);
    rmSync(memoryDir, { recursive: true });
  });
});
