import { expect, test } from 'vitest';
import { settleWords, withItsKind } from '../../src/answer/answer-words.ts';

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
  // all of an amount
  ['She swam for two hours and |40 minutes|.', 'two hours and 40 minutes'],
  ['He got |six years| and three months.', 'six years and three months'],
  ['She is |5 feet| 11 inches tall.', '5 feet 11 inches'],
  ['It will cost |£3m| to £4m.', '£3m to £4m'],
  ['It rose from |£3m| to £4m.', '£3m'],
  ['It brings a |million| jobs.', 'a million'],
  ['Gusts of |95 km|/h were felt.', '95 km/h'],
  ['They rowed |19 miles| in two days.', '19 miles'],
  ['They paid |£12| and 40 pence.', '£12'],
])('%j gives %j', (marked, words) => {
  expect(settled(marked)).toBe(words);
});

test.each([
  ['She was taken to St. Ode’s Hospital in Ives.', 'St. Ode’s', 'hospital', 'St. Ode’s Hospital'],
  ['The River Wend broke its banks.', 'Wend', 'river', 'River Wend'],
  ['She was taken to a hospital in Ives.', 'Ives', 'hospital', 'Ives'],
  ['Ives hospital is shut.', 'Ives', 'hospital', 'Ives'],
])('in %j %j, asked for as a %s, is %j', (text, words, kind, whole) => {
  const start = text.indexOf(words);
  const found = withItsKind(text, { start, end: start + words.length }, kind);
  expect(text.slice(found.start, found.end)).toBe(whole);
});
