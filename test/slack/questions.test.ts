import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FLOOD_NOTE } from '../../adapters/chat/flood.ts';
import { GREETING } from '../../adapters/chat/greeting.ts';
import type { Command } from '../../src/index.ts';
import { createTestBot, SENTENCE } from './bot.ts';
import { type Desk, openDesk, until } from './server/desk.ts';
import { createGate } from './server/faults.ts';
import { appMention, message, newTs } from './server/payloads.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // a busy machine is no failure

describe.each(['socket', 'http'] as const)('a question over %s', (mode) => {
  let desk: Desk;
  let asked: Command[];
  let hold: Promise<void> = Promise.resolve();
  beforeEach(async () => {
    hold = Promise.resolve();
    const made = createTestBot(() => hold);
    asked = made.asked;
    desk = await openDesk(mode, made.bot);
  });
  afterEach(() => desk.close());

  test('is answered once, in its thread, over message and app_mention', async () => {
    const ts = await desk.mention({ text: 'what does it cost?' });
    await desk.settle(1);
    expect(desk.posts()).toMatchObject([{ channel: 'C1', thread_ts: ts }]);
    expect(asked[0]).toMatchObject({ kind: 'ask', question: 'what does it cost?' });
  });

  test('is acknowledged while its answer is still being looked for', async () => {
    const gate = createGate();
    hold = gate.opened;
    await desk.mention({ text: 'what does it cost?' });
    expect(desk.posts()).toEqual([]);
    gate.open();
    await until(() => desk.posts().length === 1);
  });

  test('asked inside a thread is answered in that thread', async () => {
    const root = newTs();
    await desk.mention({ text: 'what does it cost?', thread_ts: root });
    await desk.settle(1);
    expect(desk.posts()).toMatchObject([{ thread_ts: root }]);
  });

  test('is answered once over retries: the same event_id, or another for the same ts', async () => {
    const one = message({ text: '<@UBOT> what does it cost?' });
    for (const event_id of ['Ev1', 'Ev1', 'Ev2']) await desk.event(one, { event_id });
    await desk.event(appMention(one), { event_id: 'Ev3' });
    await desk.settle(1);
    expect(desk.posts()).toHaveLength(1);
  });

  test('is answered though nineteen others come with it; the 21st gets one polite private note', async () => {
    const questions = Array.from({ length: 20 }, () =>
      message({ text: '<@UBOT> cost?', user: 'U5' }),
    );
    await Promise.all(questions.flatMap((one) => [desk.event(one), desk.event(appMention(one))]));
    await until(() => desk.posts().length === 20);
    expect(new Set(desk.posts().map((post) => post.thread_ts))).toEqual(
      new Set(questions.map(({ ts }) => ts)),
    );
    for (let i = 0; i < 3; i += 1) await desk.mention({ text: 'cost?', user: 'U5' });
    await desk.mention({ text: 'cost?', user: 'U6' });
    await desk.settle(21);
    expect(desk.posts()).toHaveLength(21);
    expect(desk.notes()).toMatchObject([{ user: 'U5', channel: 'C1', text: FLOOD_NOTE }]);
  });

  test('is greeted in the first answer of a channel alone', async () => {
    for (let i = 0; i < 3; i += 1) await desk.mention({ text: 'cost?' });
    await desk.mention({ text: 'cost?', channel: 'C2' });
    await desk.settle(4);
    const greeted = desk.posts().filter(({ text }) => String(text).includes(GREETING));
    expect(greeted.map(({ channel }) => channel).toSorted()).toEqual(['C1', 'C2']);
  });

  test('from a private channel or a group of people is answered when the bot is mentioned', async () => {
    await desk.mention({ text: 'cost?', channel: 'G1', channel_type: 'group' });
    await desk.mention({ text: 'cost?', channel: 'G2', channel_type: 'mpim' });
    await desk.event(message({ text: 'cost?', channel: 'G2', channel_type: 'mpim' }));
    await desk.settle(2);
    expect(
      desk
        .posts()
        .map(({ channel }) => channel)
        .toSorted(),
    ).toEqual(['G1', 'G2']);
  });

  test('in a direct message or an agent thread is answered once, with or without a mention', async () => {
    const direct = { channel: 'D1', channel_type: 'im' };
    const plain = message({ text: 'what does it cost?', ...direct });
    await desk.event(plain);
    await desk.mention({ text: 'what does it cost?', ...direct });
    await desk.event(message({ text: 'cost?', thread_ts: '5.5', ...direct }));
    await desk.settle(3);
    expect(desk.posts()).toHaveLength(3);
    const threads = desk.posts().map((post) => post.thread_ts);
    expect(threads).toEqual(expect.arrayContaining([plain.ts, '5.5']));
  });

  test('that follows up in its own thread needs no mention, and is the same conversation', async () => {
    const ts = await desk.mention({ text: 'what does it cost?' });
    await desk.event(message({ text: 'and who pays the cost?', thread_ts: ts, user: 'U2' }));
    await until(() => desk.posts().length === 2);
    expect(desk.posts()).toMatchObject([{ thread_ts: ts }, { thread_ts: ts }]);
    expect(asked[1]?.place).toEqual(asked[0]?.place);
    expect(desk.slack.attempts.filter((method) => method.startsWith('conversations.'))).toEqual([]);
  });

  test('in a direct message continues in the thread under it, but not in another', async () => {
    const direct = { channel: 'D1', channel_type: 'im' };
    const first = message({ text: 'cost?', ...direct });
    for (const one of [
      first,
      message({ text: 'why?', thread_ts: String(first.ts), ...direct }),
      message({ text: 'why?', ...direct }),
      message({ text: 'why?', thread_ts: '9.9', ...direct }),
    ]) {
      await desk.event(one);
    }
    await until(() => asked.length === 4);
    const [here, ...others] = asked.map(({ place }) => place.conversation);
    expect(others).toEqual([here, here, expect.not.stringMatching(`^${here}$`)]);
  });

  test('that the story does not answer is answered so, in words', async () => {
    await desk.mention({ text: 'who is the king?' });
    await desk.settle(1);
    expect(desk.posts()[0]?.text).toContain('The story does not say.');
  });

  test('that is a bare mention gets short help', async () => {
    await desk.event(appMention(message({ text: '<@UBOT>' })));
    await desk.settle(1);
    expect(asked[0]).toMatchObject({ kind: 'empty', of: null });
    expect(desk.posts()).toHaveLength(1);
  });

  test('is the same with no-break spaces, emoji, formatting, and the mention behind', async () => {
    for (const text of [
      '<@UBOT> what does it cost?',
      'what does it cost? <@UBOT>',
      '<@UBOT|verbatim>\u00a0what\u00a0does it cost? :tada: :wave::skin-tone-2:',
      '<@UBOT> 🎉 what does *it* cost? ❤️',
      '<@UBOT> what does\n_it_ <https://x.example|cost>?',
    ]) {
      await desk.event(message({ text }));
    }
    await desk.settle(5);
    const questions = asked.slice(0, 5).map((one) => one.kind === 'ask' && one.question);
    expect(new Set(questions)).toEqual(new Set(['what does it cost?']));
  });

  test('of 4,000 characters survives', async () => {
    const long = `${'why & how <!here|here> '.repeat(150)}cost?`.slice(-4000);
    await desk.mention({ text: long });
    await desk.settle(1);
    expect(desk.posts()).toHaveLength(1);
    expect(desk.posts()[0]?.text).toContain(SENTENCE.split(' ')[1]);
  });
});

describe('what nobody asked', () => {
  const root = '1600000000.000001';
  test.each([
    ['chatter', { text: 'what does it cost?' }],
    ['a mention of someone else', { text: '<@U2> what does it cost?' }],
    ['everyone', { text: '<!channel> what does it cost?' }],
    ['another’s thread', { text: 'cost?', thread_ts: root }],
    ['a join', { subtype: 'channel_join', text: '<@UBOT> has joined the channel' }],
    ['a topic', { subtype: 'channel_topic', text: '<@UBOT> set the topic: cost?' }],
    [
      'an edit',
      {
        subtype: 'message_changed',
        text: '',
        message: { text: '<@UBOT> cost?', user: 'U1', ts: root },
        hidden: true,
      },
    ],
    [
      'an unfurl',
      {
        subtype: 'message_changed',
        message: { text: '<@UBOT> cost?', user: 'UBOT', attachments: [{}] },
      },
    ],
    ['a mention that was edited', { text: '<@UBOT> cost?', edited: { user: 'U1', ts: root } }],
    ['a delete', { subtype: 'message_deleted', deleted_ts: root }],
    ['a bot', { text: '<@UBOT> cost?', bot_id: 'B7' }],
    ['a bot_message', { subtype: 'bot_message', text: '<@UBOT> cost?', bot_id: 'B7' }],
    [
      'a bot in a direct message',
      { text: 'cost?', bot_id: 'B7', channel: 'D1', channel_type: 'im' },
    ],
    ['Slackbot', { text: '<@UBOT> cost?', user: 'USLACKBOT' }],
    ['itself', { text: '<@UBOT> cost?', user: 'UBOT' }],
    ['nobody', { text: '<@UBOT> cost?', user: '' }],
    ['nonsense', { text: 7, ts: {}, channel: 3 }],
  ])('%s gets no answer', async (_, event) => {
    const { bot } = createTestBot(async () => {});
    const desk = await openDesk('socket', bot);
    await desk.event(message(event as never));
    await desk.settle();
    expect([...desk.posts(), ...desk.notes()]).toEqual([]);
    await desk.close();
  });

  test('talk to someone else in a thread of the bot’s gets none either', async () => {
    const { bot } = createTestBot(async () => {});
    const desk = await openDesk('socket', bot);
    const ts = await desk.mention({ text: 'cost?' });
    await until(() => desk.posts().length === 1);
    await desk.event(message({ text: '<@U2> look at that cost', thread_ts: ts }));
    await desk.settle(1);
    expect(desk.posts()).toHaveLength(1);
    await desk.close();
  });
});
