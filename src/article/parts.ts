import { once } from '../text/lazy.ts';
import type { Span } from '../text/span.ts';
import type { Article } from './article.ts';
import { findDateline } from './dateline.ts';
import { type Paragraph, readParagraphs } from './paragraphs.ts';
import { readSentences, type Sentence } from './sentence.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';

/** An article in its parts. Expensive parts are computed on first use. */
export interface ArticleParts {
  readonly article: Article;
  /** All of them in order, including those set aside (their `number` is null). */
  readonly paragraphs: readonly Paragraph[];
  /** How many paragraphs are numbered: the m of "¶ n of m". */
  readonly paragraphCount: number;
  /** `WESTHAVEN, March 3 (Coast News) — ` before the first sentence, which it is no part of. */
  readonly dateline: Span | null;
  readonly sentences: readonly Sentence[];
  readonly vocabulary: Vocabulary;
}

/** Cuts an article into its parts: paragraphs at once, the rest on first use, each once. */
export function readParts(article: Article): ArticleParts {
  const { text, body, headline } = article;
  const paragraphs = readParagraphs(text, body, headline);
  const numbered = paragraphs.filter(({ number }) => number !== null);
  const opening = numbered.find(({ number }) => number === 1);
  const dateline = opening === undefined ? null : findDateline(text, opening);
  const sentences = once(() => readSentences(text, numbered, dateline));
  const vocabulary = once(() => readVocabulary(sentences()));
  return {
    article,
    paragraphs,
    paragraphCount: numbered.length,
    dateline,
    get sentences() {
      return sentences();
    },
    get vocabulary() {
      return vocabulary();
    },
  };
}

/** The sentences of captions, which name nobody new, but may have somebody's full name. */
export function readCaptions({ article, paragraphs }: ArticleParts): readonly Sentence[] {
  const captions = paragraphs.filter(({ setAside }) => setAside === 'caption');
  return readSentences(article.text, captions, null);
}
