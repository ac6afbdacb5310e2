import { describe, expect, test } from 'vitest';
import { type Heard, isAsked, isWorthSaying, type Way } from '../../adapters/chat/asked.ts';
import { parseCommand, type Reply } from '../../src/index.ts';
import { makeReply } from '../../src/reply/reply.ts';

const place = { channel: 'c', conversation: 'c', admin: false };

function asked(way: Way, line: string, edit: Heard['edit'] = 'none'): boolean {
  return isAsked({ way, edit }, () => parseCommand(line, place));
}

describe('when to speak', () => {
  test.each([
    ['mention', 'thanks!', true],
    ['mention', '', true],
    ['reply', 'and when does it open', true],
    ['direct', 'hello', true],
    ['command', '/numbers', true],
    ['button', '/why ferry 0-10', true],
    ['overheard', 'When does the ferry sail?', false],
    ['overheard', '/numbers', false],
  ] as const)('by %s “%s”: %s', (way, line, expected) => {
    expect(asked(way, line)).toBe(expected);
  });

  test.each([
    'When does the ferry sail?',
    'and the harbour master?',
    'who paid for the pier',
    'and how many boats sank',
    'did she resign',
    "who's the mayor",
    'can you tell me who owns the ferry?',
    'Who said "we are sinking"?',
    'What did Orla Finn say about the pier?',
    'did Finn say "you can trust us"?',
    'numbers',
    'more',
    'help',
    'show me the boats that sank',
    'Did the US pay for it?',
    'Why is the U.S. involved?',
  ])('in its own thread it is asked by: %s', (line) => {
    expect(asked('own-thread', line)).toBe(true);
  });

  test.each([
    'thanks!',
    '+1',
    'lol',
    'Good catch, Orla',
    'Let us print it at noon',
    "let's lead with the ferry",
    'The ferry sails at ten.',
    'Which is odd.',
    'which is what the desk wanted',
    'Shall we hold it until Monday?',
    'Could you take the second half?',
    'What should I call it?',
    'who said you could leave',
    'When the proofs are in, send them to Finn.',
    'ferry pier harbour',
    '…',
    '???',
    '/no-such-command',
  ])('in its own thread it is not asked by: %s', (line) => {
    expect(asked('own-thread', line)).toBe(false);
  });

  test.each([
    ['mention', 'first-mention', true],
    ['mention', 'other', false],
    ['direct', 'other', false],
    ['own-thread', 'other', false],
    ['own-thread', 'first-mention', false],
  ] as const)('an edit, %s, %s: %s', (way, edit, expected) => {
    expect(asked(way, 'When does the ferry sail?', edit)).toBe(expected);
  });
});

describe('what is worth saying', () => {
  const found = makeReply('ask', { answer: 'ten' });
  const silent = makeReply('ask', { found: false, reason: 'not-in-story' });
  const talk = makeReply('talk', { found: false, reason: 'not-a-question' });
  const unsaid = makeReply('quotes', { found: false, reason: 'no-such-person' });
  test.each([
    ['own-thread', found, true],
    ['own-thread', silent, false],
    ['own-thread', talk, false],
    ['own-thread', unsaid, false],
    ['mention', silent, true],
    ['reply', unsaid, true],
    ['direct', talk, true],
  ] as const)('%s', (way: Way, reply: Reply, expected) => {
    expect(isWorthSaying({ way, edit: 'none' }, reply)).toBe(expected);
  });
});
