import { describe, expect, test, vi } from 'vitest';
import { type Block, type Bot, parseCommand } from '../../src/index.ts';
import { CONSOLE, makeBot, readStory } from '../stories.ts';

vi.setConfig({ testTimeout: 120_000 }); // the reader, on a busy machine

const ask = (bot: Bot, line: string) => bot(parseCommand(line, CONSOLE));
const textsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));

describe('/why is for people', () => {
  test.each([
    ['alibaba-ma-trump', 'Who is Mei Xinyu?', 'Sure:'],
    ['alibaba-ma-trump', 'who said they have to stress how many jobs?', 'Sure:'],
    ['alibaba-ma-trump', 'Who is the king of Ruritania?', 'Not sure enough:'],
  ])('%s: %s: %s', async (story, question, how) => {
    const { bot } = makeBot([readStory(story)]);
    await ask(bot, question);
    const { blocks, rows } = await ask(bot, '/why');
    const [first] = blocks;
    expect(first).toMatchObject({ kind: 'text', verdict: { start: 0, end: how.length } });
    expect(textsOf(blocks)[0]?.startsWith(how)).toBe(true);
    // numbers are for programs: they are in the rows, and nowhere else
    for (const text of textsOf(blocks)) expect(text).not.toMatch(/\d\.\d|\d ?%/);
    for (const row of rows ?? []) expect(Object.values(row)).toContainEqual(expect.any(Number));
  });

  test('says what search matched, how the speaker is known, and the runners-up with who speaks', async () => {
    const { bot } = makeBot([readStory('alibaba-ma-trump')]);
    await ask(bot, 'Who is Mei Xinyu?');
    const { blocks } = await ask(bot, '/why');
    expect(textsOf(blocks)).toEqual([
      expect.stringMatching(/^Sure: /),
      'How the speaker is known: the source names the speaker.',
      'Search matched “Mei”, “Xinyu”. A model that reads and points chose the passage and the words marked in it.',
      'Runners-up, best first:',
    ]);
    const shown = blocks.flatMap((block) => (block.kind === 'quote' ? [block.citation] : []));
    expect(shown[0]?.mark).not.toBeNull();
    for (const { mark } of shown.slice(1)) expect(mark).toBeNull();
    expect(shown.find(({ paragraph }) => paragraph === 15)?.speaker?.name).toBe('Mei Xinyu');
  });

  test('of a check says what was compared, and no number but of parts', async () => {
    const { bot } = makeBot([readStory('alibaba-ma-trump')]);
    await ask(bot, '/check "We had a fantastic meeting" by Trump');
    const { blocks, rows } = await ask(bot, '/why');
    expect(textsOf(blocks)[1]).toBe(
      'Compared with the words marked here: 2 parts the same, 1 part changed.',
    );
    expect(rows?.[0]).toMatchObject({ verdict: 'altered', likeness: expect.any(Number) });
  });
});

test('nearest passages are shown on request, behind that the story does not say', async () => {
  const { bot } = makeBot([readStory('alibaba-ma-trump')]);
  const silent = await ask(bot, 'How long did the meeting last?');
  expect(textsOf(silent.blocks)[0]).toBe('The story does not say.');
  const [nearest] = silent.actions;
  expect(nearest?.line).toMatch(/^\/nearest /);
  const typed = await ask(bot, 'more');
  const clicked = await ask(bot, nearest?.line ?? '');
  expect(textsOf(typed.blocks)).toEqual(['The story does not say. Nearest passages:']);
  expect(clicked.blocks).toEqual(typed.blocks);
});
