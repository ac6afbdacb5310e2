import type { IncomingMessage } from 'node:http';
import {
  App,
  defaultBodyLimit,
  HTTPModuleFunctions,
  HTTPReceiver,
  type InstallationStore,
  type Logger,
  LogLevel,
  SocketModeReceiver,
  webApi,
} from '@slack/bolt';
import type { Log } from '../chat/log.ts';
import type { ManyWorkspaces, SlackSettings } from '../settings.ts';
import type { Installations } from './installations.ts';
import manifest from './manifest.json' with { type: 'json' };
import agentManifest from './manifest-agent.json' with { type: 'json' };

export { type App, HTTPReceiver, SocketModeReceiver };

/** What Bolt is built from: what the settings say, the way out, and the log. */
export interface Parts {
  readonly settings: SlackSettings;
  readonly wire: typeof fetch;
  readonly log: Log;
}

/** What the app asks for on installation: the scopes of the manifest it was made with. */
export function scopesOf({ agent }: SlackSettings): readonly string[] {
  return (agent ? agentManifest : manifest).oauth_config.scopes.bot;
}

/** A client for the Web API. Waiting and repeating is the wire's alone. */
export function createClient({ settings, wire }: Parts, token: string): webApi.WebClient {
  return new webApi.WebClient(token, clientOptions(settings, wire, createQuietLogger()));
}

const UNHANDLED = 2500; // milliseconds: what no listener takes (`app_rate_limited`) is not for us, and no error

/** The receiver for the settings' transport; it knows how to install when there are many workspaces. */
export function createReceiver(
  { settings, wire }: Parts,
  installations: Installations | null,
): HTTPReceiver | SocketModeReceiver {
  const { transport, workspaces } = settings;
  const logger = createQuietLogger();
  const options = {
    logger,
    scopes: [...scopesOf(settings)],
    installerOptions: { clientOptions: clientOptions(settings, wire, logger) },
    ...(workspaces.kind === 'many' && installations && installing(workspaces, installations)),
  };
  return transport.mode === 'http'
    ? new HTTPReceiver({
        ...options,
        signingSecret: transport.signingSecret,
        signatureVerification: false, // `readPosted` has done it: no need to verify twice
        unhandledRequestHandler: ({ response }) => {
          if (!response.headersSent) response.writeHead(200).end();
        },
        unhandledRequestTimeoutMillis: UNHANDLED,
      })
    : new SocketModeReceiver({
        ...options,
        appToken: transport.appToken,
        autoReconnectEnabled: false,
      });
}

const OLDEST = 5 * 60; // seconds that a request may be from now, on either side

/** A request over HTTP: refused with a status, or what Slack sent in it. */
export type Posted =
  | { readonly kind: 'refused'; readonly status: 400 | 401 | 413 }
  | { readonly kind: 'taken'; readonly body: object };

/**
 * Reads a request: 401 for one that Slack did not sign, or not now, 413 for too long a body, 400 for one that
 * Bolt would crash on because it is not an object (`null` ends the process).
 */
export async function readPosted(request: IncomingMessage, signingSecret: string): Promise<Posted> {
  const checked = { signingSecret, bodyLimit: defaultBodyLimit };
  try {
    const read = await HTTPModuleFunctions.parseAndVerifyHTTPRequest(checked, request);
    // Bolt rejects only what is too old
    const ahead = Number(request.headers['x-slack-request-timestamp']) - Date.now() / 1000;
    if (ahead > OLDEST) return refused(401);
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(read);
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
    return isObject ? { kind: 'taken', body } : refused(400);
  } catch (error) {
    if (error instanceof SyntaxError) return refused(400);
    return refused(HTTPModuleFunctions.isRawBodyError(error) ? 413 : 401);
  }
}

function refused(status: 400 | 401 | 413): Posted {
  return { kind: 'refused', status };
}

/** Who the bot is, when it lives in one workspace: Bolt need not ask again. */
export interface Identity {
  readonly token: string;
  readonly botId: string;
  readonly botUserId: string;
}

/** The Bolt app, not yet connected. Without an identity, each workspace has its own. */
export function createApp(
  { settings, wire }: Parts,
  receiver: HTTPReceiver | SocketModeReceiver,
  identity: Identity | null,
): App {
  const logger = createQuietLogger();
  return new App({
    receiver,
    logger,
    clientOptions: clientOptions(settings, wire, logger),
    convoStore: false,
    socketMode: receiver instanceof SocketModeReceiver,
    ...identity,
  });
}

/** A new object for each: Bolt writes into it. No `headers`, which clients would share. */
function clientOptions(
  { apiUrl }: SlackSettings,
  wire: typeof fetch,
  logger: Logger,
): webApi.WebClientOptions {
  return {
    logger,
    fetch: wire,
    timeout: 0,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    maxRequestConcurrency: 1000,
    ...(apiUrl !== null && { slackApiUrl: apiUrl }),
  };
}

function installing(
  { clientId, clientSecret, stateSecret }: ManyWorkspaces,
  installations: Installations,
): {
  clientId: string;
  clientSecret: string;
  stateSecret: string;
  installationStore: InstallationStore;
} {
  const installationStore: InstallationStore = {
    storeInstallation: (installation) => installations.keep(installation),
    fetchInstallation: async (query) => {
      const found = await installations.find(query);
      if (found === null) {
        const code = (await installations.isOfAnotherKey())
          ? 'STORE_KEY_is_another'
          : 'unknown_workspace';
        throw Object.assign(new Error('no installation'), { code });
      }
      return found as never; // what `keep` was given by Bolt itself
    },
  };
  return { clientId, clientSecret, stateSecret, installationStore };
}

/** Bolt's lines can hold addresses, codes and texts: none is printed; what matters is told in our words. */
function createQuietLogger(): Logger {
  const silent = (): void => {};
  return {
    debug: silent,
    info: silent,
    warn: silent,
    error: silent,
    setLevel: silent,
    setName: silent,
    getLevel: () => LogLevel.ERROR,
  };
}
