import { readDate } from '../text/dates.ts';
import { readParagraphs } from './blocks.ts';
import { parseMarkup, plainText, tooManyTags } from './dom.ts';
import { foldLine, type Incoming, NOTHING, type Page, type Yield } from './incoming.ts';
import { createRoom, noRoom, splitPlain, tooMany } from './items.ts';
import { MOST_FEED_TAGS, MOST_STORIES } from './limits.ts';
import { asTag } from './tags.ts';
import { IngestError } from './typed.ts';

/** An item, whatever the kind of feed. */
interface Item {
  readonly title: string | null;
  readonly link: string | null;
  readonly published: string | null;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  /** Marked-up texts, fullest first. */
  readonly contents: readonly string[];
  /** Whether the first of them is where its feed has whole texts, not summaries. */
  readonly isWhole: boolean;
}

const FULL = 400; // characters: below it, what a feed holds is a summary
const BRIEF = 200; // characters of several paragraphs, where a feed has whole texts: news in brief

/** Reads RSS, Atom, RDF or JSON Feed. Rejects with an `IngestError` where it is none. */
export async function readFeed(text: string, origin: string | null): Promise<Yield> {
  const { publisher, items } = await parse(text);
  const incoming: Incoming[] = [];
  const pages: Page[] = [];
  const problems: string[] = [];
  const fits = createRoom();
  for (const [i, item] of items.slice(0, MOST_STORIES).entries()) {
    const label = `${origin ?? 'feed'}: item ${i + 1}`;
    const read = await readItem(item, publisher).catch(whyNot);
    if (typeof read !== 'string' && !fits(read.incoming)) {
      problems.push(noRoom(items.length - i, origin ?? 'feed'));
      return { ...NOTHING, incoming, pages, problems };
    }
    if (typeof read !== 'string' && read.isFull) incoming.push(read.incoming);
    else if (item.link !== null)
      pages.push({
        address: item.link,
        label,
        given: null,
        isList: false,
      });
    else
      problems.push(
        `${label}: ${typeof read === 'string' ? read : 'link is missing, and the text is a summary only'}`,
      );
  }
  problems.push(...tooMany(items.length, origin ?? 'feed'));
  return { ...NOTHING, incoming, pages, problems };
}

/** An item that can't be read costs that item only. */
function whyNot(error: unknown): string {
  if (error instanceof IngestError) return error.message;
  throw error;
}

async function readItem(
  item: Item,
  publisher: string | null,
): Promise<{ readonly incoming: Incoming; readonly isFull: boolean } | string> {
  const texts = await Promise.all([...new Set(item.contents)].map(readMarkup));
  const paragraphs = texts.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0] ?? [];
  const told = withoutSignature(paragraphs, item.title, publisher);
  const body = told.filter((one, i) => i > 0 || one !== item.title);
  if (body.length === 0) return 'there is no text in it';
  const isBrief = item.isWhole && body.length > 1 && lengthOf(body) >= BRIEF;
  const isFull = (isBrief || lengthOf(body) >= FULL) && !CUT_OFF.test(body.at(-1) ?? '');
  const { title, published, link, authors, tags } = item;
  return {
    isFull,
    incoming: {
      name: title ?? link ?? body[0] ?? 'item',
      text: [...(title === null ? [] : [title]), ...body].join('\n\n'),
      format: 'txt',
      known: { headline: title, publisher, published, url: link },
      byline: authors.join(', ') || null,
      tags,
      origin: link,
      note: null,
    },
  };
}

/** How a text ends of which the page has more: `… and then […]`, `Continue reading`. */
const CUT_OFF =
  /(?:\[\s*(?:…|\.\.\.|more)\s*\]|\(\s*(?:…|\.\.\.|more)\s*\)|…|\.\.\.)[\s»→>]*$|(?:^|\s)(?:continue reading|read (?:more|on|the (?:rest|full))|keep reading|weiter ?lesen|mehr lesen|lire la suite|leer más|seguir leyendo|leggi tutto|continua a leggere|lees verder|leia mais|continue (?:lendo|a ler)|läs mer|læs mere|les mer|lue lisää|czytaj (?:dalej|więcej)|číst dál|čítať ďalej|tovább olvas\p{L}*|devamını oku|читать (?:далее|дальше|полностью))(?!\p{L}).{0,80}$|(?:続きを読む|全文を読む|閱讀全文|阅读全文|더 ?보기|계속 읽기)[\s»→>…]*$/iu;

/** What blogs put under each item of their feeds: `The post X appeared first on Y.` */
const SIGNATURE =
  /^(?:the post .{0,300} (?:first appeared on|appeared first on) |der beitrag .{0,300} erschien zuerst auf |l[’']article .{0,300} est apparu en premier sur |la entrada .{0,300} (?:se publicó primero|aparece primero) en |l[’']articolo .{0,300} proviene da |o post .{0,300} apareceu primeiro em |het bericht .{0,300} verscheen eerst op )/i;

const SHORTEST_TITLE = 12; // letters: `Ferry` may be in any last sentence
const LONGEST_SIGNATURE = 60; // letters beside the two names: `был впервые опубликован на сайте` has 32

/** Its wording is told for languages that are known; in any other, by the names of the story and the site, and little else. */
function withoutSignature(
  paragraphs: readonly string[],
  title: string | null,
  publisher: string | null,
): readonly string[] {
  const [story, site] = [foldLine(title ?? ''), foldLine(publisher ?? '')];
  return paragraphs.filter((one, i) => {
    if (SIGNATURE.test(one)) return false;
    const line = foldLine(one);
    const isLast = i > 0 && i === paragraphs.length - 1;
    const isNaming =
      isLast && story.length >= SHORTEST_TITLE && site !== '' && line.includes(story);
    const rest = isNaming ? line.replace(story, '') : '';
    return !(rest.includes(site) && isNaming && rest.length - site.length <= LONGEST_SIGNATURE);
  });
}

async function readMarkup(markup: string): Promise<readonly string[]> {
  return readParagraphs(parseMarkup(markup));
}

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.join('').length;
}

type Fields = Readonly<Record<string, unknown>>;

async function parse(text: string): Promise<{ publisher: string | null; items: readonly Item[] }> {
  if (countOwnTags(text) > MOST_FEED_TAGS) throw new IngestError(tooManyTags(MOST_FEED_TAGS));
  const { parseFeed } = await import('feedsmith');
  try {
    const feed = parseFeed(text).feed as unknown as Fields;
    const items = listOf(feed.items ?? feed.entries);
    return { publisher: words(feed.title), items: items.map(readFields) };
  } catch (cause) {
    throw new IngestError('is no feed that can be read', { cause });
  }
}

/** How many tags a feed has, without those of the texts in it: they are marked as data, and are no work for its parser. */
function countOwnTags(feed: string): number {
  let tags = 0;
  if (!/^[\s\ufeff]*</.test(feed)) return tags; // JSON
  for (let at = feed.indexOf('<'); at >= 0; at = feed.indexOf('<', at + 1)) {
    tags += 1;
    if (!feed.startsWith('<![CDATA[', at)) continue;
    const end = feed.indexOf(']]>', at);
    if (end < 0) return tags;
    at = end;
  }
  return tags;
}

/** RSS, Atom, RDF and JSON Feed name the same things differently. */
function readFields(item: Fields): Item {
  const links = listOf(item.links);
  const alternate = links.find((one) => (one.rel ?? 'alternate') === 'alternate');
  const whole = written([
    item.content_html,
    inner(item.content, 'encoded'),
    inner(item.content, 'value'),
    item.content,
    marked(item.content_text),
  ]);
  const summaries = written([inner(item.summary, 'value'), item.summary, item.description]);
  return {
    title: words(item.title),
    link:
      asAddress(item.link) ??
      asAddress(alternate?.href) ??
      asAddress(item.url) ??
      asGuid(item.guid),
    published: asDate(
      item.pubDate ?? item.published ?? item.date_published ?? item.updated ?? dcDate(item),
    ),
    authors: [item.authors ?? (item.dc as Fields | undefined)?.creators ?? []]
      .flat()
      .flatMap(nameOf),
    tags: [item.categories ?? item.tags ?? []].flat().flatMap(tagOf).slice(0, 10),
    contents: [...whole, ...summaries],
    isWhole: whole.length > 0,
  };
}

/** Plain text of a JSON Feed, marked up. */
function marked(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const inert = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return splitPlain(inert)
    .map((one) => `<p>${one}</p>`)
    .join('');
}

function written(values: readonly unknown[]): readonly string[] {
  return values.filter((one): one is string => typeof one === 'string' && one.trim() !== '');
}

function listOf(value: unknown): readonly Fields[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [];
  return all.filter((one): one is Fields => typeof one === 'object' && one !== null);
}

function inner(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Fields)[field] : undefined;
}

function dcDate(item: Fields): unknown {
  return inner(item.dc, 'date') ?? [inner(item.dc, 'dates') ?? []].flat()[0];
}

function words(value: unknown): string | null {
  const text = typeof value === 'string' ? value : inner(value, 'value');
  return typeof text === 'string' ? plainText(text).replace(/\s+/g, ' ').trim() || null : null;
}

function asAddress(value: unknown): string | null {
  const usable = typeof value === 'string' && URL.canParse(value) && /^https?:/i.test(value);
  return usable ? new URL(value).href : null;
}

function asGuid(value: unknown): string | null {
  if (typeof value === 'string') return asAddress(value);
  return inner(value, 'isPermaLink') === false ? null : asAddress(inner(value, 'value'));
}

function asDate(value: unknown): string | null {
  const text = value instanceof Date ? value.toISOString() : value;
  return typeof text === 'string' ? readDate(text) : null;
}

function nameOf(value: unknown): readonly string[] {
  const name = typeof value === 'string' ? value : inner(value, 'name');
  return typeof name === 'string' && name.trim() !== '' ? [name.trim()] : [];
}

function tagOf(value: unknown): readonly string[] {
  const tag = typeof value === 'string' ? value : (inner(value, 'term') ?? inner(value, 'name'));
  return typeof tag === 'string' ? asTag(tag) : [];
}
