import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Changes } from './change.ts';
import type { Faults } from './faults.ts';
import { judgeCommands, judgeMessage, judgeThread } from './judge.ts';

/** A request as it came. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly body: Body;
  readonly authorization: string | undefined;
}

/** A body, as far as tests look into it. */
export interface Body {
  readonly type?: number;
  readonly content?: string;
  readonly flags?: number;
  readonly nonce?: string;
  readonly components?: readonly { readonly components: readonly Button[] }[];
  readonly message_reference?: { readonly message_id: string };
  readonly attachments?: readonly { readonly filename: string; readonly description: string }[];
  /** Whether files came with it. */
  readonly files?: boolean;
  readonly data?: Body & {
    readonly choices?: readonly { readonly name: string; readonly value: string }[];
  };
}

export interface Button {
  readonly custom_id: string;
  readonly label: string;
}

/** What stands in a channel, or under an interaction. */
export interface Posted {
  readonly channel: string;
  readonly body: Body;
  /** When it was taken, by `performance.now()`. */
  readonly at: number;
}

/** An interaction from its first answer on. */
export interface Answered {
  callback: Body | null;
  original: Body | null;
  readonly followUps: Body[];
  /** Its 15 minutes are over. */
  expired: boolean;
}

export interface FakeRest {
  readonly requests: readonly Received[];
  readonly posts: readonly Posted[];
  readonly breaches: readonly string[];
  readonly commands: Map<string, unknown>;
  readonly interaction: (token: string) => Answered;
  /** Empties all lists, for long runs. */
  readonly forget: () => void;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
}

interface Result {
  readonly status: number;
  readonly body: unknown;
}

/** Discord's REST, as far as a bot meets it: it keeps what it takes, and notes what it would refuse. */
export function createRest(token: string, faults: Faults, changes: Changes): FakeRest {
  const requests: Received[] = [];
  const posts: Posted[] = [];
  const breaches: string[] = [];
  const commands = new Map<string, unknown>();
  const interactions = new Map<string, Answered>();
  const nonces = new Set<string>();
  const threads = new Map<string, string>();
  const interaction = (key: string): Answered => {
    const known = interactions.get(key) ?? {
      callback: null,
      original: null,
      followUps: [],
      expired: false,
    };
    interactions.set(key, known);
    return known;
  };
  const judge = (found: readonly string[], path: string): Result | null => {
    breaches.push(...found.map((breach) => `${path}: ${breach}`));
    return found.length > 0 ? refusal(400, 50035) : null;
  };

  function take({ method, path, body }: Received): Result {
    const at = (pattern: RegExp): readonly string[] | null => pattern.exec(`${method} ${path}`);
    if (at(/^GET .*\/gateway\/bot$/)) return ok(gateway());
    if (at(/^GET \/applications\/@me$/)) return ok({ id: '900000000000000001', name: 'verbatim' });
    const scope = at(/^(?:GET|PUT) (\/applications\/\d+(?:\/guilds\/\d+)?\/commands)/)?.[1];
    if (scope && method === 'GET') return ok(commands.get(scope) ?? []);
    if (scope) return judge(judgeCommands(body), path) ?? keepCommands(scope, body);
    const channel = at(/^POST \/channels\/(\w+)\/messages$/)?.[1];
    if (channel) return judge(judgeMessage(body, 'message'), path) ?? post(channel, body);
    const [, parent, begun] = at(/^POST \/channels\/(\w+)\/messages\/(\w+)\/threads$/) ?? [];
    if (parent && begun) return judge(judgeThread(body), path) ?? openThread(parent, begun);
    const callback = at(/^POST \/interactions\/\w+\/([\w-]+)\/callback$/)?.[1];
    if (callback) return answer(interaction(callback), body, path);
    const edited = at(/^PATCH \/webhooks\/\w+\/([\w-]+)\/messages\/@original$/)?.[1];
    if (edited) return judge(judgeMessage(body, 'edit'), path) ?? edit(interaction(edited), body);
    const followed = at(/^POST \/webhooks\/\w+\/([\w-]+)$/)?.[1];
    if (followed)
      return judge(judgeMessage(body, 'follow-up'), path) ?? follow(interaction(followed), body);
    breaches.push(`${method} ${path}: no such route`);
    return refusal(404, 0);
  }

  function keepCommands(scope: string, body: Body): Result {
    const list = Array.isArray(body) ? body : [];
    const taken = list.map((one, n) => ({ ...one, id: `70000000000000000${n}` }));
    commands.set(scope, taken);
    return ok(taken);
  }

  function openThread(parent: string, begun: string): Result {
    if (threads.has(begun)) return refusal(400, 160004);
    threads.set(begun, parent);
    return { status: 201, body: { id: begun, parent_id: parent, type: 11 } };
  }

  function post(channel: string, body: Body): Result {
    const again = body.nonce !== undefined && nonces.has(body.nonce);
    if (body.nonce !== undefined) nonces.add(body.nonce);
    if (!again) posts.push({ channel, body, at: performance.now() });
    return ok({ id: String(800000000000000000n + BigInt(posts.length)), channel_id: channel });
  }

  function answer(known: Answered, body: Body, path: string): Result {
    if (known.expired) return refusal(404, 10062);
    if (known.callback !== null) return refusal(400, 40060);
    if (body.type === 4) {
      const refused = judge(judgeMessage(body.data, 'callback'), path);
      if (refused) return refused;
    }
    known.callback = body;
    return { status: 204, body: null };
  }

  function edit(known: Answered, body: Body): Result {
    if (known.expired) return refusal(401, 50027);
    if (known.callback === null) return refusal(404, 10015);
    known.original = body;
    return ok({ id: '1' });
  }

  function follow(known: Answered, body: Body): Result {
    if (known.expired) return refusal(401, 50027);
    if (known.callback === null) return refusal(404, 10015);
    known.followUps.push(body);
    return ok({ id: '1' });
  }

  let address = '';
  const gateway = (): unknown => ({
    url: `ws://${address}`,
    shards: 1,
    session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
  });

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    address = request.headers.host ?? '';
    const { method = '', url = '', headers } = request;
    const path = (url.split('?')[0] ?? '').replace('/api/v10', '');
    const received = {
      method,
      path,
      body: await readBody(request),
      authorization: headers.authorization,
    };
    requests.push(received);
    const fault = faults.take(method, path);
    if (fault === 'hang-up') return void request.socket.destroy();
    const byBot = !/^\/(?:interactions|webhooks)\//.test(path);
    if (byBot && headers.authorization !== `Bot ${token}`) reply(response, refusal(401, 0), {});
    else if (fault !== null && fault !== 'hang-up-after') {
      reply(response, refusal(fault.status, fault.code ?? 0), fault.headers ?? {});
    } else {
      const result = take(received);
      if (fault === 'hang-up-after') request.socket.destroy();
      else reply(response, result, {});
    }
    changes.tell();
  };
  const forget = (): void => {
    requests.splice(0);
    posts.splice(0);
    nonces.clear();
  };
  return { requests, posts, breaches, commands, interaction, forget, handle };
}

function ok(body: unknown): Result {
  return { status: 200, body };
}

function refusal(status: number, code: number): Result {
  return { status, body: { code, message: 'refused' } };
}

function reply(
  response: ServerResponse,
  { status, body }: Result,
  headers: Record<string, string>,
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === null ? undefined : JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  if (!request.headers['content-type']?.startsWith('multipart/form-data')) {
    return text === '' ? {} : JSON.parse(text);
  }
  const json = /name="payload_json"\r\n\r\n(.*?)\r\n--/s.exec(text)?.[1] ?? '{}';
  return { ...JSON.parse(json), files: text.includes('filename="') };
}
