import { expect, test } from 'vitest';
import { settleWords } from '../../src/answer/answer-words.ts';

/** The words between the bars, settled in a sentence that is the whole text. */
function settled(marked: string): string {
  const [before = '', words = ''] = marked.split('|');
  const text = marked.replaceAll('|', '');
  const sentence = { start: 0, end: text.length };
  const span = { start: before.length, end: before.length + words.length };
  const { start, end } = settleWords(text, span, sentence);
  return text.slice(start, end);
}

test.each([
  ['The mast is |40 met|res high.', '40 metres'],
  ['She paid |£12,| he said.', '£12'],
  ['It was |“a bad day| for all”, he said.', 'a bad day'],
  ['He called it |“a bad day”| and left.', '“a bad day”'],
  ['It took |(six weeks| or so) to mend.', 'six weeks'],
  ['They met in |Leeds.|', 'Leeds'],
  ['They met in the |U.S.|', 'U.S.'],
  ['The |Corrie’s| owner says Corrie is sold.', 'Corrie'],
  ['|Ode’s| is a shop in Leeds.', 'Ode’s'],
  ['The cafe\u0301 |cafe|\u0301 closed.', 'cafe\u0301'],
  ['It rained |–| all day.', '–'],
  ['It was |👍🏽 great|, she wrote.', '👍🏽 great'],
])('%j gives %j', (marked, words) => {
  expect(settled(marked)).toBe(words);
});
