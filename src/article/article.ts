import { readDate } from '../text/dates.ts';
import type { Span } from '../text/span.ts';
import { type Paragraph, readParagraphs } from './paragraphs.ts';

/** One published piece, as it was stored: nothing in `text` is ever changed. */
export interface Article {
  /** Short name of the story: `a-z`, `0-9`, `_` and `-`, at most 40 characters. */
  readonly id: string;
  /** The stored text: the file decoded as UTF-8 without its BOM. All offsets are into it, UTF-16. */
  readonly text: string;
  /** What is left when front matter is set aside: paragraphs are read from here. */
  readonly body: Span;
  readonly headline: string | null;
  readonly publisher: string | null;
  /** As the article gives it; no date is made up. */
  readonly published: string | null;
  readonly url: string | null;
}

/** What is known of an article apart from its text: from a page's meta tags, a feed, a record. */
export type KnownFields = Pick<Article, 'headline' | 'publisher' | 'published' | 'url'>;

/** What is wrong with a story's text: one line, to be shown behind the file's name. */
export class ArticleError extends Error {}

/**
 * Reads an article: its front matter, if there is any, and its headline, from there or from its
 * first line. With `known` fields the text is read as having no front matter. Throws an
 * `ArticleError` when a field is wrong or no paragraph is left.
 */
export function readArticle(id: string, text: string, known: KnownFields | null = null): Article {
  const read = readFields(text, known);
  const paragraphs = readParagraphs(text, read.body, headlineIn(read));
  if (!paragraphs.some((paragraph) => paragraph.number !== null)) {
    throw new ArticleError('there is no paragraph in it');
  }
  return makeArticle(id, text, read, headlineIn(read) ?? firstLine(text, paragraphs));
}

/**
 * Reads an article that was read before, from where it is kept: a headline that only the text can tell
 * is looked for when it is asked for, as thousands are opened at a start. Throws as `readArticle`.
 */
export function reopenArticle(id: string, text: string, known: KnownFields | null = null): Article {
  const read = readFields(text, known);
  const given = headlineIn(read);
  let found: string | null | undefined;
  const look = (): string | null => {
    if (found === undefined) found = firstLine(text, readParagraphs(text, read.body, null));
    return found;
  };
  const article = makeArticle(id, text, read, given);
  return given !== null
    ? article
    : Object.defineProperty(article, 'headline', { enumerable: true, get: look });
}

function readFields(text: string, known: KnownFields | null): FrontMatter {
  return known === null ? readFrontMatter(text) : withoutFields(known, text);
}

function headlineIn({ fields }: FrontMatter): string | null {
  return fields.get('headline') ?? fields.get('title') ?? null;
}

function firstLine(text: string, paragraphs: readonly Paragraph[]): string | null {
  const line = paragraphs.find((paragraph) => paragraph.setAside === 'headline');
  return line === undefined ? null : text.slice(line.start, line.end).replace(/^#\s+/, '');
}

function makeArticle(
  id: string,
  text: string,
  { fields, body }: FrontMatter,
  headline: string | null,
): Article {
  return {
    id,
    text,
    body,
    headline,
    publisher: fields.get('publisher') ?? fields.get('source') ?? null,
    published: readPublished(fields.get('published') ?? fields.get('date')),
    url: readUrl(fields.get('url')),
  };
}

function withoutFields(known: KnownFields, text: string): FrontMatter {
  const fields = Object.entries(known).filter((field): field is [string, string] => !!field[1]);
  return { fields: new Map(fields), body: { start: 0, end: text.length } };
}

const ENDING =
  /\.(?:txt|text|md|markdown|html?|xhtml|mht(?:ml)?|xml|nitf|newsml|json|rss|atom|rdf|eml|mbox|rtf|docx?|odt|epub|pdf|vtt|srt|anpa|iptc)$/i;

/** A story's id from a file's or folder's name: `Harbour Race.txt` → `harbour-race`. */
export function storyId(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(ENDING, '')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'story' : plain;
}

interface FrontMatter {
  readonly fields: ReadonlyMap<string, string>;
  readonly body: Span;
}

/** `key: value` lines between two lines `---` at the very start. Unclosed, they are text. */
function readFrontMatter(text: string): FrontMatter {
  const found = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(text);
  const fields = new Map<string, string>();
  for (const line of found?.[1]?.split(/\r?\n/) ?? []) {
    const [, key, value] = /^([\w-]+)\s*:(.*)$/.exec(line) ?? [];
    const bare = value?.trim().replace(/^(["'])(.*)\1$/, '$2') ?? '';
    if (key !== undefined && bare !== '') fields.set(key.toLowerCase(), bare);
  }
  return { fields, body: { start: found?.[0].length ?? 0, end: text.length } };
}

/** A date stays as written if it can be read in only one way. */
function readPublished(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (readDate(value) !== null) return value.replace(NUMBERS, () => readDate(value) ?? value);
  if (NUMBERS.test(value)) {
    throw new ArticleError('published may be one of two days: write it as 2022-12-31');
  }
  if (Number.isNaN(Date.parse(value))) throw new ArticleError('published is no date');
  return value;
}

const NUMBERS = /^\d{1,2}[./-] ?\d{1,2}[./-] ?\d{4}\b.*$/; // `31.12.2022`: others read the month first

function readUrl(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (!URL.canParse(value) || !/^https?:/.test(value)) {
    throw new ArticleError('url is no http or https address');
  }
  return value;
}
