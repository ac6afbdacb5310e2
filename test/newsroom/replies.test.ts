import { expect, test } from 'vitest';
import { parseCommand, type Reply } from '../../src/index.ts';
import { CONSOLE, makeBot, readStory, STORY_IDS } from '../stories.ts';

const LINES = ['/story', '/story more', '/speakers', '/numbers', '/when', '/sources'];

async function ask(id: string, line: string): Promise<Reply> {
  const { bot, errors } = makeBot([readStory(id)]);
  const reply = await bot(parseCommand(line, CONSOLE));
  expect(errors).toEqual([]);
  return reply;
}

test.each(STORY_IDS)(
  '%s: the newsroom’s commands give passages that are its slices',
  async (id) => {
    const { bot, archive, errors } = makeBot([readStory(id)]);
    const text = archive.at(id)?.article.text ?? '';
    for (const line of LINES) {
      const reply = await bot(parseCommand(line, CONSOLE));
      expect(reply.found).toBe(true);
      expect(reply.reason).toBeNull();
      for (const { words, span } of reply.passages) {
        expect(words).toBe(text.slice(span.start, span.end));
      }
    }
    expect(errors).toEqual([]);
  },
);

test('the story comes in two sentences, the rest on demand', async () => {
  const short = await ask('alibaba-ma-trump', '/story');
  expect(short.passages).toHaveLength(2);
  expect(short.actions).toEqual([
    { kind: 'more', label: 'More of the story', line: '/story more' },
  ]);
  const long = await ask('alibaba-ma-trump', '/story more');
  expect(long.passages.length).toBeGreaterThan(2);
  expect(long.actions).toEqual([]); // both sentences answer all six
  const later = await ask('court-ferry', '/story more');
  expect(later.actions).toEqual([
    { kind: 'more', label: 'The passages', line: expect.stringMatching(/^\/more \S/) },
  ]);
  expect(long.blocks.filter((one) => one.kind === 'quote')).toHaveLength(2);
  const six = long.blocks.flatMap((one) => (one.kind === 'table' ? one.rows : []));
  expect(six.map(([question]) => question)).toEqual(long.rows?.map((row) => row.question));
  expect(long.rows?.map((row) => row.question)).toContain('who');
});

test('numbers come as rows with unit, what of, owner and chain', async () => {
  const { rows } = await ask('alibaba-ma-trump', '/numbers');
  expect(rows).toContainEqual(
    expect.objectContaining({ figure: 'one million', unit: 'small American firms', paragraph: 1 }),
  );
  expect(rows).toContainEqual(
    expect.objectContaining({
      figure: 'USD 150 billion',
      counts: 'foreign goods by 2020',
      paragraph: 9,
    }),
  );
});

test('a topic narrows numbers and times; one that nothing is about finds none', async () => {
  const { rows } = await ask('mill-takeover', '/numbers pension fund');
  expect(rows?.map((row) => row.figure)).toEqual(['£38.5 million']);
  const none = await ask('mill-takeover', '/numbers about volcanoes');
  expect(none.found).toBe(true);
  expect(none.rows).toEqual([]);
  const when = await ask('mill-takeover', '/when annual report');
  expect(when.rows?.map((row) => row.time)).toEqual(['the end of March']);
});

test('the picture is drawn on request only, and a button offers it', async () => {
  const plain = await ask('mill-takeover', '/speakers');
  expect(plain.picture).toBeNull();
  expect(plain.actions[0]?.line).toBe('/speakers picture');
  const drawn = await ask('mill-takeover', '/speakers picture');
  expect(drawn.picture?.chart.paragraphs).toBe(12);
});

test('sources tells what is loaded here', async () => {
  const { rows } = await ask('reef-study', '/sources');
  expect(rows?.at(-1)).toMatchObject({
    kind: 'loaded',
    story: 'reef-study',
    published: '2031-06-11',
  });
});
