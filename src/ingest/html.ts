import { createRequire } from 'node:module';
import type { KnownFields } from '../story/article.ts';
import { type DomElement, parsePage, readBlocks } from './dom.ts';
import type { Incoming } from './incoming.ts';
import { readMeta } from './page-meta.ts';
import { IngestError } from './typed.ts';

const MOST_ELEMENTS = 200_000; // a long page has 10,000

/**
 * The article of a web page: its headline and paragraphs, and what its meta tags and JSON-LD say of
 * it. `address` is where the page was found, or null. Rejects with an `IngestError`.
 */
export async function readPage(html: string, address: string | null): Promise<Incoming> {
  const page = await parsePage(html);
  const { byline, ...meta } = readMeta(page, address);
  const heading = tidyLine(page.querySelector('h1')?.textContent);
  const paragraphs = await readParagraphs(html, page);
  const headline = heading !== null && isLike(heading, meta.headline) ? heading : meta.headline;
  const body = paragraphs.filter((one, i) => i > 2 || one !== headline);
  if (body.length === 0) throw new IngestError('there is no article in the page');
  const known: KnownFields = { ...meta, headline };
  return {
    name: headline ?? address ?? body[0] ?? 'page',
    text: [...(headline === null ? [] : [headline]), ...body].join('\n\n'),
    format: 'txt',
    known,
    byline,
    tags: [],
    origin: address,
    note: null,
  };
}

/** What Readability takes for the article; where it finds too little, all paragraphs of the page. */
async function readParagraphs(html: string, page: DomElement): Promise<readonly string[]> {
  const content = extract(page);
  const found = content === null ? [] : readBlocks(await parsePage(wrap(content)));
  if (found.join('').length >= 250) return found;
  const fresh = await parsePage(html);
  const all = [...fresh.querySelectorAll('p')].flatMap(readBlocks);
  return all.join('').length > found.join('').length ? all : found;
}

function wrap(content: string): string {
  return `<!doctype html><html><body>${content}</body></html>`;
}

interface ReadabilityClass {
  new (page: DomElement, options: object): { parse: () => { readonly content?: string } | null };
}

function extract(page: DomElement): string | null {
  const require = createRequire(import.meta.url);
  const { Readability } = require('@mozilla/readability') as { Readability: ReadabilityClass };
  try {
    const reader = new Readability(page, { maxElemsToParse: MOST_ELEMENTS, charThreshold: 250 });
    return reader.parse()?.content ?? null;
  } catch {
    return null; // a page it can't make sense of: its paragraphs are taken as they are
  }
}

function tidyLine(text: string | null | undefined): string | null {
  return text?.replace(/\s+/g, ' ').trim() || null;
}

/** `Vote delayed` is the headline of `Vote delayed - Coast News`, and of a page that names none. */
function isLike(heading: string, headline: string | null): boolean {
  if (headline === null) return true;
  const [a, b] = [heading.toLowerCase(), headline.toLowerCase()];
  return a.includes(b) || b.includes(a) || a.slice(0, 20) === b.slice(0, 20);
}
