import { config } from 'dotenv';
import { type BotCore, type Models, makeReady } from '../src/index.ts';
import { serveHealth } from './chat/health.ts';
import { codeOf, createLog, type Log } from './chat/log.ts';
import type { Running } from './chat/running.ts';
import { warmUp } from './chat/warm-up.ts';
import { type Platform, readSettings, type Settings, SettingsError } from './settings.ts';

/** What is to be started: every platform that has its settings, or one that must have them. */
export type Which = 'start' | 'slack' | 'discord';

const HOW_TO_CONNECT =
  'No chat platform is set up: this is the console. README.md says how to connect Slack and Discord.';

/**
 * Starts the platforms and keeps them going until SIGTERM or Ctrl-C; with no platform's settings
 * there at all, `talk` in the console. Throws a SettingsError, a line for each mistake.
 */
export async function startPlatforms(
  which: Which,
  open: () => Promise<BotCore>,
  models: Models,
  talk: (core: BotCore) => Promise<void>,
): Promise<void> {
  config({ quiet: true });
  const settings = readSettings(process.env);
  const log = createLog(
    (line) => process.stderr.write(line),
    () => new Date(),
  );
  const starts = chooseStarts(which, settings);
  if (starts.length === 0) {
    console.error(HOW_TO_CONNECT);
    return talk(await open());
  }
  const core = await open();
  const running: Running[] = [];
  endCleanly(running, log);
  const healthy = (): boolean =>
    running.length === starts.length && running.every((one) => one.healthy());
  if (settings.healthPort !== null) await serveHealth(settings.healthPort, healthy);
  const lack = await makeReady(models, 'awaited');
  if (lack !== null) log(lack);
  await Promise.all(
    starts.map(async ({ name, start }) => {
      running.push(await start(core, log));
      await warmUp(core.bot);
      log(`${name}: connected`);
    }),
  ).catch(async (error) => {
    await Promise.all(running.map((one) => one.stop()));
    throw error;
  });
}

/** Tells Discord the commands. Throws a SettingsError where its settings are missing. */
export async function registerDiscord(): Promise<void> {
  config({ quiet: true });
  const { discord } = readSettings(process.env);
  const settings = demand('discord', discord);
  const { registerCommands } = await import('./discord/index.ts');
  console.log(`Discord: the commands are ${(await registerCommands(settings)).outcome}.`);
}

interface Start {
  readonly name: string;
  readonly start: (core: BotCore, log: Log) => Promise<Running>;
}

function chooseStarts(which: Which, { slack, discord }: Settings): readonly Start[] {
  const starts: Start[] = [];
  if (isWanted('slack', which, slack)) {
    const settings = demand('slack', slack);
    const start: Start['start'] = async ({ bot }, log) =>
      (await import('./slack/index.ts')).startSlack(settings, bot, log);
    starts.push({ name: 'slack', start });
  }
  if (isWanted('discord', which, discord)) {
    const settings = demand('discord', discord);
    const start: Start['start'] = async (core, log) =>
      (await import('./discord/index.ts')).startDiscord(settings, core, log);
    starts.push({ name: 'discord', start });
  }
  if (starts.length === 0)
    for (const line of missingLines({ slack, discord })) throw new SettingsError([line]);
  return starts;
}

/** With `verbatim start`, a platform that lacks something is named and left out, when another can start. */
function isWanted(name: 'slack' | 'discord', which: Which, platform: Platform<unknown>): boolean {
  if (which !== 'start') return which === name;
  if (platform.kind === 'missing') console.error(missingLine(name, platform.names));
  return platform.kind === 'ready';
}

function missingLines(platforms: Record<string, Platform<unknown>>): readonly string[] {
  return Object.entries(platforms).flatMap(([name, platform]) =>
    platform.kind === 'missing' ? [missingLine(name, platform.names)] : [],
  );
}

function missingLine(name: string, settings: readonly string[]): string {
  return `${name}: ${settings.join(', ')} ${settings.length === 1 ? 'is' : 'are'} missing`;
}

const FIRST_SETTING = { slack: ['SLACK_BOT_TOKEN'], discord: ['DISCORD_TOKEN'] } as const;

function demand<T>(name: 'slack' | 'discord', platform: Platform<T>): T {
  switch (platform.kind) {
    case 'ready':
      return platform.settings;
    case 'missing':
      throw new SettingsError([missingLine(name, platform.names)]);
    case 'absent':
      throw new SettingsError([missingLine(name, FIRST_SETTING[name])]);
  }
}

const LONGEST_END = 5_500; // milliseconds: who asked for the end is not kept waiting by a platform that hangs

/** SIGTERM and Ctrl-C deliver what is in hand, then end with 0; an error nobody caught ends with 1. */
function endCleanly(running: readonly Running[], log: Log): void {
  let ending = false;
  const end = (code: number): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(code), LONGEST_END);
    void Promise.allSettled(running.map((one) => one.stop())).then(() => process.exit(code));
  };
  process.on('SIGTERM', () => end(0));
  process.on('SIGINT', () => end(0));
  process.stderr.on('error', () => {}); // whoever read the log has gone: that ends nothing
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      if (!ending) log('ended by an error', { code: codeOf(error) });
      end(1);
    });
  }
}
