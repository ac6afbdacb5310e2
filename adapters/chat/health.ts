import type { ServerResponse } from 'node:http';
import { type OpenServer, openServer } from './http.ts';

/**
 * What `/healthz` answers, as JSON: 200 when connected, 503 when not. It also reports when the search engine is
 * down, which slows answers but does not change them.
 */
export function healthOf(
  connected: boolean,
  isWell: boolean,
): { readonly status: number; readonly body: string } {
  const told = { connected, ...(isWell ? {} : { search: 'away' }) };
  return { status: connected ? 200 : 503, body: `${JSON.stringify(told)}\n` };
}

/** Answers `/healthz`. */
export function answerHealth(response: ServerResponse, connected: boolean, isWell = true): void {
  const { status, body } = healthOf(connected, isWell);
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

/** Serves `/healthz` on a port of its own. Throws a SettingsError naming `HEALTH_PORT`. */
export function serveHealth(
  port: number,
  healthy: () => boolean,
  isWell: () => boolean,
): Promise<OpenServer> {
  return openServer(port, 'HEALTH_PORT', (request, response) => {
    if (request.method === 'GET' && request.url === '/healthz')
      answerHealth(response, healthy(), isWell());
    else response.writeHead(404).end();
  });
}
