import type { KnownFields } from '../article/article.ts';
import { type DateHabit, readDate } from '../text/dates.ts';
import { once } from '../text/lazy.ts';
import { type DomElement, plainText } from './dom.ts';
import type { LinkedData } from './linked-data.ts';
import { type ReadTag, readByline } from './page-byline.ts';
import { readHeadline } from './page-headline.ts';
import { linesNear } from './page-lines.ts';

/** What a page says of its article. */
export type PageMeta = KnownFields & {
  readonly byline: string | null;
  readonly description: string | null;
};

/** Reads JSON-LD first, then meta tags, then the page itself; a date or address that is none is null. */
export function readMeta(page: DomElement, data: LinkedData, address: string | null): PageMeta {
  const meta = readTags(page);
  const canonical = page.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? null;
  const url =
    asAddress(canonical ?? meta('og:url') ?? data.url, address) ?? asAddress(address, null);
  const site = data.publisher ?? meta('og:site_name', 'application-name', 'dc.publisher');
  const names = [data.headline, meta('og:title', 'twitter:title', 'dc.title')];
  const headline = readHeadline(page, names, site);
  const lines = once(() => linesNear(page, headline));
  const given = [data.published, ...DATE_TAGS.map((tag) => meta(tag))];
  return {
    headline,
    publisher: site,
    published: readPublished(page, given, url, lines),
    url,
    byline: readByline(page, data, meta, site, lines),
    description: meta('og:description', 'description', 'twitter:description'),
  };
}

function readTags(page: DomElement): ReadTag {
  const tags = new Map<string, string>();
  for (const tag of page.querySelectorAll('meta')) {
    const content = tag.getAttribute('content');
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = tag.getAttribute(key)?.toLowerCase();
      const words = content === null ? '' : plainText(content).replace(/\s+/g, ' ').trim();
      if (name && words !== '' && !tags.has(name)) tags.set(name, words);
    }
  }
  return (...names) => names.map((name) => tags.get(name)).find((one) => one !== undefined) ?? null;
}

const DATE_TAGS = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'article:published',
  'datepublished',
  'publishdate',
  'publish-date',
  'publish_date',
  'published_time',
  'publication_date',
  'pubdate',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
  'citation_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'date',
  'datecreated',
];

/** Where a page shows when it was published, surest first. */
const DATE_PLACES = [
  '[itemprop="datePublished"], [property$="datePublished" i]',
  '[itemprop="dateCreated"], [property$="dateCreated" i], [itemprop="dateUpdate"]',
  'time[pubdate]',
  'abbr.published',
  'time[class*="publish" i]',
  'time.entry-date',
  'article header time',
  'time',
  '[class*="publish" i]',
  '[class*="time" i]',
  '.entry-date, .post-date, .article-date, .date-header, [class*="date" i], [id*="date" i]',
];

function readPublished(
  page: DomElement,
  given: readonly (string | null)[],
  url: string | null,
  lines: () => readonly string[],
): string | null {
  const habit = readHabit(page, url);
  for (const value of given) {
    const date = value === null ? null : readDate(value, habit);
    if (date !== null) return date;
  }
  const inAddress = /\/((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})(?:\/|$)/.exec(url ?? '');
  if (inAddress !== null) return readDate(inAddress.slice(1).join('/'));
  for (const place of DATE_PLACES) {
    for (const element of [...page.querySelectorAll(place)].slice(0, MOST_LOOKED_AT)) {
      const date = dateAt(element, habit);
      if (date !== null) return date;
    }
  }
  for (const line of lines()) {
    const date = readDateIn(line, habit);
    if (date !== null) return date;
  }
  return readScripts(page);
}

/** `"published_at":"2019-03-02T06:22:28+01:00"`: in data that a page embeds for its scripts. */
const IN_SCRIPT =
  /"(?:date_?published|published_?(?:at|on|date|time)?|publication_?date|first_?published(?:_?at)?|created_?at|date_?created)"\s*:\s*"(\d{4}-\d{2}-\d{2}[^"]{0,20})"/i;

function readScripts(page: DomElement): string | null {
  for (const script of page.querySelectorAll('script')) {
    const written = IN_SCRIPT.exec(script.textContent ?? '')?.[1];
    const date = written === undefined ? null : readDate(written);
    if (date !== null) return date;
  }
  return null;
}

const MOST_LOOKED_AT = 5; // elements of a kind: further down are the dates of other stories

function dateAt(element: DomElement, habit: DateHabit): string | null {
  for (const name of ['datetime', 'content', 'title', 'data-datetime']) {
    const date = readDate(element.getAttribute(name) ?? '', habit);
    if (date !== null) return date;
  }
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  return text.length > 100 ? null : readDateIn(text, habit);
}

/** `Veröffentlicht am 3. Mai 2020`, `Published: 25/12/2022`. */
function readDateIn(text: string, habit: DateHabit): string | null {
  const numeric = /\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}.*$/.exec(text)?.[0];
  return (numeric === undefined ? null : readDate(numeric, habit)) ?? readDate(text, habit);
}

/** The language and country of a page, as declared or from its address. */
function readHabit(page: DomElement, url: string | null): DateHabit {
  const locale = page.querySelector('meta[property="og:locale"]')?.getAttribute('content');
  const declared = page.querySelector('html')?.getAttribute('lang') || locale || '';
  const [language = '', ...rest] = declared.replace(/_/g, '-').split('-');
  const named = [...rest, ...(locale?.split(/[_-]/).slice(1) ?? [])];
  const country = named.find((part) => /^[a-z]{2}$/i.test(part))?.toUpperCase() ?? countryOf(url);
  return { language: language.toLowerCase() || null, country };
}

/** `co.uk` → `GB`; of `com` and the like, nothing. */
function countryOf(url: string | null): string | null {
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname : '';
  const end = /\.([a-z]{2})$/.exec(host)?.[1];
  if (end === undefined || /^(?:io|tv|me|co|ai|eu|fm|ly)$/.test(end)) return null;
  return end === 'uk' ? 'GB' : end.toUpperCase();
}

function asAddress(value: string | null, base: string | null): string | null {
  if (value === null || !URL.canParse(value, base ?? undefined)) return null;
  const { protocol, href } = new URL(value, base ?? undefined);
  return /^https?:$/.test(protocol) ? href : null;
}
