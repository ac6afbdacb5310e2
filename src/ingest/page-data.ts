import { readParagraphs } from './blocks.ts';
import { type DomElement, isElement, parseMarkup, plainText } from './dom.ts';
import { findJson, findTexts } from './embedded-json.ts';
import { covered, describes, lengthOf, plain } from './page-words.ts';
import { IngestError } from './typed.ts';

/** What a page shows or says of its story, by which its story is known among its data. */
export interface Signs {
  readonly headline: string | null;
  readonly description: string | null;
  /** The paragraphs that it shows. */
  readonly shown: readonly string[];
}

/** A story in a page's data; `headline` is what it is called there, or null. */
export interface DataStory {
  readonly headline: string | null;
  readonly paragraphs: readonly string[];
}

/**
 * What a page keeps for its scripts, or for readers without them. To be called before Readability takes the scripts away; what it
 * gives finds the story in them, for a page that shows nothing of it before a script has run, or only its beginning. Null where no
 * text is called by the headline, or holds the description or what is shown, or is an article by its own fields.
 */
export function keepData(page: DomElement): (signs: Signs) => DataStory | null {
  const all = (selector: string): readonly DomElement[] => [...page.querySelectorAll(selector)];
  const scripts = all('script:not([type*="ld+json" i])').map((one) => one.textContent ?? '');
  const held = all(HOLDERS.map((name) => `[${name}]`).join(', ')).flatMap((one) =>
    HOLDERS.map((name) => one.getAttribute(name) ?? ''),
  );
  const named = all('meta[itemprop~="articleBody"]').map(
    (one) => one.getAttribute('content') ?? '',
  );
  const unscripted = all('noscript, template').map((one) =>
    [...one.childNodes].filter(isElement).flatMap((inner) => [...readParagraphs(inner)]),
  );
  return (signs) => {
    const markup = scripts.filter((one) => /^\s*</.test(one)); // `<script type="text/template">`
    const plain = [...[...named, ...markup].map(paragraphsOf), ...unscripted];
    const texts = plain.map((paragraphs): Text => ({ paragraphs, around: [] }));
    for (const source of [...scripts, ...held].filter(isRead)) {
      for (const value of findJson(source)) collect(value, [], texts);
      for (const text of findTexts(source)) collect(text, [], texts);
    }
    return bestOf(texts, signs);
  };
}

const HOLDERS = ['data-page', 'data-props', 'data-state', 'data-initial-state', 'data-react-props'];
const SHORTEST_SOURCE = 300; // characters
const LONGEST_SOURCE = 2_000_000; // characters: a pattern that goes through a text of 5 million ends for want of memory

function isRead({ length }: string): boolean {
  return length >= SHORTEST_SOURCE && length <= LONGEST_SOURCE;
}

/** A text in a page's data: a list of paragraphs, or one long text. */
interface Text {
  readonly paragraphs: readonly string[];
  /** The objects around it, outermost first. */
  readonly around: readonly Fields[];
}

type Fields = Readonly<Record<string, unknown>>;

const DEEPEST = 40; // levels of objects and lists: those of a page made by scripts are 15 deep
const MOST_TEXTS = 2_000;

/** All texts of some data that may be a story. */
function collect(value: unknown, around: readonly Fields[], into: Text[]): void {
  if (around.length > DEEPEST || into.length > MOST_TEXTS) return;
  if (typeof value === 'string') {
    if (value.length < MIN_STORY) return;
    const inner = /^\s*[{[]|:[{[]/.test(value) ? findJson(value) : [];
    for (const one of inner) collect(one, [...around, {}], into);
    if (inner.length === 0) into.push({ paragraphs: paragraphsOf(value), around });
  } else if (Array.isArray(value)) {
    const paragraphs = value.flatMap((one) => paragraphsIn(one, 0));
    if (lengthOf(paragraphs) >= MIN_STORY) into.push({ paragraphs, around });
    for (const one of value) collect(one, [...around, {}], into);
  } else if (typeof value === 'object' && value !== null) {
    for (const one of Object.values(value)) collect(one, [...around, value as Fields], into);
  }
}

const MIN_STORY = 250; // characters

/** What a paragraph's words are called, or what holds them. */
const WORDS =
  'text content value html body paragraph innerHTML quote children nodes leaves spans data model attributes blocks paragraphs sections elements components items'.split(
    ' ',
  );

/** What beside a paragraph's words may be as long. */
const BESIDE = /caption|alt|title|headline|summary|description|url|href|credit|name|label/i;

/** A paragraph by its type, whatever number of sentences its pieces have. */
const PARAGRAPH = /^(?:p|para(?:graph)?|block|normal|unstyled)$/i;

/** What is no paragraph by its type. */
const OTHER =
  /image|photo|picture|caption|video|audio|media|embed|related|link_?list|interstitial|promo|advert|newsletter|headline|byline|timestamp|button/i;

/** An item of a list as paragraphs: `"…"`, `{"type": "text", "content": "…"}`, one of many pieces, or a list in the list. */
function paragraphsIn(item: unknown, depth: number): readonly string[] {
  const words = wordsIn(item, 0);
  if (words !== null) return paragraphsOf(words);
  if (typeof item !== 'object' || item === null || depth > DEEPEST_LIST) return [];
  if (Array.isArray(item)) return item.flatMap((one) => paragraphsIn(one, depth + 1));
  return titleOf(item as Fields) !== null || isOther(item as Fields)
    ? []
    : paragraphsIn(heldBy(item as Fields), depth + 1);
}

const DEEPEST_LIST = 8; // levels: of a list in a block in a list

function wordsIn(item: unknown, depth: number): string | null {
  if (typeof item === 'string') return item;
  if (typeof item !== 'object' || item === null || depth > DEEPEST_PIECE) return null;
  if (Array.isArray(item)) {
    const pieces = item.map((one) => wordsIn(one, depth + 1));
    const isList = pieces.some((one) => one === null) || pieces.filter(isTold).length > 1; // of paragraphs, not of the pieces of one
    return isList ? null : pieces.join('');
  }
  const fields = item as Fields;
  if (isOther(fields)) return '';
  const held = heldBy(fields) ?? '';
  if (!Array.isArray(held) || !typesOf(fields).some((one) => PARAGRAPH.test(one)))
    return wordsIn(held, depth + 1);
  return held.map((one) => wordsIn(one, depth + 1) ?? '').join('');
}

const DEEPEST_PIECE = 8; // levels: a word in bold in a link in a paragraph is four deep

function heldBy(fields: Fields): unknown {
  const named = WORDS.map((name) => fields[name]).find((one) => one !== undefined && one !== null);
  const texts = Object.entries(fields).flatMap(([name, one]) =>
    typeof one === 'string' && isTold(one) && !BESIDE.test(name) ? [one] : [],
  );
  return named ?? texts.toSorted((a, b) => b.length - a.length)[0];
}

function typesOf({ type, _type, nodeType, kind, __typename }: Fields): readonly string[] {
  return [type, _type, nodeType, kind, __typename].filter((one) => typeof one === 'string');
}

function isOther(fields: Fields): boolean {
  return typesOf(fields).some((one) => OTHER.test(one));
}

function isTold(piece: string | null): boolean {
  return piece !== null && piece.length >= 60 && /[.!?…。]["”’»)<]*(?:\/\w+>)?\s*$/.test(piece);
}

function paragraphsOf(text: string): readonly string[] {
  if (!/<\w+[^>]*>|&#?\w+;/.test(text)) {
    const lines = text.split(/\n+/).map((line) => line.replace(/\s+/g, ' ').trim());
    return lines.filter((line) => line !== '');
  }
  try {
    const read = readParagraphs(parseMarkup(text));
    return read.some((one) => /<\/p>/.test(one)) // its tags were escaped, too
      ? readParagraphs(parseMarkup(read.join('\n')))
      : read;
  } catch (error) {
    if (error instanceof IngestError) return [];
    throw error;
  }
}

/** The longest of the texts that are the story's by some sign; else of those that are articles by their own fields. */
function bestOf(texts: readonly Text[], signs: Signs): DataStory | null {
  const told = texts.filter(({ paragraphs }) => lengthOf(paragraphs) >= MIN_STORY);
  const own = told.filter((text) => isStory(text, signs));
  const isBare = lengthOf(signs.shown) < MIN_STORY;
  const articles = own.length === 0 && isBare ? told.filter(isArticle) : own;
  const [first, ...rest] = articles;
  if (first === undefined) return null;
  const best = rest.reduce((a, b) => (size(b) > size(a) ? b : a), first);
  const lede = best.paragraphs.some((one) => describes(one, signs.description))
    ? []
    : ledeOf(best, signs.description);
  return { headline: titleAround(best), paragraphs: [...lede, ...best.paragraphs] };
}

/** The first paragraph, where the data have it by itself: `{"standfirst": "…", "body": […]}`. */
function ledeOf({ around }: Text, description: string | null): readonly string[] {
  const own = around.findLast((fields) => titleOf(fields) !== null) ?? {};
  const texts = Object.entries(own).filter(([name]) => !/desc|seo|meta|summary/i.test(name));
  const lede = texts.find(([, one]) => typeof one === 'string' && describes(one, description))?.[1];
  return typeof lede === 'string' ? paragraphsOf(lede) : [];
}

function size({ paragraphs }: Text): number {
  return lengthOf(paragraphs);
}

function isStory(text: Text, { headline, description, shown }: Signs): boolean {
  const { paragraphs } = text;
  if (shown.length > 0 && covered(shown, paragraphs) >= 0.8) return true;
  if (paragraphs.slice(0, 3).some((one) => describes(one, description))) return true;
  const title = titleAround(text);
  return headline !== null && title !== null && plain(title) === plain(headline);
}

/** Whether the nearest object with a title says who wrote it, or when it was published. */
function isArticle({ around }: Text): boolean {
  const own = around.findLast((fields) => titleOf(fields) !== null);
  const title = own === undefined ? null : titleOf(own);
  const names = Object.keys(own ?? {});
  return (title ?? '').split(' ').length >= 3 && names.some((name) => SIGNED.test(name));
}

const SIGNED = /author|byline|credits|publish|date|created/i;

function titleAround({ around }: Text): string | null {
  return around.map(titleOf).findLast((one) => one !== null) ?? null;
}

/** `{"title": "…"}`, `{"headlines": {"basic": "…"}}`, `{"title": {"rendered": "…"}}`. */
function titleOf(fields: Fields): string | null {
  const values = ['headline', 'headlines', 'title'].map((name) => fields[name]);
  for (const value of values) {
    const inner = typeof value === 'object' && value !== null ? (value as Fields) : {};
    const words = [value, inner.basic, inner.rendered, inner.main].find(
      (one) => typeof one === 'string' && one.trim() !== '',
    );
    if (typeof words === 'string') return plainText(words).replace(/\s+/g, ' ').trim();
  }
  return null;
}
