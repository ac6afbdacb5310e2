import type { Span } from '../text/span.ts';

/** One published piece, as it was stored: nothing in `text` is ever changed. */
export interface Article {
  /** Short name of the story, `a-z0-9-`, at most 40 characters: the file's name, made plain. */
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
