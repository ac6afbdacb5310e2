import { describe, expect, test } from 'vitest';
import { previewStory } from '../../src/ingest/preview.ts';
import { readTextFile } from '../../src/ingest/text-file.ts';

const TOLD =
  'The rope bridge over the Cawl was hung again on Sunday, and forty people crossed it before dark.';

/** The second of the numbered paragraphs, behind one that is always told. */
function second(file: string, words: string): string | undefined {
  return previewStory(readTextFile(`Rope bridge hung again\n\n${TOLD}\n\n${words}\n`, file))
    .paragraphs[1];
}

describe('Markdown', () => {
  test.each<[string, string, string]>([
    [
      'emphasis',
      'It was **not** the *first* time, ___she___ said.',
      'It was not the first time, she said.',
    ],
    [
      'a link',
      'The [parish council](https://cawl.example/a_b) paid for it.',
      'The parish council paid for it.',
    ],
    [
      'a link to a definition',
      'The [parish council][1] paid for it.\n\n[1]: https://cawl.example',
      'The parish council paid for it.',
    ],
    [
      'an address',
      'It says so on <https://cawl.example/x>.',
      'It says so on https://cawl.example/x.',
    ],
    ['a footnote', 'It cost £900.[^2]\n\n[^2]: With the ropes.', 'It cost £900.'],
    [
      'escapes',
      'It cost 900\\* pounds \\[sic\\], she said.',
      'It cost 900* pounds [sic], she said.',
    ],
    [
      'a block quotation',
      '> “It swings,” said Una Pryce,\n> who is eight.',
      '“It swings,” said Una Pryce, who is eight.',
    ],
    ['struck words', 'It will ~~not~~ open in May, she said.', 'It will open in May, she said.'],
    [
      'tags and entities',
      'It was <b>late</b>, R&amp;D said&nbsp;so.',
      'It was late, R&D said\u00a0so.',
    ],
    ['a comment', '<!-- check the sum -->It cost £900, she said.', 'It cost £900, she said.'],
    [
      'what only looks like it',
      'Rooms 2 * 3 and a_b_c are 5 < 6, she said.',
      'Rooms 2 * 3 and a_b_c are 5 < 6, she said.',
    ],
  ])('%s is read as a reader sees it', (_, written, seen) => {
    expect(second('rope.md', written)?.replace(/[^\S\u00a0]+/g, ' ')).toBe(seen);
  });

  test('questions in bold stay so, as interviews are told by them', () => {
    expect(second('rope.md', '**Was it late?**')).toBe('**Was it late?**');
  });

  test.each<[string, string]>([
    [
      'TOML',
      '+++\ntitle = \'Rope bridge hung again\'\ndate = 2026-03-14T08:00:00Z\ndraft = false\n[params]\n  author = "Una Pryce"\n+++',
    ],
    [
      'YAML with a list',
      '---\ntitle: Rope bridge hung again\nauthors:\n  - Una Pryce\ndate: 2026-03-14\n---',
    ],
    [
      'YAML with people',
      '---\ntitle: "Rope bridge hung again"\nauthor:\n  - name: Una Pryce\n    email: una@cawl.example\ndate: 2026-03-14\n---',
    ],
    [
      'YAML with a list in a line',
      '---\ntitle: Rope bridge hung again\nauthor: ["Una Pryce"]\ndate: 2026-03-14\n---',
    ],
  ])('front matter in %s is read', (_, matter) => {
    const { article, byline, paragraphs } = previewStory(
      readTextFile(`${matter}\n\n${TOLD}\n`, 'rope.md'),
    );
    expect(article.headline).toBe('Rope bridge hung again');
    expect(article.published).toMatch(/^2026-03-14/);
    expect(byline).toBe('Una Pryce');
    expect(paragraphs).toEqual([TOLD]);
  });
});

describe('a plain text', () => {
  test.each<[string, string, string]>([
    [
      'of a text view',
      'It was <strong>not</strong> the <em>first</em> time &mdash; nor the last.',
      'It was not the first time — nor the last.',
    ],
    [
      'with links',
      'The <a href="https://cawl.example">parish council</a> paid.',
      'The parish council paid.',
    ],
    ['with breaks', 'It <i>swings</i>, <b>she</b> said.<br />\n', 'It swings, she said.'],
  ])('%s has no tags', (_, written, seen) => {
    expect(second('rope.txt', written)).toBe(seen);
  });

  test('that tells of a tag keeps it', () => {
    const words = 'He wrote <b>late</b> on the board, and AT&T; nobody laughed.';
    expect(second('rope.txt', words)).toBe(words);
  });

  test.each<[string, string, string]>([
    [
      'a name',
      'The bridge was hung again by the rope maker Anne-\nMarie Holt, who lives beside it.',
      'Anne-Marie\nHolt',
    ],
    [
      'a word',
      'The bridge was hung again by two rope makers and nine fish-\nermen, who live beside it.',
      'fishermen,\nwho',
    ],
    [
      'a chain of words',
      'The bridge was hung again with a state-of-the-\nart rope, the council said.',
      'state-of-the-art\nrope',
    ],
    [
      'a dash at a line’s end',
      'The bridge was hung again by the rope maker -\nAnne Holt, who lives beside it.',
      'maker -\nAnne',
    ],
    [
      'what goes on with “and”',
      'The bridge was hung again, as it was in nineteen-\nand twenty-year steps before.',
      'nineteen-\nand',
    ],
  ])('%s parted at a line’s end is whole', (_, written, seen) => {
    expect(readTextFile(written, 'rope.txt').text).toContain(seen);
  });
});
