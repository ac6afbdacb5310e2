import { readDate } from '../text/dates.ts';
import { readParagraphs } from './blocks.ts';
import {
  allNamed,
  countTags,
  type DomElement,
  parseMarkup,
  parseXml,
  tooManyTags,
  wordsOf,
} from './dom.ts';
import { fromFields, type Incoming } from './incoming.ts';
import { LARGEST_TEXT } from './limits.ts';
import { IngestError } from './typed.ts';
import { readZip } from './zip.ts';

const MOST_CHAPTERS = 500;
const MOST_TAGS = 200_000; // a long book has 120,000

/** The text of an EPUB, its chapters in their order, and what its package tells. Rejects with an `IngestError`. */
export async function readEpub(bytes: Uint8Array, origin: string): Promise<Incoming> {
  const parts = readZip(bytes, (name) => /\.(?:xml|opf|x?html?)$/i.test(name));
  const read = (name: string): string => new TextDecoder().decode(parts.get(name));
  if (!parts.has('META-INF/container.xml')) throw new IngestError('is damaged: it is no EPUB');
  if (
    /<(?:enc:)?EncryptedData\b/.test(read('META-INF/encryption.xml')) &&
    isLocked(read('META-INF/encryption.xml'))
  ) {
    throw new IngestError('is encrypted: its text can’t be read');
  }
  const container = parseXml(read('META-INF/container.xml'));
  const path = allNamed(container, 'rootfile')[0]?.getAttribute('full-path') ?? '';
  const book = parseXml(parts.has(path) ? read(path) : '');
  const paragraphs: string[] = [];
  let size = 0;
  let tags = 0;
  for (const name of chaptersOf(book, path).slice(0, MOST_CHAPTERS)) {
    if (!parts.has(name)) continue;
    tags += countTags(parts.get(name) ?? new Uint8Array());
    if (tags > MOST_TAGS) throw new IngestError(tooManyTags(MOST_TAGS));
    const page = parseMarkup(read(name), true);
    const found = readParagraphs(page.querySelector('body') ?? page);
    size += found.join('').length;
    if (size > LARGEST_TEXT) throw new IngestError('has too much text in it: 5 MB at most');
    paragraphs.push(...found);
  }
  if (paragraphs.length === 0) throw new IngestError('there is no text in it');
  const meta = allNamed(book, 'metadata')[0];
  const all = (name: string): readonly string[] =>
    allNamed(meta, name).flatMap((one) => wordsOf(one) ?? []);
  const source = [...all('source'), ...all('identifier')].find(
    (one) => /^https?:/i.test(one) && URL.canParse(one),
  );
  return fromFields(
    {
      headline: all('title')[0] ?? null,
      publisher: all('publisher')[0] ?? null,
      published:
        all('date')
          .map((one) => readDate(one))
          .find((date) => date !== null) ?? null,
      url: source === undefined ? null : new URL(source).href,
      byline: [...new Set(all('creator'))].join(', ') || null,
      tags: [],
    },
    paragraphs,
    origin,
  );
}

/** Many unprotected books have scrambled fonts only. */
function isLocked(encryption: string): boolean {
  return /URI="[^"]*\.(?:x?html?|xml|opf)"/i.test(encryption);
}

/** The chapters in reading order, without the table of contents. */
function chaptersOf(book: DomElement, path: string): readonly string[] {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  const items = new Map(allNamed(book, 'item').map((one) => [one.getAttribute('id'), one]));
  return allNamed(book, 'itemref').flatMap((reference) => {
    const item = items.get(reference.getAttribute('idref'));
    const href = item?.getAttribute('href') ?? '';
    const isNav =
      /\bnav\b/.test(item?.getAttribute('properties') ?? '') ||
      reference.getAttribute('linear') === 'no';
    return href === '' || isNav ? [] : [placeOf(folder, href)];
  });
}

/** `text/../ch%201.xhtml#a` → `ch 1.xhtml` */
function placeOf(folder: string, href: string): string {
  const base = `http://book/${folder}`;
  if (!URL.canParse(href, base)) return '';
  const { pathname } = new URL(href, base);
  try {
    return decodeURIComponent(pathname.slice(1));
  } catch {
    return pathname.slice(1);
  }
}
