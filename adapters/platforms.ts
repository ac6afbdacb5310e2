import type { OpenBot } from '../src/index.ts';
import type { OpenHttp } from './chat/http.ts';
import type { Log } from './chat/log.ts';
import type { Running } from './chat/running.ts';
import type { HttpParts } from './http/index.ts';
import type { McpMount } from './mcp/mount.ts';
import { type Platform, type Settings, SettingsError } from './settings.ts';

/** What every platform is started with. */
export interface Shared {
  readonly core: OpenBot;
  readonly log: Log;
  readonly digestAt: Settings['digestAt'];
  /** How a platform gets a port for what comes in over HTTP. */
  readonly open: OpenHttp;
  /** What the HTTP server is made of; null where it isn't started. */
  readonly http: HttpParts | null;
  /** Assistants, which connect to the same server. */
  readonly mcp: Pick<McpMount, 'stop'> | null;
}

interface Start {
  readonly name: string;
  readonly start: (shared: Shared) => Promise<Running>;
}

/** A platform, with how it is chosen and started. */
interface Entry {
  readonly name: string;
  /** The setting to ask for where there are none. */
  readonly firstSetting: string;
  readonly read: (settings: Settings) => Platform<Start['start']>;
}

/** Every platform: a new one is another row. */
const PLATFORMS: readonly Entry[] = [
  {
    name: 'slack',
    firstSetting: 'SLACK_BOT_TOKEN',
    read: ({ slack }) =>
      withStart(slack, async (settings, { core, log, open, digestAt }) => {
        const { startSlack } = await import('./slack/index.ts');
        const watching = { watches: core.watches, digestAt };
        return startSlack(settings, core.bot, log, undefined, open, watching);
      }),
  },
  {
    name: 'discord',
    firstSetting: 'DISCORD_TOKEN',
    read: ({ discord }) =>
      withStart(discord, async (settings, { core, log, digestAt }) => {
        const { startDiscord } = await import('./discord/index.ts');
        const watching = { watches: core.watches, digestAt };
        return startDiscord(settings, core, log, undefined, watching);
      }),
  },
  {
    name: 'serve',
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
  start: (settings: T, shared: Shared) => Promise<Running>,
): Platform<Start['start']> {
  if (platform.kind !== 'ready') return platform;
  const { settings } = platform;
  return { kind: 'ready', settings: (shared) => start(settings, shared) };
}

/** With `verbatim start`, a platform with incomplete settings is named and skipped if another can start. */
export function chooseStarts(which: string, settings: Settings): readonly Start[] {
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
export function demand<T>(name: string, firstSetting: string, platform: Platform<T>): T {
  if (platform.kind === 'ready') return platform.settings;
  const names = platform.kind === 'missing' ? platform.names : [firstSetting];
  throw new SettingsError([missingLine(name, names)]);
}
