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

/** What was read from a file, an address or a folder: stories, and a line for each thing that failed. */
export interface Harvest {
  readonly incoming: readonly Incoming[];
  /** One line each, naming the file or address and what is wrong. */
  readonly problems: readonly string[];
}

/** A story of which only the text is known: paragraphs that were taken out of a file. */
export function fromParagraphs(
  paragraphs: readonly string[],
  origin: string,
  note: string | null,
): Incoming {
  return {
    name: basename(origin),
    text: paragraphs.join('\n\n'),
    format: 'txt',
    known: { headline: null, publisher: null, published: null, url: null },
    byline: null,
    tags: [],
    origin,
    note,
  };
}
