import { createLanes } from '../chat/lanes.ts';
import { codeOf, type Log } from '../chat/log.ts';

/** What the wire is made of: the network and time, passed in. */
export interface WireOptions {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
}

const TIMEOUT = 20_000; // milliseconds for one attempt; Slack answers within three seconds or not at all
const ATTEMPTS = 6; // of a call that Slack could not take
const WAITS = 60; // of a call that met 429: a busy channel takes one message a second
const LONGEST_WAIT = 120; // seconds we wait when Slack says Retry-After

/**
 * `fetch` for all calls to Slack. A call that meets 429 waits as long as Slack says; others that meet
 * it in the same channel follow one by one, and other channels are not held up. A call that Slack
 * cannot have taken is repeated. A message that timed out may have been taken: it is never sent twice.
 */
export function createWire({ fetch, now, sleep, log }: WireOptions): typeof fetch {
  const lanes = createLanes();
  return async (input, init) => {
    const route = routeOf(String(input));
    const call = async (): Promise<Outcome> => {
      try {
        const response = await fetch(input, { ...init, signal: AbortSignal.timeout(TIMEOUT) });
        return { response, code: isAnswer(route) ? await readRefusal(response) : null };
      } catch (error) {
        return { error };
      }
    };
    const waitOut = async (limited: Outcome): Promise<Outcome> => {
      let due = now() + retryAfter(limited);
      return lanes.run(laneOf(String(input), init), async () => {
        for (let outcome = limited, waits = 1; ; waits += 1) {
          await sleep(Math.max(due - now(), 0));
          outcome = await call();
          if (!isLimited(outcome) || waits === WAITS) return outcome;
          due = now() + retryAfter(outcome);
        }
      });
    };
    for (let attempt = 1; ; attempt += 1) {
      let outcome = await call();
      if (isLimited(outcome)) {
        tell(log, route, outcome);
        outcome = await waitOut(outcome);
      }
      if (attempt === ATTEMPTS || !mayRepeat(outcome, route)) return unwrap(outcome);
      tell(log, route, outcome);
      await sleep(125 * 2 ** attempt);
    }
  };
}

/** The response, with the code of a refusal sent as 200, or what went wrong on the way. */
type Outcome =
  | { readonly response: Response; readonly code: string | null }
  | { readonly error: unknown };

function unwrap(outcome: Outcome): Response {
  if ('error' in outcome) throw outcome.error;
  return outcome.response;
}

/** Slack refuses with `{"ok":false,"error":"service_unavailable"}` and the status 200 as well. */
async function readRefusal(response: Response): Promise<string | null> {
  if (response.status !== 200) return null;
  const text = await response.clone().text();
  return /"ok"\s*:\s*false/.test(text) ? (/"error"\s*:\s*"(\w+)"/.exec(text)?.[1] ?? null) : null;
}

function isLimited(outcome: Outcome): boolean {
  return !('error' in outcome) && (outcome.response.status === 429 || outcome.code === LIMITED);
}

const LIMITED = 'ratelimited';
const AWAY = 'service_unavailable';

/** Milliseconds to wait after a 429. */
function retryAfter(outcome: Outcome): number {
  const seconds = 'error' in outcome ? 1 : Number(outcome.response.headers.get('retry-after') ?? 1);
  return 1000 * (Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0.1), LONGEST_WAIT) : 1);
}

/** Whether a failed call never reached Slack or was not taken, or doing it twice does no harm. */
function mayRepeat(outcome: Outcome, route: string): boolean {
  if (!('error' in outcome)) {
    return [500, 502, 503].includes(outcome.response.status) || outcome.code === AWAY;
  }
  return UNREACHED.has(codeOf(outcome.error)) || !(isAnswer(route) || route.startsWith('oauth.'));
}

const UNREACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function isAnswer(route: string): boolean {
  return route.startsWith('chat.') || route === RESPONSE;
}

const RESPONSE = 'response_url';

/** The method's name, `chat.postMessage`. Other addresses are secrets: a response_url is a key. */
function routeOf(url: string): string {
  return /\/([a-z]+(?:\.[a-zA-Z0-9]+)+)$/.exec(url)?.[1] ?? RESPONSE;
}

/** Slack's limits are a channel's for messages, and a workspace's for everything else. */
function laneOf(url: string, init: RequestInit | undefined): string {
  const channel = new URLSearchParams(String(init?.body ?? '')).get('channel') ?? '';
  const token = new Headers(init?.headers).get('authorization') ?? '';
  return [url, channel, token].join(' ');
}

/** Of answers only: what connecting meets is told by who connects. */
function tell(log: Log, route: string, outcome: Outcome): void {
  if (!isAnswer(route)) return;
  const code = 'error' in outcome ? codeOf(outcome.error) : (outcome.code ?? undefined);
  const status = 'error' in outcome ? undefined : outcome.response.status;
  log('slack: call is repeated', { route, code, status });
}
