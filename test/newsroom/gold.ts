import type { Story } from '../../src/story/story.ts';
import type { Span } from '../../src/text/span.ts';

/** The words of a span; null for none. */
export function wordsOf({ article }: Story, span: Span | null): string | null {
  return span && article.text.slice(span.start, span.end);
}

/** A name made comparable: no article, title or odd apostrophe. */
export function plainName(name: string | null): string | null {
  return (
    name
      ?.toLowerCase()
      .replace(/[’']/g, "'")
      .replace(/^(?:the|an?|mr|mrs|ms|dr|sir|prof|mr justice) /, '')
      .replace(/^justice /, '') ?? null
  );
}
