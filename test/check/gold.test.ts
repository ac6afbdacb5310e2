import { expect, test } from 'vitest';
import { parseCommand } from '../../src/index.ts';
import { CONSOLE, makeBot, readGold, readStory } from '../stories.ts';

interface Check {
  readonly story: string;
  readonly input: string;
  readonly verdict: string;
  readonly speaker: string | null;
}

const gold = readGold<Check>('checks', 'all');
const bots = new Map(
  [...new Set(gold.map(({ story }) => story))].map((id) => [id, makeBot([readStory(id)])] as const),
);

async function check({ story, input }: Check) {
  const reply = await bots.get(story)?.bot(parseCommand(input, CONSOLE));
  const speaker = reply?.passages[0]?.speaker?.name ?? null;
  return { verdict: reply?.verdict ?? null, speaker };
}

test.each(gold)('$story: $input is $verdict', async (one) => {
  expect((await check(one)).verdict).toBe(one.verdict);
});

test('names the speaker of nearly all of them', async () => {
  const found = await Promise.all(gold.map(check));
  const right = found.filter(({ speaker }, i) => speaker === gold[i]?.speaker);
  expect(right.length / gold.length).toBeGreaterThan(0.95);
});
