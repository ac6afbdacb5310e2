import { expect, test } from 'vitest';
import { readQuestion } from '../../src/answer/question.ts';
import { followUp, resolvePronoun, type Topic } from '../../src/answer/topic.ts';

const topic: Topic = {
  names: [
    { name: 'Rosa Lind', kind: 'person', gender: 'female' },
    { name: 'Ben Oduya', kind: 'person', gender: 'male' },
    { name: 'Tarn Council', kind: 'organisation', gender: null },
    { name: 'Tarnford', kind: 'place', gender: null },
  ],
  question: 'Where will the council close the bridge?',
};

test.each([
  ['he', 'Ben Oduya'],
  ['She', 'Rosa Lind'],
  ['it', 'Tarn Council'],
  ['there', 'Tarnford'],
  ['roof', null],
])('%s means %s', (word, name) => {
  expect(resolvePronoun(word, topic)).toBe(name);
});

const before = topic.question;

test.each([
  ['What did he say about the roof?', before, 'What did Ben Oduya say about the roof?'],
  ['What is her job?', before, "What is Rosa Lind's job?"],
  ['why?', before, 'why?'],
  ['And when was that?', before, 'And when was that?'],
  ['and in April?', before, 'and in April?'],
  ['how many of these?', before, 'how many of these?'],
  ['what about the other one?', before, 'what about the other one?'],
  ['What did Ms. Ode say about him?', '', 'What did Ms. Ode say about him?'],
  ['How long is the tunnel?', '', 'How long is the tunnel?'],
  ['…', '', '…'],
])('%j leans on %j and is understood as %j', (text, leansOn, understood) => {
  const { question } = followUp(readQuestion(text), topic);
  expect([question.before, question.text]).toEqual([leansOn, understood]);
});

test('what leans on a question is found by the words of both, and wants what it says itself', () => {
  const { question } = followUp(readQuestion('and why in April?'), topic);
  const stems = question.terms.map(({ stem }) => stem);
  expect(stems).toEqual(expect.arrayContaining(['april', 'bridg', 'close']));
  expect(question.kind).toBe('reason');
  expect(followUp(readQuestion('and in April?'), topic).question.kind).toBe('place');
});

test('a third question leans on both before it', () => {
  const { standing } = followUp(readQuestion('and when?'), topic);
  expect(
    followUp(readQuestion('how come?'), { ...topic, question: standing }).question.before,
  ).toBe('Where will the council close the bridge? and when?');
});

test('without a conversation a question stays as it is', () => {
  expect(followUp(readQuestion('what did he say?'), null).question.text).toBe('what did he say?');
  expect(resolvePronoun('he', null)).toBeNull();
});
