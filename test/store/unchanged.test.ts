import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findUnchanged, formatSpans, readSpans } from '../../src/store/unchanged.ts';

const OLD = 'The vote was close. Ann Ode won it by 4. “We go on,” she said.';

test.each([
  ['the same', OLD, [OLD]],
  ['other white space', OLD.replaceAll(' ', '\n\n  '), [OLD]],
  ['nothing', '', []],
  ['a word changed', OLD.replace('close', 'narrow'), ['The vote was', OLD.slice(18)]],
  ['a word left out', OLD.replace(' close', ''), ['The vote was', OLD.slice(18)]],
  ['a figure changed', OLD.replace('4', '5'), [OLD.slice(0, 37), OLD.slice(39)]],
  [
    'sentences that changed places',
    'Ann Ode won it by 4. The vote was close.',
    ['Ann Ode won it by 4.', 'The vote was close.'],
  ],
  ['a sentence twice', `${OLD} The vote was close.`, [OLD, 'The vote was close.']],
  ['another text', 'A ferry ran aground off the pier.', []],
])('of %s, what was there before is found', (_, now, kept) => {
  const plain = (text: string): string => text.replace(/\s+/g, ' ');
  expect(findUnchanged(OLD, now).map(({ start, end }) => plain(now.slice(start, end)))).toEqual(
    kept,
  );
});

test('a stretch is unchanged exactly where the text before has its words in a row', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', 'Ode'), { maxLength: 24 });
  fc.assert(
    fc.property(texts, texts, (old, now) => {
      const found = findUnchanged(old.join(' '), now.join(' '));
      const at = now.map((_, n) => now.slice(0, n).join(' ').length + (n === 0 ? 0 : 1));
      for (let from = 0; from < now.length; from += 1) {
        for (let to = from + 3; to <= now.length; to += 1) {
          const [start, words] = [at[from] ?? 0, now.slice(from, to).join(' ')];
          const isKept = ` ${old.join(' ')} `.includes(` ${words} `);
          const end = start + words.length;
          expect(found.some((one) => one.start <= start && end <= one.end)).toBe(isKept);
        }
      }
    }),
  );
});

test('it reads back as it was kept, and garbled as what is left of it', () => {
  const spans = findUnchanged(OLD, OLD.replace('close', 'narrow'));
  expect(readSpans(formatSpans(spans))).toEqual(spans);
  expect(['', '7', 'x-y', '3-'].map(readSpans)).toEqual([[], [], [], []]);
});
