import { type Block, readBlocks } from './blocks.ts';
import { namesIn, namesLabelled, namesPosted, readOwner, readSource } from './byline-lines.ts';
import { isHouse, isRole, splitNames } from './byline-names.ts';
import type { DomElement } from './dom.ts';
import type { LinkedData } from './linked-data.ts';
import type { PageLines } from './page-lines.ts';
import { createOthers, createReaders } from './page-parts.ts';

/** Looks up a meta tag by its names, in order of preference. */
export type ReadTag = (...names: readonly string[]) => string | null;

/** What a page is called and where it stands: whoever has that name is no person. */
interface Home {
  readonly site: string | null;
  readonly url: string | null;
}

const TAGS = [
  'author',
  'article:author',
  'og:article:author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'parsely-author',
  'sailthru.author',
  'cxenseparse:author',
  'shareaholic:article_author_name',
  'itemprop:author',
];

/** Where a page names who wrote it, surest first. */
const PLACES = [
  '[itemprop~="author"] [itemprop="name"]',
  '[itemprop~="author"]',
  'a[rel~="author"], [rel="author"]',
  '.author-name, .byline-name, .author__name, [class*="author-name" i], [class*="authorname" i]',
  '.byline a, [class*="byline" i] a, [data-testid*="byline" i] a',
  '.author a, .entry-author a, .post-author a, .vcard .fn, a[href*="/author/" i], a[href*="/autor/" i], a[href*="/authors/" i]',
  '.byline, [class*="byline" i]',
  '.author, .autor, [class*="author" i], [class*="autor" i]',
];

/**
 * Who wrote a page's story, several names separated by commas: people, in the order of where it says so; where it
 * names only the house, the house. Null where it does not say.
 */
export function readByline(
  page: DomElement,
  { authors, houses }: Pick<LinkedData, 'authors' | 'houses'>,
  meta: ReadTag,
  home: Home,
  lines: () => PageLines,
): string | null {
  const ways: readonly (() => readonly string[])[] = [
    () => withMore(authors, meta('author')),
    ...TAGS.map((tag) => () => [namesInTag(tag, meta(tag) ?? '')]),
    () => writerCard(meta),
    ...PLACES.map((place) => () => namesAt(page, place, createOthers())),
    () => namesIn(lines().near),
    () => namesIn(lines().last),
    () => namesLabelled(lines().below),
    () => namesPosted(lines().near),
  ];
  const named: string[] = [];
  let short: string | null = null;
  for (const way of ways) {
    const names = splitNames(way());
    const people = withoutHouses(names, home);
    if (short !== null) {
      const whole = names.find((name) => isWhole(name, short ?? '')); // also where a site has its writer's name
      if (whole !== undefined) return whole;
    } else if (people.length === 1 && isShort(people[0] ?? '')) short = people[0] ?? null;
    else if (people.length > 0) return joined(people);
    named.push(...names);
  }
  if (short !== null) return short;
  const house = joined(splitNames(houses)) ?? joined(named.slice(0, 1));
  const others = house === null ? PLACES.map((place) => namesAt(page, place, createReaders())) : [];
  const found = others.map((names) => joined(splitNames(names))).find((one) => one !== null);
  return (
    found ??
    readSource(lines().last) ??
    readSource(lines().below) ??
    house ??
    readOwner(textOf(page.querySelector('body') ?? page))
  );
}

function joined(names: readonly string[]): string | null {
  return [...new Set(names)].join(', ') || null;
}

/** People among names: `Jo Lee, Coast News` → `Jo Lee`. */
function withoutHouses(names: readonly string[], { site, url }: Home): readonly string[] {
  const isPerson = (name: string): boolean => !isHouse(name, site, url);
  return names.flatMap((name) => {
    const [first = '', ...rest] = name.split(/,\s+/);
    if (rest.length === 1 && isPerson(first) && isSite(rest[0] ?? '', url)) return [first];
    return isPerson(name) ? [name] : [];
  });
}

/** Whether a word is a part of the address: `CNA` at `www.cna.example`. */
function isSite(word: string, url: string | null): boolean {
  if (url === null || !URL.canParse(url)) return false;
  return new URL(url).hostname.split('.').slice(0, -1).includes(word.toLowerCase());
}

/** The tag's names where they are those of the structured data and more: it may have the first of several only. */
function withMore(authors: readonly string[], tag: string | null): readonly string[] {
  const all = splitNames((tag ?? '').split(/\s*[,;]\s*/));
  const [only, ...rest] = authors;
  const isMore = rest.length === 0 && all.length > 1 && only !== undefined && all.includes(only);
  return isMore && all.every((name) => name.includes(' ')) ? all : authors;
}

/** Libraries have the family name first: `Lee, Jo`. */
function namesInTag(tag: string, value: string): string {
  if (tag !== 'citation_author') return value;
  return value.replace(/(?<=^|; )(\p{Lu}[\p{L}’' -]+), (\p{Lu}[\p{L}.’' -]*)(?=;|$)/gu, '$2 $1');
}

/** `Jo`, where somewhere else on the page the whole name may stand. */
function isShort(name: string): boolean {
  return /^[\p{L}\p{M}’'-]+$/u.test(name);
}

/** `Jo Lee` for `Jo`. */
function isWhole(name: string, short: string): boolean {
  const words = name.split(' ');
  const isPart = words[0] === short || words.at(-1) === short;
  return (
    isPart && words.length >= 2 && words.length <= 3 && words.every((one) => INITIAL.test(one))
  );
}

const INITIAL = /^\p{Lu}[\p{L}\p{M}.’'-]*$/u;

/** `Written by` beside the name, as pages tell it to Twitter. */
function writerCard(meta: ReadTag): readonly string[] {
  const label = meta('twitter:label1') ?? '';
  const isWriter = /author|autor|written|geschrieben|verfasst|écrit|escrito/i.test(label);
  return isWriter ? [meta('twitter:data1') ?? ''] : [];
}

const MOST_LOOKED_AT = 3; // elements of a kind that may be labels or buttons

const LONGEST = 200; // characters: a whole story may be of a class `author-jo-lee`

/** The first name in a kind of place, and those right beside it. */
function namesAt(
  page: DomElement,
  place: string,
  isAnother: (element: DomElement) => boolean,
): readonly string[] {
  const all = [...page.querySelectorAll(place)].filter((one) => !isAnother(one));
  const first = all
    .slice(0, MOST_LOOKED_AT)
    .find((one) => textOf(one).trim().length <= LONGEST && splitNames([textOf(one)]).length > 0);
  if (first === undefined) return [];
  const isBeside = (one: DomElement): boolean =>
    one.localName === first.localName && one.parentElement === first.parentElement;
  const beside = all.filter(isBeside);
  if (/^(?:a|span)$/.test(first.localName)) return beside.map(textOf);
  const [name, ...more] = [...first.querySelectorAll('[class*="name" i]')].map(textOf);
  if (name !== undefined && more.length === 0) return [name];
  const inside = namesOneByOne(first);
  return inside.length > 0 ? inside : [textOf(first)];
}

/** Names in parts of an element that are alike, a line each: the items of a list of authors. */
function namesOneByOne(element: DomElement): readonly string[] {
  const lines = readBlocks(element);
  if (lines.length < 2) return [];
  const named = lines.filter(({ text }) => !isRole(text) && splitNames([text]).some(isFullName));
  const kind = ({ within }: Block): string =>
    `${within.localName} ${within.getAttribute('class') ?? ''}`;
  const [first] = named;
  const alike = first === undefined ? [] : named.filter((one) => kind(one) === kind(first));
  return alike.map(({ text }) => text);
}

function isFullName(name: string): boolean {
  const words = name.split(' ');
  return words.length >= 2 && words.length <= 4 && words.every((one) => INITIAL.test(one));
}

function textOf(element: DomElement): string {
  const text = element.localName === 'meta' ? element.getAttribute('content') : element.textContent;
  return text ?? '';
}
