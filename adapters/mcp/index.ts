import { type Models, makeReady, type OpenBot } from '../../src/index.ts';
import { createDrain } from '../chat/drain.ts';
import { endCleanly } from '../chat/ending.ts';
import { openServer } from '../chat/http.ts';
import { createLog } from '../chat/log.ts';
import type { Running } from '../chat/running.ts';
import { createTurns } from '../chat/turns.ts';
import type { Door } from './guard.ts';
import { createMcpHttp } from './http.ts';
import type { Serving } from './server.ts';
import { serveStdio } from './stdio.ts';

const PATH = '/mcp';
const HERE = '127.0.0.1';
const LONGEST_END = 5_000; // milliseconds that answers in hand are waited for

/**
 * Serves assistants until the input ends, or until SIGTERM or Ctrl-C: one on the input and output, which hold
 * nothing but the protocol, or with a `port` any on this machine. Throws a SettingsError where the port can't be had.
 */
export async function runMcp(
  { bot, stories }: OpenBot,
  models: Models,
  port: number | null,
  version: string,
): Promise<void> {
  const log = createLog(
    (line) => process.stderr.write(line),
    () => new Date(),
  );
  void makeReady(models, 'aside').then((lack) => {
    if (lack !== null) log(lack);
  });
  const turns = createTurns();
  const serving: Serving = { bot, stories, version, turns, drain: createDrain(), log };
  const running: Running[] = [];
  endCleanly(running, log);
  if (port === null) {
    const served = await serveStdio(serving, { input: process.stdin, output: process.stdout });
    running.push(served);
    return served.ended;
  }
  const served = await serveHttp(serving, port, { hosts: [], isToken: null });
  running.push(served);
  log(`mcp: http://${HERE}:${served.port}${PATH}`);
}

/** Serves assistants over HTTP, on this machine only. Throws a SettingsError where the port can't be had. */
export async function serveHttp(
  serving: Serving,
  port: number,
  door: Door,
): Promise<Running & { readonly port: number }> {
  const http = createMcpHttp(serving, door, Date.now);
  const server = await openServer(
    port,
    '--http',
    (request, response) => {
      if (request.url?.split('?')[0] === PATH) void http.handle(request, response);
      else response.writeHead(404).end();
    },
    HERE,
  );
  return {
    port: server.port,
    healthy: server.open,
    stop: async () => {
      const closed = server.close(); // takes no more
      await serving.drain.settle(LONGEST_END);
      await http.close();
      await closed;
    },
  };
}
