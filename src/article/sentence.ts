import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { readTokens, type Token } from '../text/tokens.ts';
import type { Paragraph } from './paragraphs.ts';

/** A sentence of the story and its place. Lines set aside have no sentences. */
export interface Sentence extends Span {
  /** Position among the story's sentences, from 0. */
  readonly index: number;
  readonly paragraph: Paragraph;
  readonly tokens: readonly Token[];
}

/** The sentences of some paragraphs, with their tokens. */
export function readSentences(
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
      const { start: first, end } = span; // not spread: a copy that grows is slow
      const own = tokens.slice(from, next);
      found.push({ start: first, end, index: found.length, paragraph, tokens: own });
    }
  }
  return found;
}
