import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { CONSOLE, makeBot, readStory } from '../stories.ts';
import { call, connectHttp, serveHere, storiesIn } from './served.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const REEF = readStory('reef-study');
const { bot, archive } = makeBot([REEF]);
const stories = storiesIn(archive);
const TOKEN = 'a-token-given-out';

type Served = Awaited<ReturnType<typeof serveHere>>;
const open: { plain?: Served; locked?: Served } = {};
beforeAll(async () => {
  open.plain = await serveHere({ bot, stories });
  const isHolder = (header: string | undefined): boolean => header === `Bearer ${TOKEN}`;
  open.locked = await serveHere({ bot, stories }, { hosts: ['news.example'], isHolder });
});
afterAll(() => Promise.all([open.plain?.stop(), open.locked?.stop()]));

function servedBy(which: 'plain' | 'locked'): Served {
  const served = open[which];
  if (served === undefined) throw new Error('not served');
  return served;
}

const HELLO = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  },
});
const PLAIN = {
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
};

/** A request as it stands, with whatever headers: what a browser or a program could send. */
function send(
  { port }: Pick<Served, 'port'>,
  body: string,
  headers: Readonly<Record<string, string>> = {},
  { method = 'POST', path = '/mcp' } = {},
): Promise<{ readonly status: number; readonly body: string; readonly session: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers: { ...PLAIN, ...headers } },
      (response) => {
        let text = '';
        response.on('data', (part) => {
          text += String(part);
        });
        response.on('end', () => {
          const session = String(response.headers['mcp-session-id'] ?? '');
          resolve({ status: response.statusCode ?? 0, body: text, session });
        });
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

describe('who is let in', () => {
  test.each<[string, Record<string, string>, number]>([
    ['this machine', {}, 200],
    ['this machine by name', { host: 'localhost:3000' }, 200],
    ['a page of this machine', { origin: 'http://localhost:5173' }, 200],
    ['a name that points here', { host: 'evil.example' }, 403],
    ['a name that points here, with a port', { host: 'evil.example:80' }, 403],
    ['a name that begins like ours', { host: 'localhost.evil.example' }, 403],
    ['a host that is no name', { host: 'a b' }, 403],
    ['a page from elsewhere', { origin: 'https://evil.example' }, 403],
    ['a page without a place', { origin: 'null' }, 403],
  ])('%s', async (_, headers, status) => {
    const served = servedBy('plain');
    expect((await send(served, HELLO, headers)).status).toBe(status);
    expect(servedBy('plain').healthy()).toBe(true);
  });

  test.each<[string, Record<string, string>, number]>([
    ['nobody without a token', {}, 401],
    ['nobody with another', { authorization: 'Bearer something' }, 401],
    ['nobody by another scheme', { authorization: `Basic ${TOKEN}` }, 401],
    ['who has it', { authorization: `Bearer ${TOKEN}` }, 200],
    ['who has it, by its name', { authorization: `Bearer ${TOKEN}`, host: 'news.example' }, 200],
    [
      'not a page, token or not',
      { authorization: `Bearer ${TOKEN}`, origin: 'https://a.example' },
      403,
    ],
  ])('where tokens are asked for: %s', async (_, headers, status) => {
    expect((await send(servedBy('locked'), HELLO, headers)).status).toBe(status);
  });

  test('a client with the token asks as usual', async () => {
    const client = await connectHttp(servedBy('locked').url, { authorization: `Bearer ${TOKEN}` });
    expect((await call(client, 'who_said', { words: 'regrowth' })).json?.found).toBe(true);
    await client.close();
  });
});

describe('what is no request of the protocol is told so', () => {
  const LARGE = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'x'.repeat(300_000) });
  test.each<[string, string, Record<string, string>, { method?: string; path?: string }, number]>([
    ['no JSON', 'hello', {}, {}, 400],
    ['JSON of another kind', '{"a":1}', {}, {}, 400],
    ['no session', '{"jsonrpc":"2.0","id":1,"method":"tools/list"}', {}, {}, 400],
    ['an unknown session', HELLO, { 'mcp-session-id': 'nobody' }, {}, 404],
    ['another type', HELLO, { 'content-type': 'text/plain' }, {}, 415],
    ['too much', LARGE, {}, {}, 413],
    ['another method', '', {}, { method: 'PUT' }, 405],
    ['another path', HELLO, {}, { path: '/other' }, 404],
  ])('%s', async (_, body, headers, how, status) => {
    expect((await send(servedBy('plain'), body, headers, how)).status).toBe(status);
    const client = await connectHttp(servedBy('plain').url);
    expect((await call(client, 'who_said', { words: 'regrowth' })).json?.found).toBe(true);
    await client.close();
  });

  test('nothing that was sent is logged', async () => {
    await send(servedBy('plain'), 'a secret {');
    expect(servedBy('plain').logged.join(' ')).not.toContain('secret');
    expect(servedBy('plain').logged).toContain('mcp: message refused');
  });
});

test('a session is a conversation: another one does not see what it asked', async () => {
  const [one, other] = await Promise.all([
    connectHttp(servedBy('plain').url),
    connectHttp(servedBy('plain').url),
  ]);
  await call(one, 'ask', { question: 'How many reef sites did the team follow?' });
  const why = await call(one, 'ask', { question: '/why' });
  const nothing = await call(other, 'ask', { question: '/why' });
  expect(why.text).toContain('reef');
  expect(nothing.text).not.toContain('reef');
  await Promise.all([one.close(), other.close()]);
});

test('the session that was quiet longest makes room', async () => {
  const served = await serveHere({ bot, stories });
  const first = await send(served, HELLO);
  for (let n = 0; n < 200; n += 1) await send(served, HELLO);
  const list = '{"jsonrpc":"2.0","id":2,"method":"tools/list"}';
  const late = await send(served, HELLO);
  expect((await send(served, list, { 'mcp-session-id': first.session })).status).toBe(404);
  expect((await send(served, list, { 'mcp-session-id': late.session })).status).toBe(200);
  await served.stop();
});

test('whoever asks too much at once is told so, and others are answered', async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const served = await serveHere({ bot: (command) => held.then(() => bot(command)), stories });
  const [one, other] = await Promise.all([connectHttp(served.url), connectHttp(served.url)]);
  const many = Array.from({ length: 80 }, () => call(one, 'who_said', { words: 'regrowth' }));
  const answered = call(other, 'who_said', { words: 'regrowth' });
  let refused = 0;
  for (const one of many) void one.then(({ isError }) => (refused += isError ? 1 : 0));
  await vi.waitFor(() => expect(refused).toBe(80 - 64), 60_000); // all others wait to be answered
  release();
  const all = await Promise.all(many);
  expect(all.filter(({ isError }) => isError)).toHaveLength(80 - 64);
  expect(all.filter(({ json }) => json?.found === true)).toHaveLength(64);
  expect((await answered).json?.found).toBe(true);
  await Promise.all([one.close(), other.close()]);
  await served.stop();
});

test('a stop answers what is in hand, and ends open streams', async () => {
  let release: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let asked = 0;
  const slow: typeof bot = async (command) => {
    asked += 1;
    await held;
    return bot({ ...command, place: CONSOLE });
  };
  const served = await serveHere({ bot: slow, stories });
  const client = await connectHttp(served.url); // it keeps a stream open for what the server may tell
  const answer = call(client, 'who_said', { words: 'regrowth' });
  await vi.waitFor(() => expect(asked).toBe(1));
  const stopped = served.stop();
  release?.();
  expect((await answer).json?.found).toBe(true);
  await stopped;
  expect(served.healthy()).toBe(false);
  await client.close();
});
