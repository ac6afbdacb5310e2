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

/** What is told of a story from around it: by a mail of its attachment, by a sitemap of its page. */
export interface Given {
  readonly known: KnownFields;
  readonly byline: string | null;
}

/** A file inside another one, to be read by itself: of a ZIP file, of a mailbox, attached to a mail. */
export interface Part {
  readonly bytes: Uint8Array;
  /** The file it lies in, and behind `#` its name there. */
  readonly origin: string;
  readonly type: string | null;
  readonly given: Given | null;
}

/** A page that still has to be fetched. */
export interface Page {
  readonly address: string;
  /** How it is named where it fails. */
  readonly label: string;
  readonly given: Given | null;
  /** Whether it is a list of further pages, such as another sitemap. */
  readonly isList: boolean;
}

/** What was read from some bytes: stories, and what has still to be read or fetched. */
export interface Yield {
  readonly incoming: readonly Incoming[];
  readonly parts: readonly Part[];
  readonly pages: readonly Page[];
  /** One line each, naming the item and what is wrong with it. */
  readonly problems: readonly string[];
  /** Files in it that are of no kind that is read. */
  readonly leftOut: readonly LeftOut[];
}

/** What was gathered from a file, an address or a folder: stories, and a line for each thing that failed. */
export interface Harvest {
  readonly incoming: readonly Incoming[];
  /** One line each, naming the file or address and what is wrong. */
  readonly problems: readonly string[];
  /** Files of a folder, or in a file, that are of no kind that is read. */
  readonly leftOut: readonly LeftOut[];
}

/** A file that was not looked into. */
export interface LeftOut {
  readonly file: string;
  /** What it is one of: `pictures`. */
  readonly kind: string;
}

/** What was read where there is nothing in it. */
export const NOTHING: Yield = { incoming: [], parts: [], pages: [], problems: [], leftOut: [] };

/** One story, and nothing else. */
export function oneStory(incoming: Incoming): Yield {
  return { ...NOTHING, incoming: [incoming] };
}

/** What a story does not say of itself is taken from around it. */
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

/** Of a story of which only the text is known. */
export const NOTHING_KNOWN: KnownFields = {
  headline: null,
  publisher: null,
  published: null,
  url: null,
};

/** What a format tells of a story, its paragraphs apart. */
export interface StoryFields extends KnownFields {
  readonly byline: string | null;
  readonly tags: readonly string[];
}

/** A story of its paragraphs and what its format tells of it: its headline opens its text. */
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

/** A line as it is known again: a headline is written in capitals in one place and not in another. */
export function foldLine(line: string): string {
  return line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * What an agency calls a story in all its versions, whatever file each comes in: `urn:newsml:afp.com:…`, the end of
 * its origin; null for none.
 */
export function identifierIn(origin: string | null): string | null {
  return /#((?:urn|tag):[^\s#]{4,300})$/i.exec(origin ?? '')?.[1] ?? null;
}

/** `in/mail.zip#stories/vote.txt` → `vote.txt`. */
export function nameIn(origin: string): string {
  return basename(origin.slice(origin.lastIndexOf('#') + 1));
}
