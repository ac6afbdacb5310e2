import { basename } from 'node:path';
import type { KnownFields } from '../article/article.ts';

/** A story on its way in: its text as it will be stored, and what came with it. */
export interface Incoming {
  /** What it would be called, from its file or headline: the wish for its id. */
  readonly name: string;
  readonly text: string;
  readonly format: 'txt' | 'md';
  /** Null for text that speaks for itself (its front matter, its first line). */
  readonly known: KnownFields | null;
  readonly byline: string | null;
  readonly tags: readonly string[];
  /** The file or address it came from; null where it was typed. */
  readonly origin: string | null;
  /** What has to be said about the text, such as that it was extracted from a PDF; or null. */
  readonly note: string | null;
}

/** What the surroundings say about a story: a mail about its attachment, a sitemap about its page. */
export interface Given {
  readonly known: KnownFields;
  readonly byline: string | null;
}

/** A file inside another one, read by itself: in a ZIP file or mailbox, or attached to a mail. */
export interface Part {
  readonly bytes: Uint8Array;
  /** The file it is in, and after `#` its name there. */
  readonly origin: string;
  readonly type: string | null;
  readonly given: Given | null;
}

/** A page that still has to be fetched. */
export interface Page {
  readonly address: string;
  /** Its name in an error. */
  readonly label: string;
  readonly given: Given | null;
  /** Whether it is a list of further pages, such as another sitemap. */
  readonly isList: boolean;
}

/** What was read from some bytes: stories, and what is still to be read or fetched. */
export interface Yield {
  readonly incoming: readonly Incoming[];
  readonly parts: readonly Part[];
  readonly pages: readonly Page[];
  /** One line each, naming the item and what is wrong with it. */
  readonly problems: readonly string[];
  /** Files in it of a kind that is not read. */
  readonly leftOut: readonly LeftOut[];
}

/** What was gathered from a file, an address or a folder: stories, and a line for each thing that failed. */
export interface Harvest {
  readonly incoming: readonly Incoming[];
  /** One line each, naming the file or address and what is wrong. */
  readonly problems: readonly string[];
  /** Files in a folder or another file, of a kind that is not read. */
  readonly leftOut: readonly LeftOut[];
}

/** A file that was not read. */
export interface LeftOut {
  readonly file: string;
  /** The word for its kind: `pictures`. */
  readonly kind: string;
}

/** The result of reading something empty. */
export const NOTHING: Yield = { incoming: [], parts: [], pages: [], problems: [], leftOut: [] };

/** One story, and nothing else. */
export function oneStory(incoming: Incoming): Yield {
  return { ...NOTHING, incoming: [incoming] };
}

/** Fills in from its surroundings what a story does not say about itself. */
export function withGiven(story: Incoming, given: Given | null): Incoming {
  if (given === null) return story;
  const speaksForItself = story.known === null && /^---[ \t]*\r?\n/.test(story.text);
  if (speaksForItself) return story;
  const { headline, publisher, published, url } = story.known ?? NOTHING_KNOWN;
  return {
    ...story,
    known: {
      headline: headline ?? (story.known === null ? null : given.known.headline),
      publisher: publisher ?? given.known.publisher,
      published: published ?? given.known.published,
      url: url ?? given.known.url,
    },
    byline: story.byline ?? given.byline,
  };
}

/** For a story of which only the text is known. */
export const NOTHING_KNOWN: KnownFields = {
  headline: null,
  publisher: null,
  published: null,
  url: null,
};

/** What a format says about a story, besides its paragraphs. */
export interface StoryFields extends KnownFields {
  readonly byline: string | null;
  readonly tags: readonly string[];
}

/** Makes a story from its paragraphs and fields: its headline opens its text. */
export function fromFields(
  { byline, tags, ...known }: StoryFields,
  paragraphs: readonly string[],
  origin: string | null,
  note: string | null = null,
): Incoming {
  const { headline } = known;
  const isAgain = (line: string): boolean =>
    headline !== null && foldLine(line) === foldLine(headline);
  const body = paragraphs.filter((one, i) => i > 2 || !isAgain(one));
  return {
    name: headline ?? (origin === null ? (body[0] ?? 'story') : nameIn(origin)),
    text: [...(headline === null ? [] : [headline]), ...body].join('\n\n'),
    format: 'txt',
    known,
    byline,
    tags,
    origin,
    note,
  };
}

/** A line folded for comparison: a headline is in capitals in one place and not in another. */
export function foldLine(line: string): string {
  return line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The agency's identifier of a story, the same for all its versions, whatever file each comes in: `urn:newsml:afp.com:…`, the end of
 * its origin; null for none.
 */
export function identifierIn(origin: string | null): string | null {
  return /#((?:urn:|tag:|https?:\/\/)[^\s#]{4,300})$/i.exec(origin ?? '')?.[1] ?? null;
}

/** `in/mail.zip#stories/vote.txt` → `vote.txt`. */
export function nameIn(origin: string): string {
  return basename(origin.slice(origin.lastIndexOf('#') + 1));
}
