import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replySchema } from '../../adapters/contract/reply.ts';
import { problemSchema } from '../../adapters/http/problem.ts';
import { ALONE, parseCommand, placeOf, replyToJson } from '../../src/index.ts';
import { type HttpDesk, openHttpDesk } from './desk.ts';

let desk: HttpDesk;
beforeAll(async () => {
  desk = await openHttpDesk();
});
afterAll(() => desk.running.stop());

/** What the console's JSON is for a line that is asked of one story, or of all. */
async function byLine(line: string, story: string | null) {
  const everywhere = { channel: 'http', conversation: ALONE, admin: false };
  const place = story === null ? everywhere : placeOf(story, ALONE);
  const reply = await desk.core.bot(parseCommand(line, place));
  return JSON.parse(JSON.stringify(replyToJson(line, { ...reply, actions: [] })));
}

test.each([
  [
    'ask',
    { question: 'How many reef sites did the team follow?' },
    '/ask How many reef sites did the team follow?',
  ],
  ['ask', { question: 'Who owns the moon?' }, '/ask Who owns the moon?'],
  ['ask', { question: '' }, '/ask '],
  ['who-said', { words: 'The reefs surprised us' }, '/who-said The reefs surprised us'],
  ['check', { words: 'The reefs surprised me' }, '/check "The reefs surprised me"'],
  [
    'check',
    { words: '“The reefs surprised us”', person: 'Sorensen' },
    '/check “The reefs surprised us” by Sorensen',
  ],
  ['check', { words: 'The reefs surprised us', person: ' ' }, '/check "The reefs surprised us"'],
  ['quotes', { person: 'Lindqvist' }, '/quotes Lindqvist'],
  [
    'quotes',
    { person: 'Lindqvist', topic: 'the choice of sites' },
    '/quotes Lindqvist about the choice of sites',
  ],
  ['quotes', { person: 'Napoleon', topic: '' }, '/quotes Napoleon'],
  ['compare', { one: 'Lindqvist', other: 'Sorensen' }, '/compare Lindqvist and Sorensen'],
  [
    'compare',
    { one: 'Lindqvist', other: 'Sorensen', topic: 'reefs' },
    '/compare Lindqvist and Sorensen about reefs',
  ],
  ['compare', { one: 'reef-study', other: 'court-ferry' }, '/compare reef-study and court-ferry'],
])('POST /api/%s %j answers as the console does', async (path, body, line) => {
  for (const story of [null, 'reef-study']) {
    const answered = await desk.post(`/api/${path}`, story === null ? body : { ...body, story });
    expect(answered.status).toBe(200);
    expect(answered.headers.get('content-type')).toMatch(/^application\/json\b/);
    const json = await answered.json();
    expect(json).toEqual(await byLine(line, story));
    expect(replySchema.safeParse(json).error?.issues).toBeUndefined();
  }
});

test.each(['speakers', 'numbers', 'when', 'sources', 'story'])(
  'GET /api/stories/:id/%s is of that story alone',
  async (name) => {
    for (const story of ['reef-study', 'court-ferry']) {
      const json = await (await desk.get(`/api/stories/${story}/${name}`)).json();
      expect(json).toEqual(await byLine(`/${name}`, story));
      const { passages, rows } = replySchema.parse(json);
      expect([...passages, ...(rows ?? [])].length).toBeGreaterThan(0);
      expect(new Set(passages.map((one) => one.story)).size).toBeLessThan(2);
    }
  },
);

test('GET /api/stories lists them', async () => {
  const { rows } = replySchema.parse(await (await desk.get('/api/stories')).json());
  expect(rows?.map(({ story }) => story)).toEqual(['reef-study', 'court-ferry']);
});

test('the person who is asked about is heard also where the quotation has marks inside', async () => {
  const body = { words: 'The reefs "surprised" us', person: 'Lindqvist' };
  const { person } = replySchema.parse(await (await desk.post('/api/check', body)).json());
  expect(person).toBe('other');
});

test('a question leaves nothing behind: the next one does not lean on it', async () => {
  const asked = await byLine('/ask And where?', null);
  await desk.post('/api/ask', { question: 'Who is Halima Sorensen?' });
  expect(await (await desk.post('/api/ask', { question: 'And where?' })).json()).toEqual(asked);
});

describe('what can not be read is refused with one clear line', () => {
  const json = { 'content-type': 'application/json' };
  test.each<[string, RequestInit, number, string]>([
    ['/api/ask', { body: '{}', headers: json }, 422, 'question: is missing.'],
    ['/api/ask', { body: '{"question":1}', headers: json }, 422, 'question: must be a text.'],
    ['/api/ask', { body: '{"question":null}', headers: json }, 422, 'question: must be a text.'],
    ['/api/ask', { body: '[]', headers: json }, 422, 'The body must be a JSON object.'],
    ['/api/ask', { body: 'null', headers: json }, 422, 'The body must be a JSON object.'],
    ['/api/ask', {}, 422, 'The body must be a JSON object.'],
    [
      '/api/ask',
      { body: '{"question":"a","by\\n":1}', headers: json },
      422,
      'by : there is no such field.',
    ],
    [
      '/api/ask',
      { body: JSON.stringify({ question: 'x'.repeat(4001) }), headers: json },
      422,
      'question: must have at most 4,000 characters.',
    ],
    [
      '/api/check',
      { body: JSON.stringify({ words: 'x', person: 'y'.repeat(81) }), headers: json },
      422,
      'person: must have at most 80 characters.',
    ],
    [
      '/api/ask',
      { body: '{"question":"a","story":"nowhere"}', headers: json },
      404,
      'No story here has that id: /api/stories lists them.',
    ],
    ['/api/ask', { body: '{"question":', headers: json }, 400, 'The body is not JSON.'],
    ['/api/ask', { body: '', headers: json }, 400, 'The body is not JSON.'],
    ['/api/ask', { body: '{"__proto__":{}}', headers: json }, 400, 'The body is not JSON.'],
    [
      '/api/ask',
      { body: 'question=a' },
      415,
      'A body must be JSON: Content-Type: application/json.',
    ],
    [
      '/api/ask',
      { body: '{}', headers: { ...json, 'content-encoding': 'gzip' } },
      415,
      'A body must not be compressed.',
    ],
    [
      '/api/ask',
      { body: ' '.repeat(70_000), headers: json },
      413,
      'A body has at most 65,536 bytes.',
    ],
    ['/api/ask', { method: 'QUERY', body: '{}' }, 405, 'Only POST is served here.'],
    ['/api/stories/x/when', { method: 'DELETE' }, 405, 'Only GET is served here.'],
    ['/api/ask', { method: 'GET' }, 405, 'Only POST is served here.'],
    ['/api/stories', { body: '{}', headers: json }, 405, 'Only GET is served here.'],
    [
      '/api/stories/nowhere/when',
      { method: 'GET' },
      404,
      'No story here has that id: /api/stories lists them.',
    ],
    ['/api/stories/reef-study/why', { method: 'GET' }, 404, 'There is nothing at that address.'],
    ['/api/stories/%ff/when', { method: 'GET' }, 400, 'That request can not be read.'],
    ['/nothing', { body: '{}', headers: json }, 404, 'There is nothing at that address.'],
  ])('%s %o: %i', async (path, init, status, detail) => {
    const refused = await desk.get(path, { method: 'POST', ...init });
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json\b/);
    const problem = problemSchema.parse(await refused.json());
    expect([refused.status, problem]).toMatchObject([status, { status, detail }]);
  });
});

test('4,000 letters of two units each are a question', async () => {
  const answered = await desk.post('/api/ask', { question: '\u{10400}'.repeat(4000) });
  expect(answered.status).toBe(200);
});

describe('the OpenAPI document', () => {
  interface Operation {
    readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
    readonly responses: Readonly<Record<string, unknown>>;
  }
  interface Document {
    readonly openapi: string;
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
  }
  const read = async () => (await (await desk.get('/api/openapi.json')).json()) as Document;

  test('has every operation, and each of the schemas it refers to', async () => {
    const text = JSON.stringify(await read());
    const { openapi, paths, components } = JSON.parse(text) as Document;
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths)).toEqual([
      ...['ask', 'who-said', 'check', 'quotes', 'compare', 'stories'].map((name) => `/api/${name}`),
      ...['speakers', 'numbers', 'when', 'sources', 'story'].map(
        (name) => `/api/stories/{id}/${name}`,
      ),
    ]);
    const referred = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, id]) => id);
    expect(referred.length).toBeGreaterThan(10);
    expect(referred.filter((id) => !(id !== undefined && id in components.schemas))).toEqual([]);
  });

  test('tells the limits that are kept', async () => {
    const { components, paths } = await read();
    expect(components.schemas['check-body']).toMatchObject({
      properties: { words: { maxLength: 4000 }, person: { maxLength: 80 } },
      required: ['words'],
      additionalProperties: false,
    });
    const { requestBody, responses } = paths['/api/check']?.post ?? { responses: {} };
    expect(requestBody).toMatchObject({ required: true });
    expect(Object.keys(responses)).toEqual([
      '200',
      '400',
      '401',
      '403',
      '404',
      '413',
      '415',
      '422',
      '429',
      '503',
    ]);
  });
});
