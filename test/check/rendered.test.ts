import { expect, test } from 'vitest';
import { PLAIN, render } from '../../adapters/console/render.ts';
import { compareParts } from '../../adapters/slack/difference.ts';
import { makeReply } from '../../src/reply/reply.ts';
import { checkBridge } from './story.ts';

const [checked] = await checkBridge('“most of these girders really are sound”');
const parts = checked?.finding?.difference ?? [];

test('the console shows the story’s words and the quotation’s, what differs between stars', () => {
  const reply = makeReply('check', { blocks: [{ kind: 'difference', parts }] });
  expect(render(reply, PLAIN)).toBe(
    '  Story: Most of *the* girders are sound\n  Quoted: most of *these* girders *really* are sound',
  );
});

test('Slack puts what differs in bold on either line, and in text between stars: neither corrects the other', () => {
  const [story, quoted] = compareParts(parts, 100);
  expect(story?.text).toBe('Story: Most of *the* girders are sound');
  expect(quoted?.text).toBe('Quoted: most of *these* girders *really* are sound');
  expect(story?.elements).toContainEqual({ type: 'text', text: 'the', style: { bold: true } });
  expect(quoted?.elements).toContainEqual({ type: 'text', text: 'these', style: { bold: true } });
});

test('Slack parts a long comparison, and loses no word', () => {
  const long = parts.flatMap((part) => Array.from({ length: 20 }, () => part));
  const lines = compareParts(long, 100);
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.every(({ text }) => text.length <= 100)).toBe(true);
  expect(lines.map(({ text }) => text).join(' ')).toBe(
    compareParts(long, 99_999)
      .map(({ text }) => text)
      .join(' '),
  );
});
