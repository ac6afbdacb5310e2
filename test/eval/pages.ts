import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKind } from '../../src/ingest/kinds.ts';

/** What is known of a page: pieces that its text holds and does not hold, and what it says of itself. */
interface Gold {
  readonly file: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly title?: string;
  readonly author?: string | readonly string[];
  readonly date?: string;
}

/** Which pages are measured: rules are made on the even half. */
export type Half = 'even' | 'odd' | 'all';

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
  const data = JSON.parse(readFileSync(join(folder, 'evaldata.json'), 'utf8')) as Record<
    string,
    Gold
  >;
  const found: Found[] = [];
  for (const [address, gold] of Object.entries(data)) {
    if (half !== 'all' && halfOf(gold.file) !== half) continue;
    const file = ['cache', 'eval'].map((one) => join(folder, one, gold.file)).find(existsSync);
    if (file !== undefined) found.push(await readOne(address, gold, file));
  }
  return found;
}

function halfOf(file: string): Half {
  return (createHash('sha256').update(file).digest()[0] ?? 0) % 2 === 0 ? 'even' : 'odd';
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
    ({ gold, title }) => plain(title) === plain(gold.title),
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
  const body = plain(text);
  return gold[side].filter((piece) => body.includes(plain(piece)) === held);
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

function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

function letters(text: string | null | undefined): string {
  return (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Names in whatever order and however they are parted. */
function namesOf(author: string | null): string {
  const names = (author ?? '').toLowerCase().split(/\s*(?:[,;&]|\b(?:and|und|et)\b)\s*/);
  return names.map(plain).filter(Boolean).sort().join('; ');
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, one) => all + one, 0);
}
