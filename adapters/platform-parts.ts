import { memoryLimits, type OpenBot } from '../src/index.ts';
import { createMount, type OpenHttp, openServer } from './chat/http.ts';
import type { Log } from './chat/log.ts';
import { doorOf } from './door.ts';
import type { HttpParts } from './http/index.ts';
import { linkPassages, openLinks } from './http/links.ts';
import type { Health } from './http/server.ts';
import { type McpMount, mountMcp } from './mcp/mount.ts';
import type { HttpSettings, Settings } from './settings.ts';

/** What every platform is started with. */
export interface PlatformParts {
  readonly core: OpenBot;
  readonly log: Log;
  readonly digestAt: Settings['digestAt'];
  /** Resolves once no other process of a fleet does something, for as long as this one does. */
  readonly lead: (what: string) => Promise<void>;
  /** How a platform gets a port for what comes in over HTTP. */
  readonly open: OpenHttp;
  /** What the HTTP server is made of; null where it isn't started. */
  readonly http: HttpParts | null;
  /** Assistants, who come in by the same server. */
  readonly mcp: Pick<McpMount, 'stop'> | null;
}

/** Whether what would have a port of its own is served on that of the HTTP server. */
export function isSamePort(port: number, http: HttpSettings | null): boolean {
  return http !== null && port !== 0 && port === http.port;
}

/** What all platforms are started with: a bot that is counted where it is measured, and links to its page. */
export async function makeParts(
  opened: OpenBot,
  settings: Settings,
  http: HttpSettings | null,
  { state, version, log }: { readonly state: Health; readonly version: string; readonly log: Log },
): Promise<Omit<PlatformParts, 'lead'>> {
  const mount = createMount('/slack/');
  const slack = settings.slack.kind === 'ready' ? settings.slack.settings.port : 0;
  const open = isSamePort(slack, http) ? mount.open : openServer;
  const links = openLinks(settings.page, Date.now);
  const link = linkPassages(settings.page, links, http !== null);
  const { digestAt } = settings;
  const watches = link.watches(opened.watches);
  const linked = { ...opened, bot: link.bot(opened.bot), watches };
  const shared = { core: linked, log, open, digestAt };
  if (http === null) return { ...shared, http: null, mcp: null };
  const { createMetrics } = await import('./http/metrics.ts');
  const metrics = createMetrics({ core: opened, ...state, now: Date.now });
  const core = { ...shared.core, bot: metrics.count(shared.core.bot) };
  const mcp = mountMcp({ bot: core.bot, stories: core.stories, version, log }, doorOf(http));
  const mounts = [mount, mcp];
  const limits = opened.shared?.limits ?? memoryLimits(Date.now);
  return {
    ...shared,
    core,
    http: { core, links, metrics, health: state, limits, mounts, log, version },
    mcp,
  };
}
