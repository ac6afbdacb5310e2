import { describe, expect, test } from 'vitest';
import type { CorpusArticle } from '../../src/train/polnear.ts';
import { openRenaming } from '../../src/train/renamed.ts';

const spanOf = (text: string, words: string) => {
  const start = text.indexOf(words);
  return [{ start, end: start + words.length }];
};

/** A story that marks one statement. */
function storyOf(
  text: string,
  source: string,
  cue: string,
  content: string,
  speaker?: string,
): CorpusArticle {
  return {
    ...{ id: source, text },
    attributions: [
      {
        source: spanOf(text, source),
        cue: spanOf(text, cue),
        content: spanOf(text, content),
        ...(speaker === undefined ? {} : { sourceEntity: speaker }),
      },
    ],
  };
}

const LEAK =
  'The mayor, Margaret Skarholt, met Dmitri Vasquel on Monday. SKARHOLT: It leaks.\n\n' +
  'Skarholt’s deputy was away. Vasquel, a plumber, said that it was old, Mrs Skarholt recalled.';
const LEAKS = storyOf(LEAK, 'Vasquel, a plumber,', 'said', 'that it was old', 'Dmitri Vasquel');
const LATE = storyOf(
  'It is late, Susan Okonjo told Viktor Hallqvist. Okonjo added that it was dark.',
  ...(['Okonjo', 'added', 'that it was dark', 'Susan Okonjo'] as const),
);
const NOBODY = storyOf('Nobody was there, police said.', 'police', 'said', 'Nobody was there');
const rename = openRenaming([LEAKS, LATE, NOBODY]);

const wordsOf = ({ text, attributions: [one] }: CorpusArticle) => {
  const slice = (spans: readonly { start: number; end: number }[] = []) =>
    spans.map(({ start, end }) => text.slice(start, end)).join('…');
  return { source: slice(one?.source), cue: slice(one?.cue), content: slice(one?.content) };
};

describe('a story with its people called otherwise', () => {
  const other = rename(LEAKS, 0);

  test('has their new names wherever it had the old ones, in capitals too', () => {
    expect(other.text).not.toMatch(/Skarholt|Vasquel|Dmitri|Margaret/i);
    const [, surname = ''] = /Mrs (\p{Lu}[\p{L}-]+) recalled/u.exec(other.text) ?? [];
    expect(other.text).toContain(`${surname.toUpperCase()}: It leaks.`);
    expect(other.text).toContain(`${surname}’s deputy`);
  });

  test('is the same otherwise', () => {
    const shape = (text: string) => text.replace(/\p{Lu}[\p{L}-]+/gu, 'X');
    expect(shape(other.text)).toBe(shape(LEAKS.text));
  });

  test('has its marks where they were, and who speaks by the new name', () => {
    const { source, cue, content } = wordsOf(other);
    expect([cue, content]).toEqual(['said', 'that it was old']);
    expect(source).toMatch(/^\p{Lu}[\p{L}-]+, a plumber,$/u);
    const name = other.attributions[0]?.sourceEntity ?? '';
    expect(other.text).toContain(`met ${name} on Monday`);
    expect(source.startsWith(name.split(' ').at(-1) ?? '-')).toBe(true);
  });

  test('is the same each time, and another each turn', () => {
    expect(rename(LEAKS, 0)).toEqual(other);
    const turns = [0, 1, 2, 3, 4, 5].map((turn) => rename(LEAKS, turn).text);
    expect(new Set(turns).size).toBeGreaterThan(1);
  });

  test('takes forenames that show the same', () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const { text } = rename(LATE, turn);
      expect(text).toMatch(/^It is late, (?:Margaret|Susan) /);
      expect(text).toMatch(/told (?:Viktor|Dmitri) /);
    }
  });

  test('that names nobody stays as it is', () => {
    expect(rename(NOBODY, 0)).toEqual(NOBODY);
  });
});
