import { deflateSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { read } from './kept-files.ts';
import { makePdf } from './samples.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time
describe('PDF', () => {
  test('joins lines to paragraphs, leaves out heads and feet, and says what it is', async () => {
    const page = (lines: readonly string[], number: number): [number, string][] => [
      [0, 'Westhaven Post'],
      ...lines.map((line, i): [number, string] => [i === 0 ? 40 : 14, line]),
      [60, String(number)],
    ];
    const { story } = await read(
      'vote.pdf',
      makePdf([
        page(
          [
            'The council voted on Tuesday to close the old bridge to',
            'cars, after a report found deep cracks in its pil-',
            'lars.',
          ],
          1,
        ),
        page(
          ['"It is not safe any more," said Ann Ode, the mayor of', 'Westhaven. Work begins in'],
          2,
        ),
        page(['May, the council said.'], 3),
      ]),
    );
    expect(story?.text.split('\n\n')).toEqual([
      'The council voted on Tuesday to close the old bridge to cars, after a report found deep cracks in its pillars.',
      '"It is not safe any more," said Ann Ode, the mayor of Westhaven. Work begins in May, the council said.',
    ]);
    expect(story?.note).toContain('extracted from the PDF');
  });

  test('begins one after each wider gap where most paragraphs are short', async () => {
    const lines: [number, string][] = Array.from({ length: 5 }, (_, i): [number, string][] => [
      [30, `Paragraph ${i} says in a line that it goes on for a bit,`],
      [14, 'and then it ends here, at the end of a full line again.'],
    ]).flat();
    const text = (await read('short.pdf', makePdf([lines]))).story?.text;
    expect(text?.split('\n\n')).toHaveLength(5);
  });

  test('begins a paragraph after a wider gap', async () => {
    const lines: [number, string][] = [
      [0, 'The first paragraph has a line or two of text here.'],
      [14, 'It goes on for a while, and it ends about here now.'],
      [28, 'The second one comes after a gap in the page, here.'],
      [14, 'It goes on too.'],
    ];
    expect((await read('gap.pdf', makePdf([lines]))).story?.text.split('\n\n')).toHaveLength(2);
  });
});

describe('a line of a PDF', () => {
  const textOf = async (lines: readonly string[]) =>
    (await read('lines.pdf', makePdf([lines.map((line): [number, string] => [14, line])]))).story
      ?.text;
  test.each<[string, readonly string[], string]>([
    [
      'keeps the hyphen of two words',
      ['The trust owns a long-', 'term lease on the pier.'],
      'long-term lease',
    ],
    [
      'keeps it where both are words, though joined they were one',
      ['They sat in a wind-', 'swept hall for an hour.'],
      'wind-swept hall',
    ],
    [
      'loses it where the joined word stands elsewhere',
      ['The keeper met a lamp-', 'lighter there. No lamplighter came.'],
      'a lamplighter there',
    ],
    [
      'loses it inside a word',
      ['The council met the fish-', 'ermen and their fam-', 'ilies at noon.'],
      'families at noon',
    ],
  ])('%s', async (_, lines, words) => {
    expect(await textOf(lines)).toContain(words);
  });

  test('that is drawn twice to look bold is read once', async () => {
    const page: [number, string][] = [
      [0, 'The pier is shut.'],
      [0.3, 'The pier is shut.'],
      [20, 'It opens in May.'],
    ];
    const { story } = await read('bold.pdf', makePdf([page]));
    expect(story?.text.match(/The pier is shut/g)).toHaveLength(1);
  });

  test('whose end is drawn twice is not joined to the next', async () => {
    const page: [number, string, number][] = [
      [20, 'The pier is shut', 0],
      [0, 'The pier is shut', 0.3],
      [20, 'until May, they said.', -0.3],
      [0, 'until May, they said.', 0.3],
    ];
    const { story } = await read('twice.pdf', makePdf([page]));
    expect(story?.text).toMatch(/^The pier is shut\suntil May, they said\.$/);
  });

  test.each<readonly [string, readonly string[], readonly string[]]>([
    [
      'prose',
      [
        'The keeper of the light',
        'left the island at',
        'noon on Sunday, and',
        'nobody saw her go,',
        'said her neighbour,',
        'a retired diver who',
        'has a boat of his own.',
      ],
      [
        'The harbour board met',
        'on Monday to name an',
        'heir for the post. It',
        'heard nine people and',
        'chose none of them,',
        'its clerk said. There',
        'will be another call.',
      ],
    ],
    [
      'quotations over line ends',
      [
        '"We have waited long',
        'enough," said the head',
        'of the school, who is',
        '61. "The roof leaks in',
        'four places, and we',
        'have four buckets," he',
        'told the parents there.',
      ],
      [
        'The council answered',
        'that it had no money',
        'before April. A fund',
        'of £40,000 was spent',
        'on a bridge in March,',
        'its treasurer told the',
        'Echo in a short letter.',
      ],
    ],
  ])(
    'two columns of %s that are drawn row by row are read one after the other',
    async (_, left, right) => {
      const rows = left.flatMap((line, i): [number, string, number][] => [
        [14, line, i === 0 ? 0 : -260],
        [0, right[i] ?? '', 260],
      ]);
      const { story } = await read('columns.pdf', makePdf([rows]));
      const flat = story?.text.replace(/\s+/g, ' ') ?? '';
      expect(flat).toContain(left.join(' '));
      expect(flat).toContain(right.join(' '));
    },
  );

  const COLUMNS = [
    [
      'The keeper of the light',
      'left the island at noon',
      'on Sunday, and nobody',
      'saw her go, said a man',
      'who keeps the one shop',
      'and sells her matches.',
    ],
    [
      'The harbour board met',
      'on Monday to name an',
      'heir for the post. It',
      'heard nine people and',
      'chose none of them, its',
      'clerk told the Echo.',
    ],
    [
      'A ferry ran aground in',
      'fog off the point, and',
      '61 people were taken',
      'off by two trawlers. No',
      'one was hurt, the coast',
      'guard said at midnight.',
    ],
  ];

  test('three columns that are drawn row by row are read one after the other', async () => {
    const rows = (COLUMNS[0] ?? []).flatMap((_, i): [number, string, number][] =>
      COLUMNS.map((column, c) => [
        c === 0 ? 14 : 0,
        column[i] ?? '',
        c > 0 ? 170 : i > 0 ? -340 : 0,
      ]),
    );
    const flat = (await read('three.pdf', makePdf([rows]))).story?.text.replace(/\s+/g, ' ') ?? '';
    for (const column of COLUMNS) expect(flat).toContain(column.join(' '));
  });

  test('a headline over two columns stays above them, and what stands below them after', async () => {
    const [left = [], right = []] = COLUMNS;
    const over = 'Light goes out on the island after a hundred and twelve years of keepers';
    const rows: [number, string, number][] = [
      [0, over, 0],
      ...left.flatMap((line, i): [number, string, number][] => [
        [i === 0 ? 40 : 14, line, i === 0 ? 0 : -260],
        [0, right[i] ?? '', 260],
      ]),
    ];
    const flat = (await read('over.pdf', makePdf([rows]))).story?.text.replace(/\s+/g, ' ') ?? '';
    expect(flat.startsWith(over)).toBe(true);
    expect(flat).toContain(`${left.join(' ')}`);
    expect(flat).toContain(`${right.join(' ')}`);
  });

  test('a table is read row by row', async () => {
    const rows = [
      'Skerrow',
      'Brandle',
      'Corran',
      'Tamble',
      'Merrow',
      'Westhaven',
      'Oldhaven',
    ].flatMap((town, i): [number, string, number][] => [
      [14, town, i === 0 ? 0 : -260],
      [0, `${i + 3} of 9`, 260],
    ]);
    const lines: [number, string, number][] = [
      [0, 'How the towns voted on the bridge, by ward, on Tuesday.', 0],
      ...rows,
    ];
    const text = (await read('table.pdf', makePdf([lines]))).story?.text.replace(/\s+/g, ' ');
    expect(text).toContain('Skerrow 3 of 9');
  });

  test.each([
    ['more pages than a newspaper', 201, 1, 'has more than 200 pages: split it'],
    ['more words than a long report', 150, 310, 'has more than 45,000 pieces of text: split it'],
  ])('of %s is refused, and the limit is named', async (_, pages, rows, line) => {
    const one = Array.from({ length: rows }, (_, i): [number, string] => [
      i % 2 === 0 ? 9 : -9,
      'Word',
    ]);
    const { problems } = await read('long.pdf', makePdf(Array.from({ length: pages }, () => one)));
    expect(problems).toEqual([expect.stringContaining(line)]);
  });

  test('that packs too much is refused', async () => {
    const packed = deflateSync(Buffer.alloc(40_000_000, 'BT ET '));
    const bomb = Buffer.concat([
      Buffer.from(
        `%PDF-1.4\n1 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`,
      ),
      packed,
      Buffer.from('\nendstream\nendobj\n'),
    ]);
    expect((await read('bomb.pdf', bomb)).problems).toEqual([
      expect.stringContaining('unpacks to more'),
    ]);
  });
});
