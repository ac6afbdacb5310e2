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
    () => authors,
    ...TAGS.map((tag) => () => [meta(tag) ?? '']),
    () => writerCard(meta),
    ...PLACES.map((place) => () => namesAt(page, place, createOthers())),
    () => namesIn(lines().near),
    () => namesIn(lines().last),
  ];
  const named: string[] = [];
  for (const way of ways) {
    const names = splitNames(way());
    const people = names.filter((name) => !isHouse(name, home.site, home.url));
    if (people.length > 0) return joined(people);
    named.push(...names);
  }
  const house = joined(splitNames(houses)) ?? joined(named.slice(0, 1));
  const others = house === null ? PLACES.map((place) => namesAt(page, place, createReaders())) : [];
  const found = others.map((names) => joined(splitNames(names))).find((one) => one !== null);
  return found ?? readSource(lines().last) ?? house;
}

function joined(names: readonly string[]): string | null {
  return [...new Set(names)].join(', ') || null;
}

/** `Written by` beside the name, as pages tell it to Twitter. */
function writerCard(meta: ReadTag): readonly string[] {
  const label = meta('twitter:label1') ?? '';
  const isWriter = /author|autor|written|geschrieben|verfasst|écrit|escrito/i.test(label);
  return isWriter ? [meta('twitter:data1') ?? ''] : [];
}

const MOST_LOOKED_AT = 3; // elements of a kind that may be labels or buttons

/** The first name in a kind of place, and those right beside it. */
function namesAt(
  page: DomElement,
  place: string,
  isAnother: (element: DomElement) => boolean,
): readonly string[] {
  const all = [...page.querySelectorAll(place)].filter((one) => !isAnother(one));
  const first = all.slice(0, MOST_LOOKED_AT).find((one) => splitNames([textOf(one)]).length > 0);
  if (first === undefined) return [];
  const beside = all.filter(
    (one) => one.localName === 'a' && one.parentElement === first.parentElement,
  );
  return (first.localName === 'a' ? beside : [first]).map(textOf);
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
  'by|von|par|por|door|di|av|autor|autorin|autor:in|autoren|autorinnen|author|authors|auteur|auteure|auteurs|text|texte|words|story|redaktion|interview|作者|记者|责任编辑',
);

const WRITTEN = anyCase(
  'written|posted|published|geschrieben|erstellt|veröffentlicht|verfasst|publié|escrito|ein beitrag|ein artikel|ein gastbeitrag|eine kolumne|artikel|beitrag|bericht|text',
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
    const names = [found?.replace(PLACE, ''), next].filter((one) => one !== undefined);
    if (splitNames(names).length > 0) return names;
  }
  return [];
}

/** `Eve Dunn, Sprecherin`, `Jo Lee, Westhafen`: one word after a name is none. */
const PLACE = /,\s+[^\s,]+$/u;

/** `Quelle: kathpress`, `(Source: Coast News Agency)` at the end of the story. */
function readSource(last: readonly string[]): string | null {
  const found = last.map((line) => SOURCE.exec(line)?.[1]).find((one) => one !== undefined);
  return found ?? null;
}

const SOURCE = /^\(?(?:quelle|source|fuente|fonte):\s+([^.:()]{2,40})\)?$/i;
