import { expect, test } from 'vitest';
import { parseCommand, type Reply } from '../../src/index.ts';
import { CONSOLE, makeBot, readStory } from '../stories.ts';

const { bot } = makeBot([readStory('alibaba-ma-trump')]);
const say = (line: string): Promise<Reply> => bot(parseCommand(line, CONSOLE));

test('what somebody thinks is what they said of it, where the reader finds nothing', async () => {
  const reply = await say('What did the experts think of the meeting?');
  expect(reply.found).toBe(true);
  expect(reply.passages[0]?.words).toMatch(/left a door open .+ Chinese experts said/);
});

test('what somebody thinks of something they are not quoted about is not made up', async () => {
  const reply = await say('What did the experts think of the weather in Lagos?');
  expect(reply).toMatchObject({ found: false, reason: 'not-in-story' });
});
