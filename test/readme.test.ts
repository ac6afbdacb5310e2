import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PLAIN, render } from '../adapters/console/render.ts';
import { commands, parseCommand } from '../src/index.ts';
import { CONSOLE, makeBot, readStory, root } from './stories.ts';

const readme = readFileSync(new URL('README.md', root), 'utf8');
const [, exchange = ''] = /```\n(verbatim> [\s\S]*?)```/.exec(readme) ?? [];
const turns = exchange
  .split('verbatim> ')
  .filter((turn) => turn.trim() !== '')
  .map((turn) => [turn.split('\n')[0] ?? '', turn.split('\n').slice(1).join('\n')] as const);

/** Where lines are broken is the terminal's matter. */
function flow(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

test.each(turns)('the exchange in the README is a real one: %s', async (typed, shown) => {
  const { bot } = makeBot([readStory('alibaba-ma-trump')]);
  const text = render(await bot(parseCommand(typed, CONSOLE)), PLAIN);
  expect(flow(text).startsWith(flow(shown)), flow(text)).toBe(true);
});

test('the README names every command', () => {
  expect(turns.length).toBeGreaterThan(1);
  for (const { name } of commands) expect(readme).toContain(`/${name}`);
});
