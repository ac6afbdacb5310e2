import { afterEach, expect, test, vi } from 'vitest';
import { createTestBot } from './bot.ts';
import { type Desk, type DeskOptions, openDesk, until } from './server/desk.ts';
import { message } from './server/payloads.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // a busy machine is no failure

const PLAIN = ['chat:write', 'commands'];
const PANEL = [...PLAIN, 'assistant:write'];
const PROMPTS = 'assistant.threads.setSuggestedPrompts';
const STATUS = 'agents.sessions.setStatus';

let desk: Desk;
const open = async (options: DeskOptions): Promise<void> => {
  desk = await openDesk('socket', createTestBot(async () => {}).bot, options);
};
afterEach(() => desk.close());

const direct = { channel: 'D1', channel_type: 'im' };
const opened = { type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'messages' };
const calls = (method: string) => desk.slack.attempts.filter((one) => one === method).length;

test('without the scope of the agent panel nothing of it is called', async () => {
  await open({ scopes: PLAIN });
  await desk.event({ ...opened, event_ts: '1.1' });
  await desk.event(message({ text: 'cost?', ...direct }));
  await desk.settle(1);
  expect([calls(PROMPTS), calls(STATUS)]).toEqual([0, 0]);
  expect(desk.log).toEqual([]);
});

test('what Slack refuses for want of a scope is not called again', async () => {
  await open({});
  desk.slack.faults.order(PROMPTS, { kind: 'refused', error: 'missing_scope' });
  for (const event_ts of ['1.1', '1.2', '1.3']) await desk.event({ ...opened, event_ts });
  await until(() => desk.log.length === 1);
  await desk.settle();
  expect(calls(PROMPTS)).toBeLessThan(3);
  await desk.event({ ...opened, event_ts: '1.4' });
  await desk.settle();
  expect(desk.log).toHaveLength(1);
});

test('an agent session shows that a question is being answered, and then that it is', async () => {
  await open({ scopes: PANEL });
  const question = message({ text: 'what does it cost?', ...direct });
  await desk.event(question);
  const told = () =>
    desk.slack.taken
      .filter(({ method, body }) => method === STATUS && body.channel_id === 'D1')
      .map(({ body }) => body);
  await until(() => told().length === 2);
  const session = { channel_id: 'D1', thread_ts: question.ts };
  expect(told()).toMatchObject([
    { ...session, status: 'processing', title: 'what does it cost?', initiator_user_id: 'U1' },
    { ...session, status: 'active' },
  ]);
  expect(desk.posts()).toHaveLength(1);
});

test('a session that Slack refuses keeps no answer from coming', async () => {
  await open({ settings: { agent: true } });
  desk.slack.faults.order(STATUS, { kind: 'refused', error: 'missing_scope' });
  await desk.event(message({ text: 'cost?', ...direct }));
  await until(() => desk.posts().length === 1);
});
