import { createMount, type Mount } from '../../adapters/chat/http.ts';
import { createLog } from '../../adapters/chat/log.ts';
import { type HttpRunning, startHttp } from '../../adapters/http/index.ts';
import { createLinks } from '../../adapters/http/links.ts';
import { createMetrics } from '../../adapters/http/metrics.ts';
import type { Health } from '../../adapters/http/server.ts';
import { hashToken } from '../../adapters/http/tokens.ts';
import type { HttpSettings } from '../../adapters/settings.ts';
import { memoryArchive } from '../../src/archive/memory.ts';
import { createBot } from '../../src/bot/bot.ts';
import { createStories } from '../../src/bot/stories.ts';
import { createWatches } from '../../src/bot/watches.ts';
import { type Bot, type Limits, memoryLimits, type OpenBot, WELL } from '../../src/index.ts';
import { readStoryFiles } from '../../src/ingest/story-files.ts';
import { memoryStore } from '../../src/store/memory-store.ts';
import { prepare } from '../../src/story/prepare.ts';

/** A server on a port of its own, and someone who asks it. */
export interface HttpDesk {
  readonly running: HttpRunning;
  readonly origin: string;
  readonly core: OpenBot;
  /** The lines that were logged. */
  readonly log: readonly string[];
  /** Requests a path, with the good token where there is one. */
  readonly get: (path: string, init?: RequestInit) => Promise<Response>;
  /** Posts JSON to a path. */
  readonly post: (path: string, body: unknown, init?: RequestInit) => Promise<Response>;
}

/** How a desk differs from the usual one: open to this machine, over two stories. */
export interface DeskOptions {
  readonly settings?: Partial<HttpSettings>;
  readonly tokens?: readonly string[];
  /** What stands around the bot. */
  readonly wrap?: (bot: Bot) => Bot;
  readonly core?: OpenBot;
  readonly health?: Partial<Health>;
  readonly mount?: Mount;
  readonly limits?: Limits;
}

const STORIES = ['test/stories/reef-study.md', 'test/stories/court-ferry.txt'];

/** A bot over a few stories, as it is opened over files. */
export function openCore(files: readonly string[] = STORIES): OpenBot {
  const archive = memoryArchive();
  for (const article of readStoryFiles(files)) archive.add(prepare(article));
  const onError = (error: unknown): never => {
    throw error;
  };
  const store = memoryStore(archive, () => 0);
  return {
    ...createBot({ archive, now: () => 0, onError }),
    stories: createStories(archive, store),
    store,
    watches: createWatches(archive, store, () => undefined),
    condition: () => WELL,
    lead: async () => undefined,
    shared: null,
    close: async () => undefined,
  };
}

/** Opens a server; `close` it with `running.stop`. */
export async function openHttpDesk(options: DeskOptions = {}): Promise<HttpDesk> {
  const { tokens = [], wrap = (bot) => bot, core: given = openCore() } = options;
  const log: string[] = [];
  const health: Health = {
    connected: () => true,
    condition: () => WELL,
    models: () => true,
    platforms: () => new Map([['slack', true]]),
    ...options.health,
  };
  const metrics = createMetrics({ core: given, ...health, now: Date.now });
  const core = { ...given, bot: metrics.count(wrap(given.bot)) };
  const settings: HttpSettings = {
    port: 0,
    host: '127.0.0.1',
    page: { baseUrl: null, access: 'link', key: 'a key for tests' },
    tokens: tokens.map(hashToken),
    open: tokens.length === 0,
    rate: 100_000,
    ...options.settings,
  };
  const links = createLinks({ baseUrl: null, access: 'link', key: 'a key', now: Date.now });
  const running = await startHttp(settings, {
    core,
    links,
    metrics,
    health,
    limits: options.limits ?? memoryLimits(Date.now),
    mounts: [options.mount ?? createMount('/slack/')],
    log: createLog(
      (line) => log.push(line),
      () => new Date(0),
    ),
    version: '0.0.0',
  });
  const origin = `http://127.0.0.1:${running.port}`;
  const [token] = tokens;
  const allowed = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const get: HttpDesk['get'] = (path, { headers, ...init } = {}) =>
    fetch(origin + path, { ...init, headers: { ...allowed, ...headers } });
  return {
    running,
    origin,
    core,
    log,
    get,
    post: (path, body, { headers, ...init } = {}) =>
      get(path, {
        method: 'POST',
        body: JSON.stringify(body),
        ...init,
        headers: { 'content-type': 'application/json', ...headers },
      }),
  };
}
