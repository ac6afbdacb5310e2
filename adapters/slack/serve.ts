import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerHealth } from '../chat/health.ts';
import type { OpenHttp, OpenServer } from '../chat/http.ts';
import type { Log } from '../chat/log.ts';
import type { Arrivals } from '../chat/turns.ts';
import type { SlackSettings } from '../settings.ts';
import { HTTPReceiver, refusalOf, type SocketModeReceiver, scopesOf } from './bolt.ts';

/**
 * What comes in over HTTP: events at `/slack/events` in HTTP mode, installing with many workspaces,
 * and `/healthz`. Throws a SettingsError naming `PORT`.
 */
export function serve(
  receiver: HTTPReceiver | SocketModeReceiver,
  settings: SlackSettings,
  connected: () => boolean,
  { arrivals, log }: { readonly arrivals: Arrivals; readonly log: Log },
  open: OpenHttp,
): Promise<OpenServer> {
  const { port, transport } = settings;
  const signingSecret = transport.mode === 'http' ? transport.signingSecret : '';
  return open(port, 'PORT', (request, response) => {
    arrivals.count += 1;
    if (request.method === 'GET' && request.url === '/healthz') answerHealth(response, connected());
    else if (receiver instanceof HTTPReceiver) {
      void serveEvents(receiver, { signingSecret, log }, request, response).catch(() =>
        response.destroy(),
      );
    } else
      void serveInstalling(receiver, scopesOf(settings), request, response).catch(() =>
        response.destroy(),
      );
  });
}

/** Refuses what Slack did not sign; Bolt has the rest, and throws on what it does not serve. */
async function serveEvents(
  receiver: HTTPReceiver,
  { signingSecret, log }: { readonly signingSecret: string; readonly log: Log },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const type = request.headers['content-type'];
  if (type !== undefined)
    request.headers['content-type'] = type.replace(/\s*;.*/, '').toLowerCase();
  const refused = request.method === 'POST' ? await refusalOf(request, signingSecret) : null;
  if (refused === 401) {
    log('slack: unsigned request refused; if it came from Slack, check SLACK_SIGNING_SECRET');
  }
  if (refused !== null) {
    response.writeHead(refused, { connection: 'close' }).end(); // what was not read is not waited for
    return;
  }
  try {
    receiver.requestListener(request, response);
  } catch {
    response.writeHead(404).end();
  }
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
