import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parseCommand, replyToJson } from '../../src/index.ts';
import { CONSOLE, makeBot, readStory } from '../stories.ts';
import { call, connectHttp, serveHere, storiesIn } from './served.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const REEF = readStory('reef-study');
const FERRY = readStory('court-ferry');
const { bot, archive } = makeBot([REEF, FERRY]);
const open: { client?: Client; close?: () => Promise<void> } = {};

beforeAll(async () => {
  const served = await serveHere({ bot, stories: storiesIn(archive) });
  const client = await connectHttp(served.url);
  Object.assign(open, {
    client,
    close: async () => {
      await client.close();
      await served.stop();
    },
  });
});
afterAll(() => open.close?.());

function client(): Client {
  if (open.client === undefined) throw new Error('not connected');
  return open.client;
}

test('a caller is told to quote word for word, to keep the speaker, and to let the story be silent', () => {
  const told = client().getInstructions() ?? '';
  for (const words of ['word for word', 'Keep the speaker', '"the story does not say"']) {
    expect(told).toContain(words);
  }
});

test('there are seven tools; none changes anything', async () => {
  const { tools } = await client().listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    'ask',
    'who_said',
    'check_quote',
    'quotes',
    'compare',
    'story',
    'search_stories',
  ]);
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
  expect(tools.every(({ outputSchema }) => outputSchema?.required?.includes('passages'))).toBe(
    true,
  );
});

describe('a tool gives what the console gives for the same line', () => {
  test.each([
    [
      'ask',
      { question: 'How many reef sites did the team follow?' },
      'How many reef sites did the team follow?',
    ],
    ['who_said', { words: 'the reefs surprised us' }, '/who-said the reefs surprised us'],
    [
      'check_quote',
      { quote: 'The reefs surprised me', speaker: 'Sorensen' },
      '/check “The reefs surprised me” by Sorensen',
    ],
    ['check_quote', { quote: '“The reefs surprised us”' }, '/check “The reefs surprised us”'],
    [
      'quotes',
      { speaker: 'Lindqvist', topic: 'the choice of sites' },
      '/quotes Lindqvist about the choice of sites',
    ],
    ['quotes', { speaker: 'Napoleon' }, '/quotes Napoleon'],
    [
      'compare',
      { one: 'Lindqvist', other: 'Sorensen', topic: 'reefs' },
      '/compare "Lindqvist" and "Sorensen" about reefs',
    ],
    [
      'compare',
      { one: 'reef-study', other: 'court-ferry' },
      '/compare "reef-study" and "court-ferry"',
    ],
    ['search_stories', { query: 'coral reefs' }, '/stories coral reefs'],
    ['search_stories', {}, '/stories'],
  ])('%s %j', async (name, given, line) => {
    const { text, json, isError } = await call(client(), name, given);
    const here = replyToJson(line, await bot(parseCommand(line, { ...CONSOLE, admin: false })));
    expect(json).toEqual(JSON.parse(JSON.stringify(here)));
    expect(text).toBe(here.text);
    expect(isError).toBe(false);
  });
});

test('a quotation with a quotation inside is checked as a whole', async () => {
  const [passage = ''] = /“[^”]{20,60}”/.exec(FERRY.article.text) ?? [];
  const quote = `I never said it, but "yes" was the word`;
  const { json } = await call(client(), 'check_quote', { quote });
  expect(json).toMatchObject({ input: `/check “I never said it, but 'yes' was the word”` });
  expect(json?.verdict).toBe('absent');
  expect((await call(client(), 'check_quote', { quote: passage })).json?.verdict).toBe('exact');
});

test('one story can be asked alone', async () => {
  const all = await call(client(), 'ask', { question: '/speakers' });
  const one = await call(client(), 'ask', { question: '/speakers', story: 'court-ferry' });
  const storiesOf = (json: typeof one.json) =>
    new Set((json?.rows as readonly { readonly story: string }[] | null)?.map((row) => row.story));
  expect(storiesOf(all.json)).toEqual(new Set(['reef-study', 'court-ferry']));
  expect(storiesOf(one.json)).toEqual(new Set(['court-ferry']));
  const glance = await call(client(), 'story', { story: 'reef-study', all: true });
  expect(glance.json?.rows).toContainEqual(
    expect.objectContaining({ question: 'who', paragraph: expect.any(Number) }),
  );
});

test('stories are found by what they are about, with a passage of each', async () => {
  const { json } = await call(client(), 'search_stories', { query: 'the ferry in court' });
  expect(json?.rows).toMatchObject([{ story: 'court-ferry' }]);
  expect(json?.passages).toMatchObject([{ story: 'court-ferry' }]);
  const none = await call(client(), 'search_stories', { query: 'zebra crossings' });
  expect(none).toMatchObject({
    text: 'No story here has anything about “zebra crossings”.',
    json: { found: true, rows: [], passages: [] },
  });
});

describe('what is wrong is one clear line, and the next call is answered', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['ask', {}, 'question: is missing'],
    ['ask', { question: 4 }, 'question: must be a text'],
    ['ask', { question: null }, 'question: is missing'],
    ['ask', { question: ['a'] }, 'question: must be a text'],
    ['ask', { question: 'x'.repeat(8_001) }, 'question: has 8,001 characters; 8,000 is the most'],
    [
      'ask',
      { question: 'Who?', story: 'zebra' },
      'story: there is no story "zebra" here; search_stories lists them',
    ],
    [
      'ask',
      { question: 'Who?', story: '../../etc/passwd' },
      'story: there is no story "../../etc/passwd" here; search_stories lists them',
    ],
    [
      'ask',
      { question: 'Who?', story: '__proto__' },
      'story: there is no story "__proto__" here; search_stories lists them',
    ],
    [
      'ask',
      { question: 'Who?', stories: 'a\nb' },
      'stories: is not taken; there is question, story',
    ],
    [
      'check_quote',
      { quote: 'We met', speaker: 'x'.repeat(81) },
      'speaker: has 81 characters; 80 is the most',
    ],
    ['story', { all: 'yes' }, 'all: must be true or false'],
    ['search_stories', { query: {} }, 'query: must be a text'],
  ])('%s %j', async (name, given, line) => {
    const { text, json, isError } = await call(client(), name, given);
    expect({ text, json, isError }).toEqual({ text: line, json: null, isError: true });
    expect((await call(client(), 'who_said', { words: 'regrowth' })).json?.found).toBe(true);
  });

  test.each([
    '\ud800 lone',
    '\u0000\u0007\u202e',
    'a'.repeat(8_000),
    '“'.repeat(8_000),
    '/'.repeat(4_000),
  ])('strange words are answered or refused, never lost: %#', async (words) => {
    for (const [name, key] of [
      ['ask', 'question'],
      ['who_said', 'words'],
      ['check_quote', 'quote'],
    ] as const) {
      const { text } = await call(client(), name, { [key]: words });
      expect(text).not.toBe('');
      expect(text).not.toContain('something went wrong');
    }
  });

  test('an unknown tool and an unknown method', async () => {
    await expect(call(client(), 'delete_all')).rejects.toThrow('there is no such tool');
    expect((await call(client(), 'story')).isError).toBe(false);
  });
});

test('words without a letter are no question, and are told so', async () => {
  const { json, isError } = await call(client(), 'who_said', { words: '?!' });
  expect({ reason: json?.reason, isError }).toEqual({ reason: 'empty-question', isError: false });
});

test('nobody adds or removes a story through an assistant', async () => {
  for (const question of ['/add It rained.', '/remove reef-study', '/use court-ferry']) {
    const { text } = await call(client(), 'ask', { question });
    expect(text).toContain('not everyone may do it');
  }
  expect(archive.indexed()).toEqual(['reef-study', 'court-ferry']);
});

describe('stories as resources', () => {
  test('are listed by headline, and read with the number of each paragraph', async () => {
    const { resources } = await client().listResources();
    expect(resources.map(({ uri }) => uri)).toEqual([
      'verbatim://stories/court-ferry',
      'verbatim://stories/reef-study',
    ]);
    expect(resources[1]?.title).toBe(REEF.article.headline);
    const { contents } = await client().readResource({ uri: 'verbatim://stories/reef-study' });
    const text = (contents[0] as { readonly text: string }).text;
    for (const { number, start, end } of REEF.paragraphs) {
      const words = REEF.article.text.slice(start, end);
      if (number !== null)
        expect(text).toContain(`¶ ${number} of ${REEF.paragraphCount}\n${words}`);
    }
    expect(text.match(/^¶ /gm)).toHaveLength(REEF.paragraphCount);
  });

  test('come in pages where there are many', async () => {
    const many = makeBot(
      Array.from({ length: 230 }, (_, n) => ({
        ...REEF,
        article: { ...REEF.article, id: `reef-${n}` },
      })),
    );
    const served = await serveHere({ bot: many.bot, stories: storiesIn(many.archive) });
    const reader = await connectHttp(served.url);
    const uris: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await reader.listResources(cursor === undefined ? {} : { cursor });
      uris.push(...page.resources.map(({ uri }) => uri));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(new Set(uris).size).toBe(230);
    await reader.close();
    await served.stop();
  });

  test.each(['verbatim://stories/zebra', 'verbatim://stories/', 'file:///etc/passwd', 'nonsense'])(
    'there is none at %s',
    async (uri) => {
      await expect(client().readResource({ uri })).rejects.toThrow('no story at that address');
    },
  );

  test('a cursor that is none is refused', async () => {
    await expect(client().listResources({ cursor: '-1' })).rejects.toThrow('cursor');
  });
});
