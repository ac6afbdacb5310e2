import { createServer, type ServerResponse } from 'node:http';
import { SettingsError } from '../settings.ts';
import type { Running } from './running.ts';

/** Answers `/healthz`: 200 when connected, 503 when not. */
export function answerHealth(response: ServerResponse, connected: boolean): void {
  response.writeHead(connected ? 200 : 503, { 'content-type': 'application/json' });
  response.end(`${JSON.stringify({ connected })}\n`);
}

/**
 * Serves `/healthz` on a port of its own (0 for any free one), on every interface.
 * Throws a SettingsError naming `HEALTH_PORT` when the port cannot be had.
 */
export async function serveHealth(
  port: number,
  healthy: () => boolean,
): Promise<Running & { readonly port: number }> {
  const server = createServer((request, response) => {
    if (request.method === 'GET' && request.url === '/healthz') answerHealth(response, healthy());
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', () =>
      reject(new SettingsError([`HEALTH_PORT: port ${port} cannot be opened`])),
    );
    server.listen(port, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    healthy: () => server.listening,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
