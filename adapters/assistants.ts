import { type Models, makeReady, type OpenBot } from '../src/index.ts';
import { endCleanly } from './chat/ending.ts';
import { openServer } from './chat/http.ts';
import { createLog } from './chat/log.ts';
import type { Running } from './chat/running.ts';
import { doorOf } from './door.ts';
import { completeServing, mountMcp } from './mcp/mount.ts';
import { serveStdio } from './mcp/stdio.ts';
import type { HttpSettings } from './settings.ts';

/** How to serve assistants. */
export interface AssistantOptions {
  readonly models: Models;
  /** Where to listen for HTTP; null for standard input and output. */
  readonly http: HttpSettings | null;
  readonly version: string;
}

/**
 * Serves assistants until SIGTERM or Ctrl-C, or until the input ends: one on the input and output, which hold
 * nothing but the protocol, or any over HTTP. Throws a SettingsError where the port can't be had.
 */
export async function runAssistants(
  { bot, stories }: Pick<OpenBot, 'bot' | 'stories'>,
  { models, http, version }: AssistantOptions,
): Promise<void> {
  const log = createLog(
    (line) => process.stderr.write(line),
    () => new Date(),
  );
  void makeReady(models, 'aside').then((lack) => {
    if (lack !== null) log(lack);
  });
  const running = new Map<string, Running>();
  endCleanly(running, log);
  const parts = { bot, stories, version, log };
  if (http === null) {
    const streams = { input: process.stdin, output: process.stdout };
    const served = await serveStdio(completeServing(parts), streams);
    running.set('stdio', served);
    return served.ended;
  }
  const mount = mountMcp(parts, doorOf(http));
  const { port, open, close } = await openServer(
    http.port,
    '--http',
    (request, response) => {
      const handle = mount.find(request.url);
      if (handle === null) response.writeHead(404).end();
      else handle(request, response);
    },
    http.host,
  );
  const stop = async () => void (await Promise.all([close(), mount.stop()]));
  running.set('http', { healthy: open, stop });
  log('mcp: listens', { route: `http://${http.host}:${port}/mcp` });
}
