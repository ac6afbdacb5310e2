import { createLinks, type Links, type PageAccess } from '../../adapters/http/links.ts';
import { createServer } from '../../adapters/http/server.ts';
import { hashToken } from '../../adapters/http/tokens.ts';
import { memoryArchive } from '../../src/archive/memory.ts';
import { createBot } from '../../src/bot/bot.ts';
import { createStories } from '../../src/bot/stories.ts';
import type { Bot } from '../../src/index.ts';
import { memoryLimits, WELL } from '../../src/index.ts';
import { memoryStore } from '../../src/store/memory-store.ts';
import type { Story } from '../../src/story/story.ts';

/** A token that opens a served page. */
export const TOKEN = 'a token of sixteen letters';

interface Around {
  readonly now: () => number;
  readonly baseUrl: string | null;
  readonly rate: number;
  /** What stands around the bot. */
  readonly wrap: (bot: Bot) => Bot;
}

/** The server over some stories, as it runs; `links` makes addresses that it takes. */
export async function serveStories(
  stories: readonly Story[],
  access: PageAccess = 'public',
  { now = () => 0, baseUrl = null, rate = 10_000, wrap = (bot) => bot }: Partial<Around> = {},
) {
  const archive = memoryArchive();
  for (const story of stories) archive.add(story);
  const store = memoryStore(archive, now);
  const errors: unknown[] = [];
  const { bot } = createBot({ archive, store, now, onError: (error) => errors.push(error) });
  const links: Links = createLinks({ baseUrl, access, key: 'a key', now });
  const page = { baseUrl, access, key: 'a key' };
  const tokens = [hashToken(TOKEN)];
  const settings = { port: 0, host: '127.0.0.1', page, tokens, open: false, rate };
  const health = {
    connected: () => true,
    condition: () => WELL,
    models: () => true,
    platforms: () => new Map(),
  };
  const app = await createServer(settings, {
    core: { bot: wrap(bot), stories: createStories(archive, store) },
    links,
    metrics: { read: async () => '', contentType: 'text/plain' },
    health,
    limits: memoryLimits(now),
    mounts: [],
    log: (line) => errors.push(line),
    version: '0',
  });
  return { app, links, archive, errors };
}
