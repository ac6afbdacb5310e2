import type { KnownFields } from '../article/article.ts';
import { once } from '../text/lazy.ts';
import { type DomElement, plainText } from './dom.ts';
import type { LinkedData } from './linked-data.ts';
import { type ReadTag, readByline } from './page-byline.ts';
import { readPublished } from './page-date.ts';
import { readHeadline } from './page-headline.ts';
import { findLines } from './page-lines.ts';

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
  const headline = readHeadline(page, names, site, url);
  const lines = once(() => findLines(page, headline));
  return {
    headline,
    publisher: site,
    published: readPublished(page, data, meta, url, lines),
    url,
    byline: readByline(page, data, meta, { site, url }, lines),
    description: meta(
      'og:description',
      'description',
      'twitter:description',
      'itemprop:description',
    ),
  };
}

/** Tags by their names; `itemprop:author` may be of a thing on the page, such as a book it is about. */
function readTags(page: DomElement): ReadTag {
  const tags = new Map<string, string>();
  for (const tag of page.querySelectorAll('meta')) {
    const content = tag.getAttribute('content');
    const words = content === null ? '' : plainText(content).replace(/\s+/g, ' ').trim();
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const given = tag.getAttribute(key)?.toLowerCase();
      const name = given && key === 'itemprop' ? `itemprop:${given}` : given;
      if (!name || words === '') continue;
      const known = tags.get(name);
      if (known === undefined) tags.set(name, words);
      else if (WRITERS.has(name) && !known.split('; ').includes(words))
        tags.set(name, `${known}; ${words}`);
    }
  }
  return (...names) => names.map((name) => tags.get(name)).find((one) => one !== undefined) ?? null;
}

/** Tags that a page has once for each who wrote it. */
const WRITERS = new Set([
  'author',
  'article:author',
  'citation_author',
  'dc.creator',
  'dcterms.creator',
]);

function asAddress(value: string | null, base: string | null): string | null {
  if (value === null || !URL.canParse(value, base ?? undefined)) return null;
  const { protocol, href } = new URL(value, base ?? undefined);
  return /^https?:$/.test(protocol) ? href : null;
}
