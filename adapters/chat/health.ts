import type { ServerResponse } from 'node:http';
import { type Condition, WELL } from '../../src/index.ts';
import { type OpenServer, openServer } from './http.ts';

/**
 * What `/healthz` answers, as JSON: 200 when connected, 503 when not. Of a fleet it also reports what is away, which
 * slows answers but does not change them, and the work that waits or was given up.
 */
export function healthOf(
  connected: boolean,
  { away, jobs }: Condition,
): { readonly status: number; readonly body: string } {
  const absent = Object.fromEntries(away.map((one) => [one, 'away']));
  const isIdle = jobs === null || jobs.waiting + jobs.failed === 0;
  const told = { connected, ...absent, ...(isIdle ? {} : { jobs }) };
  return { status: connected ? 200 : 503, body: `${JSON.stringify(told)}\n` };
}

/** Answers `/healthz`. */
export function answerHealth(
  response: ServerResponse,
  connected: boolean,
  condition: Condition = WELL,
): void {
  const { status, body } = healthOf(connected, condition);
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

/** Serves `/healthz` on a port of its own. Throws a SettingsError naming `HEALTH_PORT`. */
export function serveHealth(
  port: number,
  healthy: () => boolean,
  condition: () => Condition,
): Promise<OpenServer> {
  return openServer(port, 'HEALTH_PORT', (request, response) => {
    if (request.method === 'GET' && request.url === '/healthz')
      answerHealth(response, healthy(), condition());
    else response.writeHead(404).end();
  });
}
