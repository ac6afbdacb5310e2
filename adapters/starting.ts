import { type Models, makeReady, type OpenBot } from '../src/index.ts';
import { endCleanly } from './chat/ending.ts';
import { serveHealth } from './chat/health.ts';
import { createMount, openServer } from './chat/http.ts';
import { createLog, type Log } from './chat/log.ts';
import type { Running } from './chat/running.ts';
import { warmUp } from './chat/warm-up.ts';
import { doorOf } from './door.ts';
import { linkPassages, openLinks } from './http/links.ts';
import type { Health } from './http/server.ts';
import { mountMcp } from './mcp/mount.ts';
import { chooseStarts, demand, type Shared } from './platforms.ts';
import { type Environment, type HttpSettings, readSettings, type Settings } from './settings.ts';

const HOW_TO_CONNECT =
  'No chat platform is set up: this is the console. adapters/slack/README.md and adapters/discord/README.md say how to connect them.';

/** The surroundings that platforms are started in. */
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
 * and keeps them going until SIGTERM or Ctrl-C; without any platform's settings, runs `talk` in the
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
  const end = endCleanly(running, log);
  const lacking: string[] = [];
  const state: Health = {
    connected: () =>
      running.size === starts.length && [...running.values()].every((one) => one.healthy()),
    isWell: opened.isWell,
    models: () => lacking.length === 0,
    platforms: () =>
      new Map(
        starts.flatMap(({ name }) =>
          name === 'serve' ? [] : [[name, running.get(name)?.healthy() ?? false]],
        ),
      ),
  };
  const http = starts.some(({ name }) => name === 'serve') ? settings.http : null;
  if (settings.healthPort !== null && !isShared(settings.healthPort, http))
    await serveHealth(settings.healthPort, state.connected, opened.isWell);
  const lack = await makeReady(models, 'awaited');
  if (lack !== null) lacking.push(lack);
  for (const line of lacking) log(line);
  const warm = warmUp(opened.bot); // once for all platforms, while they connect
  const shared = await makeShared(opened, settings, http, { state, version, log });
  await Promise.all(
    starts.map(async ({ name, start }) => {
      // whoever asks over HTTP is answered by any process
      if (name !== 'serve')
        await opened.lead(name, () => {
          log(`${name}: ended, as the database is away and another process may speak by now`);
          end(1);
        });
      running.set(name, await start(shared));
      await warm;
      log(`${name}: ${name === 'serve' ? 'ready' : 'connected'}`);
    }),
  ).catch(async (error) => {
    await Promise.all([...running.values()].map((one) => one.stop()));
    throw error;
  });
}

const HTTP_PORT = '8080'; // of `verbatim serve`, by default

function withHttpPort(env: Environment): Environment {
  return env.HTTP_PORT?.trim() ? env : { ...env, HTTP_PORT };
}

/** Whether something with its own port setting shares the HTTP server's. */
function isShared(port: number, http: HttpSettings | null): boolean {
  return http !== null && port !== 0 && port === http.port;
}

/** What all platforms are started with: a bot whose answers are counted where there are metrics, and link to its page. */
async function makeShared(
  opened: OpenBot,
  settings: Settings,
  http: HttpSettings | null,
  { state, version, log }: { readonly state: Health; readonly version: string; readonly log: Log },
): Promise<Shared> {
  const mount = createMount('/slack/');
  const slack = settings.slack.kind === 'ready' ? settings.slack.settings.port : 0;
  const open = isShared(slack, http) ? mount.open : openServer;
  const links = openLinks(settings.page, Date.now);
  const link = linkPassages(settings.page, links, http !== null);
  const { digestAt } = settings;
  const watches = link.watches(opened.watches);
  const linked = { ...opened, bot: link.bot(opened.bot), watches };
  const shared = { core: linked, log, open, digestAt };
  if (http === null) return { ...shared, http: null, mcp: null };
  const { createMetrics } = await import('./http/metrics.ts');
  const metrics = createMetrics({ core: opened, platforms: state.platforms, now: Date.now });
  const core = { ...shared.core, bot: metrics.count(shared.core.bot) };
  const mcp = mountMcp({ bot: core.bot, stories: core.stories, version, log }, doorOf(http));
  const mounts = [mount, mcp];
  return {
    ...shared,
    core,
    http: { core, links, metrics, health: state, mounts, log, version },
    mcp,
  };
}

/** Registers the commands with Discord. Throws a SettingsError if its settings are missing. */
export async function registerDiscord(env: Environment): Promise<void> {
  const settings = demand('discord', 'DISCORD_TOKEN', readSettings(env).discord);
  const { registerCommands } = await import('./discord/index.ts');
  console.log(`Discord: the commands are ${(await registerCommands(settings)).outcome}.`);
}
