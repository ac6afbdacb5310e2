import { type DomElement, plainText } from './dom.ts';
import { whyTooMuch } from './json-size.ts';
import { LARGEST_TEXT } from './limits.ts';

/** What a page says about its article in JSON-LD, in schema.org terms. */
export interface LinkedData {
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  /** When it was last changed. */
  readonly modified: string | null;
  readonly url: string | null;
  /** People, and names of an unknown kind. */
  readonly authors: readonly string[];
  /** Organisations that are given as authors. */
  readonly houses: readonly string[];
  /** The whole text in paragraphs, where it is given. */
  readonly articleBody: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the page's JSON-LD, wherever the article is nested in it. Invalid JSON is skipped; what must not be parsed is marked as no
 * JSON-LD, as Readability would parse it.
 */
export function readLinkedData(page: DomElement): LinkedData {
  const scripts = [...page.querySelectorAll('script[type*="ld+json" i]')];
  const nodes = scripts.flatMap((script) => {
    const json = script.textContent ?? '';
    if (json.length <= LARGEST_TEXT && whyTooMuch(json) === null) return listNodes(parse(json), 0);
    script.setAttribute('type', 'text/plain');
    return [];
  });
  const byId = new Map(nodes.flatMap((node) => withId(node)));
  const resolve = (value: unknown): unknown => {
    const id = typeof value === 'object' && value !== null ? (value as Fields)['@id'] : undefined;
    const isBare = typeof id === 'string' && nameOf(value) === null;
    return isBare ? (byId.get(id) ?? value) : value;
  };
  const names = (value: unknown): readonly string[] =>
    [value].flat().flatMap((one) => [resolve(one)].flat().flatMap((at) => nameOf(at) ?? []));
  const isHouse = (value: unknown): boolean => {
    const fields = asFields(resolve(value));
    return isOf(HOUSE)(fields) && !isOf(PERSON)(fields); // a blog's writer is often both
  };
  const article = nodes.find(isOf(ARTICLE)) ?? {};
  const around = nodes.find(isOf(PAGE)) ?? {};
  const writers = [article.author ?? article.creator ?? around.author].flat();
  const body = bodyOf(article.articleBody) ?? bodyOf(article.text) ?? '';
  return {
    headline: words(article.headline) ?? words(article.name),
    publisher: names(article.publisher ?? around.publisher).join(', ') || null,
    published:
      words(article.datePublished) ??
      words(around.datePublished) ??
      nodes.map((node) => words(node.datePublished)).find((date) => date !== null) ??
      null,
    modified: words(article.dateModified) ?? words(around.dateModified),
    url: words(article.url),
    authors: [...new Set(names(writers.filter((one) => !isHouse(one))))],
    houses: [...new Set(names(writers.filter(isHouse)))],
    articleBody: splitParagraphs(body),
  };
}

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting|NewsStory)$/;
const PAGE =
  /(?:WebPage|ItemPage|Recipe|SocialMediaPosting|DiscussionForumPosting|VideoObject|PodcastEpisode)$/;

const PERSON = /Person$/;
const HOUSE = /(?:Organization|Corporation|WebSite)$/;

function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function isOf(kind: RegExp): (node: Fields) => boolean {
  return (node) => [node['@type']].flat().some((type) => kind.test(String(type)));
}

/** Sites write JSON inside comments, with raw line breaks in strings, or with a trailing comma. */
function parse(json: string): unknown {
  const bare = json
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/, '')
    .replace(/[\0-\x1f]+/g, ' ')
    .replace(/;\s*$/, '');
  for (const attempt of [bare, bare.replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // the next attempt is more lenient; what is still invalid is skipped
    }
  }
  return null;
}

const DEEPEST = 6; // levels: `@graph` and `mainEntity` are two

/** All that have a type, outer ones first. */
function listNodes(value: unknown, depth: number): readonly Fields[] {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  const fields = value as Fields;
  const inner = Object.values(fields).flatMap((one) => listNodes(one, depth + 1));
  return fields['@type'] === undefined ? inner : [fields, ...inner];
}

function withId(node: Fields): readonly (readonly [string, Fields])[] {
  const id = node['@id'];
  return typeof id === 'string' && nameOf(node) !== null ? [[id, node]] : [];
}

function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return /^https?:/.test(value.trim()) ? null : words(value);
  if (typeof value !== 'object' || value === null) return null;
  const { name, givenName, familyName } = value as Fields;
  const parts = [givenName, familyName].flatMap((one) => words(one) ?? []);
  return words([name].flat()[0]) ?? (parts.length === 2 ? parts.join(' ') : null);
}

/** Text with its entities read: many sites write `&#8222;` and marks into it. */
function words(value: unknown, gap: ' ' | '\n' = ' '): string | null {
  if (typeof value !== 'string') return null;
  const marked = gap === ' ' ? value : value.replace(/<\/p>|<br\s*\/?>|\\n/gi, '\n');
  const plain = plainText(marked);
  return (gap === ' ' ? plain.replace(/\s+/g, ' ') : plain).trim() || null;
}

/** A text, or a list of paragraphs; its tags may have been escaped, too. */
function bodyOf(value: unknown): string | null {
  const text = Array.isArray(value)
    ? value.filter((one) => typeof one === 'string').join('\n')
    : value;
  const body = words(text, '\n');
  return body !== null && /<\/p>|<br\s*\/?>/i.test(body) ? words(body, '\n') : body;
}

function splitParagraphs(body: string): readonly string[] {
  const lines = body.split(/\n+/).map((line) => line.replace(/[ \t]+/g, ' ').trim());
  return lines.filter((line) => line !== '');
}
