import type { AddressInfo } from 'node:net';
import { endConnections } from '../chat/http.ts';
import { codeOf } from '../chat/log.ts';
import type { Running } from '../chat/running.ts';
import { type HttpSettings, isLoopback, SettingsError } from '../settings.ts';
import { createServer, type ServerParts } from './server.ts';

/** What is served, besides what the settings say. */
export type HttpParts = Omit<ServerParts, 'mounts'> & {
  /** What shares the port; nothing by default. */
  readonly mounts?: ServerParts['mounts'];
};

/** The server at work. */
export interface HttpRunning extends Running {
  readonly port: number;
}

const GRACE = 5_000; // milliseconds that a stop waits for the answers in progress: the process ends within six seconds

/**
 * Serves the page and the API until it is stopped. Throws a SettingsError that names the setting if it can't
 * listen.
 */
export async function startHttp(settings: HttpSettings, parts: HttpParts): Promise<HttpRunning> {
  const { log } = parts;
  const { port, host } = settings;
  const app = await createServer(settings, { mounts: [], ...parts });
  await app.listen({ port, host }).catch(async (cause: unknown) => {
    await app.close();
    const isHost = /^(?:EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN)$/.test(codeOf(cause));
    const line = isHost
      ? `HTTP_HOST: cannot listen on ${host}`
      : `HTTP_PORT: cannot open port ${port}`;
    throw new SettingsError([line]);
  });
  for (const line of remarksOn(settings)) log(`serve: ${line}`);
  const { port: opened } = app.server.address() as AddressInfo;
  log('serve: listens', { route: `http://${host.includes(':') ? `[${host}]` : host}:${opened}/` });
  return {
    port: opened,
    healthy: () => app.server.listening,
    stop: async () => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<'late'>((resolve) => {
        timer = setTimeout(resolve, GRACE, 'late');
      });
      const closed = endConnections(app.server, app.close()).catch(() => 'late');
      const ended = await Promise.race([closed, late]);
      clearTimeout(timer);
      if (ended === 'late') log('serve: stopped with answers in hand');
    },
  };
}

/** What the operator should know about how open it is. */
function remarksOn({ open, tokens, page }: HttpSettings): readonly string[] {
  const isSeen = page.baseUrl !== null && !isLoopback(new URL(page.baseUrl).hostname);
  return [
    ...(open ? ['the API is open to this machine: API_TOKENS is not set'] : []),
    ...(!open && tokens.length === 0 && isSeen
      ? ['the API is closed: BASE_URL is for others, and API_TOKENS is not set']
      : []),
    ...(page.access === 'public'
      ? ['PAGE_ACCESS=public: the whole text of every story is public']
      : []),
    ...(page.access === 'link' && page.key === null
      ? ['PAGE_KEY is not set: links to the page end with this process']
      : []),
  ];
}
