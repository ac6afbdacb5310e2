import { expect, test } from 'vitest';
import { settleDescription } from '../../src/answer/description.ts';
import { readQuestion } from '../../src/answer/question.ts';
import { plainStory } from '../stories.ts';

/** The words between the bars, as they are given for a question. */
function given(question: string, marked: string): string {
  const [before = '', words = ''] = marked.split('|');
  const text = marked.replaceAll('|', '');
  const story = plainStory(text);
  const span = { start: before.length, end: before.length + words.length };
  const sentence = story.sentences.find(({ start, end }) => start <= span.start && span.end <= end);
  if (sentence === undefined) throw new Error('the words stand in no sentence');
  const { start, end } = settleDescription(readQuestion(question), story, span, sentence);
  return story.article.text.slice(start, end);
}

const VET = 'The county’s chief vet for cattle, |Doctor| Ann Ode, said the herd was well.';
const SMITH = 'Ann Ode, a |retired| carpenter from Lund, found the key on Monday.';

test.each([
  ['Who is Ann Ode?', VET, 'The county’s chief vet for cattle'],
  ['who is Dr Ann Ode', VET, 'The county’s chief vet for cattle'],
  ['Who was Ode?', SMITH, 'a retired carpenter from Lund'],
  ['Who is Ann Ode?', '|Ann Ode|, the mayor of Lund, told her staff.', 'the mayor of Lund'],
  [
    'Who is Ann Ode?',
    'The mayor of Lund, |Councillor| Ann Ode, told Bo Ode. Ode was cheered.',
    'The mayor of Lund',
  ],
  // not a part of how she is described
  ['Who is Ann Ode?', 'Ann Ode, a locksmith, |found the key|.', 'found the key'],
  // what is asked is not who she is
  ['Who found the key?', SMITH, 'retired'],
  ['Who is Bo Ode?', SMITH, 'retired'],
  // two bear the name
  ['Who is Ode?', 'Ann Ode, a |retired| carpenter, left. Bo Ode, a baker, stayed.', 'retired'],
])('%s of %j: %j', (question, marked, words) => {
  expect(given(question, marked)).toBe(words);
});
