import { afterEach, describe, expect, test, vi } from 'vitest';
import { createTestBot } from './bot.ts';
import { type Desk, LONG, openDesk, until } from './server/desk.ts';
import { createGate } from './server/faults.ts';
import { postSigned, SIGNING_SECRET } from './server/http.ts';
import { appMention, eventBody, message } from './server/payloads.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // a busy machine is no failure

const open: Desk[] = [];
async function newDesk(
  mode: 'socket' | 'http',
  hold: Promise<void> = Promise.resolve(),
): Promise<Desk> {
  const desk = await openDesk(mode, createTestBot(() => hold).bot);
  open.push(desk);
  return desk;
}
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close();
});

describe('Socket Mode', () => {
  test.each([
    [
      'disconnect, refresh_requested',
      (desk: Desk) => desk.slack.socket.disconnect('refresh_requested', 'polite'),
    ],
    ['disconnect, warning', (desk: Desk) => desk.slack.socket.disconnect('warning', 'polite')],
    [
      'disconnect, from a server that then does not close',
      (desk: Desk) => desk.slack.socket.disconnect('refresh_requested', 'rude'),
    ],
    ['a connection that is cut', (desk: Desk) => desk.slack.socket.cut()],
  ])('reconnects after %s', async (_, lose) => {
    const desk = await newDesk('socket');
    lose(desk);
    await desk.mention({ text: 'cost?' });
    await desk.settle(1);
    expect(desk.posts()).toHaveLength(1);
    expect(desk.slack.socket.connections()).toBe(2);
  });

  test('reconnects though the first attempts fail, whatever Slack says', async () => {
    const desk = await newDesk('socket');
    desk.slack.faults.order(
      'apps.connections.open',
      { kind: 'status', status: 404 },
      { kind: 'refused', error: 'invalid_auth' },
      { kind: 'taken-then-hung-up' },
      { kind: 'status', status: 429, retryAfter: 2 },
    );
    expect(desk.running.healthy()).toBe(true);
    desk.slack.socket.cut();
    await until(() => !desk.running.healthy());
    await until(() => desk.running.healthy());
    await desk.mention({ text: 'cost?' });
    await desk.settle(1);
    expect(desk.posts()).toHaveLength(1);
  });

  test('survives messages that nobody can read', async () => {
    const desk = await newDesk('socket');
    for (const raw of [
      '',
      'null',
      '{',
      '[]',
      '{"type":"events_api"}',
      '{"type":"events_api","payload":{"event":null}}',
    ]) {
      desk.slack.socket.sendRaw(raw);
    }
    await desk.mention({ text: 'cost?' });
    await desk.settle(1);
    expect(desk.posts()).toHaveLength(1);
  });

  test('an envelope that was acknowledged and comes again is answered once', async () => {
    const desk = await newDesk('socket');
    const body = eventBody(message({ text: '<@UBOT> cost?' }));
    for (let i = 0; i < 3; i += 1)
      await desk.slack.socket.send('events_api', body, 'the-same-envelope');
    await desk.settle(1);
    expect(desk.posts()).toHaveLength(1);
  });
});

describe('HTTP', () => {
  const post = async (desk: Desk, signing: Parameters<typeof postSigned>[3]): Promise<number> => {
    const body = eventBody(message({ text: '<@UBOT> cost?' }));
    return (await postSigned(desk.running.port ?? 0, 'events_api', body, signing)).status;
  };
  const now = Math.floor(Date.now() / 1000);

  test.each([
    ['unsigned', { unsigned: true }, 401],
    ['signed with a wrong secret', { secret: 'another' }, 401],
    ['signed six minutes ago', { timestamp: now - 360 }, 401],
    ['signed in an hour', { timestamp: now + 3600 }, 401],
    ['signed in a minute, by a clock that is fast', { timestamp: now + 60 }, 200],
    ['with a signature of another version', { headers: { 'x-slack-signature': 'v1=ab' } }, 401],
    ['with an empty signature', { headers: { 'x-slack-signature': '' } }, 401],
    ['with a timestamp that is none', { headers: { 'x-slack-request-timestamp': 'now' } }, 401],
    [
      'signed well, with a charset',
      { headers: { 'content-type': 'application/json; charset=utf-8' } },
      200,
    ],
    ['signed well', { secret: SIGNING_SECRET }, 200],
  ])('a request %s', async (_, signing, status) => {
    const desk = await newDesk('http');
    expect(await post(desk, signing)).toBe(status);
    await desk.settle(status === 200 ? 1 : 0);
    expect(desk.posts()).toHaveLength(status === 200 ? 1 : 0);
    expect(desk.log.join('')).not.toContain(SIGNING_SECRET);
  });

  test.each([
    ['events_api', null],
    ['events_api', 5],
    ['events_api', 'text'],
    ['events_api', [{ type: 'event_callback' }]],
    ['interactive', null],
  ])(
    'a signed body of %s that is %j is refused, and the next one served',
    async (type, payload) => {
      const desk = await newDesk('http');
      const { status } = await postSigned(desk.running.port ?? 0, type, payload);
      expect(status).toBe(400);
      const forged = await postSigned(desk.running.port ?? 0, type, payload, { secret: 'x' });
      expect(forged.status).toBe(401);
      expect(await post(desk, {})).toBe(200);
    },
  );

  test('a body of more than four megabytes is refused, announced or not', async () => {
    const desk = await newDesk('http');
    const url = `http://127.0.0.1:${desk.running.port}/slack/events`;
    const body = 'x'.repeat(5 * 1024 * 1024);
    expect((await fetch(url, { method: 'POST', body })).status).toBe(413);
    const stream = new Blob([body]).stream();
    const unannounced = { method: 'POST', body: stream, duplex: 'half' } as RequestInit;
    expect((await fetch(url, unannounced)).status).toBe(413);
  });

  test('url_verification is answered with its challenge, when it is signed', async () => {
    const desk = await newDesk('http');
    const body = { type: 'url_verification', challenge: 'c-1', token: 'legacy' };
    const response = await postSigned(desk.running.port ?? 0, 'events_api', body);
    expect(await response.json()).toEqual({ challenge: 'c-1' });
    const forged = await postSigned(desk.running.port ?? 0, 'events_api', body, { secret: 'x' });
    expect(forged.status).toBe(401);
  });

  test('/healthz says whether it is connected, and other addresses are not found', async () => {
    const desk = await newDesk('http');
    const base = `http://127.0.0.1:${desk.running.port}`;
    expect(await (await fetch(`${base}/healthz`)).json()).toEqual({ connected: true });
    for (const path of ['/', '//', '/slack/install', '/slack/oauth_redirect?code=x']) {
      expect((await fetch(base + path)).status).toBe(404);
    }
  });

  test('a connection that is idle is kept for longer than a proxy keeps it', async () => {
    const desk = await newDesk('http');
    const response = await fetch(`http://127.0.0.1:${desk.running.port}/healthz`);
    expect(response.headers.get('keep-alive')).toBe('timeout=65');
  });

  test('a request that Slack did not sign is told in the log, with the setting to look at', async () => {
    const desk = await newDesk('http');
    await post(desk, { secret: 'another' });
    expect(desk.log).toEqual([expect.stringContaining('check SLACK_SIGNING_SECRET')]);
  });

  test('many events at once are acknowledged while the first few are answered', async () => {
    const { bot } = createTestBot(async () => {});
    let begun = 0;
    const desk = await openDesk('http', async (command) => {
      begun += 1;
      const until = performance.now() + 20; // milliseconds that an answer holds the loop
      while (performance.now() < until);
      return bot(command);
    });
    open.push(desk);
    const many = Array.from({ length: 40 }, (_, i) =>
      message({ text: '<@UBOT> cost?', user: `U${i}` }),
    );
    await Promise.all(many.flatMap((one) => [desk.event(one), desk.event(appMention(one))]));
    expect(begun).toBeLessThan(10);
    await until(() => desk.posts().length === 40);
  });

  test('what no listener takes is answered all the same', async () => {
    const desk = await newDesk('http');
    const body = { type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 };
    expect((await postSigned(desk.running.port ?? 0, 'events_api', body)).status).toBe(200);
  });

  test('bodies that nobody can read do no harm', async () => {
    const desk = await newDesk('http');
    for (const body of [{}, { event: {} }, { type: 'event_callback' }, { actions: [] }]) {
      void postSigned(desk.running.port ?? 0, 'events_api', body).catch(() => {});
    }
    await desk.mention({ text: 'cost?' });
    await desk.settle(1);
    expect(desk.posts()).toHaveLength(1);
  });
});

describe.each(['socket', 'http'] as const)('stopping over %s', (mode) => {
  test('delivers the answers in hand, then closes', async () => {
    const gate = createGate();
    const desk = await newDesk(mode, gate.opened);
    for (let i = 0; i < 3; i += 1) await desk.mention({ text: 'cost?' });
    const stopped = desk.running.stop();
    setTimeout(gate.open, 20);
    await stopped;
    expect(desk.posts()).toHaveLength(3);
    expect(desk.running.healthy()).toBe(false);
    expect(desk.log).toEqual([]);
  });

  test('survives app_uninstalled and tokens_revoked', async () => {
    const desk = await newDesk(mode);
    await desk.event({ type: 'app_uninstalled' });
    await desk.event({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: ['UBOT'] } });
    await desk.event({ type: 'tokens_revoked' });
    await desk.mention({ text: 'cost?' });
    await desk.settle(1);
    expect(desk.posts()).toHaveLength(1);
  });
});

test.each([
  ['tokens_revoked', { type: 'tokens_revoked', tokens: { oauth: ['U1'] } }, 200, 'of people'],
  ['tokens_revoked of the bot', { type: 'tokens_revoked', tokens: { bot: ['UBOT'] } }, 503, 'gone'],
  ['app_uninstalled', { type: 'app_uninstalled' }, 503, 'installation is gone'],
])('%s is told rightly, in the log and by /healthz', async (_, event, status, said) => {
  const desk = await newDesk('http');
  await desk.event(event);
  await until(() => desk.log.length === 1);
  expect(desk.log[0]).toContain(said);
  expect((await fetch(`http://127.0.0.1:${desk.running.port}/healthz`)).status).toBe(status);
});

test('a token that Slack refuses while answering shows in /healthz', async () => {
  const desk = await newDesk('http');
  desk.slack.faults.order('chat.postMessage', { kind: 'refused', error: 'token_revoked' });
  await desk.mention({ text: 'cost?' });
  await until(() => !desk.running.healthy());
});

test('a bot that never answers does not keep a stopped process', async () => {
  const desk = await openDesk('socket', createTestBot(() => new Promise(() => {})).bot);
  await desk.mention({ text: 'cost?' });
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const stopped = desk.running.stop();
  await vi.advanceTimersByTimeAsync(LONG);
  await stopped;
  vi.useRealTimers();
  expect(desk.log).toEqual([expect.stringContaining('stopped with answers in hand')]);
  await desk.slack.close();
});
