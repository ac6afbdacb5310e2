import { type BotCore, type Models, makeReady } from '../src/index.ts';
import { endCleanly } from './chat/ending.ts';
import { serveHealth } from './chat/health.ts';
import { createLog, type Log } from './chat/log.ts';
import type { Running } from './chat/running.ts';
import { warmUp } from './chat/warm-up.ts';
import {
  type Environment,
  type Platform,
  readSettings,
  type Settings,
  SettingsError,
} from './settings.ts';

const HOW_TO_CONNECT =
  'No chat platform is set up: this is the console. adapters/slack/README.md and adapters/discord/README.md say how to connect them.';

/**
 * Starts every platform that has its settings (`which` is `start`), or the named one, which must have them,
 * and keeps them going until SIGTERM or Ctrl-C; with no platform's settings there at all, `talk` in the
 * console. Throws a SettingsError, a line for each mistake.
 */
export async function startPlatforms(
  which: string,
  env: Environment,
  open: (forWhom: 'chat' | 'console') => Promise<BotCore>,
  models: Models,
  talk: (core: BotCore) => Promise<void>,
): Promise<void> {
  const settings = readSettings(env);
  const log = createLog(
    (line) => process.stderr.write(line),
    () => new Date(),
  );
  const starts = chooseStarts(which, settings);
  if (starts.length === 0) {
    console.error(HOW_TO_CONNECT);
    return talk(await open('console'));
  }
  const core = await open('chat');
  const running: Running[] = [];
  endCleanly(running, log);
  const healthy = (): boolean =>
    running.length === starts.length && running.every((one) => one.healthy());
  if (settings.healthPort !== null) await serveHealth(settings.healthPort, healthy);
  const lack = await makeReady(models, 'awaited');
  if (lack !== null) log(lack);
  const warm = warmUp(core.bot); // once for all platforms, while they connect
  await Promise.all(
    starts.map(async ({ name, start }) => {
      running.push(await start(core, log));
      await warm;
      log(`${name}: connected`);
    }),
  ).catch(async (error) => {
    await Promise.all(running.map((one) => one.stop()));
    throw error;
  });
}

/** Tells Discord the commands. Throws a SettingsError where its settings are missing. */
export async function registerDiscord(env: Environment): Promise<void> {
  const settings = demand('discord', 'DISCORD_TOKEN', readSettings(env).discord);
  const { registerCommands } = await import('./discord/index.ts');
  console.log(`Discord: the commands are ${(await registerCommands(settings)).outcome}.`);
}

interface Start {
  readonly name: string;
  readonly start: (core: BotCore, log: Log) => Promise<Running>;
}

/** A platform as it is chosen and started. */
interface Entry {
  readonly name: string;
  /** The setting to begin with where there is none. */
  readonly firstSetting: string;
  readonly read: (settings: Settings) => Platform<Start['start']>;
}

/** Every platform: another one is another row. */
const PLATFORMS: readonly Entry[] = [
  {
    name: 'slack',
    firstSetting: 'SLACK_BOT_TOKEN',
    read: ({ slack }) =>
      withStart(slack, async (settings, { bot }, log) =>
        (await import('./slack/index.ts')).startSlack(settings, bot, log),
      ),
  },
  {
    name: 'discord',
    firstSetting: 'DISCORD_TOKEN',
    read: ({ discord }) =>
      withStart(discord, async (settings, core, log) =>
        (await import('./discord/index.ts')).startDiscord(settings, core, log),
      ),
  },
];

/** Whether `verbatim NAME` starts a platform. */
export function isPlatform(name: string): boolean {
  return PLATFORMS.some((one) => one.name === name);
}

function withStart<T>(
  platform: Platform<T>,
  start: (settings: T, core: BotCore, log: Log) => Promise<Running>,
): Platform<Start['start']> {
  if (platform.kind !== 'ready') return platform;
  const { settings } = platform;
  return { kind: 'ready', settings: (core, log) => start(settings, core, log) };
}

/** With `verbatim start`, a platform that lacks something is named and left out, when another can start. */
function chooseStarts(which: string, settings: Settings): readonly Start[] {
  if (which !== 'start') {
    const entry = PLATFORMS.find(({ name }) => name === which);
    if (entry === undefined) return [];
    const { name, firstSetting, read: of } = entry;
    return [{ name, start: demand(name, firstSetting, of(settings)) }];
  }
  const read = PLATFORMS.map(({ name, read: of }) => ({ name, platform: of(settings) }));
  const lacking = read.flatMap(({ name, platform }) =>
    platform.kind === 'missing' ? [missingLine(name, platform.names)] : [],
  );
  const ready = read.flatMap(({ name, platform }) =>
    platform.kind === 'ready' ? [{ name, start: platform.settings }] : [],
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
