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

test.each([
  ['What did he say about the roof?', 'What did Ben Oduya say about the roof?'],
  ['What is her job?', "What is Rosa Lind's job?"],
  ['why?', 'Why will the council close the bridge?'],
  ['And when was that?', 'When will the council close the bridge?'],
  ['and in April?', 'in April council close bridge?'],
  ['how many of these?', 'how many of these council close bridge?'],
  ['What did Ms. Ode say about him?', 'What did Ms. Ode say about him?'],
  ['How long is the tunnel?', 'How long is the tunnel?'],
  ['…', '…'],
])('%j is understood as %j', (text, understood) => {
  expect(followUp(readQuestion(text), topic).question.text).toBe(understood);
});

test('without a conversation a question stays as it is', () => {
  expect(followUp(readQuestion('what did he say?'), null).question.text).toBe('what did he say?');
  expect(resolvePronoun('he', null)).toBeNull();
});
