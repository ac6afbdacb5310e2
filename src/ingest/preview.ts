import { type Article, ArticleError, readArticle } from '../article/article.ts';
import type { SetAside } from '../article/line-rules.ts';
import { readParagraphs } from '../article/paragraphs.ts';
import type { Incoming } from './incoming.ts';
import { IngestError } from './typed.ts';

/** What an incoming story would become if it were kept. */
export interface Preview {
  readonly article: Article;
  readonly byline: string | null;
  readonly tags: readonly string[];
  readonly note: string | null;
  /** The numbered ones, verbatim. */
  readonly paragraphs: readonly string[];
  readonly setAside: readonly { readonly reason: SetAside; readonly words: string }[];
}

/** Reads a story as it would be kept, and keeps nothing. Throws an `IngestError` where it would not be kept. */
export function previewStory({ text, known, byline, tags, origin, name, note }: Incoming): Preview {
  try {
    const article = readArticle('preview', text, known);
    const paragraphs: string[] = [];
    const setAside: Preview['setAside'][number][] = [];
    for (const one of readParagraphs(text, article.body, given(known, article))) {
      const words = text.slice(one.start, one.end);
      if (one.setAside === null) paragraphs.push(words);
      else setAside.push({ reason: one.setAside, words });
    }
    return { article, byline, tags, note, paragraphs, setAside };
  } catch (cause) {
    if (!(cause instanceof ArticleError)) throw cause;
    throw new IngestError(`${origin ?? name}: ${cause.message}`, { cause });
  }
}

/** A headline found in the text is found there again. */
function given(known: Incoming['known'], article: Article): string | null {
  if (known !== null) return known.headline;
  return article.body.start === 0 ? null : article.headline;
}
