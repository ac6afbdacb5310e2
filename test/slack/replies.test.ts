import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GREETING } from '../../adapters/chat/greeting.ts';
import { ANSWER, createTestBot, PLACE, SENTENCE, SOURCE, TITLE } from './bot.ts';
import { type Desk, openDesk, until } from './server/desk.ts';
import { seen } from './server/eye.ts';
import { record } from './server/outside.ts';
import { click, message, slashCommand } from './server/payloads.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // a busy machine is no failure

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk('socket', createTestBot(async () => {}).bot);
});
afterEach(() => desk.close());

/** The buttons of a message's row. */
function buttonsOf(post: unknown): readonly Readonly<Record<string, unknown>>[] {
  const row = blocksOf(post).find((block) => record(block).type === 'actions');
  return row === undefined ? [] : elementsOf(row).map(record);
}

function allOf(posts: readonly Readonly<Record<string, unknown>>[]): string {
  return posts.map(({ blocks }) => seen(blocks)).join('');
}

function blocksOf(post: unknown): readonly unknown[] {
  return record(post).blocks as readonly unknown[];
}

function elementsOf(part: unknown): readonly unknown[] {
  return record(part).elements as readonly unknown[];
}

/** All that people see of all posts. */
function allSeen(): string {
  return desk
    .posts()
    .map(({ blocks }) => seen(blocks))
    .join('');
}

test('the top-level text holds the answer itself, the passage, its speaker, paragraph and link', async () => {
  await desk.mention({ text: 'cost?' });
  await desk.settle(1);
  const lines = String(desk.posts()[0]?.text).split('\n');
  expect(lines.slice(0, 4)).toEqual([
    ANSWER,
    'The bridge &lt;!channel&gt; costs *4 million* &amp; &lt;@U7&gt; pays, said Ada Ode &gt; `all`.',
    `— ${SOURCE}`,
    expect.stringMatching(/^https:\/\/news\.example\/bridge\?a=1&amp;b=2#:~:text=/),
  ]);
});

test('the blocks show the answer first, the passage with the answer marked, the source and a link', async () => {
  await desk.mention({ text: 'cost?' });
  await desk.settle(1);
  const [first, second, source] = blocksOf(desk.posts()[0]).map(record);
  expect(seen(first).trim()).toBe(ANSWER);
  const [quote] = elementsOf(second).map(record);
  expect(quote?.type).toBe('rich_text_quote');
  expect(seen(quote).trim()).toBe(SENTENCE);
  expect(quote?.elements).toContainEqual({ type: 'text', text: ANSWER, style: { bold: true } });
  expect(source?.type).toBe('context');
  expect(seen(source).trim()).toBe(`${SOURCE}\nin the story`);
  expect(elementsOf(source)[1]).toMatchObject({
    type: 'mrkdwn',
    text: expect.stringMatching(/^<https:\/\/news\.example\/bridge\?a=1&amp;b=2#:~:text=/),
  });
});

test('<!channel>, <@U…>, & < > of the story come out as text, and nothing unfurls', async () => {
  await desk.mention({ text: 'cost?' });
  await desk.settle(1);
  const [post] = desk.posts();
  expect(JSON.stringify(post)).not.toMatch(/<[!@#]/);
  expect(post).toMatchObject({
    unfurl_links: false,
    unfurl_media: false,
    mrkdwn: false,
    parse: 'none',
  });
});

test('<!channel>, <@U…>, & < > of a question come out as text', async () => {
  await desk.mention({ text: '/nothing <!channel> <@U7> &lt;!here&gt; &amp; &lt;b&gt;' });
  await desk.settle(1);
  const [post] = desk.posts();
  expect(JSON.stringify(post)).not.toMatch(/<[!@#]/);
  expect(post?.text).toContain('/nothing @channel &lt;!here&gt; &amp; &lt;b&gt;');
  expect(seen(post?.blocks)).toContain('/nothing @channel <!here> & <b>');
});

test('half a character in a question does not keep the answer from coming', async () => {
  await desk.mention({ text: `/nothing${'\ud83d'}` });
  await desk.settle(1);
  expect(desk.posts()[0]?.text).toContain('/nothing\ufffd');
});

/** Asks in a direct message, where all of an answer is shown. */
function askDirectly(text: string): Promise<void> {
  return desk.event(message({ text, channel: 'D1', channel_type: 'im' }));
}

test('nothing written for Markdown stands in mrkdwn: a link alone is mrkdwn', async () => {
  await askDirectly('everything');
  await until(() => allSeen().includes('row 89 '));
  expect(JSON.stringify(desk.posts())).not.toMatch(/\*\*|\]\(http|^#+ /m);
});

test('a long answer stays within every limit, in messages of one thread, each with its source', async () => {
  await askDirectly('everything');
  await until(() => allSeen().includes('row 89 '));
  expect(desk.posts().length).toBeGreaterThan(2);
  expect(new Set(desk.posts().map((post) => post.thread_ts)).size).toBe(1);
  const all = allSeen();
  expect(all.split(SENTENCE)).toHaveLength(31);
  expect(all.split(PLACE)).toHaveLength(31);
  for (const post of desk.posts().slice(0, 2)) expect(seen(post.blocks)).toContain(TITLE);
  expect(all).toContain(`row 89 · ${'x'.repeat(100)}`);
  expect(desk.log).toEqual([]);
});

test('in public an answer is two messages at most, and the rest is for whoever wants it', async () => {
  const ts = await desk.mention({ text: 'everything' });
  await desk.settle(2);
  expect(desk.posts()).toHaveLength(2);
  const more = buttonsOf(desk.posts()[1]).find(({ value }) => String(value).startsWith('/rest'));
  expect(more).toMatchObject({ text: { text: 'More' }, value: '/rest 2 everything' });
  await desk.deliver(
    'interactive',
    click({ ...more, type: 'button' }, desk.slack.newResponseUrl()),
  );
  await until(() => desk.notes().length > 0 && allOf(desk.notes()).includes('row 89 '));
  expect(desk.posts()).toHaveLength(2);
  const all = allOf([...desk.posts(), ...desk.notes()]);
  expect(all.split(SENTENCE)).toHaveLength(31);
  expect(desk.notes().every((note) => note.response_type === 'ephemeral')).toBe(true);
  expect(desk.posts().every((post) => post.thread_ts === ts)).toBe(true);
});

test('a private answer repeats what was asked, and can be shared with the channel', async () => {
  const url = desk.slack.newResponseUrl();
  await desk.deliver('slash_commands', slashCommand('/ask', 'what does it cost?', url));
  await until(() => desk.notes().length === 1);
  expect(seen(blocksOf(desk.notes()[0])[0]).trim()).toBe('You asked: /ask what does it cost?');
  expect(String(desk.notes()[0]?.text).split('\n')[0]).toBe(ANSWER);
  const share = buttonsOf(desk.notes()[0]).find(({ value }) => String(value).startsWith('/share'));
  expect(share).toMatchObject({ text: { text: 'Share with channel' } });
  const shareUrl = desk.slack.newResponseUrl();
  await desk.deliver('interactive', click({ ...share, type: 'button' }, shareUrl));
  await until(() => desk.notes().length === 2);
  expect(desk.notes()[1]).toMatchObject({ response_type: 'in_channel', replace_original: false });
  expect(allOf([desk.notes()[1] ?? {}])).toContain(SENTENCE);
  expect(buttonsOf(desk.notes()[1]).some(({ value }) => String(value).startsWith('/share'))).toBe(
    false,
  );
});

test('what the story does not say is not offered for sharing', async () => {
  await desk.deliver('slash_commands', slashCommand('/ask', 'who?', desk.slack.newResponseUrl()));
  await until(() => desk.notes().length === 1);
  expect(JSON.stringify(desk.notes())).not.toContain('/share');
});

test('a verdict is in bold', async () => {
  await desk.mention({ text: '/check “it cost” by Ode' });
  await desk.settle(1);
  expect(JSON.stringify(desk.posts()[0]?.blocks)).toContain(
    '{"type":"text","text":"Altered in wording:","style":{"bold":true}}',
  );
});

test('a listing is a table, and in the text a line for each row', async () => {
  await askDirectly('a table');
  await until(() => desk.posts().length === 1);
  expect(blocksOf(desk.posts()[0])).toContainEqual({
    type: 'table',
    rows: [
      [cell('speaker'), cell('¶')],
      [cell('Ada Ode'), cell('1')],
      [cell('<\u2060!here>'), cell('–')],
    ],
    column_settings: [{ is_wrapped: true }, { is_wrapped: true }],
  });
  expect(desk.posts()[0]?.text).toContain('Ada Ode · 1\n&lt;!here&gt;');
});

const cell = (text: string): object => ({ type: 'raw_text', text });

test('a quotation too long for a message is split, word for word, each part with its source', async () => {
  await desk.event(message({ text: 'the long one', channel: 'D1', channel_type: 'im' }));
  await until(() => allSeen().includes(GREETING));
  expect(desk.posts().length).toBeGreaterThan(1);
  const quotes = desk
    .posts()
    .flatMap((post) => post.blocks as readonly unknown[])
    .flatMap((block) => (record(block).type === 'rich_text' ? elementsOf(block) : []))
    .filter((part) => record(part).type === 'rich_text_quote');
  expect(quotes.map((one) => seen(one).trim()).join(' ')).toBe(
    'Words that go on, and on. '.repeat(400).trim(),
  );
  const sources = seen(desk.posts().map((post) => post.blocks)).split('¶ 1 of 2').length - 1;
  expect(sources).toBe(quotes.length);
});

test('a picture is shown as lines in a fixed width, and said in words in the text', async () => {
  await desk.mention({ text: '/speakers' });
  await desk.settle(1);
  expect(desk.posts()[0]?.text).toContain('1 speaker.\nWho speaks where: Ada Ode in paragraph 1.');
  expect(JSON.stringify(desk.posts()[0]?.blocks)).toContain('"rich_text_preformatted"');
  expect(allSeen()).toContain('¶        1 2\nAda Ode  ● ·');
});

test('feedback is a pair of buttons with accessibility labels, and buttons carry their line', async () => {
  await desk.mention({ text: 'cost?' });
  await desk.settle(1);
  const blocks = blocksOf(desk.posts()[0]).map(record);
  const rows = blocks.filter(({ type }) => type === 'actions' || type === 'context_actions');
  expect(rows).toHaveLength(1); // one row, the rest in the menu beside the answer
  expect(blocks[0]).toMatchObject({
    type: 'section',
    text: { type: 'plain_text', text: ANSWER }, // stars of the story's own: no markup
    accessory: {
      type: 'overflow',
      options: [
        { text: { text: 'More passages' }, value: '/more bridge 0-10' },
        { text: { text: 'Why this?' }, value: '/why bridge 0-10' },
      ],
    },
  });
  expect(blocks.at(-1)).toMatchObject({
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        positive_button: {
          value: '/feedback right bridge 0-10',
          accessibility_label: 'Say that this answer is right',
        },
        negative_button: {
          value: '/feedback wrong-passage bridge 0-10',
          accessibility_label: 'Say that this answer is wrong',
        },
      },
    ],
  });
});
