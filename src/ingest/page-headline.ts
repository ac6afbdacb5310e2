import { once } from '../text/lazy.ts';
import { type Block, readBlocks } from './blocks.ts';
import type { DomElement } from './dom.ts';
import { endsInSite, isSite, partsOf, SEPARATOR, siteIn, withoutSite } from './page-title.ts';
import { plain } from './page-words.ts';

/**
 * The headline as the page shows it: the heading whose words stand in what the page calls itself
 * (`<title>`, `og:title`, JSON-LD), else the first heading that is much like it; or else what it calls itself,
 * without the site's name.
 */
export function readHeadline(
  page: DomElement,
  given: readonly (string | null)[],
  site: string | null,
  url: string | null,
): string | null {
  const title = tidy(page.querySelector('title')?.textContent);
  const names = [...given, title].filter((one): one is string => one !== null);
  const read = (selector: string): readonly string[] => readHeadings(page, selector, url);
  const name = site ?? siteIn(title, read('h1, h2, h3'), given);
  const firsts = read('h1');
  const isNamed = given.some((one) => one !== null);
  const [part = ''] = isNamed ? [] : (title?.split(SEPARATOR) ?? []); // the rest may be the site's name
  const shown =
    longerThan(names, firsts, name) ??
    bestOf(firsts, names, name) ??
    bestOf(read('[itemprop="headline"]'), names, name) ??
    sameAs(read('h2, h3'), [...names, part], name) ??
    akinTo(firsts, names, name) ??
    bestOf(read('h2, h3'), names, name) ??
    read('h1[itemprop="headline"]')[0] ??
    partIn(firsts, names) ??
    sameAs(read(TITLED), cutNames(names), name);
  if (shown) return shown;
  const named = names[0];
  const isHeadline = named !== undefined && named === given[0]; // JSON-LD gives it without the site
  if (isHeadline && !endsInSite(named, site)) return named;
  const lines = once(() => readBlocks(page.querySelector('body') ?? page));
  const alone =
    named === undefined ? null : withoutSite(named, site, () => lines().map(({ text }) => text));
  const isBare = alone === null || (alone.split(' ').length <= FEW && !isNamed); // the site's name
  return (
    (isBare ? headingOver(lines()) : null) ??
    alone ??
    firsts.find((one) => !isSite(one, site)) ??
    null
  );
}

const FEW = 2; // words

/** The heading right over the first paragraph of an `<article>`, where it is more than a label. */
function headingOver(lines: readonly Block[]): string | null {
  const told = lines.findIndex(({ text }) => text.length >= LEAST_TOLD);
  const above = lines.slice(0, Math.max(0, told));
  const last = above.findLast(
    ({ text, within }) =>
      /^h[1-3]$/.test(within.localName) && isInArticle(within) && text.split(' ').length > FEW + 1,
  );
  return last?.text ?? null;
}

const LEAST_TOLD = 80; // characters

function isInArticle(heading: DomElement): boolean {
  for (let at = heading.parentElement; at !== null; at = at.parentElement)
    if (/^(?:article|main)$/.test(at.localName)) return true;
  return false;
}

/** The part of a name that a heading holds, with a label before it: `Bridges Vote delayed`. */
function partIn(headings: readonly string[], names: readonly string[]): string | null {
  const parts = names.flatMap(partsOf).filter((one) => one.length >= SHORTEST);
  return parts.find((part) => headings.some((one) => isPart(part, one))) ?? null;
}

function readHeadings(page: DomElement, selector: string, url: string | null): readonly string[] {
  const all = [...page.querySelectorAll(selector)].slice(0, MOST_HEADINGS);
  const own = all.filter((one) => !leadsHome(one, url) && !isAbove(one));
  return own.flatMap((one) => wordsOf(one) ?? []).filter((one) => one.length <= LONGEST);
}

/** `<h1><a href="/">Coast News</a></h1>`: the site's name, whatever the page calls it. */
function leadsHome(heading: DomElement, url: string | null): boolean {
  const link = heading.querySelector('a');
  const address = link?.getAttribute('href') ?? null;
  if (link === null || address === null) return false;
  if (/\bhome\b/.test(link.getAttribute('rel') ?? '')) return true;
  const base = url ?? 'https://page.example/a/page';
  if (!URL.canParse(address, base) || !URL.canParse(base)) return false;
  const { pathname, search } = new URL(address, base);
  return pathname === '/' && search === '' && new URL(base).pathname !== '/';
}

/** Whether a heading is by its class the line above the headline, or the way to the page. */
function isAbove(heading: DomElement): boolean {
  return ABOVE.test(heading.getAttribute('class') ?? '');
}

/** A heading's words without the line above it: `<span class="kicker">Bridges</span> Vote delayed`. */
function wordsOf(heading: DomElement): string | null {
  const isBroken = heading.querySelector('br') !== null;
  const lines = isBroken ? readBlocks(heading).map(({ text }) => text) : [heading.textContent];
  const whole = tidy(lines.join(' '));
  const parts = [...heading.querySelectorAll('*')].filter((one) => SETS_APART.test(one.localName));
  const inner = parts.find((one) => HEADLINE.test(one.getAttribute('class') ?? ''));
  if (inner !== undefined) return tidy(inner.textContent) ?? whole;
  const beside = parts
    .filter((one) => BESIDE.test(`${one.getAttribute('class') ?? ''} ${one.localName}`))
    .flatMap((one) => tidy(one.textContent) ?? []);
  if (beside.length === 0) return whole;
  const rest = beside.reduce((text, one) => text.replace(one, ' '), whole ?? '');
  return tidy(rest.replace(/^[\s:|–—-]+|[\s:|–—-]+$/g, '')) ?? whole;
}

const SETS_APART = /^(?:span|div|p|strong|em|small|b|i|style|a)$/;

const HEADLINE = /(?:^|[\s_-])(?:headline|title-?text|main-?title)(?:$|[\s_])/i;

/** What stands over or under a headline in its heading. */
const BESIDE =
  /(?:^|[\s_-])(?:overline|over-?title|dach-?zeile|kicker|eyebrow|top-?line|super-?title|spitzmarke|pre-?title|pre-?headline|rubrik|roofline|strapline|topic-?label|title-?header|small|style)(?=$|[\s_-])/i;

const ABOVE =
  /(?:^|[\s_-])(?:overline|dach-?zeile|kicker|eyebrow|top-?line|strapline|roofline|spitzmarke|breadcrumbs?)(?=$|[\s_-])/i;

/** What is called a title and is no heading. */
const TITLED = '[class*="headline" i], [class$="title" i], [class*="title " i], [id$="title" i]';

/** Names without what follows a dash, with no space around it, in scripts that have none: `灯塔重新点亮-海岸新闻`. */
function cutNames(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [
    name,
    name.replace(/(?<=[\p{Script=Han}\p{P}])[-_|][^-_|]+$/u, ''),
  ]);
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
  const usable = usableOf(headings, site);
  const same = sameAs(headings, names, site);
  if (same !== null) return same;
  const inside = usable.filter((one) => names.some((name) => isPart(one, name)));
  if (inside.length > 0) return inside.reduce((a, b) => (a.length >= b.length ? a : b));
  return names.find((name) => usable.some((one) => name.length >= 15 && isPart(name, one))) ?? null;
}

/** The only first heading, where a name of the page is its beginning: `Light` for `Light returns`. */
function longerThan(
  names: readonly string[],
  headings: readonly string[],
  site: string | null,
): string | null {
  const [only, ...others] = [...new Set(usableOf(headings, site))];
  if (only === undefined || others.length > 0 || sameAs([only], names, site) !== null) return null;
  const [whole, opening] = [plain(only), plain(only.split(SEPARATOR)[0] ?? '')]; // `Light | Coast News`
  const isCut = (name: string): boolean =>
    plain(name).length >= 4 &&
    !isSite(name, site) &&
    plain(name) !== opening &&
    whole.startsWith(`${plain(name)} `);
  return names.some(isCut) ? only : null;
}

function sameAs(
  headings: readonly string[],
  names: readonly string[],
  site: string | null,
): string | null {
  const isName = (one: string): boolean => names.some((name) => plain(name) === plain(one));
  return usableOf(headings, site).find(isName) ?? null;
}

function usableOf(headings: readonly string[], site: string | null): readonly string[] {
  return headings.filter((one) => plain(one).length >= 4 && !isSite(one, site));
}

/** The heading that says it in other words: `Tulln fair is off` where the page calls itself `Tulln fair called off`. */
function akinTo(
  headings: readonly string[],
  names: readonly string[],
  site: string | null,
): string | null {
  const usable = headings.filter((one) => one.length >= SHORTEST && !isSite(one, site));
  const words = names.map((name) => new Set(longWords(name)));
  const isAkin = (one: string): boolean => {
    const own = longWords(one);
    if (names.some((name) => likeness(plain(one), plain(name)) >= ALMOST)) return true;
    return words.some((name) => {
      const shared = own.filter((word) => name.has(word)).length;
      return shared >= 2 && shared >= Math.min(own.length, name.size) * ALIKE;
    });
  };
  return usable.find(isAkin) ?? null;
}

const SHORTEST = 15; // characters: a shorter heading is a label
const ALIKE = 0.3; // of the words of the shorter one

const ALMOST = 0.7; // of their pairs of letters: spelled or put together in another way

/** The share of pairs of letters that two texts have in common, by Dice. */
function likeness(one: string, other: string): number {
  const pairs = (text: string): ReadonlySet<string> =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
  const [a, b] = [pairs(one), pairs(other)];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

function longWords(text: string): readonly string[] {
  return [...new Set(plain(text).split(' '))].filter((word) => word.length >= 4);
}

const LEAST_SHARE = 0.25; // of the longer one's letters: one shared word is not enough

function isPart(part: string, whole: string): boolean {
  const [inner, outer] = [plain(part), plain(whole)];
  return ` ${outer} `.includes(` ${inner} `) && inner.length >= outer.length * LEAST_SHARE;
}

function tidy(text: string | null | undefined): string | null {
  return (
    text
      ?.replace(/\u00ad/g, '')
      .replace(/\s+/g, ' ')
      .trim() || null
  );
}
