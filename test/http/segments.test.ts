import { describe, expect, test } from 'vitest';
import { readPassage, segmentStory } from '../../adapters/http/page/segments.ts';
import type { Heard, Span } from '../../src/index.ts';
import { composeReading } from '../../src/reply/reading.ts';
import { hear } from '../../src/story/hear.ts';
import { readStory, storyOf } from '../stories.ts';

/** A story of which we say who speaks where. */
function reading(text: string, contents: readonly (readonly string[])[]) {
  const made = composeReading(storyOf(text), null);
  const statements = contents.map(
    (words): Heard => ({
      content: words.map((one) => spanOf(text, one)),
      kind: 'direct',
      voice: 0,
      who: 'Ann Ode',
      described: 'Ann Ode',
      stance: null,
      why: '',
    }),
  );
  return { ...made, statements };
}

function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

/** The pieces of a paragraph: words, and who is heard in them. */
function shown(
  text: string,
  segments: readonly (Span & { readonly heard: readonly number[] })[],
): string {
  return segments
    .map(
      ({ start, end, heard }) =>
        `${text.slice(start, end)}${heard.length > 0 ? `{${heard.join(' ')}}` : ''}`,
    )
    .join('|');
}

const TEXT = 'Ode said that Lund said it was late, and left.\n\nNobody else came that night.';

describe('a paragraph is cut', () => {
  test.each([
    ['where nobody speaks, not at all', [], null, TEXT.slice(0, 46), '', ''],
    [
      'where a statement stands inside another, the inner one first',
      [['that Lund said it was late'], ['it was late']],
      null,
      'Ode said |that Lund said {0}|it was late{1 0}|, and left.',
      '',
      '',
    ],
    [
      'where a passage begins in what is said and ends behind it',
      [['that Lund said it was late']],
      'late, and',
      'Ode said |that Lund said it was {0}',
      'late{0}|, and',
      ' left.',
    ],
    [
      'where a passage holds all that is said',
      [['it was late']],
      'said it was late,',
      'Ode said that Lund ',
      'said |it was late{0}|,',
      ' and left.',
    ],
    [
      'where two statements share some words',
      [['that Lund said it'], ['said it was late']],
      'Lund said',
      'Ode said |that {0}',
      'Lund {0}|said{1 0}',
      ' it{1 0}| was late{1}|, and left.',
    ],
  ])('%s', (_, contents, passage, before, inside, after) => {
    const made = reading(TEXT, contents);
    const [first] = segmentStory(made, passage === null ? null : spanOf(TEXT, passage));
    const parts = [first?.before, first?.passage, first?.after];
    expect(parts.map((part) => shown(TEXT, part ?? []))).toEqual([before, inside, after]);
  });

  test('also where a passage and a statement run over its end', () => {
    const made = reading(TEXT, [['late, and left.\n\nNobody else']]);
    const [first, second] = segmentStory(made, spanOf(TEXT, 'left.\n\nNobody'));
    expect(shown(TEXT, first?.passage ?? [])).toBe('left.{0}');
    expect(shown(TEXT, second?.passage ?? [])).toBe('Nobody{0}');
    expect(shown(TEXT, second?.after ?? [])).toBe(' else{0}| came that night.');
    expect([first?.heard, second?.heard]).toEqual([[0], [0]]);
  });

  test('and nothing of it is lost or shown twice', async () => {
    const made = composeReading(await hear(readStory('alibaba-ma-trump')), null);
    const all = { start: 800, end: 1500 };
    const pieces = segmentStory(made, all);
    made.paragraphs.forEach(({ start, end }, i) => {
      const piece = pieces[i];
      const segments = [
        ...(piece?.before ?? []),
        ...(piece?.passage ?? []),
        ...(piece?.after ?? []),
      ];
      const words = segments.map((one) => made.text.slice(one.start, one.end)).join('');
      expect(words).toBe(made.text.slice(start, end));
    });
  });
});

describe('a passage of an address', () => {
  const text = 'Headline of the day\n\nA 🚢 came in at noon.\n\nIt left at one.';
  const made = composeReading(storyOf(text), null);
  const ship = text.indexOf('🚢');

  test.each([
    ['as it is', [21, 30], [21, 30]],
    ['that begins inside a letter holds all of it', [ship + 1, ship + 4], [ship, ship + 4]],
    ['that ends inside a letter holds all of it', [21, ship + 1], [21, ship + 2]],
    ['up to the end', [text.length - 4, text.length], [text.length - 4, text.length]],
    ['over two paragraphs', [35, 50], [35, 50]],
    ['without words is none', [25, 25], null],
    ['turned round is none', [30, 21], null],
    ['past the end is none', [30, text.length + 1], null],
    [
      'in the white space between paragraphs is none',
      [text.indexOf('\n\nIt'), text.indexOf('It left')],
      null,
    ],
    ['in a line set aside is none', [0, 8], null],
  ])('%s', (_, [start = 0, end = 0], expected) => {
    const passage = readPassage(made, { start, end });
    expect(passage && [passage.start, passage.end]).toEqual(expected);
  });
});
