import { type Models, makeReady, type OpenBot } from '../src/index.ts';
import { endCleanly } from './chat/ending.ts';
import { serveHealth } from './chat/health.ts';
import { createLog } from './chat/log.ts';
import type { Running } from './chat/running.ts';
import { warmUp } from './chat/warm-up.ts';
import type { Health } from './http/server.ts';
import { isSamePort, makeParts, type PlatformParts } from './platform-parts.ts';
import {
  type Environment,
  type Platform,
  readSettings,
  type Settings,
  SettingsError,
} from './settings.ts';

const HOW_TO_CONNECT =
  'No chat platform is set up: this is the console. adapters/slack/README.md and adapters/discord/README.md say how to connect them.';

/** What platforms are started in. */
export interface Surroundings {
  readonly env: Environment;
  readonly open: (forWhom: 'chat' | 'console') => Promise<OpenBot>;
  readonly models: Models;
  /** The conversation in the console. */
  readonly talk: (core: OpenBot) => Promise<void>;
  readonly version: string;
}

/**
 * Starts every platform that has its settings (`which` is `start`), or the named one, which must have them,
 * and keeps them going until SIGTERM or Ctrl-C; with no platform's settings there at all, `talk` in the
 * console. Throws a SettingsError, a line for each mistake.
 */
export async function startPlatforms(
  which: string,
  { env, open, models, talk, version }: Surroundings,
): Promise<void> {
  const settings = readSettings(which === 'serve' ? withHttpPort(env) : env);
  const log = createLog(
    (line) => process.stderr.write(line),
    () => new Date(),
  );
  const starts = chooseStarts(which, settings);
  if (starts.length === 0) {
    console.error(HOW_TO_CONNECT);
    return talk(await open('console'));
  }
  const opened = await open('chat');
  const running = new Map<string, Running>();
  const standingBy = new Set<string>(); // as it should be: another process speaks there
  const end = endCleanly(running, log);
  const lacking: string[] = [];
  const state: Health = {
    connected: () =>
      starts.every(({ name }) => standingBy.has(name) || running.get(name)?.healthy() === true),
    condition: opened.condition,
    models: () => lacking.length === 0,
    platforms: () =>
      new Map(
        starts.flatMap(({ name }) =>
          name === 'serve' ? [] : [[name, running.get(name)?.healthy() ?? false]],
        ),
      ),
  };
  const http = starts.some(({ name }) => name === 'serve') ? settings.http : null;
  if (settings.healthPort !== null && !isSamePort(settings.healthPort, http))
    await serveHealth(settings.healthPort, state.connected, opened.condition);
  const lack = await makeReady(models, 'awaited');
  if (lack !== null) lacking.push(lack);
  for (const line of lacking) log(line);
  const warm = warmUp(opened.bot); // once for all platforms, while they connect
  const lead: PlatformParts['lead'] = (what) =>
    opened.lead(what, () => {
      log(`${what}: ended: the database can't be reached, and another process may speak by now`);
      end(1);
    });
  const shared = {
    ...(await makeParts(opened, settings, http, { state, version, log })),
    lead,
  };
  await Promise.all(
    starts.map(async ({ name, isAlone, start }) => {
      if (isAlone) {
        standingBy.add(name);
        await lead(name);
        standingBy.delete(name);
      }
      running.set(name, await start(shared));
      await warm;
      log(`${name}: ${name === 'serve' ? 'ready' : 'connected'}`);
    }),
  ).catch(async (error) => {
    await Promise.all([...running.values()].map((one) => one.stop()));
    throw error;
  });
}

const HTTP_PORT = '8080'; // of `verbatim serve`, where no other is set

function withHttpPort(env: Environment): Environment {
  return env.HTTP_PORT?.trim() ? env : { ...env, HTTP_PORT };
}

/** Tells Discord the commands. Throws a SettingsError where its settings are missing. */
export async function registerDiscord(env: Environment): Promise<void> {
  const settings = demand('discord', 'DISCORD_TOKEN', readSettings(env).discord);
  const { registerCommands } = await import('./discord/index.ts');
  console.log(`Discord: the commands are ${(await registerCommands(settings)).outcome}.`);
}

interface Start {
  readonly name: string;
  /** Whether of a fleet one process speaks there, and the others stand by. */
  readonly isAlone: boolean;
  readonly start: (shared: PlatformParts) => Promise<Running>;
}

/** A platform as it is chosen and started. */
interface Entry {
  readonly name: string;
  readonly isAlone: (settings: Settings) => boolean;
  /** The setting to begin with where there is none. */
  readonly firstSetting: string;
  readonly read: (settings: Settings) => Platform<Start['start']>;
}

/** Every platform: another one is another row. */
const PLATFORMS: readonly Entry[] = [
  {
    name: 'slack',
    isAlone: () => false, // it hands each event to one of the connections
    firstSetting: 'SLACK_BOT_TOKEN',
    read: ({ slack }) =>
      withStart(slack, async (settings, { core, log, open, digestAt, lead }) => {
        const { startSlack } = await import('./slack/index.ts');
        const watching = { watches: core.watches, digestAt, begin: () => lead('slack-watch') };
        return startSlack(settings, core.bot, log, undefined, open, watching, core.shared);
      }),
  },
  {
    name: 'discord',
    // it hands each event to all of them, unless they have different shards
    isAlone: ({ discord }) => discord.kind === 'ready' && discord.settings.shards === null,
    firstSetting: 'DISCORD_TOKEN',
    read: ({ discord }) =>
      withStart(discord, async (settings, { core, log, digestAt, lead }) => {
        const { startDiscord } = await import('./discord/index.ts');
        const begin = settings.shards === null ? null : () => lead('discord-watch');
        const watching = { watches: core.watches, digestAt, begin };
        return startDiscord(settings, core, log, undefined, watching, core.shared);
      }),
  },
  {
    name: 'serve',
    isAlone: () => false,
    firstSetting: 'HTTP_PORT',
    read: ({ http }) =>
      http === null
        ? { kind: 'absent' }
        : withStart({ kind: 'ready', settings: http }, async (settings, { http: parts, mcp }) => {
            if (parts === null) throw new Error('the HTTP server was not chosen');
            const served = await (await import('./http/index.ts')).startHttp(settings, parts);
            const stop = async () => void (await Promise.all([mcp?.stop(), served.stop()]));
            return { healthy: served.healthy, stop };
          }),
  },
];

/** Whether `verbatim NAME` starts a platform. */
export function isPlatform(name: string): boolean {
  return PLATFORMS.some((one) => one.name === name);
}

function withStart<T>(
  platform: Platform<T>,
  start: (settings: T, shared: PlatformParts) => Promise<Running>,
): Platform<Start['start']> {
  if (platform.kind !== 'ready') return platform;
  const { settings } = platform;
  return { kind: 'ready', settings: (shared) => start(settings, shared) };
}

/** With `verbatim start`, a platform that lacks something is named and left out, when another can start. */
function chooseStarts(which: string, settings: Settings): readonly Start[] {
  if (which !== 'start') {
    const entry = PLATFORMS.find(({ name }) => name === which);
    if (entry === undefined) return [];
    const { name, isAlone, firstSetting, read: of } = entry;
    const start = demand(name, firstSetting, of(settings));
    return [{ name, isAlone: isAlone(settings), start }];
  }
  const read = PLATFORMS.map(({ name, isAlone, read: of }) => ({
    name,
    isAlone: isAlone(settings),
    platform: of(settings),
  }));
  const lacking = read.flatMap(({ name, platform }) =>
    platform.kind === 'missing' ? [missingLine(name, platform.names)] : [],
  );
  const ready = read.flatMap(({ name, isAlone, platform }) =>
    platform.kind === 'ready' ? [{ name, isAlone, start: platform.settings }] : [],
  );
  if (ready.length === 0 && lacking.length > 0) throw new SettingsError(lacking);
  for (const line of lacking) console.error(line);
  return ready;
}

function missingLine(name: string, settings: readonly string[]): string {
  return `${name}: ${settings.join(', ')} ${settings.length === 1 ? 'is' : 'are'} missing`;
}

/** What a platform is started with. Throws a SettingsError that names what it lacks. */
function demand<T>(name: string, firstSetting: string, platform: Platform<T>): T {
  if (platform.kind === 'ready') return platform.settings;
  const names = platform.kind === 'missing' ? platform.names : [firstSetting];
  throw new SettingsError([missingLine(name, names)]);
}
