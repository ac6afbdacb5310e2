import { expect, test } from 'vitest';
import { formatPassageLine } from '../../src/commands/command.ts';
import { parseCommand } from '../../src/commands/parse.ts';
import { CONSOLE } from '../stories.ts';

function parse(typed: string) {
  const { place: _place, input: _input, ...ask } = parseCommand(typed, CONSOLE);
  return ask;
}

test.each<[string, object]>([
  ['/ask Who paid?', { kind: 'ask', question: 'Who paid?' }],
  ['  /ASK   Who\u00a0paid? ', { kind: 'ask', question: 'Who paid?' }],
  ['/who-said it is late', { kind: 'who-said', words: 'it is late' }],
  ['/quotes Mei', { kind: 'quotes', person: 'Mei', topic: null }],
  ['/what-said Mei about the roof?', { kind: 'quotes', person: 'Mei', topic: 'the roof' }],
  ['/story more', { kind: 'story', more: true }],
  ['/use all', { kind: 'use', story: 'all' }],
  ['/why', { kind: 'why', about: null }],
  ['/why a-b 3-9', { kind: 'why', about: { story: 'a-b', span: { start: 3, end: 9 } } }],
  ['/more garbled', { kind: 'more', passages: [], nearest: false }],
  ['/', { kind: 'unknown', name: '' }],
  ['/dance now', { kind: 'unknown', name: 'dance' }],
  ['/quotes ?', { kind: 'empty', of: 'quotes' }],
  ['', { kind: 'empty', of: null }],
  ['🙂 …', { kind: 'empty', of: null }],
])('%j means %j', (typed, ask) => expect(parse(typed)).toEqual(ask));

test.each<[string, object]>([
  ['Who claimed that it is late?', { kind: 'who-said', words: 'it is late?' }],
  ['who told the court that it was late', { kind: 'who-said', words: 'it was late' }],
  ['who denies that it is late', { kind: 'who-said', words: 'it is late' }],
  ['who said “it is late”?', { kind: 'who-said', words: '“it is late”?' }],
  ['Who says that it is late', { kind: 'who-said', words: 'it is late' }],
  ['according to whom is it late?', { kind: 'who-said', words: 'it late?' }],
  ['what did Ma say about fruit?', { kind: 'quotes', person: 'Ma', topic: 'fruit' }],
  ['What has Ms. Ode said?', { kind: 'quotes', person: 'Ms. Ode', topic: null }],
  ['quotes by Mei', { kind: 'quotes', person: 'Mei', topic: null }],
  ['everything Mei said about jobs', { kind: 'quotes', person: 'Mei', topic: 'jobs' }],
  ['who is quoted?', { kind: 'speakers', picture: false }],
  ['show me a picture of the speakers', { kind: 'speakers', picture: true }],
  ['all the numbers', { kind: 'numbers', topic: null }],
  ['numbers about jobs?', { kind: 'numbers', topic: 'jobs' }],
  ['timeline', { kind: 'when', topic: null }],
  ['timeline of the talks', { kind: 'when', topic: 'the talks' }],
  ['What are the sources?', { kind: 'sources' }],
  ['the whole story', { kind: 'story', more: true }],
  ['what is this story about?', { kind: 'story', more: false }],
  ['which stories do you have', { kind: 'stories', topic: null }],
  ['help', { kind: 'help' }],
  ['Are you a bot?', { kind: 'about' }],
  ['more', { kind: 'more', passages: [], nearest: false }],
])('%j is routed to %j', (typed, ask) => expect(parse(typed)).toEqual(ask));

test.each([
  'What did Trump say after meeting Ma?',
  'why?',
  'What is a clarinet?',
  'Who was the mayor?',
  'use of force in the story?',
  'How many stories does the tower have?',
  'What did it say?',
  'who said?',
])('%j is asked of the story', (typed) => {
  expect(parse(typed)).toEqual({ kind: 'ask', question: typed });
});

test('a button carries at most 100 characters, and what it says can be read again', () => {
  const story = 'x'.repeat(40);
  const keys = [10, 20, 30].flatMap((start) => [
    { story, span: { start, end: start + 100_000 } },
    { story: `${story.slice(1)}y`, span: { start, end: start + 5 } },
  ]);
  const line = formatPassageLine('/more', keys);
  expect(line.length).toBeLessThanOrEqual(100);
  expect(parse(line)).toEqual({ kind: 'more', passages: keys.slice(0, 1), nearest: false });
});
