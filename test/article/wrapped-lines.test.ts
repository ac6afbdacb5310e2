import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { prepare } from '../../src/story/prepare.ts';
import { wrap } from '../ingest/form-parts.ts';

const HEADLINE = 'Tide mill on the Orwick grinds flour again after ninety years';
const PARAGRAPHS = [
  'The wheel of the tide mill at Orwick turned on Saturday for the first time since 1936, and ground forty kilos of wheat before the water ran out.',
  '“I had flour in my hair and I did not want to wash it out,” said the miller Dorothea van der Lind, who learned the trade from a book.',
  'The stones were cut in a quarry nine miles away and came by boat, as the first pair did, according to Barnaby Holt-Reyes of the trust that owns the mill.',
  'It will grind at spring tides only, about six days in a month, and the bakery next door has asked for all of it.',
];
const SPEAKERS = ['Dorothea van der Lind', 'Barnaby Holt-Reyes'];

/** The numbered paragraphs of a text, each in one line, and its headline. */
function read(text: string) {
  const { article, paragraphs, names } = prepare(readArticle('story', text));
  const told = paragraphs.filter(({ number }) => number !== null);
  return {
    headline: article.headline,
    paragraphs: told.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')),
    byline: paragraphs.find(({ setAside }) => setAside === 'byline'),
    names: names.map(({ name }) => name),
  };
}

describe('a text broken at a width', () => {
  const at = (width: number, indent = ''): string[] =>
    PARAGRAPHS.map((one) =>
      wrap(`${'_'.repeat(indent.length)}${one}`, width).replace(/^_+/, indent),
    );
  test.each<[string, string]>([
    ['of 34 letters', `${HEADLINE}\n\n${at(34).join('\n\n')}`],
    ['of 72 letters', `${HEADLINE}\n\n${at(72).join('\n\n')}`],
    ['of 120 letters', `${HEADLINE}\n\n${at(120).join('\n\n')}`],
    ['with DOS line ends', `${HEADLINE}\n\n${at(64).join('\n\n')}`.replaceAll('\n', '\r\n')],
    ['of which only indents part paragraphs', `${HEADLINE}\n\n${at(66, '    ').join('\n')}`],
    ['of which only short lines end paragraphs', `${HEADLINE}\n\n${at(70).join('\n')}`],
  ])('%s is read in paragraphs, and no name is cut', (_, text) => {
    const story = read(text);
    expect(story.headline).toBe(HEADLINE);
    expect(story.paragraphs).toEqual(PARAGRAPHS);
    expect(story.names).toEqual(expect.arrayContaining(SPEAKERS));
  });

  test('by hand inside a sentence is one paragraph', () => {
    const text = `${HEADLINE}\n\n${PARAGRAPHS.join('\n\n')}`.replace(
      'van der Lind',
      'van\u2028der Lind',
    );
    expect(read(text).paragraphs).toEqual(PARAGRAPHS);
    expect(read(text).names).toContain('Dorothea van der Lind');
  });
});

test('a line broken right behind a quotation goes on', () => {
  const text = `${HEADLINE}\n\n“We never thought that it would turn again in our time,”\nsaid Ann Ode.\n\n${PARAGRAPHS[0]}`;
  expect(read(text).paragraphs[0]).toBe(
    '“We never thought that it would turn again in our time,” said Ann Ode.',
  );
});

test.each([
  ['a list of towns', 'Marl\nSkerrow\nBrandle\nTamble\nCorran\nMerrow'],
  [
    'a verse',
    'The tide comes in,\nthe tide goes out,\nthe miller has a stone,\nand no one is about,',
  ],
  ['points', '- 500 homes without power\n- 20 roads under water\n- 3 schools shut all week'],
])('%s stays in lines', (_, lines) => {
  const text = `${HEADLINE}\n\n${PARAGRAPHS.join('\n\n')}\n\n${lines}\n\n${PARAGRAPHS[0]}`;
  const { paragraphs } = prepare(readArticle('story', text));
  const all = paragraphs.map(({ start, end }) => text.slice(start, end));
  for (const line of lines.split('\n')) expect(all).toContain(line);
});

test('paragraphs of a line each, without blank lines, are not joined', () => {
  expect(read([HEADLINE, ...PARAGRAPHS].join('\n')).paragraphs).toEqual(PARAGRAPHS);
});

describe('a line right under a headline', () => {
  const BODY = PARAGRAPHS.join('\n\n');
  test.each([
    ['By Ines Corrigan'],
    ['BY INES CORRIGAN AND DOV LERNER'],
    ['By Ines Corrigan, Science Editor'],
    ['Von Jo Berg'],
    ['14 March 2026'],
  ])('that is “%s” is no part of it', (line) => {
    const { headline, paragraphs } = read(`${HEADLINE}\n${line}\n\n${BODY}`);
    expect({ headline, paragraphs }).toEqual({ headline: HEADLINE, paragraphs: PARAGRAPHS });
  });

  test('that is a byline and a date under it are two', () => {
    const story = read(`${HEADLINE}\r\nBy Ines Corrigan\r\n14 March 2026\r\n\r\n${BODY}`);
    expect(story.headline).toBe(HEADLINE);
    expect(story.byline).toBeDefined();
    expect(story.paragraphs).toEqual(PARAGRAPHS);
  });

  test('that goes on with it is a part of it', () => {
    const { headline } = read(
      `${HEADLINE} and\na long argument over who should pay\nBy Ines Corrigan\n\n${BODY}`,
    );
    expect(headline?.replace(/\s+/g, ' ')).toBe(
      `${HEADLINE} and a long argument over who should pay`,
    );
  });

  test('and begins with “by” in the middle of a sentence is the sentence’s', () => {
    const text = `The mill was saved in the end by a plan that was written in one night,\nby Monday noon the trust had read it, and the town had paid for it.\n\n${BODY}`;
    expect(read(text).paragraphs).toHaveLength(PARAGRAPHS.length + 1);
  });
});
