import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { GREETING } from '../../adapters/chat/greeting.ts';
import { ANSWER, createTestBot } from './bot.ts';
import { type Desk, openDesk, until } from './server/desk.ts';
import { createGate, type Fault } from './server/faults.ts';
import { slashCommand } from './server/payloads.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // a busy machine is no failure

/** A `fetch` that gives up a post when the test says so: no test waits twenty seconds. */
let patience = new AbortController();
const impatient: typeof fetch = (input, init) => {
  const post = String(input).endsWith('chat.postMessage');
  return fetch(input, post ? { ...init, signal: patience.signal } : init);
};

let desk: Desk;
let before = async (): Promise<void> => {};
beforeEach(async () => {
  before = async () => {};
  desk = await openDesk('socket', createTestBot(() => before()).bot, { fetch: impatient });
});
afterEach(() => desk.close());

const attempts = (method: string): number =>
  desk.slack.attempts.filter((one) => one === method).length;

describe('a post', () => {
  test('that meets 429 waits as long as Slack says, and is then made once', async () => {
    desk.slack.faults.order('chat.postMessage', { kind: 'status', status: 429, retryAfter: 7 });
    await desk.mention({ text: 'cost?' });
    await desk.settle();
    await until(() => desk.posts().length === 1);
    expect(desk.waits).toEqual([7000]);
    expect(attempts('chat.postMessage')).toBe(3); // refused, made, and that of settling
  });

  test('is one of twenty that a busy channel takes one by one: none is lost, none doubled', async () => {
    const busy = Array.from(
      { length: 60 },
      () => ({ kind: 'status', status: 429, retryAfter: 1 }) as const,
    );
    desk.slack.faults.order('chat.postMessage', ...busy);
    const all = await Promise.all(
      Array.from({ length: 20 }, () => desk.mention({ text: 'cost?' })),
    );
    await until(() => desk.posts().length === 20);
    expect(new Set(desk.posts().map((post) => post.thread_ts))).toEqual(new Set(all));
  });

  test.each<[string, readonly Fault[]]>([
    ['429 without Retry-After', [{ kind: 'status', status: 429 }]],
    [
      '429 again and again',
      Array.from({ length: 4 }, () => ({ kind: 'status', status: 429, retryAfter: 1 })),
    ],
    ['500', [{ kind: 'status', status: 500 }]],
    ['ok:false, service_unavailable', [{ kind: 'refused', error: 'service_unavailable' }]],
    [
      'ok:false, ratelimited, twice',
      [
        { kind: 'refused', error: 'ratelimited' },
        { kind: 'refused', error: 'ratelimited' },
      ],
    ],
    [
      '503 twice',
      [
        { kind: 'status', status: 503 },
        { kind: 'status', status: 503 },
      ],
    ],
  ])('that meets %s is made once in the end', async (_, faults) => {
    desk.slack.faults.order('chat.postMessage', ...faults);
    await desk.mention({ text: 'cost?' });
    await until(() => desk.posts().length === 1);
    await desk.settle(1);
    expect(desk.posts()).toHaveLength(1);
  });

  test.each<[string, Fault]>([
    ['the answer to it never comes', { kind: 'taken-then-silent' }],
    ['Slack hangs up', { kind: 'taken-then-hung-up' }],
  ])('that Slack took is not made again when %s', async (_, fault) => {
    desk.slack.faults.order('chat.postMessage', fault);
    await desk.mention({ text: 'cost?' });
    await until(() => desk.posts().length === 1);
    patience.abort(new DOMException('the time is over', 'TimeoutError'));
    patience = new AbortController();
    await until(() => desk.log.length === 1);
    await desk.settle(1);
    expect(desk.posts()).toHaveLength(1);
    expect(attempts('chat.postMessage')).toBe(2);
  });

  test('whose blocks are refused is made with its text alone', async () => {
    desk.slack.faults.order('chat.postMessage', { kind: 'refused', error: 'invalid_blocks' });
    await desk.mention({ text: 'cost?' });
    await desk.settle(1);
    expect(desk.posts()).toMatchObject([{ text: expect.stringContaining(ANSWER) }]);
    expect(desk.posts()[0]?.blocks).toBeUndefined();
  });

  test('that is refused does no lasting harm: one line in the log, and the next answer greets', async () => {
    desk.slack.faults.order('chat.postMessage', { kind: 'refused', error: 'restricted_action' });
    await desk.mention({ text: 'cost?' });
    await until(() => desk.log.length === 1);
    await desk.mention({ text: 'cost?' });
    await desk.settle(1);
    expect(desk.posts()).toMatchObject([{ text: expect.stringContaining(GREETING) }]);
    expect(desk.log).toEqual([expect.stringContaining('code=restricted_action')]);
  });

  test.each(['internal_error', 'fatal_error', 'restricted_action'])(
    'that is refused with %s is told to the asker alone, and not made again',
    async (error) => {
      desk.slack.faults.order('chat.postMessage', { kind: 'refused', error });
      await desk.mention({ text: 'cost?', user: 'U3', thread_ts: '8.8' });
      await until(() => desk.notes().length === 1);
      await desk.settle();
      expect(desk.posts()).toEqual([]);
      expect(desk.notes()).toMatchObject([
        { user: 'U3', thread_ts: '8.8', text: expect.stringContaining('did not take my answer') },
      ]);
    },
  );

  test('that waits does not hold up the answers to others', async () => {
    const gate = createGate();
    desk.slack.faults.order('chat.postMessage', { kind: 'held', until: gate.opened });
    await desk.mention({ text: 'cost?' });
    await desk.mention({ text: 'cost?', channel: 'C2' });
    await until(() => desk.posts().length === 1);
    expect(desk.posts()).toMatchObject([{ channel: 'C2' }]);
    gate.open();
    await desk.settle();
  });
});

test('answers in a channel come in the order of asking, though a post is slow', async () => {
  const gate = createGate();
  desk.slack.faults.order('chat.postMessage', { kind: 'held', until: gate.opened });
  const asked: string[] = [];
  for (let i = 0; i < 3; i += 1) asked.push(await desk.mention({ text: `cost ${i}?` }));
  await until(() => attempts('chat.postMessage') === 1);
  gate.open();
  await until(() => desk.posts().length === 3);
  expect(desk.posts().map((post) => post.thread_ts)).toEqual(asked);
});

test('an answer that fails is an apology to the person who asked', async () => {
  before = () => Promise.reject(new Error('the question, in an error'));
  const ts = await desk.mention({ text: 'cost?' });
  await until(() => desk.posts().length === 1);
  expect(desk.posts()).toMatchObject([{ thread_ts: ts, text: expect.stringMatching(/^Sorry/) }]);
  before = async () => {};
});

test('a missing optional scope does no lasting harm', async () => {
  for (const method of ['assistant.threads.setSuggestedPrompts', 'views.publish']) {
    desk.slack.faults.order(method, { kind: 'refused', error: 'missing_scope' });
  }
  const home = { type: 'app_home_opened', user: 'U1', channel: 'D1', event_ts: '1.1' };
  for (const tab of ['messages', 'home']) await desk.event({ ...home, tab });
  await until(() => desk.log.length === 2);
  await desk.settle();
  expect(desk.log.every((line) => line.includes('code=missing_scope'))).toBe(true);
});

test.each<[string, Fault, number]>([
  ['429', { kind: 'status', status: 429, retryAfter: 3 }, 1],
  ['500', { kind: 'status', status: 500 }, 1],
  ['404: used up', { kind: 'status', status: 404 }, 0],
  ['refused blocks', { kind: 'refused', error: 'invalid_blocks' }, 1],
  ['a hang-up after taking it', { kind: 'taken-then-hung-up' }, 1],
])('a private answer that meets %s comes at most once', async (_, fault, taken) => {
  desk.slack.faults.order('response_url', fault);
  await desk.deliver('slash_commands', slashCommand('/ask', 'cost?', desk.slack.newResponseUrl()));
  await until(() => desk.notes().length === taken && attempts('response_url') > 0);
  await desk.settle();
  expect(desk.notes()).toHaveLength(taken);
});

test('no token, secret or question is in any line of the log', async () => {
  const faults: readonly Fault[] = [
    { kind: 'refused', error: 'xoxb-good' },
    { kind: 'taken-then-hung-up' },
    { kind: 'status', status: 404 },
  ];
  desk.slack.faults.order('chat.postMessage', ...faults);
  desk.slack.faults.order('response_url', ...faults);
  for (const _ of faults) {
    await desk.mention({ text: 'cost of the zeppelin?' });
    const url = desk.slack.newResponseUrl();
    await desk.deliver('slash_commands', slashCommand('/ask', 'cost of the zeppelin?', url));
  }
  desk.slack.socket.sendRaw('{"type":"events_api","payload":{"text":"zeppelin"}}');
  desk.slack.socket.sendRaw('zeppelin');
  await until(() => desk.log.length >= 6);
  await desk.settle();
  expect(desk.log.join('')).not.toMatch(/xox|xapp|secret-|zeppelin|cost/);
});
