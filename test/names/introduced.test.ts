import { expect, test } from 'vitest';
import { whomIntroduced } from '../../src/names/descriptions/introduced.ts';
import { plainStory } from '../stories.ts';

test.each([
  ['the Minister for Bridges', 'The Minister for Bridges, Engr. Ann Ode, said no.', 'Ann Ode'],
  ['the Lakers coach', 'Lund Lakers coach Ann Ode wept. Bo Ives did not.', 'Ann Ode'],
  ['her brother', 'Ann Ode was there. Her brother, Bo Ives, a vet, was not.', 'Bo Ives'],
  ['the mine’s chief engineer', 'Ann Ode, 51, the mine’s chief engineer, left.', 'Ann Ode'],
  ['a retired diver', 'Ann Ode, a retired diver, sang. Bo Ives played.', 'Ann Ode'],
  ['his lawyer', 'Bo Ives came with his lawyer, Councillor Ann Ode.', 'Ann Ode'],
  // two are introduced so
  ['the engineer', 'The engineer Ann Ode left. The engineer, Bo Ives, stayed.', null],
  // nobody is
  ['the engineer', 'Ann Ode called the engineer. Bo Ives came.', null],
  ['her brother', 'Ann Ode and her brothers, Bo Ives said, were late.', null],
  ['the daughter', 'Ann Ode, the daughter of a diver, sang.', null],
  // what ends before a comma need not describe who comes next
  ['the engineer', 'According to the engineer, Ann Ode called at noon.', null],
  // a name describes nobody
  ['the Times', 'In an interview with the Times, Ann Ode, 51, said no. The Times wrote it.', null],
  ['Ann Ode', 'The engineer Ann Ode left.', null],
  ['the', 'The engineer Ann Ode left.', null],
  ['', 'The engineer Ann Ode left.', null],
])('%j in %j is %j', (typed, text, name) => {
  const { article, names } = plainStory(text);
  expect(whomIntroduced(article, names, typed)?.name ?? null).toBe(name);
});
