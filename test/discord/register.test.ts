import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defineCommands } from '../../adapters/discord/definitions.ts';
import { registerCommands, startDiscord } from '../../adapters/discord/index.ts';
import { THREADS } from '../../adapters/discord/threads.ts';
import { commandOf, slashOf } from '../../adapters/discord/typed.ts';
import type { DiscordSettings } from '../../adapters/settings.ts';
import { commands } from '../../src/index.ts';
import { echoCore } from './core.ts';
import { type FakeDiscord, startFakeDiscord } from './server/discord.ts';
import { BOT, GUILD, message } from './server/payloads.ts';
import { settingsFor, startWorld } from './world.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // on a busy machine, too

const GLOBAL = `/applications/${BOT}/commands`;
const IN_GUILD = `/applications/${BOT}/guilds/${GUILD}/commands`;

let discord: FakeDiscord;
beforeEach(async () => {
  discord = await startFakeDiscord();
});
afterEach(async () => {
  await discord.close();
  expect(discord.rest.breaches).toEqual([]);
});

/** The commands' paths that were put, in order. */
function puts(): readonly string[] {
  return discord.rest.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path);
}

/** Starts the bot until it has looked at the commands, and stops it. */
async function start(more: Partial<DiscordSettings> = {}): Promise<readonly string[]> {
  const log: string[] = [];
  const bot = await startDiscord(settingsFor(discord, more), echoCore(), (event) =>
    log.push(event),
  );
  await bot.stop(); // registering is in hand like any answer
  return log;
}

describe('commands are registered', () => {
  test('with a bulk PUT only when they changed: a second start puts nothing, a changed word once', async () => {
    await start();
    expect(puts()).toEqual([GLOBAL]);
    await start();
    expect(puts()).toEqual([GLOBAL]);
    const there = structuredClone(discord.rest.commands.get(GLOBAL)) as { description: string }[];
    const [first] = there;
    if (first) first.description = 'another word';
    discord.rest.commands.set(GLOBAL, there);
    await start();
    expect(puts()).toEqual([GLOBAL, GLOBAL]);
  });

  test.each([
    ['nsfw', true],
    ['max_length', 90],
    ['min_length', 2],
    ['choices', [{ name: 'right', value: 'right' }]],
  ])('again where %s differs', async (field, value) => {
    await start();
    const there = structuredClone(discord.rest.commands.get(GLOBAL)) as { options: object[] }[];
    const [first] = there;
    Object.assign((field === 'nsfw' ? first : first?.options[0]) ?? {}, { [field]: value });
    discord.rest.commands.set(GLOBAL, there);
    await start();
    expect(puts()).toEqual([GLOBAL, GLOBAL]);
  });

  test('not again when Discord gives them back in its own way', async () => {
    const given = defineCommands('everywhere').map((command, n) => ({
      id: String(n),
      application_id: BOT,
      version: '1',
      nsfw: false,
      dm_permission: true,
      description: '',
      default_permission: true,
      ...command,
      default_member_permissions:
        'default_member_permissions' in command ? String(command.default_member_permissions) : null,
      contexts: command.contexts?.toReversed(),
      ...('options' in command
        ? {
            options: command.options?.map(({ required, ...option }) =>
              required ? { ...option, required } : option,
            ),
          }
        : {}),
    }));
    discord.rest.commands.set(GLOBAL, given.reverse());
    await start();
    expect(puts()).toEqual([]);
  });

  test('in one server only where DISCORD_GUILD_ID says so, never in both scopes', async () => {
    await start({ guildId: GUILD });
    expect(puts()).toEqual([IN_GUILD]);
    await start({ guildId: GUILD });
    expect(puts()).toEqual([IN_GUILD]);
    expect([...discord.rest.commands.keys()]).toEqual([IN_GUILD]);
  });

  test('for the application that is set, where one is set', async () => {
    await start({ applicationId: '42' });
    expect(puts()).toEqual(['/applications/42/commands']);
  });

  test('by `verbatim discord register`, which finds out the application', async () => {
    expect(await registerCommands(settingsFor(discord))).toMatchObject({ outcome: 'registered' });
    expect(await registerCommands(settingsFor(discord))).toMatchObject({ outcome: 'unchanged' });
    expect(puts()).toEqual([GLOBAL]);
    const wrong = settingsFor(discord, { token: 'wrong.token.here' });
    await expect(registerCommands(wrong)).rejects.toThrow(/^DISCORD_TOKEN: /);
  });

  test('or else that is one log line, and mentions go on working', async () => {
    const world = await startWorld(echoCore());
    await world.end();
    for (const [method, status] of [
      ['GET', 403],
      ['PUT', 400],
      ['PUT', 500],
    ] as const) {
      discord.fault({ method, path: /commands/, times: 1, kind: { status } });
      const log: string[] = [];
      const bot = await startDiscord(settingsFor(discord), echoCore(), (event) => log.push(event));
      const asked = message(`<@${BOT}> who won?`);
      discord.gateway.send('MESSAGE_CREATE', asked);
      await discord.until(() =>
        discord.rest.posts.some(({ body }) => body.message_reference?.message_id === asked.id),
      );
      await bot.stop();
      expect(log).toEqual(['discord: commands not registered']);
    }
  });
});

describe('the commands', () => {
  const defined = defineCommands('everywhere');
  const slashes = defined.filter((command) => command.type === 1);
  const optionsOf = (one: object): readonly { name: string; type: number; options?: object[] }[] =>
    'options' in one && Array.isArray(one.options) ? one.options : [];
  const verbsOf = (name: string): readonly string[] =>
    optionsOf(slashes.find((one) => one.name === name) ?? {}).map((one) => one.name);

  test('are six, each command of the core somewhere among them', () => {
    expect(slashes.map(({ name }) => name)).toEqual([
      ...['ask', 'who-said', 'check', 'quotes', 'story', 'stories'],
    ]);
    for (const command of commands) {
      const { command: top, verb } = slashOf(command);
      const found = verb === null ? slashes.some(({ name }) => name === top) : verbsOf(top);
      expect(verb === null ? [top] : found, command.name).toContain(verb ?? top);
      expect(commandOf(top, verb)).toBe(command);
    }
    expect(verbsOf('story')).toEqual(
      expect.arrayContaining([
        'show',
        'compare',
        'numbers',
        'when',
        'speakers',
        'sources',
        'list',
        'help',
      ]),
    );
  });

  test('can all be answered in private, and take no magic words', () => {
    const ends = slashes.flatMap((one) => {
      const options = optionsOf(one);
      const verbs = options.filter(({ name }) => name !== THREADS.verb); // always private
      return verbs.some(({ type }) => type === 1) ? verbs.map(optionsOf) : [options];
    });
    for (const options of ends) expect(options.at(-1)).toMatchObject({ type: 5, name: 'private' });
    expect(
      ends
        .flat()
        .filter(({ type }) => type === 5)
        .map(({ name }) => name),
    ).toEqual(expect.arrayContaining(['picture', 'all']));
    expect(JSON.stringify(defined)).not.toMatch(/\\"/); // no description quotes a word to be typed
  });

  test('are for servers, DMs and user installs; what needs a permission for servers alone', () => {
    for (const command of defined) {
      const isAdmins = command.name === 'stories';
      expect(command.contexts).toEqual(isAdmins ? [0] : [0, 1, 2]);
      expect(command.integration_types).toEqual(isAdmins ? [0] : [0, 1]);
      expect('default_member_permissions' in command).toBe(isAdmins);
    }
    for (const command of defineCommands('server')) expect(command).not.toHaveProperty('contexts');
    expect([...verbsOf('stories')].sort()).toEqual(
      [...commands.flatMap(({ name, admin }) => (admin ? [name] : [])), THREADS.verb].sort(),
    );
  });

  test('are in English, as the replies are', () => {
    expect(JSON.stringify(defined)).not.toContain('localizations');
  });
});
