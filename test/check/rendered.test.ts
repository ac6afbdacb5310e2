import { expect, test } from 'vitest';
import { PLAIN, render } from '../../adapters/console/render.ts';
import { compareParts } from '../../adapters/slack/difference.ts';
import { makeReply } from '../../src/reply/reply.ts';
import { checkBridge } from './story.ts';

const [checked] = await checkBridge('“most of these girders really are sound”');
const parts = checked?.finding?.difference ?? [];

test('the console shows the comparison in plain marks', () => {
  const reply = makeReply('check', { blocks: [{ kind: 'difference', parts }] });
  expect(render(reply, PLAIN)).toBe('  Most of [-the-] {+these+} girders {+really+} are sound');
});

test('Slack strikes out the story’s words and puts the quotation’s in bold, and in text says it in marks', () => {
  const [line] = compareParts(parts, 100);
  expect(line?.text).toBe('Most of [-the-] {+these+} girders {+really+} are sound');
  expect(line?.elements).toContainEqual({ type: 'text', text: 'the', style: { strike: true } });
  expect(line?.elements).toContainEqual({ type: 'text', text: 'these', style: { bold: true } });
});

test('Slack parts a long comparison, and loses no word', () => {
  const long = parts.flatMap((part) => Array.from({ length: 20 }, () => part));
  const lines = compareParts(long, 100);
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.every(({ text }) => text.length <= 100)).toBe(true);
  expect(lines.map(({ text }) => text).join(' ')).toBe(compareParts(long, 99_999)[0]?.text);
});
