import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is known of a page: pieces that its text holds and does not hold, and what it says of itself. */
export interface Gold {
  readonly file: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly title?: string;
  readonly author?: string | readonly string[];
  readonly date?: string;
}

/** Which pages are measured: rules and weights are made on the even half. */
export type Half = 'even' | 'odd' | 'all';

/** A page with its gold, and the file it lies in. */
export interface GoldPage {
  readonly address: string;
  readonly gold: Gold;
  readonly path: string;
}

/** The pages of a folder laid out like the tests of trafilatura: `evaldata.json`, and pages in `eval` or `cache`. */
export function listGoldPages(folder: string, half: Half): readonly GoldPage[] {
  const json = readFileSync(join(folder, 'evaldata.json'), 'utf8');
  const data = Object.entries(JSON.parse(json) as Record<string, Gold>);
  return data.flatMap(([address, gold]) => {
    if (half !== 'all' && halfOf(gold.file) !== half) return [];
    const path = ['cache', 'eval'].map((one) => join(folder, one, gold.file)).find(existsSync);
    return path === undefined ? [] : [{ address, gold, path }];
  });
}

function halfOf(file: string): Half {
  return (createHash('sha256').update(file).digest()[0] ?? 0) % 2 === 0 ? 'even' : 'odd';
}

/** A text with each run of white space as one space: for comparing. */
export function inOneLine(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
