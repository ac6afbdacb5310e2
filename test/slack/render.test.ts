import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { GREETING } from '../../adapters/chat/greeting.ts';
import { render } from '../../adapters/slack/render.ts';
import { inPrivate, inPublic, WHOLE } from '../../adapters/slack/view.ts';
import type { Block, Citation } from '../../src/index.ts';
import { makeReply } from '../../src/reply/reply.ts';
import type { Verbatim } from '../../src/story/citation.ts';
import { refuseMessage } from './server/limits.ts';
import { record } from './server/outside.ts';

vi.setConfig({ testTimeout: 60_000 });

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.stringMatching(/^[<>&!@#*_~`| \n\u200b]{0,40}$/),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((text) => text.repeat(400)),
  fc.constantFrom(
    '',
    ' ',
    '\n',
    '<!channel>',
    'x'.repeat(20_000),
    '&'.repeat(5000),
    '😀'.repeat(3000),
  ),
);

const citation: fc.Arbitrary<Citation> = fc
  .record({
    words: anything,
    name: anything,
    from: fc.nat(100),
    length: fc.nat(3000),
    url: fc.option(fc.webUrl()),
  })
  .map(({ words, name, from, length, url }) => ({
    story: 'story',
    headline: null,
    begins: words.slice(0, 60) as Verbatim,
    publisher: null,
    url,
    page: null,
    paragraph: 1,
    paragraphs: 2,
    span: { start: 0, end: words.length },
    words: words as Verbatim,
    mark: { start: charactersTo(words, from), end: charactersTo(words, from + length) },
    speaker: {
      name: name.slice(0, 200) as Verbatim,
      words: null,
      role: null,
      kind: 'direct',
      via: [],
      basis: 'named',
      stance: 'says',
    },
  }));

/** Where the nth character ends: a mark never cuts one in two. */
function charactersTo(words: string, n: number): number {
  return [...words].slice(0, n).join('').length;
}

const block: fc.Arbitrary<Block> = fc.oneof(
  anything.map((text) => ({ kind: 'text', text }) as const),
  anything.map((words) => ({ kind: 'answer', words: words as Verbatim }) as const),
  citation.map((one) => ({ kind: 'quote', citation: one }) as const),
  fc
    .record({
      columns: fc.array(anything, { maxLength: 4 }),
      rows: fc.array(fc.array(anything, { maxLength: 4 }), { maxLength: 30 }),
    })
    .map((table) => ({ kind: 'table', ...table }) as const),
  fc.array(anything, { maxLength: 5 }).map((lines) => ({ kind: 'examples', lines }) as const),
  fc.array(fc.record({ story: anything, quote: anything }), { maxLength: 5 }).map((parts) => ({
    kind: 'difference' as const,
    parts: parts.map(({ story, quote }) => ({
      kind: 'changed' as const,
      story: story as Verbatim,
      quote,
    })),
  })),
);

const actions = (['more', 'why', 'everywhere', 'feedback-right', 'feedback-wrong'] as const).map(
  (kind) => ({ kind, label: kind, line: '/more bridge 0-10' }),
);

test('whatever a reply holds, each of its messages is within Slack’s limits and pings nobody', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), anything, fc.nat(3), (blocks, line, way) => {
      const view = [
        WHOLE,
        inPublic(line),
        inPrivate(line, line, true),
        inPrivate(line, null, true, 1),
      ];
      const command = way === 0 ? 'check' : 'ask';
      for (const message of render(makeReply(command, { blocks, actions }), GREETING, view[way])) {
        expect(refuseMessage({ ...message })).toBeNull();
        expect(message.text).not.toMatch(/<|>/);
        expect(JSON.stringify(message.blocks)).not.toMatch(/<[!@#]/);
      }
    }),
    { numRuns: 100 },
  );
});

test('no word of a passage is lost or changed, however long it is', () => {
  fc.assert(
    fc.property(citation, (one) => {
      const messages = render(
        makeReply('ask', { blocks: [{ kind: 'quote', citation: one }] }),
        null,
      );
      const quotes = messages
        .flatMap(({ blocks }) => blocks.flatMap((one) => ('elements' in one ? one.elements : [])))
        .map((one): unknown => one)
        .filter((part) => record(part).type === 'rich_text_quote');
      const shown = quotes.flatMap((part) => record(part).elements as readonly unknown[]);
      const words = shown.map((element) => record(element).text).join('');
      const bare = (text: string): string =>
        text.replace(/\s+/g, '').replace(/\p{Surrogate}/gu, '\ufffd');
      expect(bare(words)).toBe(bare(one.words));
    }),
    { numRuns: 100 },
  );
});

test('a public answer that no button could ask for again is shown whole', () => {
  const blocks = ['a', 'b', 'c', 'd'].map(
    (sign): Block => ({ kind: 'text', text: sign.repeat(3000) }),
  );
  const reply = makeReply('check', { blocks });
  const short = render(reply, null, inPublic('/check “short”'));
  expect(short).toHaveLength(2);
  expect(JSON.stringify(short)).toContain('/rest 2 ');
  const whole = render(reply, null, inPublic(`/check “${'long '.repeat(200)}”`));
  expect(whole.map(({ text }) => text).join('')).toContain('d'.repeat(600));
});
