import { describe, expect, test } from 'vitest';
import { memoryArchive } from '../../src/archive/memory.ts';
import { EVERY_STORY, fits } from '../../src/archive/scope.ts';
import { readArticle } from '../../src/article/article.ts';
import { createBot } from '../../src/bot/bot.ts';
import { readFilters } from '../../src/commands/filters.ts';
import { parseCommand } from '../../src/commands/parse.ts';
import { prepare } from '../../src/story/prepare.ts';

const SUNDAY = Date.UTC(2026, 10, 22, 12);
const NAMES = async () => ['AFP', 'Coast News', 'Coast News Daily', 'Jo Lee'];

const story = (published: string | null, ...by: readonly string[]) => ({ tags: [], published, by });

describe('a filter', () => {
  test.each([
    ['What was agreed in March 2016?', 'What was agreed?', '2016-03-31', '2016-04-01'],
    [
      'What has the mayor said since Monday?',
      'What has the mayor said?',
      '2026-11-16',
      '2026-11-15',
    ],
    ['What burned since yesterday?', 'What burned?', '2026-11-21', '2026-11-20'],
    ['Who won since March 3, 2026?', 'Who won?', '2026-03-03', '2026-03-02'],
    ['Who won since 3 March 2026?', 'Who won?', '2026-03-04', '2026-03-02'],
    ['Who won before 2020?', 'Who won?', '2019-12-31', '2020-01-01'],
    ['Who won since 2026-11-01?', 'Who won?', '2026-11-01', '2026-10-31'],
    ['Who won since December?', 'Who won?', '2025-12-01', '2025-11-30'],
    ['Who won since Sunday?', 'Who won?', '2026-11-15', '2026-11-14'],
  ])('is read in %j', async (typed, question, inside, outside) => {
    const read = await readFilters({ words: typed }, SUNDAY, NAMES);
    expect(read.typed).toEqual({ words: question });
    expect(read.words).toHaveLength(1);
    expect(
      [inside, outside, null].map((one) => fits(story(one), { ...EVERY_STORY, ...read.published })),
    ).toEqual([true, false, false]);
  });

  test.each([
    ['What did the mayor say, by AFP?', 'AFP'],
    ['What stands in the Coast News about the bridge?', 'Coast News'],
    ['What stands in the Coast News Daily about the bridge?', 'Coast News Daily'],
    ['What was written by jo lee about the bridge?', 'Jo Lee'],
  ])('of a publisher or author is read in %j', async (typed, name) => {
    const { published, words } = await readFilters({ words: typed }, SUNDAY, NAMES);
    expect(words).toHaveLength(1);
    const scope = { ...EVERY_STORY, ...published };
    const by = [name, 'Reuters'].map((one) => fits(story(null, one), scope));
    expect(by).toEqual([true, false]);
  });

  test('of both kinds leaves what fits both', async () => {
    const { published, typed } = await readFilters(
      { words: 'Who won in March 2016 by AFP?' },
      SUNDAY,
      NAMES,
    );
    expect(typed).toEqual({ words: 'Who won?' });
    const scope = { ...EVERY_STORY, ...published };
    const both = [story('2016-03-02', 'AFP'), story('2016-03-02')];
    expect(both.map((one) => fits(one, scope))).toEqual([true, false]);
  });

  test.each([
    'What happened in March?',
    'What happened in 2016?',
    'What happened on Monday?',
    'Who was hit by a car?',
    'Who was bitten by AFPX?',
    'Since when has the bridge been closed?',
    'What is in Coast Newsletter?',
  ])('is not read in %j', async (typed) => {
    expect(await readFilters({ words: typed }, SUNDAY, NAMES)).toMatchObject({
      typed: { words: typed },
      words: [],
    });
  });

  test('is off with "everywhere:" in front', async () => {
    const { typed, words } = await readFilters(
      { words: 'everywhere: Who won in March 2016?' },
      SUNDAY,
      NAMES,
    );
    expect([typed.words, words]).toEqual(['Who won in March 2016?', []]);
  });
});

test.each([
  ['“We meet in March 2016” since Monday', '“We meet in March 2016”'],
  ['since Monday: “We meet since Monday”', ': “We meet since Monday”'],
])('a filter stands outside quotation marks: %s', async (typed, left) => {
  const { typed: read, words } = await readFilters({ words: typed }, SUNDAY, NAMES);
  expect([read.words, words]).toEqual([left, ['since Monday']]);
});

describe('a bot over many stories', () => {
  const archive = memoryArchive();
  const add = (id: string, date: string, publisher: string, winner: string) =>
    archive.add(
      prepare(
        readArticle(
          id,
          `---\npublished: ${date}\npublisher: ${publisher}\n---\n${winner} won the harbour cup by two lengths. The crowd sang until dark.\n\n“We trained for 9 months, and it paid,” said Mia Berg, the coach of ${winner}. “We have sung since Monday,” she said.\n`,
        ),
      ),
    );
  add('old', '2016-03-02', 'AFP', 'Ann Ode');
  add('new', '2026-11-18', 'Coast News', 'Bo Lund');
  const onError = (error: unknown): never => {
    throw error;
  };
  const { bot } = createBot({ archive, now: () => SUNDAY, onError });
  const ask = (line: string) =>
    bot(parseCommand(line, { channel: 'c', conversation: 'c', admin: true }));

  test.each([
    ['Who won the harbour cup in March 2016?', 'old', '“in March 2016”: 1 of 2'],
    ['Who won the harbour cup since Monday?', 'new', '“since Monday”: 1 of 2'],
    ['Who won the harbour cup, by Coast News?', 'new', '“by Coast News”: 1 of 2'],
  ])('asks those that %j is about, says so, and offers all', async (line, id, said) => {
    const reply = await ask(line);
    expect(reply.passages.map(({ story }) => story)).toEqual([id]);
    expect(JSON.stringify(reply.blocks)).toContain(said);
    const off = reply.actions.find(({ kind }) => kind === 'everywhere');
    const all = await ask(off?.line ?? '');
    expect(new Set(all.passages.map(({ story }) => story))).toEqual(new Set(['old', 'new']));
    expect(JSON.stringify(all.blocks)).not.toContain('Searched only');
  });

  test.each([
    ['/who-said we trained for nine months, since Monday', 'new', '/who-said everywhere:'],
    ['/who-said “it paid” in March 2016', 'old', '/who-said everywhere: “it paid”'],
    ['/check “and it paid” in March 2016', 'old', '/check everywhere: “and it paid”'],
    [
      '/check “and it paid” by Mia Berg, since Monday',
      'new',
      '/check everywhere: “and it paid” by',
    ],
    ['/check and it paid by Mia Berg, since Monday', 'new', '/check everywhere: and it paid by'],
    ['/quotes Mia Berg by AFP', 'old', '/quotes everywhere: Mia Berg'],
    [
      '/quotes Mia Berg about months since Monday',
      'new',
      '/quotes everywhere: Mia Berg about months',
    ],
    ['What did Mia Berg say about the months since Monday?', 'new', '/quotes everywhere: Mia Berg'],
    ['/numbers months in March 2016', 'old', '/numbers everywhere: months'],
    ['/numbers in March 2016 by AFP', 'old', '/numbers everywhere:'],
    ['/when since Monday', 'new', '/when everywhere:'],
    ['/speakers since Monday', 'new', '/speakers everywhere:'],
    ['/speakers picture by AFP', 'old', '/speakers everywhere: picture'],
    ['/story more in March 2016', 'old', '/story everywhere: more'],
  ])('filters %j, says so, and offers all', async (line, id, offered) => {
    const reply = await ask(line);
    const shown = (of: typeof reply) =>
      new Set([...of.passages, ...(of.rows ?? [])].flatMap(({ story }) => story ?? []));
    expect(shown(reply)).toEqual(new Set([id]));
    expect(JSON.stringify(reply.blocks)).toContain('1 of 2');
    const off = reply.actions.find(({ kind }) => kind === 'everywhere');
    expect(off?.line).toContain(offered);
    const all = await ask(off?.line ?? '');
    expect(all.verdict).toBe(reply.verdict);
    expect(shown(all).size).toBe(line.startsWith('/check') ? 1 : 2); // one finding a quotation
    expect(JSON.stringify(all.blocks)).not.toContain('Searched only');
  });

  test.each(['/who-said We have sung since Monday', '/check “We have sung since Monday”'])(
    'takes for words of the quotation what stands in it: %s',
    async (line) => {
      const reply = await ask(line);
      expect(reply.passages.length).toBeGreaterThan(0);
      expect(JSON.stringify(reply.blocks)).not.toContain('Searched only');
    },
  );

  test('filters /sources, and lists all that is loaded', async () => {
    const reply = await ask('/sources since Monday');
    const rows = reply.rows ?? [];
    const resting = rows.filter(({ kind }) => kind !== 'loaded').map(({ story }) => story);
    expect(new Set(resting)).toEqual(new Set(['new']));
    expect(rows.filter(({ kind }) => kind === 'loaded')).toHaveLength(2);
    expect(JSON.stringify(reply.blocks)).toContain('“since Monday”: 1 of 2');
  });

  test.each([
    '/quotes Mia Berg since Monday',
    '/quotes Mia Berg by AFP',
    '/quotes Mia Berg about the months since Monday',
  ])('reads a filter off where one story leaves nothing to choose: %s', async (line) => {
    await ask('/use old');
    const reply = await ask(line);
    await ask('/use all');
    expect(reply.passages[0]?.speaker?.name).toBe('Mia Berg');
    expect(JSON.stringify(reply.blocks)).not.toContain('Searched only');
  });

  test('asks all where a filter would leave none', async () => {
    const reply = await ask('Who won the harbour cup in March 1999?');
    expect(JSON.stringify(reply.blocks)).not.toContain('Searched only');
  });
});
