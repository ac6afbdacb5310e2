import { describe, expect, test, vi } from 'vitest';
import { read } from './kept-files.ts';
import { makePdf, type PdfPage } from './samples.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

async function paragraphsOf(...pages: readonly PdfPage[]): Promise<readonly string[]> {
  return (await read('page.pdf', makePdf(pages))).story?.text.split('\n\n') ?? [];
}

test.each<[string, readonly string[], string]>([
  [
    'stays in a chain of words',
    ['They own a state-of-the-', 'art lamp for the pier.'],
    'a state-of-the-art lamp',
  ],
  [
    'stays before the last of them',
    ['It is a once-in-a-', 'generation storm, he said.'],
    'once-in-a-generation storm',
  ],
  [
    'goes at the end of a chain',
    ['It is a long-await-', 'ed day for all of them.'],
    'a long-awaited day',
  ],
  [
    'stays in a name',
    ['It was kept by Anne-', 'Marie Holt of the trust.'],
    'by Anne-Marie Holt of',
  ],
  ['stays behind a number', ['He is a 19-', 'year-old from the island.'], 'a 19-year-old from'],
  [
    'stays before the plural of a word',
    ['It is for the over-', 'eighties of the island.'],
    'the over-eighties of',
  ],
  [
    'stays before “and”, with a space',
    ['There are two-', 'and three-storey houses.'],
    'are two- and three-storey',
  ],
  [
    'goes in capitals',
    ['THE COUNCIL MET THE FISH-', 'ERMEN AGAIN AT NOON.'],
    'THE FISHERMEN AGAIN',
  ],
])('a hyphen at a line’s end %s', async (_, lines, words) => {
  expect((await paragraphsOf(lines.map((line) => [14, line]))).join(' ')).toContain(words);
});

test('words that are drawn again one by one are read once', async () => {
  const words = 'Every lamp on the pier went out at noon'.split(' ');
  const widths = words.map((word) => word.length * 6 + 12);
  const twice = words.flatMap(
    (word, i): PdfPage => [
      [0, word, i === 0 ? 0 : (widths[i - 1] ?? 0)],
      [0, word, 0.3],
    ],
  );
  // the second drawing moves on by 0.3 points each time
  expect((await paragraphsOf([[20, 'It was late.'], ...twice])).join(' ')).toContain(
    words.join(' '),
  );
});

describe('a mark set high', () => {
  test.each<[string, string, string, string]>([
    ['of a footnote is left out', 'enough for 600 children', '1', 'children, they'],
    ['of two footnotes is left out', 'said the master;', '3,4', 'master;, they'],
    ['of a square stays', 'a hall of 90 m', '2', 'm2, they'],
  ])('%s', async (_, before, mark, words) => {
    const page: PdfPage = [
      [20, `There was room ${before}`],
      [-4, mark, before.length * 6 + 80, 7],
      [4, ', they said at noon.', 6],
    ];
    expect((await paragraphsOf(page)).join(' ').replace(/ (?=[\d,])/g, '')).toContain(words);
  });

  test('is left out with its note, which stands at the foot in small letters', async () => {
    const page: PdfPage = [
      [20, 'The harbour has room for 600 boats of every kind, the report says.'],
      [30, 'It was built in 1912 and has been mended only once in all the years since.'],
      [300, '1', 0, 6],
      [2, 'Boats of less than five feet are not counted.', 6, 8],
      [10, 'Nor are those that lie on the beach.', 0, 8],
    ];
    const all = (await paragraphsOf(page)).join(' ');
    expect(all).toContain('600 boats');
    expect(all).not.toContain('counted');
    expect(all).not.toContain('beach');
  });
});

test('columns whose paragraphs are told by indents are read one after the other', async () => {
  const left = [
    'The ban on hoses was lifted',
    'on Thursday, after a wet May',
    'had filled the reservoirs.',
    'Nobody was more glad of it',
    'than the gardeners, whose',
    'beans had begun to wither',
    'on their poles. The firm',
  ];
  const right = [
    'loses much water by leaks,',
    'more than a city uses.',
    'Mending is cheaper than',
    'digging, said a hydrologist',
    'of the institute, and can',
    'be done at once. A vote is',
    'expected before the year ends.',
  ];
  const indents = [10, 0, 0, 10, 0, 0, 0];
  const rights = [0, 0, 10, 0, 0, 0, 0];
  let last = 0;
  const rows = left.flatMap((line, i): PdfPage => {
    const [x, y] = [indents[i] ?? 0, 260 + (rights[i] ?? 0)];
    const row: PdfPage = [
      [i === 0 ? 20 : 14, line, x - last],
      [0, right[i] ?? '', y - x],
    ];
    last = y;
    return row;
  });
  const text = (await paragraphsOf(rows)).join(' ');
  expect(text).toContain('The firm loses much water by leaks');
  expect(text).toContain('withered'.slice(0, 6));
  expect(text.indexOf('gardeners')).toBeLessThan(text.indexOf('Mending'));
});

test('the heads and feet of two pages, and pages counted, are left out', async () => {
  const page = (number: number, ...lines: readonly string[]): PdfPage => [
    [0, 'Orwick Trust: the tide mill'],
    ...lines.map((line, i): [number, string] => [i === 0 ? 40 : 14, line]),
    [100, `Page ${number} of 2`],
  ];
  const all = await paragraphsOf(
    page(
      1,
      'The wheel turned on Saturday for the first time since the war, and',
      'ground forty kilos of wheat before the water',
    ),
    page(2, 'ran out at noon, the trust said.'),
  );
  expect(all).toEqual([
    'The wheel turned on Saturday for the first time since the war, and ground forty kilos of wheat before the water ran out at noon, the trust said.',
  ]);
});
