import type { KnownFields } from '../story/article.ts';
import type { DomElement } from './dom.ts';

/** What a page says of its article. */
export type PageMeta = KnownFields & { readonly byline: string | null };

/** Reads JSON-LD first, then meta tags, then what is left; a date or address that is none is null. */
export function readMeta(page: DomElement, address: string | null): PageMeta {
  const data = readLinkedData(page);
  const meta = (...names: readonly string[]): string | null => findMeta(page, names);
  const canonical = page.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? null;
  return {
    headline:
      words(data.headline) ??
      meta('og:title', 'twitter:title', 'dc.title') ??
      words(page.querySelector('h1')?.textContent) ??
      withoutSite(words(page.querySelector('title')?.textContent)),
    publisher: nameIn(data.publisher) ?? meta('og:site_name', 'application-name', 'dc.publisher'),
    published:
      asDate(words(data.datePublished)) ??
      asDate(meta('article:published_time', 'datepublished', 'date', 'dc.date', 'pubdate')) ??
      asDate(page.querySelector('time[datetime]')?.getAttribute('datetime') ?? null),
    url:
      asAddress(canonical ?? meta('og:url') ?? words(data.url), address) ??
      asAddress(address, null),
    byline: nameIn(data.author) ?? asByline(meta('author', 'article:author', 'byl', 'dc.creator')),
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** The first article among the page's JSON-LD, wherever it is nested. What is no JSON is left out. */
function readLinkedData(page: DomElement): Fields {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const found = findArticle(parse(script.textContent ?? ''), 0);
    if (found !== null) return found;
  }
  return {};
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

const DEEPEST = 6; // levels: `@graph` and `mainEntity` are two

function findArticle(value: unknown, depth: number): Fields | null {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return null;
  const fields = value as Fields;
  const types = [fields['@type']].flat().map(String);
  if (types.some((type) => /(?:Article|BlogPosting|Report)$/.test(type))) return fields;
  for (const inner of Object.values(fields)) {
    const found = findArticle(inner, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function findMeta(page: DomElement, names: readonly string[]): string | null {
  const tags = [...page.querySelectorAll('meta')];
  for (const name of names) {
    const found = tags.find((tag) =>
      ['property', 'name', 'itemprop'].some((key) => tag.getAttribute(key)?.toLowerCase() === name),
    );
    const content = words(found?.getAttribute('content'));
    if (content !== null) return content;
  }
  return null;
}

/** One name, or several joined by commas: `{"name": "Ann Ode"}`, `[…]`, `"Ann Ode"`. */
function nameIn(value: unknown): string | null {
  const names = [value].flat().flatMap((one) => {
    const name = typeof one === 'object' && one !== null ? (one as Fields).name : one;
    return words(name) ?? [];
  });
  return names.length === 0 ? null : names.join(', ');
}

function words(value: unknown): string | null {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() || null : null;
}

/** `Vote delayed | Coast News` → `Vote delayed`. */
function withoutSite(title: string | null): string | null {
  return title?.replace(/\s+[|–—·-]\s+[^|–—·]{2,40}$/u, '') ?? null;
}

function asDate(value: string | null): string | null {
  return value !== null && !Number.isNaN(Date.parse(value)) ? value : null;
}

function asAddress(value: string | null, base: string | null): string | null {
  if (value === null || !URL.canParse(value, base ?? undefined)) return null;
  const { protocol, href } = new URL(value, base ?? undefined);
  return /^https?:$/.test(protocol) ? href : null;
}

/** Some pages give an address where a name should be. */
function asByline(value: string | null): string | null {
  return value === null || /^https?:/.test(value) ? null : value.replace(/^by\s+/i, '');
}
