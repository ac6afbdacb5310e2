import { expect, test } from 'vitest';
import { findHolder } from '../../src/answer/holder.ts';
import { seek } from '../../src/answer/match.ts';
import { readQuestion } from '../../src/answer/question.ts';
import { viewOf } from '../../src/answer/view.ts';
import { storyOf } from '../stories.ts';

function holderOf(question: string, text: string): string | null {
  const story = viewOf(storyOf(text));
  const sought = seek(
    readQuestion(question),
    story.vocabulary,
    story.sentences.length,
    () => false,
  );
  const spans = story.sentences.flatMap((view) => findHolder(sought, view) ?? []);
  return spans.map(({ start, end }) => text.slice(start, end)).join('|') || null;
}

test.each([
  ['What is the governor’s name?', 'Governor Ann Ode sent a team.', 'Ann Ode'],
  ['Who is the governor?', 'Gov. Ann Ode sent a team.', 'Ann Ode'],
  ['Who leads the council?', 'The council’s leader, Bo Dray, took no part.', 'Bo Dray'],
  [
    'Who is the chief engineer of the port?',
    'Ann Ode, chief engineer at the port, left.',
    'Ann Ode',
  ],
  [
    'Who is the hospital’s chief executive?',
    'The hospital was hit. Chief executive Cy Ashe spoke.',
    'Cy Ashe',
  ],
  ['Who runs Acme Rail?', 'Acme Rail was sold. Acme’s chief executive, Ann Ode, left.', 'Ann Ode'],
])('%s %s', (question, text, holder) => {
  expect(holderOf(question, text)).toBe(holder);
});

test.each([
  ['Who is the mayor of Leeds?', 'Ann Ode, the mayor of York, left.'],
  ['Who is the mayor?', 'Councillor Ann Ode left.'],
  ['Who is the director of Bolt?', 'Bolt was bought. Acme’s director, Ann Ode, left for Acme.'],
  ['Who runs the council?', 'Councillor Ann Ode left the council.'],
  ['Who did the governor meet?', 'Governor Ann Ode sent a team.'],
  ['What is the name of the ship?', 'Captain Ann Ode left the ship.'],
])('nobody: %s %s', (question, text) => {
  expect(holderOf(question, text)).toBeNull();
});
