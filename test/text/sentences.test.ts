import { expect, test } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';

test.each<[string, readonly string[]]>([
  ['Costs rose, said Ms. Ode. Work goes on.', ['Costs rose, said Ms. Ode.', 'Work goes on.']],
  ['“It is late. We know,” she said.', ['“It is late.', 'We know,” she said.']],
  ['We met...And (he’s) great. Then he left.', ['We met...And (he’s) great.', 'Then he left.']],
  ['He came on Jan. 6. It rained.', ['He came on Jan. 6.', 'It rained.']],
  [
    'The U.S. Senate met. He lives in the U.S. The end.',
    ['The U.S. Senate met.', 'He lives in the U.S.', 'The end.'],
  ],
  [
    '“Why?” she asked. "It is late." The roof fell.',
    ['“Why?” she asked.', '"It is late."', 'The roof fell.'],
  ],
  ['"Is it safe?" Mr. Lee asked. "Yes."', ['"Is it safe?" Mr. Lee asked.', '"Yes."']],
  ["'It is late.' Cllr Ode said.", ["'It is late.' Cllr Ode said."]],
  ['She said ‘no.’ But he went.', ['She said ‘no.’', 'But he went.']],
  ['No. 10 belongs to J. R. Ward. It is old.', ['No. 10 belongs to J. R. Ward.', 'It is old.']],
  [
    'Tar Inc. shares fell at 9 a.m. Monday. It shut.',
    ['Tar Inc. shares fell at 9 a.m. Monday.', 'It shut.'],
  ],
  ['1. a new roof', ['1. a new roof']],
  ['1. A roof', ['1.', 'A roof']],
  ['“Why now?” she asked', ['“Why now?” she asked']],
  ['Costs rose 1.5 per cent.”', ['Costs rose 1.5 per cent.”']],
  ['“Go. We know', ['“Go.', 'We know']],
  ['', []],
  ['  \u00a0 ', []],
  ['🎉 Hooray! 🎉', ['🎉 Hooray!', '🎉']],
  ['A line\r\nthat was broken. And more.', ['A line\r\nthat was broken.', 'And more.']],
])('%j', (text, sentences) => {
  const spans = splitSentences(text, { start: 0, end: text.length });
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
});

test.each(["'", '"', '”', '’"', "''’"])(
  'a row of %s that ends nothing is read at once',
  (marks) => {
    const text = `It rained.${marks.repeat(60)} to cars.`;
    expect(splitSentences(text, { start: 0, end: text.length })).toHaveLength(1);
  },
);

test('offsets count from the start of the text, not of the paragraph', () => {
  const text = 'One.\nTwo is here. Three.';
  expect(splitSentences(text, { start: 5, end: text.length })).toEqual([
    { start: 5, end: 17 },
    { start: 18, end: 24 },
  ]);
});
