import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTestBot } from './bot.ts';
import { type Desk, openDesk, until } from './server/desk.ts';
import { appMention, edited, message } from './server/payloads.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // a busy machine is no failure

let desk: Desk;
let before: () => Promise<void>;
beforeEach(async () => {
  before = async () => {};
  desk = await openDesk('socket', createTestBot(() => before()).bot);
});
afterEach(() => desk.close());

describe('in a thread that began with a question, without a mention', () => {
  let thread_ts: string;
  beforeEach(async () => {
    thread_ts = await desk.mention({ text: 'cost?' });
    await until(() => desk.posts().length === 1);
  });

  test.each([
    'thanks!',
    'Let us print it at noon, whatever the cost',
    '+1',
    'lol',
    'good point about the cost',
    'Should we cut the cost from the second paragraph?',
    'who is the harbour master?',
  ])('nothing is said to: %s', async (text) => {
    await desk.event(message({ text, thread_ts, user: 'U2' }));
    await desk.settle(1);
    expect([...desk.posts(), ...desk.notes()]).toHaveLength(1);
  });

  test.each(['what does it cost?', 'and the cost?', 'numbers', 'what did the pier cost'])(
    'an answer is given to: %s',
    async (text) => {
      await desk.event(message({ text, thread_ts, user: 'U2' }));
      await until(() => desk.posts().length === 2);
      expect(desk.posts()[1]).toMatchObject({ thread_ts });
    },
  );

  test('an answer that fails is no apology to people who talk', async () => {
    before = () => Promise.reject(new Error('away'));
    await desk.event(message({ text: 'what does it cost?', thread_ts }));
    await until(() => desk.log.length === 1);
    before = async () => {};
    await desk.settle(1);
    expect(desk.posts()).toHaveLength(1);
  });

  test('what the story does not say is said to a mention', async () => {
    await desk.mention({ text: 'who is the king?', thread_ts });
    await until(() => desk.posts().length === 2);
    expect(desk.posts()[1]?.text).toContain('The story does not say.');
  });
});

describe('an edit', () => {
  test('that adds the first mention is asked once, in the thread of the message', async () => {
    const written = message({ text: 'what does it cost?' });
    await desk.event(written);
    for (const text of ['<@UBOT> what does it cost?', '<@UBOT> what did it cost?']) {
      await desk.event(edited(written, text));
      await desk.event(edited(written, text));
    }
    await desk.settle(1);
    expect(desk.posts()).toMatchObject([{ thread_ts: written.ts }]);
  });

  test('that adds it inside a thread is answered there', async () => {
    await desk.event(
      edited(message({ text: 'the cost', thread_ts: '5.5' }), '<@UBOT|verbatim> cost?'),
    );
    await desk.settle(1);
    expect(desk.posts()).toMatchObject([{ thread_ts: '5.5' }]);
  });

  test('of a question that was answered is silence', async () => {
    const written = message({ text: '<@UBOT> cost?' });
    await desk.event(written);
    await until(() => desk.posts().length === 1);
    const again = edited(written, '<@UBOT> what does it cost?');
    await desk.event(again);
    await desk.event(appMention({ ...written, edited: { user: 'U1', ts: '1.1' } }));
    await desk.settle(1);
    expect(desk.posts()).toHaveLength(1);
  });

  test.each([
    ['in a direct message', { channel: 'D1', channel_type: 'im' }, '<@UBOT> cost?'],
    ['that adds a mention of someone else', {}, '<@U2> cost?'],
    ['by a bot', { bot_id: 'B7' }, '<@UBOT> cost?'],
    ['by itself', { user: 'UBOT' }, '<@UBOT> cost?'],
  ])('%s is silence', async (_, more, text) => {
    await desk.event(edited(message({ text: 'nothing', ...more }), text));
    await desk.settle();
    expect(desk.posts()).toHaveLength(0);
  });

  test('of which Slack does not tell what was before is silence', async () => {
    const { previous_message: _, ...rest } = edited(message({ text: 'cost' }), '<@UBOT> cost?');
    await desk.event(rest);
    await desk.settle();
    expect(desk.posts()).toHaveLength(0);
  });
});
