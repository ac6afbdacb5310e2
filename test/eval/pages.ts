import { readFileSync } from 'node:fs';
import { readKind } from '../../src/ingest/kinds.ts';
import { type Gold, type Half, inOneLine, listGoldPages } from '../../src/train/page-gold.ts';

interface Found {
  readonly address: string;
  readonly gold: Gold;
  /** Null where the page was refused; then why. */
  readonly text: string | null;
  readonly problem: string | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly date: string | null;
}

/**
 * Reads the pages of a folder laid out like the tests of trafilatura (`evaldata.json`, and pages in `eval`
 * or `cache`), and counts how much of each is found.
 */
export async function measurePages(folder: string, half: Half): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const { address, gold, path } of listGoldPages(folder, half))
    found.push(await readOne(address, gold, path));
  return found;
}

async function readOne(address: string, gold: Gold, file: string): Promise<Found> {
  try {
    const { incoming } = await readKind({
      kind: 'page',
      bytes: readFileSync(file),
      origin: address,
      type: null,
    });
    const [{ text, known, byline } = { text: null, known: null, byline: null }] = incoming;
    const title = known?.headline ?? null;
    return {
      address,
      gold,
      text: title === null ? text : (text?.replace(title, '') ?? null),
      problem: null,
      title,
      author: byline,
      date: known?.published ?? null,
    };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { address, gold, text: null, problem, title: null, author: null, date: null };
  }
}

/** The measures as lines, and with `misses` each page that went wrong. */
export function printPages(all: readonly Found[], misses: boolean): string {
  const [found, extra, missed] = [
    holds('with', true),
    holds('without', true),
    holds('with', false),
  ];
  const [tp, fp, fn] = [found, extra, missed].map((count) => sum(all.map(count))) as [
    number,
    number,
    number,
  ];
  const apart = all.filter(({ gold, title }) => letters(title) === letters(gold.title));
  const lines = [
    `pages: ${all.length}, refused ${all.filter(({ text }) => text === null).length}`,
    `text: F1 ${((2 * tp) / (2 * tp + fp + fn)).toFixed(4)}, precision ${(tp / (tp + fp)).toFixed(4)}, recall ${(tp / (tp + fn)).toFixed(4)}`,
    ...FIELDS.map(([name, gold, isRight]) => {
      const asked = all.filter((one) => gold(one) !== '');
      return `${name}: ${asked.filter(isRight).length} of ${asked.length}`;
    }),
    `title, apart from capitals and marks: ${apart.filter(({ gold }) => gold.title).length}`,
  ];
  return [...lines, ...(misses ? all.flatMap(missesOf) : [])].join('\n');
}

type Field = readonly [
  name: string,
  gold: (one: Found) => string,
  isRight: (one: Found) => boolean,
  got: (one: Found) => string | null,
];

const FIELDS: readonly Field[] = [
  [
    'title',
    ({ gold }) => gold.title ?? '',
    ({ gold, title }) => inOneLine(title) === inOneLine(gold.title),
    ({ title }) => title,
  ],
  [
    'author',
    ({ gold }) => [gold.author ?? ''].flat().join('; '),
    (one) => namesOf(one.author) === namesOf([one.gold.author ?? ''].flat().join('; ')),
    ({ author }) => author,
  ],
  [
    'date',
    ({ gold }) => gold.date ?? '',
    ({ gold, date }) => date?.slice(0, 10) === gold.date,
    ({ date }) => date,
  ],
];

function holds(side: 'with' | 'without', held: boolean): (one: Found) => number {
  return (one) => piecesOf(one, side, held).length;
}

function piecesOf(
  { gold, text }: Found,
  side: 'with' | 'without',
  held: boolean,
): readonly string[] {
  const body = inOneLine(text);
  return gold[side].filter((piece) => body.includes(inOneLine(piece)) === held);
}

function missesOf(one: Found): readonly string[] {
  const head = `\n${one.gold.file} ${one.address}`;
  if (one.text === null) return [head, `  refused: ${one.problem}`];
  const wrong = FIELDS.filter(([, gold, isRight]) => gold(one) !== '' && !isRight(one));
  const lines = [
    ...piecesOf(one, 'with', false).map((piece) => `  missed: ${piece}`),
    ...piecesOf(one, 'without', true).map((piece) => `  extra: ${piece}`),
    ...wrong.map(([name, gold, , got]) => `  ${name}: ${got(one)} (gold: ${gold(one)})`),
  ];
  return lines.length === 0 ? [] : [head, ...lines];
}

function letters(text: string | null | undefined): string {
  return (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Names in whatever order and however they are parted. */
function namesOf(author: string | null): string {
  const names = (author ?? '').toLowerCase().split(/\s*(?:[,;&]|\b(?:and|und|et)\b)\s*/);
  return names.map(inOneLine).filter(Boolean).sort().join('; ');
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, one) => all + one, 0);
}
