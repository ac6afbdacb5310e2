import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFaults, type Fault, type Faults } from './faults.ts';
import { refuseBlocks, refuseMessage } from './limits.ts';
import { readBody, record } from './outside.ts';
import { createSocketSide, type SocketSide } from './socket.ts';

/** A call that Slack took. */
export interface Call {
  readonly method: string;
  readonly token: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A workspace that the bot is installed in. */
export interface Workspace {
  readonly team: string;
  readonly botUser: string;
  /** What Slack tells was granted. */
  readonly scopes?: readonly string[];
}

/** A Slack of our own: Web API, response URLs and Socket Mode on one local port. */
export interface LocalSlack {
  readonly apiUrl: string;
  /** Every call that was made, refused ones too. */
  readonly attempts: string[];
  /** The calls that Slack took, in order. */
  readonly taken: Call[];
  /** Tells of each call that Slack takes from now on. */
  readonly onTaken: (listener: (call: Call) => void) => void;
  readonly faults: Faults;
  readonly socket: SocketSide;
  /** Bot tokens that are good, and the workspaces they are for. */
  readonly workspaces: Map<string, Workspace>;
  readonly newResponseUrl: () => string;
  /** A folder for the bot's files, gone when this is closed. */
  readonly folder: string;
  readonly close: () => Promise<void>;
}

export const APP_TOKEN = 'xapp-1-good';
export const BOT_TOKEN = 'xoxb-good';
const HOME: Workspace = { team: 'T1', botUser: 'UBOT' };

export async function openLocalSlack(scopes?: readonly string[]): Promise<LocalSlack> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-slack-'));
  const attempts: string[] = [];
  const taken: Call[] = [];
  const faults = createFaults();
  const workspaces = new Map<string, Workspace>([
    [BOT_TOKEN, { ...HOME, ...(scopes && { scopes }) }],
  ]);
  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = record(server.address());
  const host = `127.0.0.1:${String(address.port)}`;
  const socket = createSocketSide(server);
  let urls = 0;
  let tell = (_call: Call): void => {};
  const take = (call: Call): void => {
    taken.push(call);
    tell(call);
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const method = path.startsWith('/respond/') ? 'response_url' : path.replace('/api/', '');
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const body = readBody(request.headers['content-type'] ?? '', await readAll(request));
    attempts.push(method);
    const fault = faults.next(method);
    if (fault?.kind === 'held') await fault.until;
    const error =
      fault?.kind === 'status' ? 'fault' : refuse(method, token, body, workspaces, fault);
    if (error === null) take({ method, token: token || String(body.token), body });
    if (fault?.kind === 'taken-then-silent') return;
    if (fault?.kind === 'taken-then-hung-up') return void response.destroy();
    if (fault?.kind === 'status') return fail(response, fault.status, fault.retryAfter);
    const result =
      error === null ? answer(method, token, workspaces, host, body) : { ok: false, error };
    const scopes = workspaces.get(token)?.scopes;
    response
      .writeHead(200, {
        'content-type': 'application/json',
        ...(scopes && { 'x-oauth-scopes': scopes.join(',') }),
      })
      .end(JSON.stringify(result));
  }

  return {
    folder,
    apiUrl: `http://${host}/api/`,
    attempts,
    taken,
    onTaken: (listener) => {
      tell = listener;
    },
    faults,
    socket,
    workspaces,
    newResponseUrl: () => {
      urls += 1;
      return `http://${host}/respond/secret-${urls}`;
    },
    close: async () => {
      socket.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function fail(response: ServerResponse, status: number, retryAfter: number | undefined): void {
  response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
  response.end(status === 429 ? '{"ok":false,"error":"ratelimited"}' : 'Internal Server Error');
}

/** Slack's refusal of a call; null when it is taken. */
function refuse(
  method: string,
  token: string,
  body: Readonly<Record<string, unknown>>,
  workspaces: ReadonlyMap<string, Workspace>,
  fault: Fault | null,
): string | null {
  if (fault?.kind === 'refused') return fault.error;
  if (method === 'response_url') return refuseMessage(body);
  if (method === 'oauth.v2.access') return body.code === 'good-code' ? null : 'invalid_code';
  if (method === 'apps.connections.open') return token === APP_TOKEN ? null : 'invalid_auth';
  if (!workspaces.has(token)) return 'invalid_auth';
  if (method === 'chat.postMessage') return refuseMessage(body);
  if (method === 'chat.postEphemeral') return body.user ? refuseMessage(body) : 'no_user';
  if (method === 'views.publish') return refuseBlocks(viewBlocks(body), 100);
  return [
    'auth.test',
    'assistant.threads.setSuggestedPrompts',
    'agents.sessions.setStatus',
  ].includes(method)
    ? null
    : 'unknown_method';
}

function viewBlocks(body: Readonly<Record<string, unknown>>): readonly unknown[] {
  const { blocks } = record(body.view);
  return Array.isArray(blocks) ? blocks : [null];
}

function answer(
  method: string,
  token: string,
  workspaces: Map<string, Workspace>,
  host: string,
  body: Readonly<Record<string, unknown>>,
): object {
  const { team, botUser } = workspaces.get(token) ?? HOME;
  switch (method) {
    case 'auth.test':
      return {
        ok: true,
        team_id: team,
        user_id: botUser,
        bot_id: `B${botUser}`,
        url: 'https://x.example/',
      };
    case 'apps.connections.open':
      return { ok: true, url: `ws://${host}/socket` };
    case 'oauth.v2.access':
      return install(workspaces, String(body.client_id));
    default:
      return { ok: true, ts: '1700000000.000001' };
  }
}

/** A second workspace installs the app. */
function install(workspaces: Map<string, Workspace>, app: string): object {
  workspaces.set('xoxb-second', { team: 'T2', botUser: 'UBOT2' });
  return {
    ok: true,
    app_id: app,
    access_token: 'xoxb-second',
    token_type: 'bot',
    scope: 'chat:write,commands',
    bot_user_id: 'UBOT2',
    team: { id: 'T2', name: 'Second' },
    enterprise: null,
    is_enterprise_install: false,
    authed_user: { id: 'U9' },
  };
}
