import type { Sentence } from '../article/sentence.ts';
import type { Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import type { Grade } from './decide.ts';
import type { Question } from './question.ts';

/** A sentence that may answer, with the words that do. */
export interface RankedPassage<Of extends Story = Story> {
  readonly story: Of;
  readonly sentence: Sentence;
  /** The words that answer, in the article; null: the whole sentence. */
  readonly answer: Span | null;
  readonly score: number;
  /** How close the sentence is to the question in meaning, from -1 to 1 (a cosine); 0: unknown. */
  readonly nearness: number;
  /** Words of the question that search found in it, as the story writes them. */
  readonly matched: readonly string[];
}

/** What the stories say in answer to a question. */
export interface Answered<Of extends Story = Story> {
  /** As it was understood, with gaps filled in from the conversation. */
  readonly question: Question;
  /** What a follow-up may depend on. */
  readonly standing: string;
  /** Best first, those worth showing. */
  readonly passages: readonly RankedPassage<Of>[];
  /** The next best. */
  readonly runnersUp: readonly RankedPassage<Of>[];
  /** Whether the reader was used; if not, search alone ranked the passages. */
  readonly isRead: boolean;
  /** How sure the first passage is; null: the stories do not say. */
  readonly grade: Grade | null;
  /** From 0 to 1: how likely it is that the first passage answers. */
  readonly probability: number;
  /** The lowest probability at which a passage is given. */
  readonly threshold: number;
}
