import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FLOOD_NOTE } from '../../adapters/chat/flood.ts';
import type { Command } from '../../src/index.ts';
import { createTestBot, EXAMPLES } from './bot.ts';
import { type Desk, openDesk, until } from './server/desk.ts';
import { createGate } from './server/faults.ts';
import { click, message, shortcut, slashCommand } from './server/payloads.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // a busy machine is no failure

describe.each(['socket', 'http'] as const)('over %s', (mode) => {
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
  const slash = (command: string, text: string, more?: object): Promise<void> =>
    desk.deliver('slash_commands', slashCommand(command, text, desk.slack.newResponseUrl(), more));

  test.each([
    ['/ask', 'what does it cost?', { kind: 'ask', question: 'what does it cost?' }],
    ['/who-said', '“it costs”', { kind: 'who-said', words: '“it costs”' }],
    ['/quotes', 'Ada Ode about costs', { kind: 'quotes', person: 'Ada Ode', topic: 'costs' }],
    ['/story', '', { kind: 'story' }],
    ['/story', 'speakers', { kind: 'speakers' }],
    ['/story', 'use bridge', { kind: 'use', story: 'bridge' }],
    ['/story', 'why', { kind: 'why', about: null }],
    ['/story', 'help', { kind: 'help' }],
    ['/story', 'who-said &lt;it&gt; &amp; more', { kind: 'who-said', words: '<it> & more' }],
    ['/story', 'nonsense', { kind: 'unknown', name: 'nonsense' }],
    ['/ask', 'help', { kind: 'empty', of: 'ask' }],
    ['/who-said', '', { kind: 'empty', of: 'who-said' }],
    ['/nobody-registered-this', 'x', { kind: 'unknown' }],
  ])(
    'the slash command %s %s is answered privately, without being a member',
    async (command, text, ask) => {
      await slash(command, text);
      await until(() => desk.notes().length === 1);
      expect(asked).toMatchObject([ask]);
      expect(desk.notes()).toMatchObject([{ response_type: 'ephemeral', replace_original: false }]);
      expect(desk.slack.taken.at(-1)?.method).toBe('response_url');
      expect(desk.posts()).toEqual([]);
    },
  );

  test('a story that is added keeps its lines, and what is in them', async () => {
    const added = 'The *vote*\n\n“Yes,” she said :tada:.';
    const wanted = { kind: 'add', what: added };
    await slash('/story', `add ${added}`, { user_id: 'UADMIN' });
    const direct = { channel: 'D1', channel_type: 'im' };
    await desk.event(
      message({ text: `/add ${added.replace('vote', '<https://x.example|vote>')}`, ...direct }),
    );
    await until(() => asked.length === 2);
    expect(asked).toMatchObject([wanted, wanted]);
  });

  test('a slash command is acknowledged while its answer is still being looked for', async () => {
    const gate = createGate();
    hold = gate.opened;
    await slash('/ask', 'cost?');
    expect(desk.notes()).toEqual([]);
    gate.open();
    await until(() => desk.notes().length === 1);
  });

  test('a slash command that is delivered twice is answered once; typed twice, twice', async () => {
    const command = slashCommand('/ask', 'cost?', desk.slack.newResponseUrl());
    for (let i = 0; i < 2; i += 1) await desk.deliver('slash_commands', command);
    await until(() => desk.notes().length > 0);
    await desk.settle();
    expect(desk.notes()).toHaveLength(1);
    await slash('/ask', 'cost?');
    await until(() => desk.notes().length === 2);
  });

  test('a very long private answer keeps to the five messages of a response_url', async () => {
    for (const text of ['everything', 'long']) await slash('/ask', text);
    await desk.settle();
    await until(() => desk.notes().length >= 8);
    expect(desk.notes().length).toBeLessThanOrEqual(10);
  });

  test('the flood limit counts slash commands, and its note is private', async () => {
    for (let i = 0; i < 22; i += 1) await slash('/ask', 'cost?');
    await until(() => desk.notes().length === 21);
    expect(desk.notes().filter(({ text }) => text === FLOOD_NOTE)).toHaveLength(1);
  });

  test('someone named in ADMIN_IDS may change what others see, and nobody else', async () => {
    for (const user_id of ['UADMIN', 'U1']) await slash('/story', 'use bridge', { user_id });
    await until(() => asked.length === 2);
    expect(asked.map(({ place }) => place.admin)).toEqual([true, false]);
  });

  test('the shortcut “Who said this?” answers privately, with the words of the message', async () => {
    const of = { text: '&gt; It *costs* “4 million” &amp; more\n:tada: <https://x.example|see>' };
    await desk.deliver('interactive', shortcut('who_said', of, desk.slack.newResponseUrl()));
    await until(() => desk.notes().length === 1);
    expect(asked).toMatchObject([{ kind: 'who-said', words: 'It costs “4 million” & more' }]);
    expect(desk.notes()).toMatchObject([{ response_type: 'ephemeral' }]);
    expect(desk.posts()).toEqual([]);
  });

  test.each([
    ['Ode: “The pier will stay open”. Running this at five.', '“The pier will stay open”'],
    [
      'did she say "the pier is safe" or “we think the pier is safe now”?',
      '“we think the pier is safe now”',
    ],
    ['&gt; the pier is safe\nis that right?', 'the pier is safe'],
    ['the “pier” is safe', 'the “pier” is safe'],
  ])('“Who said this?” on %s asks who said %s', async (text, words) => {
    const url = desk.slack.newResponseUrl();
    await desk.deliver('interactive', shortcut('who_said', { text }, url));
    await until(() => desk.notes().length === 1);
    expect(asked).toMatchObject([{ kind: 'who-said', words }]);
    expect(desk.notes()[0]?.text).toContain(`You asked: /who-said ${words}`);
  });

  test('the shortcut “Check this quote” checks the quoted lines alone', async () => {
    const of = { text: '&gt; it costs\n&gt; a lot\nreally?' };
    await desk.deliver('interactive', shortcut('check_quote', of, desk.slack.newResponseUrl()));
    await until(() => asked.length === 1);
    expect(asked[0]?.input).toBe('/check it costs a lot');
  });

  test('the shortcut “Check this quote” answers privately', async () => {
    await desk.deliver(
      'interactive',
      shortcut('check_quote', { text: 'it costs' }, desk.slack.newResponseUrl()),
    );
    await until(() => desk.notes().length === 1);
    expect(asked[0]?.input).toBe('/check it costs');
    expect(desk.posts()).toEqual([]);
  });

  test('a shortcut on a message without words says how it is used; on a forward it reads that', async () => {
    const url = desk.slack.newResponseUrl();
    await desk.deliver('interactive', shortcut('who_said', { text: '', files: [{}] }, url));
    await until(() => asked.length === 1);
    expect(asked[0]).toMatchObject({ kind: 'empty', of: 'who-said' });
    const forward = { text: '', attachments: [{ text: 'it costs' }] };
    await desk.deliver('interactive', shortcut('who_said', forward, desk.slack.newResponseUrl()));
    await until(() => asked.length === 2);
    expect(asked[1]).toMatchObject({ kind: 'who-said', words: 'it costs' });
  });

  test.each([
    [{ type: 'button', action_id: 'more-0', value: '/more bridge 0-10' }, { kind: 'more' }],
    [{ type: 'button', action_id: 'why-1', value: '/why bridge 0-10' }, { kind: 'why' }],
    [
      { type: 'feedback_buttons', action_id: 'feedback', value: '/feedback right bridge 0-10' },
      { kind: 'feedback', verdict: 'right' },
    ],
    [
      { type: 'overflow', action_id: 'menu', selected_option: { value: '/why bridge 0-10' } },
      { kind: 'why' },
    ],
    [{ type: 'button', action_id: 'more-0', value: '/garbled 1' }, { kind: 'unknown' }],
  ])('a click on %o is acknowledged, and nothing is public', async (action, ask) => {
    await desk.deliver('interactive', click(action, desk.slack.newResponseUrl()));
    await until(() => desk.notes().length === 1);
    expect(asked).toMatchObject([ask]);
    expect(desk.notes()).toMatchObject([{ response_type: 'ephemeral', thread_ts: '1.0' }]);
    expect(desk.posts()).toEqual([]);
  });

  test.each([
    ['a form', { type: 'view_submission', view: { id: 'V1', type: 'modal', callback_id: 'x' } }],
    ['a form that is closed', { type: 'view_closed', view: { id: 'V1', callback_id: 'x' } }],
    ['a menu that is being filled', { type: 'block_suggestion', action_id: 'x', value: 'a' }],
    ['a shortcut of another app', { type: 'shortcut', callback_id: 'x', trigger_id: 't.1' }],
  ])('%s is none of the bot’s: acknowledged, and nothing happens', async (_, payload) => {
    const about = { team: { id: 'T1' }, user: { id: 'U1', team_id: 'T1' } };
    await desk.deliver('interactive', { ...about, ...payload });
    await desk.settle();
    expect([...desk.posts(), ...desk.notes()]).toEqual([]);
    expect(desk.log).toEqual([]);
  });

  test('a click on what carries nothing is acknowledged and changes nothing', async () => {
    await desk.deliver(
      'interactive',
      click({ type: 'button', action_id: 'x' }, desk.slack.newResponseUrl()),
    );
    await desk.settle();
    expect([...desk.posts(), ...desk.notes()]).toEqual([]);
  });

  test('a click in the Home tab is answered in a direct message', async () => {
    const home = { container: { type: 'view', view_id: 'V1' }, channel: undefined };
    const {
      response_url: _,
      message: __,
      ...body
    } = click({ type: 'button', action_id: 'story-0', value: '/numbers' }, '', home) as Record<
      string,
      unknown
    >;
    await desk.deliver('interactive', body);
    await until(() => desk.posts().length === 1);
    expect(desk.posts()).toMatchObject([{ channel: 'U1' }]);
    expect(asked[0]).toMatchObject({ kind: 'numbers' });
  });

  test('the Home tab leads with the story and three buttons, and says what can be asked', async () => {
    await desk.event({
      type: 'app_home_opened',
      user: 'U1',
      channel: 'D1',
      tab: 'home',
      event_ts: '1.1',
    });
    await until(() => desk.slack.taken.some(({ method }) => method === 'views.publish'));
    const { body } = desk.slack.taken.find(({ method }) => method === 'views.publish') ?? {};
    expect(body).toMatchObject({ user_id: 'U1', view: { type: 'home' } });
    const shown = JSON.stringify(body);
    expect(shown).toContain(EXAMPLES[0]);
    expect(shown.indexOf('story: /story')).toBeLessThan(shown.indexOf('"Who speaks?"'));
    expect(shown.indexOf('"Who speaks?"')).toBeLessThan(shown.indexOf('Ask me:'));
  });

  test.each([
    [
      'the agent view',
      { type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'messages' },
      undefined,
    ],
    [
      'the old view',
      {
        type: 'assistant_thread_started',
        assistant_thread: { user_id: 'U1', channel_id: 'D1', thread_ts: '3.3' },
      },
      '3.3',
    ],
  ])('up to four prompts from the story at hand are suggested in %s', async (_, event, thread) => {
    await desk.event({ event_ts: '1.1', ...event });
    const isSuggestion = ({ method }: { method: string }): boolean =>
      method.endsWith('setSuggestedPrompts');
    await until(() => desk.slack.taken.some(isSuggestion));
    const { body } = desk.slack.taken.find(isSuggestion) ?? {};
    expect(body).toMatchObject({ channel_id: 'D1' });
    expect(body?.thread_ts).toBe(thread);
    const prompts = body?.prompts as readonly {
      readonly title: string;
      readonly message: string;
    }[];
    expect(prompts.map((prompt) => prompt.message)).toEqual([
      'What does it cost?',
      `Who said “${'very '.repeat(20)}long”?`,
      'Who pays?',
      'Who speaks in the story?',
    ]);
    expect(prompts.every(({ title }) => title.length <= 75)).toBe(true);
  });
});
