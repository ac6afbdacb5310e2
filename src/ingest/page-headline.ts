import type { DomElement } from './dom.ts';

/**
 * The headline as the page shows it: the heading whose words stand in what the page calls itself
 * (`<title>`, `og:title`, JSON-LD), or else what it calls itself, without the site's name.
 */
export function readHeadline(
  page: DomElement,
  given: readonly (string | null)[],
  site: string | null,
): string | null {
  const title = tidy(page.querySelector('title')?.textContent);
  const names = [...given, title].filter((one): one is string => one !== null);
  const name = site ?? siteIn(title, page);
  const firsts = readHeadings(page, 'h1');
  const shown =
    bestOf(firsts, names, name) ??
    bestOf(readHeadings(page, '[itemprop="headline"]'), names, name) ??
    bestOf(readHeadings(page, 'h2, h3'), names, name);
  if (shown !== null) return shown;
  const named = names[0];
  if (named !== undefined) return withoutSite(named, site);
  return firsts.find((one) => !isSite(one, site)) ?? null;
}

/** The site, where the page has both parts of `Vote delayed | Coast News` as headings: the shorter one. */
function siteIn(title: string | null, page: DomElement): string | null {
  const parts = title?.split(SEPARATOR) ?? [];
  const headings = readHeadings(page, 'h1, h2, h3').map(plain);
  const shown = parts.filter((part) => headings.includes(plain(part)));
  const [, shorter] = shown.toSorted((a, b) => b.length - a.length);
  return parts.length === 2 ? (shorter ?? null) : null;
}

const SEPARATOR = /\s+[|–—·•»-]\s+/u;

function readHeadings(page: DomElement, selector: string): readonly string[] {
  const all = [...page.querySelectorAll(selector)].slice(0, MOST_HEADINGS);
  return all.flatMap((one) => tidy(one.textContent) ?? []).filter((one) => one.length <= LONGEST);
}

const MOST_HEADINGS = 60;
const LONGEST = 300; // characters

/**
 * The heading that is a name of the page, else the longest that stands in one; where a heading holds more
 * than a name (`Bridges Vote delayed`, `3 comments on “Vote delayed”`), the name. `Menu` and the site's name are none.
 */
function bestOf(
  headings: readonly string[],
  names: readonly string[],
  site: string | null,
): string | null {
  const usable = headings.filter((one) => plain(one).length >= 4 && !isSite(one, site));
  const same = usable.find((one) => names.some((name) => plain(name) === plain(one)));
  if (same !== undefined) return same;
  const inside = usable.filter((one) => names.some((name) => isPart(one, name)));
  if (inside.length > 0) return inside.reduce((a, b) => (a.length >= b.length ? a : b));
  return names.find((name) => usable.some((one) => name.length >= 15 && isPart(name, one))) ?? null;
}

const LEAST_SHARE = 0.25; // of the longer one's letters: one shared word is not enough

function isPart(part: string, whole: string): boolean {
  const [inner, outer] = [plain(part), plain(whole)];
  return ` ${outer} `.includes(` ${inner} `) && inner.length >= outer.length * LEAST_SHARE;
}

function isSite(heading: string, site: string | null): boolean {
  return site !== null && plain(heading) === plain(site);
}

/** `Vote delayed | Coast News` → `Vote delayed`. */
function withoutSite(title: string, site: string | null): string {
  const parts = title.split(SEPARATOR);
  const last = parts.at(-1) ?? '';
  const isNamed =
    parts.length > 1 && (isSite(last, site) || /\s[|·»]\s/.test(title) || last.length <= 40);
  if (!isNamed) return title;
  const end = title.lastIndexOf(last);
  return title.slice(0, end).replace(/\s+[|–—·•»-]\s+$/u, '') || title;
}

function tidy(text: string | null | undefined): string | null {
  return (
    text
      ?.replace(/\u00ad/g, '')
      .replace(/\s+/g, ' ')
      .trim() || null
  );
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
