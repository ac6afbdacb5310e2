import { plain } from './page-words.ts';

/** What parts a headline from the site's name in a page's title: `Vote delayed | Coast News`. */
export const SEPARATOR = /\s+[|│–—·•»-]\s+/u;

/** All that may: `Coast News / Vote delayed`, `Vote delayed :: Coast News`, `Vote delayed|Coast News`. */
const ANY_SEPARATOR = /\s+(?:[|│–—·•»›«/~>:-]|::|\|\|)\s+|\s*[|│]\s*/u;

/** The parts of a title. */
export function partsOf(title: string): readonly string[] {
  return title.split(ANY_SEPARATOR).filter((part) => part !== '');
}

/** The site, where the page has two parts of `Vote delayed | Coast News` as headings: the shorter one. */
export function siteIn(
  title: string | null,
  headings: readonly string[],
  given: readonly (string | null)[],
): string | null {
  const parts = partsOf(title ?? '');
  const [shownAs, names] = [headings, given.map((one) => one ?? '')].map((some) => some.map(plain));
  const isName = (part: string): boolean => names?.includes(plain(part)) === true;
  const shown = parts.filter((part) => shownAs?.includes(plain(part)) === true);
  const other = shown.find((part) => !isName(part));
  if (parts.length === 2 && shown.some(isName) && other !== undefined) return other;
  const [, shorter] = shown.toSorted((a, b) => b.length - a.length);
  return shorter ?? null;
}

/** Whether some words are the site's name. */
export function isSite(heading: string, site: string | null): boolean {
  return site !== null && plain(heading) === plain(site);
}

/** Whether a title ends in the site's name. */
export function endsInSite(title: string, site: string | null): boolean {
  return isSite(title.split(SEPARATOR).at(-1) ?? '', site);
}

/**
 * A title without the site's name and the section's: `Coast News / Vote delayed` → `Vote delayed`. Where the site is not known,
 * what the page shows as a line of its own is the headline; else the last part is taken for the site.
 */
export function withoutSite(
  title: string,
  site: string | null,
  readLines: () => readonly string[],
): string {
  const bare = site === null ? title : withoutName(title, site);
  const parts = partsOf(bare);
  if (bare !== title) return longestOf(parts, bare);
  if (parts.length > 1) {
    const lines = new Set(readLines().map(plain));
    const shown = parts.filter((part) => part.length >= SHORTEST && lines.has(plain(part)));
    if (shown.length > 0) return longestOf(shown, title);
  }
  return withoutLast(title);
}

const SHORTEST = 15; // characters: a shorter line is a label

/** `Coast News: Vote delayed`, `Vote delayed (Coast News)`, `Coast | Vote delayed | Coast News`. */
function withoutName(title: string, site: string): string {
  const name = site.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const mark = '(?:[|│–—·•»›«/~>:-]|::|\\|\\|)';
  return (
    title
      .replace(new RegExp(`^${name}\\s*${mark}\\s+|^${name}\\s*[|│]\\s*`, 'iu'), '')
      .replace(
        new RegExp(`\\s+${mark}\\s+${name}$|\\s*[|│]\\s*${name}$|\\s+\\(${name}\\)$`, 'iu'),
        '',
      ) || title
  );
}

/** The longest part, where all others are labels of one or two words. */
function longestOf(parts: readonly string[], whole: string): string {
  const [first = whole, ...others] = parts.toSorted((a, b) => b.length - a.length);
  return others.every((one) => one.split(' ').length <= 2) ? first : whole;
}

function withoutLast(title: string): string {
  const parts = title.split(SEPARATOR);
  const last = parts.at(-1) ?? '';
  const isNamed = parts.length > 1 && (/\s[|│·»]\s/.test(title) || last.length <= 40);
  if (!isNamed) return title;
  const end = title.lastIndexOf(last);
  return title.slice(0, end).replace(/\s+[|│–—·•»-]\s+$/u, '') || title;
}
