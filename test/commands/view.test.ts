import { expect, test } from 'vitest';
import { readView } from '../../src/commands/view.ts';

test.each([
  ['What did the pilots think of the new roster?', 'the pilots', 'the new roster'],
  ['what does Ode make of it', 'Ode', 'it'],
  ['How do the neighbours feel about the mast?', 'the neighbours', 'the mast'],
  ['How has the airline reacted?', 'the airline', null],
  ['and how did she respond to the letter?', 'she', 'the letter'],
  ['What is the minister’s view of the deal?', 'the minister', 'the deal'],
  ["what's the union's reaction", 'the union', null],
  ['What was her opinion on that?', 'her', 'that'],
])('%s asks for the view of %s of %s', (question, person, topic) => {
  expect(readView(question)).toEqual({ person, topic });
});

test.each([
  'What do you think of it?',
  'What is your opinion?',
  'What did the pilots fly?',
  'How did the fire start?',
  'What did she make for lunch?',
  'What is the view from the tower?',
  'Who thinks of the roster?',
  '',
])('%j asks for nobody’s view', (question) => {
  expect(readView(question)).toBeNull();
});
