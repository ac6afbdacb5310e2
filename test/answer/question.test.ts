import { expect, test } from 'vitest';
import { readQuestion } from '../../src/answer/question.ts';

test.each([
  ['Who owns the newspaper?', 'person'],
  ['Who was Alfred Nobel?', 'definition'],
  ['What is listeria?', 'definition'],
  ['When did the ferry sink?', 'time'],
  ['What time does the show start?', 'time'],
  ['In which year was the mill founded?', 'time'],
  ['Where was the treaty signed?', 'place'],
  ['Which city hosts the games?', 'place'],
  ['Which newspaper reported it?', 'group'],
  ['How many jobs will it create?', 'count'],
  ['Vick faces how many months in prison?', 'duration'],
  ['What was the total number of victims?', 'count'],
  ['Number of voters in the town?', 'count'],
  ['How much did the mill cost?', 'money'],
  ['What was the price of the ticket?', 'money'],
  ['What was the mill’s profit last year?', 'money'],
  ['What percentage of voters agreed?', 'percent'],
  ['How old is the captain?', 'age'],
  ['How far is the island from the coast?', 'measure'],
  ['How long did the talks last?', 'duration'],
  ['Why did she resign?', 'reason'],
  ['What caused the fire?', 'reason'],
  ['How did the thieves get in?', 'manner'],
  ['What did the mayor say about the roof?', 'saying'],
  ['What did the council decide to do?', 'action'],
  ['Did the council approve the plan?', 'yes-no'],
  ['which river flooded', 'place'],
  ['Name of the president?', 'person'],
  ['What is the pilot’s name?', 'person'],
  ['What was the name of the ship?', 'thing'],
  ['What is the surgeon called?', 'person'],
  ['What would the bridge have cost?', 'money'],
  ['What is Ann Ode’s job?', 'definition'],
  ['What does Ann Ode do for a living?', 'definition'],
  ['What does Acme Rail do?', 'definition'],
  ['What did Ann Ode do?', 'thing'],
  ['What is Harvest Day?', 'definition'],
  ['What is the market day?', 'time'],
  ['What would rebuilding it cost?', 'money'],
  ['How come the march was called off?', 'reason'],
  ['any rain on the way?', 'yes-no'],
  ['Anyone hurt?', 'yes-no'],
  ['', 'thing'],
  ['🙂', 'thing'],
])('%j asks for: %s', (text, kind) => {
  expect(readQuestion(text).kind).toBe(kind);
});

test.each([
  ['Which newspaper reported it?', 'newspaper'],
  ['How many jobs will it create?', 'jobs'],
  ['What was the name of the captain?', 'captain'],
  ['What is the pilot’s name?', 'pilot'],
  ['Who sank the ship?', undefined],
])('%j: the noun asked for is %s', (text, focus) => {
  expect(readQuestion(text).focus?.lower).toBe(focus);
});

test.each([
  ['Who sank the ship?', 'subject'],
  ['What did Ma pledge to do?', 'object'],
  ['What is the price of the ticket?', 'complement'],
])('%j: the answer would be the %s', (text, gap) => {
  expect(readQuestion(text).gap).toBe(gap);
});

test('the words that say something are kept once each, names among them', () => {
  const { terms, names } = readQuestion(
    'Did Jack Ma meet the president, and where did Jack meet the US?',
  );
  expect(terms.map(({ token }) => token.text)).toEqual(['Jack', 'Ma', 'meet', 'president', 'US']);
  expect(names).toEqual(['Jack Ma', 'Jack', 'US']);
});

test('a very long line is read as far as a question goes', () => {
  expect(readQuestion('why '.repeat(50_000)).tokens.length).toBeLessThan(200);
});

test('a country in full is looked for by its letters', () => {
  const { terms } = readQuestion('When did the United States sign it?');
  expect(terms.map(({ stem }) => stem)).toEqual(['us', 'sign']);
});

test.each([
  ['When did the captain pass away?', ['captain', 'pass_away']],
  ['Why was the race put off?', ['race', 'put_off']],
  ['Which firm did they take over?', ['firm', 'take_over']],
  ['Who lives in the mill?', ['live', 'mill']],
  ['How many took part?', ['mani', 'take_part']],
])('%s: a verb of two words is looked for as one', (text, stems) => {
  expect(readQuestion(text).terms.map(({ stem }) => stem)).toEqual(stems);
});

test('a name is no verb', () => {
  expect(readQuestion('Who is the captain of the Northern Resolve?').verb).toBeNull();
});
