import { codeOf, type Log } from '../chat/log.ts';

/** What the wire is made of: the network and time, passed in. */
export interface WireOptions {
  readonly fetch: typeof fetch;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
}

const TIMEOUT = 20_000; // milliseconds for one attempt; Slack answers within three seconds or not at all
const ATTEMPTS = 6;
const LONGEST_WAIT = 120; // seconds we wait when Slack says Retry-After

/**
 * `fetch` for all calls to Slack. It waits out 429 for the call that met it alone, and repeats what
 * Slack cannot have taken. A message that timed out may have been taken: it is never sent twice.
 */
export function createWire({ fetch, sleep, log }: WireOptions): typeof fetch {
  return async (input, init) => {
    const route = routeOf(String(input));
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await fetch(input, { ...init, signal: AbortSignal.timeout(TIMEOUT) }).catch(
        (error: unknown) => ({ error }),
      );
      const wait = waitBefore(outcome, attempt, route);
      if (wait === null) {
        if ('error' in outcome) throw outcome.error;
        return outcome;
      }
      const status = 'error' in outcome ? undefined : outcome.status;
      const code = 'error' in outcome ? codeOf(outcome.error) : undefined;
      log('slack: call is repeated', { route, status, code });
      await sleep(wait);
    }
  };
}

type Outcome = Response | { readonly error: unknown };

/** Milliseconds to wait before the call is made again; null when it is not. */
function waitBefore(outcome: Outcome, attempt: number, route: string): number | null {
  if (attempt >= ATTEMPTS) return null;
  const pause = 250 * 2 ** attempt;
  if ('error' in outcome) return isSafe(outcome.error, route) ? pause : null;
  if (outcome.status === 429) return retryAfter(outcome) * 1000;
  return [500, 502, 503].includes(outcome.status) ? pause : null;
}

function retryAfter(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? 1);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0.1), LONGEST_WAIT) : 1;
}

/** Whether a failed call may be made again: it never reached Slack, or doing it twice does no harm. */
function isSafe(error: unknown, route: string): boolean {
  return UNREACHED.has(codeOf(error)) || !/^chat\.|^response_url$|^oauth\./.test(route);
}

const UNREACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The method's name, `chat.postMessage`. Other addresses are secrets: a response_url is a key. */
function routeOf(url: string): string {
  return (
    /\/api\/([\w.]+)$/.exec(url)?.[1] ?? /\/([a-z]+\.[\w.]+)$/.exec(url)?.[1] ?? 'response_url'
  );
}
