import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GREETING } from '../../adapters/chat/greeting.ts';
import { ANSWER, createTestBot, SENTENCE, SOURCE } from './bot.ts';
import { type Desk, openDesk, until } from './server/desk.ts';
import { record } from './server/outside.ts';
import { message } from './server/payloads.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // a busy machine is no failure

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk('socket', createTestBot(async () => {}).bot);
});
afterEach(() => desk.close());

/** All texts of a block, as people see them. */
function seen(value: unknown): string {
  if (Array.isArray(value)) return value.map(seen).join('');
  const { type, text, elements } = record(value);
  return type === 'text' || type === 'link' ? String(text) : elements ? seen(elements) : '';
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
    SOURCE,
    expect.stringMatching(/^https:\/\/news\.example\/bridge\?a=1&amp;b=2#:~:text=/),
  ]);
});

test('the blocks show the answer first, the passage with the answer marked, the source and a link', async () => {
  await desk.mention({ text: 'cost?' });
  await desk.settle(1);
  const blocks = desk.posts()[0]?.blocks as readonly unknown[];
  const [first, second] = blocks.map(record);
  expect(seen(first)).toBe(ANSWER);
  const [quote, source] = elementsOf(second).map(record);
  expect(quote?.type).toBe('rich_text_quote');
  expect(seen(quote)).toBe(SENTENCE);
  expect(quote?.elements).toContainEqual({ type: 'text', text: ANSWER, style: { bold: true } });
  expect(seen(source)).toBe(`${SOURCE} · in the story`);
  expect(source?.elements).toContainEqual({
    type: 'link',
    text: 'in the story',
    url: expect.stringContaining('https://news.example/bridge?a=1&b=2#:~:text='),
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

test('nothing written for Markdown stands in mrkdwn: no text is mrkdwn at all', async () => {
  await desk.mention({ text: 'everything' });
  await until(() => allSeen().includes('row 89 '));
  expect(JSON.stringify(desk.posts())).not.toContain('"mrkdwn"}');
  expect(JSON.stringify(desk.posts())).not.toMatch(/\*\*|\]\(http|^#+ /m);
});

test('a long answer stays within every limit, in messages of one thread, each with its source', async () => {
  const ts = await desk.mention({ text: 'everything' });
  await until(() => allSeen().includes('row 89 '));
  expect(desk.posts().length).toBeGreaterThan(2);
  expect(desk.posts().every((post) => post.thread_ts === ts)).toBe(true);
  const all = allSeen();
  expect(all.split(SENTENCE)).toHaveLength(31);
  expect(all.split(SOURCE)).toHaveLength(31);
  expect(all).toContain(`row 89 · ${'x'.repeat(100)}`);
  expect(desk.log).toEqual([]);
});

test('a quotation too long for a message is split, word for word, each part with its source', async () => {
  await desk.event(message({ text: 'the long one', channel: 'D1', channel_type: 'im' }));
  await until(() => allSeen().includes(GREETING));
  expect(desk.posts().length).toBeGreaterThan(1);
  const quotes = desk
    .posts()
    .flatMap((post) => post.blocks as readonly unknown[])
    .flatMap((block) => record(block).elements as readonly unknown[])
    .filter((part) => record(part).type === 'rich_text_quote');
  expect(quotes.map(seen).join(' ')).toBe('Words that go on, and on. '.repeat(400).trim());
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
  expect(blocks.at(-2)).toMatchObject({
    type: 'actions',
    elements: [
      { type: 'button', value: '/more bridge 0-10', accessibility_label: expect.any(String) },
      { type: 'button', value: '/why bridge 0-10', accessibility_label: expect.any(String) },
    ],
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
