import { expect, test } from 'vitest';
import { findOpenLink, linkIn } from '../../src/answer/link.ts';
import { seek } from '../../src/answer/match.ts';
import { readQuestion } from '../../src/answer/question.ts';
import { viewOf } from '../../src/answer/view.ts';
import { storyOf } from '../stories.ts';

/** The open link of a question and how far a sentence has it; null where the question leaves none open. */
function linked(question: string, text: string): readonly [string, number] | null {
  const view = viewOf(storyOf(text));
  const sought = seek(readQuestion(question), view.vocabulary, view.sentences.length, () => false);
  const link = findOpenLink(sought);
  const [sentence] = view.sentences;
  return link === null || sentence === undefined ? null : [link.word, linkIn(link, sentence)];
}

test.each([
  ['What is Ode charged with?', 'Ode was charged with theft.', ['with', 1]],
  ['What is Ode charged with?', 'They charged Ode on Monday with theft.', ['with', 0.7]],
  ['With what was Ode charged?', 'Ode was charged with theft.', ['with', 1]],
  ['What is Ode accused of being?', 'Ode is accused of being a thief.', ['of', 1]],
  ['What was Ode convicted of in May?', 'In May Ode was convicted of theft.', ['of', 1]],
  ['What is Ode charged with?', 'Ode was charged. She came with a lawyer.', ['with', 0]],
  ['What is Ode charged with?', 'Ode came with a lawyer.', ['with', 0]],
  ['Who was charged with theft?', 'Ode was charged with theft.', null],
  ['', 'Ode was charged with theft.', null],
])('%j in %j: %j', (question, text, expected) => {
  expect(linked(question, text)).toEqual(expected);
});
