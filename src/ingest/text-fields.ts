import { ArticleError, type KnownFields, readArticle } from '../article/article.ts';
import { bylineIn, dateIn, linesFrom } from './document-fields.ts';
import { readMatter } from './front-matter.ts';
import { type Incoming, NOTHING_KNOWN } from './incoming.ts';

const OPENING = 5_000; // characters: a byline stands above the story

/** What the lines above a story say of it, where it is plain text. */
export interface TextFields {
  /** Null where they don't say when it was published: then the text speaks for itself. */
  readonly known: KnownFields | null;
  readonly byline: string | null;
}

/**
 * Reads who wrote a story, and when, from the lines above it. It begins at `from`, in UTF-16 units: behind front matter,
 * which says when, or at 0.
 */
export function readTextFields(text: string, from: number): TextFields {
  const lines = text.slice(from, from + OPENING).split(/[\r\n]+/);
  if (from > 0) return { known: null, byline: bylineIn(lines) };
  const headline = headlineOf(text);
  const below = linesFrom(lines, headline);
  const published = dateIn(below) ?? dateIn(lines);
  const known = published === null ? null : { ...NOTHING_KNOWN, headline, published };
  return { known, byline: bylineIn(below) ?? bylineIn(lines) };
}

/** A story that was pasted as text, with what the lines above it say of it. */
export function withTextFields(story: Incoming): Incoming {
  return { ...story, ...readTextFields(story.text, readMatter(story.text).end) };
}

function headlineOf(text: string): string | null {
  try {
    return readArticle('text', text, NOTHING_KNOWN).headline;
  } catch (error) {
    if (error instanceof ArticleError) return null; // refused where it is kept
    throw error;
  }
}
