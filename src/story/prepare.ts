import type { Article } from '../article/article.ts';
import { readCaptions, readParts } from '../article/parts.ts';
import { findNames } from '../names/names.ts';
import { once } from '../text/lazy.ts';
import type { Story } from './story.ts';

/**
 * Makes an article ready for questions: paragraphs at once; sentences and names when they are first asked
 * for, each once. Its statements are found by `hear`.
 */
export function prepare(article: Article): Story {
  const parts = readParts(article);
  const names = once(() => findNames(article.text, parts.sentences, readCaptions(parts)));
  return {
    article,
    paragraphs: parts.paragraphs,
    paragraphCount: parts.paragraphCount,
    dateline: parts.dateline,
    get sentences() {
      return parts.sentences;
    },
    get vocabulary() {
      return parts.vocabulary;
    },
    get names() {
      return names();
    },
    heardBefore: null,
    vectors: null,
  };
}
