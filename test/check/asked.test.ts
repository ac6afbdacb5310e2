import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../src/index.ts';
import { CONSOLE, makeBot } from '../stories.ts';
import { bridge } from './story.ts';

const { bot } = makeBot([bridge]);
const ask = (line: string) => bot(parseCommand(line, CONSOLE));

test.each([
  ['/check "it grows" by Ode', '"it grows"', 'Ode'],
  ['/check “it grows”, said Ann Ode', '“it grows”', 'Ann Ode'],
  ['/check ‘it grows’ — Ann Ode', '‘it grows’', 'Ann Ode'],
  ['/check it grows by Ode', 'it grows', 'Ode'],
  ['/check "a coat by the door"', '"a coat by the door"', null],
  ['did Ode say "it grows"?', '"it grows"', 'Ode'],
  ['Did Ann Ode really say that it grows?', 'it grows', 'Ann Ode'],
  ["has Ode ever said 'it grows'?", "'it grows'", 'Ode'],
  ['was Ode quoted as saying “it grows”?', '“it grows”', 'Ode'],
  ['is it true that Ode said it grows?', 'it grows', 'Ode'],
  ["is this right: 'it grows'", "'it grows'", null],
  ['check this quote: "it grows"', '"it grows"', null],
  ['did anyone say "it grows"?', '"it grows"', null],
])('%s checks %s by %s', (line, quote, person) => {
  expect(parseCommand(line, CONSOLE)).toMatchObject({ kind: 'check', quote, person });
});

test.each([
  ['Did Ode say why the bridge is shut?'],
  ['did Ode say anything about girders?'],
  ['is this bridge safe?'],
  ['who said "it grows"?'],
  ['what did Ode say about girders?'],
])('%s is no check', (line) => {
  expect(parseCommand(line, CONSOLE).kind).not.toBe('check');
});

test('needs words, and shows some', async () => {
  const empty = await ask('/check');
  expect(empty).toMatchObject({ found: false, reason: 'empty-question' });
  const [line = ''] = empty.blocks.flatMap((one) => (one.kind === 'examples' ? one.lines : []));
  expect(line).toBe('/check "If it grows, we will close the road as well" by Ann Ode');
  expect((await ask(line)).found).toBe(true);
});

describe('the reply', () => {
  test('has the verdict, the passage and who says it', async () => {
    const reply = await ask('/check "Most of the girders are sound" by Ode');
    expect(reply).toMatchObject({ command: 'check', found: true, answer: null, verdict: 'exact' });
    expect(reply.passages[0]?.words).toBe('Most of the girders are sound.”');
    expect(reply.passages[0]?.speaker?.name).toBe('Ann Ode');
  });

  test('names what was changed, the gravest first, and shows the comparison', async () => {
    const { blocks, difference } = await ask('/check "All of the girders are not sound"');
    expect(blocks[0]).toEqual({
      kind: 'text',
      text: 'Altered in meaning (negation, quantifier): Ann Ode said it differently.',
      verdict: { start: 0, end: 'Altered in meaning (negation, quantifier):'.length },
    });
    expect(blocks[1]).toMatchObject({ kind: 'difference', parts: difference });
  });

  test('says that nothing is there, and whom the story does not name or quote', async () => {
    const absent = await ask('/check "The ferry will never sail again" by Zed');
    expect(absent).toMatchObject({ found: false, verdict: 'absent', reason: 'not-in-story' });
    expect(absent).toMatchObject({ difference: null, passages: [], confidence: null });
    expect(absent.blocks).toEqual([
      {
        kind: 'text',
        text: 'Absent: nothing in the story comes close to these words. The story does not name anyone like Zed.',
        verdict: { start: 0, end: 'Absent:'.length },
      },
    ]);
  });

  test('of several quotations shows all, and has the first that is there on top', async () => {
    const reply = await ask('/check He said “it sails on Monday”, “a fair price” and “it grows”');
    expect(reply).toMatchObject({ found: true, verdict: 'exact' });
    const texts = reply.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
    expect(texts.filter((text) => /^\d\. /.test(text))).toHaveLength(3);
  });

  test('can be explained', async () => {
    await ask('/check "Most of the girders are sound"');
    expect((await ask('/why')).rows).toMatchObject([{ verdict: 'exact', likeness: 1 }]);
  });
});

test('says in how many stories the words stand', async () => {
  const twice = makeBot([bridge, { ...bridge, article: { ...bridge.article, id: 'again' } }]);
  const reply = await twice.bot(parseCommand('/check "Most of the girders are sound"', CONSOLE));
  expect(reply.blocks[0]).toMatchObject({
    text: expect.stringContaining('The words are in 2 of 2 stories.'),
  });
});
