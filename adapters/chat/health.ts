import type { ServerResponse } from 'node:http';
import { type OpenServer, openServer } from './http.ts';

/** What `/healthz` answers, as JSON: 200 when connected, 503 when not. */
export function healthOf(connected: boolean): { readonly status: number; readonly body: string } {
  return { status: connected ? 200 : 503, body: `${JSON.stringify({ connected })}\n` };
}

/** Answers `/healthz`. */
export function answerHealth(response: ServerResponse, connected: boolean): void {
  const { status, body } = healthOf(connected);
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

/** Serves `/healthz` on a port of its own. Throws a SettingsError naming `HEALTH_PORT`. */
export function serveHealth(port: number, healthy: () => boolean): Promise<OpenServer> {
  return openServer(port, 'HEALTH_PORT', (request, response) => {
    if (request.method === 'GET' && request.url === '/healthz') answerHealth(response, healthy());
    else response.writeHead(404).end();
  });
}
