import { describe, expect, test } from 'vitest';
import {
  createLinks,
  type LinkSettings,
  linkPassages,
  withLinks,
} from '../../adapters/http/links.ts';
import { memoryArchive } from '../../src/archive/memory.ts';
import { createBot } from '../../src/bot/bot.ts';
import { parseCommand, replyToText } from '../../src/index.ts';
import { readStoryFiles } from '../../src/ingest/story-files.ts';
import { makeReply } from '../../src/reply/reply.ts';
import { prepare } from '../../src/story/prepare.ts';
import { FERRY, openWatchers } from '../watch.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 30, 12);
const SPAN = { start: 10, end: 42 };

function linksAt(now: number, more: Partial<LinkSettings> = {}) {
  const made = { baseUrl: 'https://news.example/v/', access: 'link', key: 'a key' } as const;
  return createLinks({ ...made, now: () => now, ...more });
}

const queryOf = (address: string) => Object.fromEntries(new URL(address).searchParams);

describe('a link', () => {
  test('leads to the passage, and stays the same all day', () => {
    const link = linksAt(NOW).page('bridge', SPAN);
    expect(link).toMatch(
      /^https:\/\/news\.example\/v\/s\/bridge\/10-42\?k=[\w-]{22}&e=\d+#passage$/,
    );
    expect(linksAt(NOW + DAY / 2 - 1).page('bridge', SPAN)).toBe(link);
    expect(linksAt(NOW + DAY / 2).page('bridge', SPAN)).not.toBe(link);
  });

  test('leads to the story alone, and to this server where it has no name', () => {
    const { page } = linksAt(NOW, { baseUrl: null, access: 'public' });
    expect(page('bridge', null)).toBe('/s/bridge');
    expect(page('bridge', SPAN)).toBe('/s/bridge/10-42#passage');
  });

  test('opens its own place for 30 days, then it is expired', () => {
    const query = queryOf(linksAt(NOW).page('bridge', SPAN));
    const at = (days: number) =>
      linksAt(NOW + days * DAY).allows({ story: 'bridge', span: SPAN }, query, false);
    expect([0, 30, 31].map(at)).toEqual(['ok', 'ok', 'expired']);
  });

  test.each([
    ['another story', { story: 'bridge2', span: SPAN }, {}],
    ['another passage', { story: 'bridge', span: { start: 10, end: 43 } }, {}],
    ['the whole story', { story: 'bridge', span: null }, {}],
    ['a later end', { story: 'bridge', span: SPAN }, { e: '99999' }],
    ['no signature', { story: 'bridge', span: SPAN }, { k: undefined }],
    ['two signatures', { story: 'bridge', span: SPAN }, { k: ['a', 'b'] }],
    ['another signature', { story: 'bridge', span: SPAN }, { k: 'A'.repeat(22) }],
  ])('does not open %s', (_, place, change) => {
    const query = { ...queryOf(linksAt(NOW).page('bridge', SPAN)), ...change };
    expect(linksAt(NOW).allows(place, query, false)).toBe('refused');
  });

  test('of another key is refused', () => {
    const query = queryOf(linksAt(NOW, { key: 'another' }).page('bridge', SPAN));
    expect(linksAt(NOW).allows({ story: 'bridge', span: SPAN }, query, false)).toBe('refused');
  });
});

test('who may open the page goes by PAGE_ACCESS', () => {
  const place = { story: 'bridge', span: null };
  const by = (access: LinkSettings['access'], trusted: boolean) =>
    linksAt(NOW, { access }).allows(place, {}, trusted);
  expect([by('public', false), by('token', true), by('link', true)]).toEqual(['ok', 'ok', 'ok']);
  const { page, allows } = linksAt(NOW, { access: 'link' });
  const signed = queryOf(page('bridge', null));
  expect(allows(place, signed, false)).toBe('ok');
  expect(linksAt(NOW, { access: 'token' }).allows(place, signed, false)).toBe('refused');
});

test('every passage that is shown links to its place on the page', async () => {
  const archive = memoryArchive();
  for (const article of readStoryFiles(['test/stories/reef-study.md']))
    archive.add(prepare(article));
  const { bot } = createBot({ archive, now: () => NOW, onError: () => {} });
  const { page } = linksAt(NOW);
  const linked = withLinks(bot, { page });
  const place = { channel: 'test', conversation: 'test', admin: false };
  const reply = await linked(parseCommand('/quotes Lindqvist', place));
  const shown = replyToText(reply);
  expect(reply.passages.length).toBeGreaterThan(1);
  for (const { story, span } of reply.passages) expect(shown).toContain(page(story, span));
  expect(shown).not.toContain(':~:text=');
  const quoted = reply.blocks.flatMap((block) => (block.kind === 'quote' ? [block.citation] : []));
  expect(quoted.every((one) => reply.passages.includes(one))).toBe(true);
});

test.each([
  ['without an address of the page', { baseUrl: null, access: 'public', key: null }, true, false],
  [
    'where the page is served here',
    { baseUrl: 'https://a.example', access: 'link', key: null },
    true,
    true,
  ],
  [
    'where another serves it with this key',
    { baseUrl: 'https://a.example', access: 'link', key: 'k' },
    false,
    true,
  ],
  [
    'where another serves it with a key of its own',
    { baseUrl: 'https://a.example', access: 'link', key: null },
    false,
    false,
  ],
  [
    'where nobody needs a key',
    { baseUrl: 'https://a.example', access: 'public', key: null },
    false,
    true,
  ],
  [
    'where tokens open it',
    { baseUrl: 'https://a.example', access: 'token', key: null },
    false,
    true,
  ],
] as const)('%s: %o, served here %s, passages link there: %s', (_, page, isServedHere, links) => {
  const bot = async () => makeReply('help', {});
  expect(linkPassages(page, linksAt(NOW), isServedHere).bot(bot) !== bot).toBe(links);
});

test('what a channel is told unasked links to the page, too', async () => {
  const { watches, add, say, changes } = openWatchers();
  await say('/watch Lund');
  await add('ferry', FERRY);
  const page = { baseUrl: 'https://a.example', access: 'link', key: 'a key of ours' } as const;
  const linked = linkPassages(page, linksAt(NOW), true).watches(watches);
  const told = await linked.find('slack:T1:C1', changes, () => false);
  expect(told?.passages[0]?.page).toMatch(/\/s\/ferry\//);
  expect(told?.blocks.at(-1)).toMatchObject({ citation: { page: told?.passages[0]?.page } });
  expect(await linked.digest('slack:T1:C1', 0)).toMatchObject({
    passages: [{ page: expect.stringContaining('/s/ferry/') }],
  });
});
