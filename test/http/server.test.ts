import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createMount } from '../../adapters/chat/http.ts';
import { problemSchema } from '../../adapters/http/problem.ts';
import { SettingsError } from '../../adapters/settings.ts';
import type { Bot } from '../../src/index.ts';
import { type DeskOptions, type HttpDesk, openCore, openHttpDesk } from './desk.ts';

const TOKEN = 'a token of some length';
const core = openCore();
const open: HttpDesk[] = [];
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.running.stop();
});

async function openDesk(options: DeskOptions = {}): Promise<HttpDesk> {
  const desk = await openHttpDesk({ core, ...options });
  open.push(desk);
  return desk;
}

/** The status and the line of a refusal. */
async function refusal(answered: Response): Promise<readonly [number, string]> {
  const { status, detail } = problemSchema.parse(await answered.json());
  expect(status).toBe(answered.status);
  return [answered.status, detail];
}

/** A bot that answers when it is let. */
function heldBack() {
  let let_ = (): void => {};
  const held = new Promise<void>((resolve) => {
    let_ = resolve;
  });
  let asked = 0;
  const wrap =
    (bot: Bot): Bot =>
    async (command) => {
      asked += 1;
      await held;
      return bot(command);
    };
  return { wrap, release: () => let_(), asked: () => asked };
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Asks with headers that fetch does not send: another name of the host. */
function statusAs(
  desk: HttpDesk,
  host: string,
  path = '/api/stories',
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(desk.origin + path, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('with tokens', () => {
  test.each([
    ['no token', {}, 'A token is needed: Authorization: Bearer TOKEN.'],
    ['another token', { authorization: 'Bearer another token' }, 'That token is not valid here.'],
    [
      'the beginning of one',
      { authorization: `Bearer ${TOKEN.slice(0, -1)}` },
      'That token is not valid here.',
    ],
  ])('%s is refused', async (_, headers, detail) => {
    const { origin } = await openDesk({ tokens: [TOKEN.replaceAll(' ', '-')] });
    for (const path of ['/api/stories', '/api/stories/reef-study/when', '/metrics']) {
      const answered = await fetch(origin + path, { headers });
      expect(await refusal(answered)).toEqual([401, detail]);
      expect(answered.headers.get('www-authenticate')).toBe('Bearer realm="Verbatim"');
    }
  });

  test('each of them is good, as a bearer or as the password that a browser asks for', async () => {
    const { origin } = await openDesk({ tokens: ['the-first-token', 'the-second-token'] });
    const basic = `Basic ${Buffer.from('anyone:the-first-token').toString('base64')}`;
    for (const authorization of ['Bearer the-second-token', 'bearer  the-first-token', basic]) {
      const answered = await fetch(`${origin}/api/stories`, { headers: { authorization } });
      expect(answered.status).toBe(200);
    }
  });

  test('health, readiness and what describes the API need none', async () => {
    const { origin } = await openDesk({ tokens: [TOKEN] });
    for (const path of ['/healthz', '/readyz', '/api/openapi.json'])
      expect((await fetch(origin + path)).status).toBe(200);
  });

  test('without any that are good, and not open, all is closed', async () => {
    const { origin } = await openDesk({ settings: { open: false } });
    expect(await refusal(await fetch(`${origin}/api/stories`))).toEqual([
      401,
      'The API is closed here: it has no tokens (API_TOKENS).',
    ]);
  });
});

test('without tokens a page elsewhere that has its name point here is refused', async () => {
  const desk = await openDesk();
  const { port } = desk.running;
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, '[::1]'])
    expect(await statusAs(desk, host)).toBe(200);
  for (const host of [`evil.example:${port}`, 'localhost.evil.example', '127.0.0.1.evil.example'])
    expect(await statusAs(desk, host)).toBe(403);
  expect(await statusAs(desk, 'evil.example', '/healthz')).toBe(200);
});

test('it is bound to the address that is set, and to no other', async () => {
  const { running } = await openDesk({ settings: { host: '127.0.0.2' } });
  const reach = (host: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(running.port, host, () => socket.end(() => resolve('open')));
      socket.on('error', () => resolve('closed'));
    });
  expect([await reach('127.0.0.2'), await reach('127.0.0.1')]).toEqual(['open', 'closed']);
});

test.each([
  ['a port in use', (port: number) => ({ port }), /^HTTP_PORT: cannot open port \d+$/],
  [
    'an address of another machine',
    () => ({ host: '192.0.2.1' }),
    /^HTTP_HOST: cannot listen on 192\.0\.2\.1$/,
  ],
])('%s ends it with one line that names the setting', async (_, settings, line) => {
  const { running } = await openDesk();
  const again = openDesk({ settings: settings(running.port) });
  await expect(again).rejects.toThrow(SettingsError);
  await expect(again).rejects.toThrow(line);
});

test('a client that asks too often is told when to go on, and others are answered', async () => {
  const tokens = ['the-first-token', 'the-second-token'];
  const { get, log } = await openDesk({ tokens, settings: { rate: 3 } });
  const statuses: number[] = [];
  for (let i = 0; i < 3; i += 1) statuses.push((await get('/api/stories')).status);
  const refused = await get('/api/stories');
  expect(statuses).toEqual([200, 200, 200]);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  const [status, detail] = await refusal(refused);
  expect([status, detail]).toEqual([
    429,
    expect.stringMatching(/^More than 3 requests in a minute/),
  ]);
  const other = await get('/api/stories', {
    headers: { authorization: 'Bearer the-second-token' },
  });
  expect(other.status).toBe(200);
  expect((await get('/healthz')).status).toBe(200);
  expect(log.filter((line) => line.includes('failed'))).toEqual([]);
});

test('more questions than can wait are refused, and answered again later', async () => {
  const { wrap, release, asked } = heldBack();
  const { post } = await openDesk({ wrap });
  let refused = 0;
  const all = Array.from({ length: 103 }, async () => {
    const answered = await post('/api/who-said', { words: '' });
    if (answered.status !== 503) return answered.status;
    refused += 1;
    expect(answered.headers.get('retry-after')).toBe('1');
    return (await refusal(answered))[0];
  });
  await until(() => refused === 3);
  expect(asked()).toBe(3); // the others wait here, and not before those who ask elsewhere
  release();
  const statuses = await Promise.all(all);
  expect(statuses.filter((status) => status === 200)).toHaveLength(100);
  expect((await post('/api/who-said', { words: '' })).status).toBe(200);
});

test('a stop answers what is in hand and takes nothing more', async () => {
  const { wrap, release, asked } = heldBack();
  const desk = await openDesk({ wrap });
  const answer = desk.post('/api/who-said', { words: 'The reefs surprised us' });
  await until(() => asked() === 1);
  const begun = Date.now();
  const stopped = desk.running.stop();
  await until(() => !desk.running.healthy());
  await expect(fetch(`${desk.origin}/healthz`)).rejects.toThrow();
  release();
  expect(await (await answer).json()).toMatchObject({ found: true, answer: 'Halima Sorensen' });
  await stopped;
  expect(Date.now() - begun).toBeLessThan(5_000); // an idle connection is not waited for
});

test('what fails is one line in the log, without a text, and a refusal without a reason', async () => {
  const wrap = (): Bot => async () => {
    throw new TypeError('the secret question');
  };
  const { post, log } = await openDesk({ wrap });
  const answered = await post('/api/ask', { question: 'the secret question' });
  expect(await refusal(answered)).toEqual([500, 'Something went wrong here.']);
  expect(log.at(-1)).toBe('1970-01-01T00:00:00.000Z serve: failed code=TypeError route=/api/ask\n');
});

test('what is asked is never logged', async () => {
  const { post, get, log } = await openDesk();
  const before = log.length;
  await post('/api/ask', { question: 'Who knows the secret?' });
  await post('/api/ask', { question: 5 });
  await get('/secret?secret=secret');
  expect(log.slice(before)).toEqual([]);
});

describe('health', () => {
  test('tells whether all that was started is connected', async () => {
    let connected = false;
    const { get } = await openDesk({ health: { connected: () => connected } });
    const read = async () => {
      const answered = await get('/healthz');
      return [answered.status, await answered.json()];
    };
    expect(await read()).toEqual([503, { connected: false }]);
    connected = true;
    expect(await read()).toEqual([200, { connected: true }]);
  });

  test.each([
    [true, [['slack', true]], 200, { ready: true, models: true, platforms: { slack: true } }],
    [false, [['slack', true]], 503, { ready: false, models: false, platforms: { slack: true } }],
    [
      true,
      [
        ['slack', true],
        ['discord', false],
      ],
      503,
      { ready: false, models: true, platforms: { slack: true, discord: false } },
    ],
    [true, [], 200, { ready: true, models: true, platforms: {} }],
  ] as const)(
    'is ready with models (%s) and platforms %j: %i',
    async (models, platforms, status, body) => {
      const health = { models: () => models, platforms: () => new Map<string, boolean>(platforms) };
      const { get } = await openDesk({ health });
      const answered = await get('/readyz');
      expect([answered.status, await answered.json()]).toEqual([status, body]);
    },
  );
});

test('what another platform serves is on the same port, and ends with it', async () => {
  const mount = createMount('/slack/');
  const { get } = await openDesk({ mount });
  expect((await get('/slack/events')).status).toBe(404);
  const mounted = await mount.open(0, 'PORT', (request, response) => {
    response.end(`${request.method} ${request.url}`);
  });
  expect(await (await get('/slack/events', { method: 'POST', body: 'x' })).text()).toBe(
    'POST /slack/events',
  );
  expect((await get('/healthz')).status).toBe(200);
  await mounted.close();
  expect(mounted.open()).toBe(false);
  expect((await get('/slack/events')).status).toBe(404);
});

test.each([
  ['no HTTP at all', 'what is this\r\n\r\n', 400],
  [
    'headers without end',
    `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
    431,
  ],
  [
    'two lengths',
    'POST /api/ask HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}',
    400,
  ],
])('%s is refused', async (_, sent, status) => {
  const { running } = await openDesk();
  const answered = await new Promise<string>((resolve) => {
    let read = '';
    const socket = connect(running.port, '127.0.0.1', () => socket.write(sent));
    socket.on('data', (part) => {
      read += part;
    });
    socket.on('close', () => resolve(read));
  });
  const [head = '', body = ''] = answered.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(head).toContain('application/problem+json');
  expect(problemSchema.parse(JSON.parse(body)).status).toBe(status);
});
