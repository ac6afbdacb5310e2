import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerHealth } from '../chat/health.ts';
import type { OpenHttp, OpenServer } from '../chat/http.ts';
import type { Log } from '../chat/log.ts';
import type { Arrivals } from '../chat/turns.ts';
import type { SlackSettings } from '../settings.ts';
import { type App, HTTPReceiver, readPosted, type SocketModeReceiver, scopesOf } from './bolt.ts';
import { record } from './receive.ts';

/**
 * What comes in over HTTP: events at `/slack/events` in HTTP mode, installing with many workspaces,
 * and `/healthz`. Throws a SettingsError naming `PORT`.
 */
export function serve(
  receiver: HTTPReceiver | SocketModeReceiver,
  settings: SlackSettings,
  connected: () => boolean,
  { arrivals, ...serving }: Omit<Serving, 'signingSecret'> & { readonly arrivals: Arrivals },
  open: OpenHttp,
): Promise<OpenServer> {
  const { port, transport } = settings;
  const signingSecret = transport.mode === 'http' ? transport.signingSecret : '';
  return open(port, 'PORT', (request, response) => {
    arrivals.count += 1;
    if (request.method === 'GET' && request.url === '/healthz') answerHealth(response, connected());
    else if (receiver instanceof HTTPReceiver) {
      void serveEvents(receiver, { ...serving, signingSecret }, request, response).catch(() =>
        response.destroy(),
      );
    } else
      void serveInstalling(receiver, scopesOf(settings), request, response).catch(() =>
        response.destroy(),
      );
  });
}

/** What serving events needs. */
interface Serving {
  readonly signingSecret: string;
  /** Handles an event that is already acknowledged, in its turn. */
  readonly handle: (event: Handled) => void;
  readonly log: Log;
}

type Handled = Parameters<App['processEvent']>[0];

/**
 * Refuses what Slack did not sign. An event is acknowledged at once, before Bolt processes it: it returns
 * nothing. Bolt gets the rest, and throws on what it does not handle.
 */
async function serveEvents(
  receiver: HTTPReceiver,
  { signingSecret, handle, log }: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const type = request.headers['content-type'];
  if (type !== undefined)
    request.headers['content-type'] = type.replace(/\s*;.*/, '').toLowerCase();
  const posted = request.method === 'POST' ? await readPosted(request, signingSecret) : null;
  if (posted?.kind === 'refused') {
    if (posted.status === 401) {
      log('slack: unsigned request refused; if it came from Slack, check SLACK_SIGNING_SECRET');
    }
    response.writeHead(posted.status, { connection: 'close' }).end(); // unread bodies are not waited for
    return;
  }
  if (posted !== null && request.url === EVENTS && isEvent(posted.body)) {
    response.writeHead(200, { 'content-length': 0 }).end();
    return handle({ body: posted.body, ack: async () => {} });
  }
  try {
    receiver.requestListener(request, response);
  } catch {
    response.writeHead(404).end();
  }
}

const EVENTS = '/slack/events';

/** https://docs.slack.dev/apis/events-api#callback-field */
function isEvent(body: object): body is Handled['body'] {
  const { type, event } = record(body);
  return type === 'event_callback' && typeof event === 'object' && event !== null;
}

/** With Socket Mode, HTTP is for installing alone. */
async function serveInstalling(
  { installer }: SocketModeReceiver,
  scopes: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url?.split('?')[0];
  const options = { scopes: [...scopes] };
  if (path === '/slack/install') await installer?.handleInstallPath(request, response, {}, options);
  else if (path === '/slack/oauth_redirect') await installer?.handleCallback(request, response, {});
  else response.writeHead(404).end();
}
