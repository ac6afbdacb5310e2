import { expect, test } from 'vitest';
import { findDescription } from '../../src/answer/define.ts';
import { readQuestion } from '../../src/answer/question.ts';
import { viewOf } from '../../src/answer/view.ts';
import { storyOf } from '../stories.ts';

function described(question: string, text: string): string | null {
  const [view] = viewOf(storyOf(text)).sentences;
  const span = view === undefined ? null : findDescription(readQuestion(question), view);
  return span === null ? null : text.slice(span.start, span.end);
}

test.each([
  ['What is Second Proof?', 'Ada opened her bakery, Second Proof, in a mill.', 'her bakery'],
  [
    'What is velstatine?',
    'Velstatine, a drug against coughing, was tested.',
    'a drug against coughing',
  ],
  ['What is listeria?', 'Listeria is a germ that grows in the cold.', 'a germ'],
  [
    'Who is Dale Orme?',
    'South African bowler Dale Orme took five wickets.',
    'South African bowler',
  ],
  ['What does Acme do?', 'Acme, which cleans windows, was sold.', 'cleans windows'],
  ['What is Ann Ode’s job?', 'Ann Ode, 34, who paints ships, won.', 'paints ships'],
  [
    'What does Ann Ode do for a living?',
    'His daughter, Ann Ode, who paints ships, won.',
    'paints ships',
  ],
  [
    'Who was Ann Ode?',
    'Ann Ode, the town’s first mayor, died on Monday.',
    'the town’s first mayor',
  ],
  ['Who is Ann Ode?', 'Ode, 52, is the leader of the Greens.', null],
  ['Who is Ode?', 'Ode, 52, is the leader of the Greens.', 'the leader of the Greens'],
  ['Who is Ann Ode?', 'Ann Ode, 52, a vet, won.', 'a vet'],
  ['who is ann brannoc', 'Ann Brannoc, a vet whose song won, left.', 'a vet'],
  ['What is the Mill Trust?', 'They told the Mill Trust, a charity, so.', 'a charity'],
  ['What is velstatine?', 'Velstatine is used to treat coughing.', 'used to treat coughing'],
  ['What is gelt?', 'Gelt, used by bakers as a glaze, is sweet.', 'used by bakers as a glaze'],
])('%s %s', (question, text, description) => {
  expect(described(question, text)).toBe(description);
});

test.each([
  ['What is listeria?', 'She fell ill with listeria on Monday.'],
  ['Who is Carl Amsel?', 'They remain one point behind Carl Amsel’s side.'],
  ['Who won the cup?', 'Dale Orme, a bowler, won the cup.'],
  ['What is the germ?', ''],
])('none: %s %s', (question, text) => {
  expect(described(question, text)).toBeNull();
});
