import type { Article } from '../article/article.ts';
import type { Paragraph } from '../article/paragraphs.ts';
import type { Vocabulary } from '../article/vocabulary.ts';
import type { Named } from '../names/names.ts';
import type { Vectors } from '../reader/vectors.ts';
import type { Statement } from '../statements/statement.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';

/** A sentence of the story, with where it stands. Lines set aside have no sentences. */
export interface Sentence extends Span {
  /** Position among the story's sentences, from 0. */
  readonly index: number;
  readonly paragraph: Paragraph;
  readonly tokens: readonly Token[];
}

/** An article made ready for questions. What costs time is worked out when it is first asked for. */
export interface Story {
  readonly article: Article;
  /** All of them in order, those set aside too (their `number` is null). */
  readonly paragraphs: readonly Paragraph[];
  /** How many paragraphs are numbered: the m of "¶ n of m". */
  readonly paragraphCount: number;
  /** `WESTHAVEN, March 3 (Coast News) — ` before the first sentence, which it is no part of. */
  readonly dateline: Span | null;
  readonly sentences: readonly Sentence[];
  readonly vocabulary: Vocabulary;
  /** People, organisations and places of the story, each with every place it is named at. */
  readonly names: readonly Named[];
  /** Reported speech in story order. */
  readonly statements: readonly Statement[];
  /** A vector for each sentence, as they were prepared; null where `vectorsOf` is to make them. */
  readonly vectors: Vectors | null;
}
