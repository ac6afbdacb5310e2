import type { Article } from '../article/article.ts';
import { findDateline, type Paragraph, readParagraphs } from '../article/paragraphs.ts';
import { readVocabulary } from '../article/vocabulary.ts';
import { findNames } from '../names/names.ts';
import { findStatements } from '../statements/statement.ts';
import { once } from '../text/lazy.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { readTokens } from '../text/tokens.ts';
import type { Sentence, Story } from './story.ts';

/**
 * Makes an article ready for questions: paragraphs at once; sentences, names and statements when
 * they are first asked for, each once.
 */
export function prepare(article: Article): Story {
  const { text, body, headline } = article;
  const paragraphs = readParagraphs(text, body, headline);
  const opening = paragraphs.find((paragraph) => paragraph.number === 1);
  const dateline = opening === undefined ? null : findDateline(text, opening);
  const numbered = paragraphs.filter(({ number }) => number !== null);
  const aside = paragraphs.filter(({ setAside }) => setAside === 'caption');
  const sentences = once(() => readSentences(text, numbered, dateline));
  const vocabulary = once(() => readVocabulary(sentences()));
  const names = once(() => findNames(text, sentences(), readSentences(text, aside, null)));
  const story = {
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
    get names() {
      return names();
    },
    get statements() {
      return statements();
    },
    vectors: null,
  };
  const statements = once(() => findStatements(story, names()));
  return story;
}

/** The sentences of some paragraphs, with their tokens. */
function readSentences(
  text: string,
  paragraphs: readonly Paragraph[],
  dateline: Span | null,
): readonly Sentence[] {
  const found: Sentence[] = [];
  for (const paragraph of paragraphs) {
    const start = paragraph.number === 1 ? (dateline?.end ?? paragraph.start) : paragraph.start;
    const tokens = readTokens(text.slice(start, paragraph.end), start);
    let next = 0;
    for (const span of splitSentences(text, { start, end: paragraph.end })) {
      const from = next;
      while (next < tokens.length && (tokens[next]?.start ?? span.end) < span.end) next += 1;
      found.push({ ...span, index: found.length, paragraph, tokens: tokens.slice(from, next) });
    }
  }
  return found;
}
