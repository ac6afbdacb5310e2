import { isForename } from '../text/lexicon/forenames.ts';
import { isHouse, splitNames } from './byline-names.ts';
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
    ...TAGS.map((tag) => () => [meta(tag) ?? '']),
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

/** `Jo`, where somewhere else on the page the whole name may stand. */
function isShort(name: string): boolean {
  return /^[\p{L}\p{M}’'-]+$/u.test(name);
}

/** `Jo Lee` for `Jo`. */
function isWhole(name: string, short: string): boolean {
  const words = name.split(' ');
  const isPart = words[0] === short || words.at(-1) === short;
  return isPart && words.length >= 2 && words.length <= 3 && words.every((one) => INITIAL.test(one));
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
  return [name !== undefined && more.length === 0 ? name : textOf(first)];
}

function textOf(element: DomElement): string {
  return element.textContent ?? '';
}

/** Words in small letters as a pattern for how they may stand: `by`, `By`, `BY`. */
function anyCase(words: string): string {
  const all = words.split('|');
  const large = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return [...all, ...all.map(large), ...all.map((word) => word.toUpperCase())].join('|');
}

const LABEL = anyCase(
  'by|von|par|por|door|di|av|af|autor|autorin|autor:in|autoren|autorinnen|author|authors|auteur|auteure|auteurs|text|texte|words|story|redaktion|interview|作者|记者|责任编辑',
);

const WRITTEN = anyCase(
  'written|posted|published|geschrieben|erstellt|veröffentlicht|verfasst|publié|escrito|ein Beitrag|ein Artikel|ein Gastbeitrag|eine Kolumne|ein Kommentar|eine Analyse|ein Interview|un article|un artículo|artikel|beitrag|bericht|kolumne|kommentar|text',
);

const NAME =
  "\\p{Lu}[\\p{L}\\p{M}.’'-]*(?:\\s+(?:und|and|et|y|&|van|von|de|der|la|al|bin|du|\\p{Lu}[\\p{L}\\p{M}.’'-]*),?){1,7}";

/** `By Jo Lee`, `Von Anna Ode und Bo Lund, Westhafen`: a line that begins like a byline, or has one after a bar. */
const BY = new RegExp(
  `(?:^|[|•·]\\s*)\\(?(?:(?:${WRITTEN}) )?(?:${LABEL}):?\\s+(${NAME})(?=$|[\\s,|•·/–—()-])`,
  'u',
);

/** `25.10.2022 - Reiner Nagel`, `5 May 2020 | Jo Lee`. */
const DATED = new RegExp(
  `^(?:\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?\\d{2,4}|\\d{1,2}\\.? \\p{L}{3,9}\\.? \\d{4})\\s+[|•·–—-]\\s+(?:(?:${LABEL}):?\\s+)?(${NAME})(?=$|\\s\\()`,
  'u',
);

const ALONE = new RegExp(`^(?:${LABEL}):?$`, 'u');

function namesIn(lines: readonly string[]): readonly string[] {
  for (const [i, line] of lines.entries()) {
    const found = BY.exec(line)?.[1] ?? DATED.exec(line)?.[1];
    const next = ALONE.test(line) ? (lines[i + 1] ?? '') : undefined;
    const names = [found?.replace(ROLE, '').replace(PLACE, ''), next].filter((one) => one !== undefined);
    if (splitNames(names).length > 0) return names;
  }
  return [];
}

/** What stands before a colon and a name, wherever in a line: `Datum: 5.5.2022 Autorin: Eve Dunn`. */
const LABELLED = new RegExp(
  `(?:^|\\s)(?:${anyCase('autor|autorin|autor:in|autoren|autorinnen|author|authors|auteur|auteurs|autore|autores|autori|forfatter|författare|auteur|text|texte|testo|texto|words')}):\\s+(${NAME})(?=$|[\\s,|•·/–—()-])`,
  'u',
);

/** `Autoren Eve Dunn und Jo Lund` alone in a line. */
const LABEL_FIRST = new RegExp(
  `^(?:${anyCase('autor|autorin|autoren|autorinnen|author|authors|auteurs|autores')})\\s+(${NAME})$`,
  'u',
);

function namesLabelled(lines: readonly string[]): readonly string[] {
  for (const line of lines) {
    const found = (LABELLED.exec(line) ?? LABEL_FIRST.exec(line))?.[1];
    const name = found?.replace(ROLE, '').replace(PLACE, '');
    if (name !== undefined && splitNames([name]).length > 0) return [name];
  }
  return [];
}

/** `Eve Dunn, Leiterin der Hafenwache`. */
const ROLE = /,\s+\S+\s+(?:der|des|von|bei|im|am|of|at|for|de|du|di|del)\s.*$/u;

/** `Posted in Coast by eve67 on 5 May`: also who has one name only, or a made-up one. */
const POSTED = new RegExp(
  `(?:^|[|•·]\\s*|\\s)(?:${anyCase('written|posted|published|submitted|geschrieben|erstellt|veröffentlicht|verfasst|eingestellt|gepostet|publié|escrito|publicado|scritto|pubblicato|geplaatst|skrevet|napisane|opublikowane')})(?: (?:in|unter|dans|en|on|am) [^@]{1,60}?)? (?:by|von|par|por|da|door|av|przez):? ([\\p{L}\\p{M}\\d_.’'-]{3,30}(?: \\p{Lu}[\\p{L}\\p{M}.’'-]+){0,2})(?=$|,|\\s+(?:@|[|•·–—(-]|\\d|(?:on|am|at|um|in|under|unter|le|el|il|op)\\b))`,
  'u',
);

/** `— eve67 @ 00:11`, as an old kind of blog ends its line of topics. */
const AT_HOUR = /\s[—–]\s([\p{L}\d_.-]{3,30})\s@\s\d{1,2}:\d{2}/u;

function namesPosted(lines: readonly string[]): readonly string[] {
  const found = lines.map((line) => (POSTED.exec(line) ?? AT_HOUR.exec(line))?.[1]);
  return found.filter((one) => one !== undefined).slice(0, 1);
}

/** `© 2019 Eve Dunn`: whoever keeps a site alone signs it so. A house is not taken for a person. */
function readOwner(text: string): string | null {
  const end = text.slice(-LONGEST_END);
  const [, name = ''] =
    /(?:©|\(c\)|copyright)[\s,–-]*\d{4}[\s\d,–-]*(?:by |von )?(\p{Lu}[\p{L}\p{M}’'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}\p{M}’'-]+){1,2})(?=$|[\s.,|–-])/iu.exec(
      end,
    ) ?? [];
  const [forename = ''] = name.split(' ');
  return isForename(forename) && splitNames([name]).length > 0 ? name : null;
}

const LONGEST_END = 3_000; // characters of a page's foot

/** `Eve Dunn, Sprecherin`, `Jo Lee, Westhafen`: one word after a name is none. */
const PLACE = /,\s+[^\s,]+$/u;

/** `Quelle: kathpress`, `(Source: Coast News Agency)` at the end of the story. */
function readSource(last: readonly string[]): string | null {
  const found = last.map((line) => SOURCE.exec(line)?.[1]).find((one) => one !== undefined);
  return found ?? null;
}

const SOURCE = /^\(?(?:quelle|source|fuente|fonte|bron|źródło):\s+((?:[^.:()]|\.(?=\w)){2,40})\)?$/i;
