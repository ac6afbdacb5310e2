import { ArticleError, type KnownFields, readArticle } from '../article/article.ts';
import { bylineIn, dateIn, linesFrom } from './document-fields.ts';
import { type Incoming, NOTHING_KNOWN } from './incoming.ts';

const OPENING = 5_000; // characters: a byline stands above the story

/** What the lines above a story say of it, where it is plain text. */
export interface TextFields {
  /** Null where they don't say when it was published: then the text speaks for itself. */
  readonly known: KnownFields | null;
  readonly byline: string | null;
}

/** Reads who wrote a story, and when, from the lines above it; `matter` is its front matter, which says the rest. */
export function readTextFields(text: string, matter: string): TextFields {
  const lines = text.slice(matter.length, matter.length + OPENING).split(/[\r\n]+/);
  if (matter !== '') return { known: null, byline: bylineIn(lines) };
  const headline = headlineOf(text);
  const below = linesFrom(lines, headline);
  const published = dateIn(below) ?? dateIn(lines);
  const known = published === null ? null : { ...NOTHING_KNOWN, headline, published };
  return { known, byline: bylineIn(below) ?? bylineIn(lines) };
}

/** A story that was pasted as text, with what the lines above it say of it. */
export function withTextFields(story: Incoming): Incoming {
  const matter = /^---\r?\n[\s\S]*?\n---\r?\n/.exec(story.text)?.[0] ?? '';
  return { ...story, ...readTextFields(story.text, matter) };
}

function headlineOf(text: string): string | null {
  try {
    return readArticle('text', text, NOTHING_KNOWN).headline;
  } catch (error) {
    if (error instanceof ArticleError) return null; // refused where it is kept
    throw error;
  }
}
