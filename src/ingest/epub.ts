import { readDate } from '../text/dates.ts';
import { decodeText } from './decode.ts';
import { readDocumentFields } from './document-fields.ts';
import {
  allNamed,
  countTags,
  type DomElement,
  parseMarkup,
  parseXml,
  tooManyTags,
  wordsOf,
} from './dom.ts';
import { articlesOf, type Chapter, isArticle, readChapters } from './epub-chapters.ts';
import { fromFields, oneStory, type StoryFields, type Yield } from './incoming.ts';
import { readItems } from './items.ts';
import { LARGEST_TEXT } from './limits.ts';
import { IngestError } from './typed.ts';
import { readZip } from './zip.ts';

const MOST_CHAPTERS = 500;
const MOST_TAGS = 200_000; // a long book has 120,000
const FEWEST_ARTICLES = 2; // of a magazine
const PICTURES = /\.(?:jpe?g|png|gif|webp|svg|css|js|[ot]tf|woff2?|mp[34]|m4a|ogg|webm|pdf)$/i;

/**
 * The text of an EPUB, its chapters in their order, and what its package tells: one story, or the articles of a
 * magazine. Rejects with an `IngestError`.
 */
export async function readEpub(bytes: Uint8Array, origin: string): Promise<Yield> {
  const parts = readZip(bytes, (name) => !PICTURES.test(name)); // chapters have any ending
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
  const chapters: Chapter[] = [];
  let size = 0;
  let tags = 0;
  const beside = besideIn(book, path);
  const names = chaptersOf(book, path).slice(0, MOST_CHAPTERS);
  for (const name of names) {
    const file = parts.get(name);
    if (file === undefined || file.length === 0) continue;
    tags += countTags(file);
    if (tags > MOST_TAGS) throw new IngestError(tooManyTags(MOST_TAGS));
    const { text } = decodeText(file, null);
    const found = readChapters(name, parseMarkup(text, true), beside.has(name));
    size += found.flatMap(({ paragraphs }) => paragraphs).join('').length;
    if (size > LARGEST_TEXT) throw new IngestError('has too much text in it: 5 MB at most');
    chapters.push(...found.filter(({ paragraphs }) => paragraphs.length > 0));
  }
  const told = chapters.filter(({ isBeside }) => !isBeside);
  const fields = readFields(book);
  const articles = articlesOf(told, fields.byline !== null);
  if (articles.length >= FEWEST_ARTICLES) {
    return readItems(
      articles,
      ({ name }) => name,
      origin,
      async ({ headline, byline, paragraphs }, at) =>
        fromFields(
          { ...fields, url: null, headline, byline: byline ?? fields.byline },
          paragraphs,
          at,
        ),
    );
  }
  const paragraphs = (told.length > 0 ? told : chapters).flatMap((one) => one.paragraphs);
  if (paragraphs.length === 0) throw new IngestError('there is no text in it');
  const headline = headlineOf(told, fields.headline, paragraphs);
  const signed = told.find(({ byline }) => byline !== null);
  const byline = signed?.byline ?? fields.byline;
  return oneStory(fromFields({ ...fields, headline, byline }, paragraphs, origin));
}

/** The heading of the only chapter; of several the book's title where it can be believed, else the first heading. */
function headlineOf(
  told: readonly Chapter[],
  title: string | null,
  paragraphs: readonly string[],
): string | null {
  const headed = told.filter(isArticle);
  const [first] = headed;
  if (headed.length === 1 && told.length === 1) return first?.headline ?? title;
  const believed = readDocumentFields(title, null, paragraphs).headline;
  return believed ?? (title === null || NAMELESS.test(title) ? (first?.headline ?? title) : title);
}

function readFields(book: DomElement): StoryFields {
  const meta = allNamed(book, 'metadata')[0];
  const all = (name: string): readonly string[] =>
    allNamed(meta, name).flatMap((one) => wordsOf(one) ?? []);
  const source = [...all('source'), ...all('identifier')].find(
    (one) => /^https?:/i.test(one) && URL.canParse(one),
  );
  const creators = allNamed(meta, 'creator');
  const authors = creators.filter((one) => one.getAttribute('opf:role') === 'aut'); // not `ill`, `edt`
  const writers = (authors.length > 0 ? authors : creators).flatMap((one) => wordsOf(one) ?? []);
  return {
    headline: all('title')[0] ?? null,
    publisher: all('publisher')[0] ?? null,
    published:
      all('date')
        .map((one) => readDate(one))
        .find((date) => date !== null) ?? null,
    url: source === undefined ? null : new URL(source).href,
    byline: [...new Set(writers)].filter((one) => !NOBODY.test(one)).join(', ') || null,
    tags: [],
  };
}

// what a file is called, not a book: `report_final`, `story.docx`
const NAMELESS =
  /^(?:unknown|untitled|unbekannt|document\s*\d*|microsoft word\b.*|\S+\.\w{2,5}|\S+[_-]\S+)$/i;
// what converters write where nobody was named
const NOBODY =
  /^(?:unknown|unbekannt|inconnu|desconocido|anonymous|n\/?a|none|calibre\b.*|.*\buser)$/i;

/** Many unprotected books have scrambled fonts only. */
function isLocked(encryption: string): boolean {
  return /URI="[^"]*\.(?:x?html?|xml|opf)"/i.test(encryption);
}

/** What an older package's guide calls a cover, contents, notes: files that are no text of the book. */
function besideIn(book: DomElement, path: string): ReadonlySet<string> {
  const references = allNamed(book, 'reference').filter(
    (one) =>
      !/^(?:text|start|bodymatter|preface|foreword)$/i.test(one.getAttribute('type') ?? 'text'),
  );
  return new Set(references.map((one) => placeOf(folderOf(path), one.getAttribute('href') ?? '')));
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
}

/** The chapters in reading order, without the table of contents. */
function chaptersOf(book: DomElement, path: string): readonly string[] {
  const folder = folderOf(path);
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
