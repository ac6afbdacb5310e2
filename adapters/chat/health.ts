import type { ServerResponse } from 'node:http';
import { type OpenServer, openServer } from './http.ts';

/**
 * Answers `/healthz`: 200 when connected, 503 when not; and says so while the search engine is away, which
 * makes answers slower and no other.
 */
export function answerHealth(response: ServerResponse, connected: boolean, isWell = true): void {
  response.writeHead(connected ? 200 : 503, { 'content-type': 'application/json' });
  response.end(`${JSON.stringify({ connected, ...(isWell ? {} : { search: 'away' }) })}\n`);
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
