import { type Citation, cite, excerpt, type Verbatim } from '../story/citation.ts';
import type { HeardStory } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import { type Candidate, cutPassage, QUESTIONS, type Question } from './five-w-candidates.ts';
import { choose, type FiveWWeights, loadFiveWWeights, readChoices } from './five-w-model.ts';

/** A story's answer to one of the six questions. */
export interface FiveW {
  readonly question: Question;
  /** The shortest words that answer. */
  readonly words: Verbatim;
  /** At most 40 words around them: their sentence or part of it, or the headline. */
  readonly passage: Verbatim;
  /** The whole sentence with its source; null if it is the headline. */
  readonly citation: Citation | null;
}

/** The answers of a story to who, what, when, where, why and how; none for those it leaves open. */
export function findFiveW(
  story: HeardStory,
  weights: FiveWWeights = loadFiveWWeights(),
): readonly FiveW[] {
  const choices = readChoices(story);
  return QUESTIONS.flatMap((question) => {
    const best = choose(question, weights[question], choices[question]);
    return best === null ? [] : [answer(story, question, best)];
  });
}

function answer(story: HeardStory, question: Question, { passage, phrase }: Candidate): FiveW {
  const { article } = story;
  const shown = cutPassage(article.text, passage, phrase);
  const words = excerpt(article, within(shown, phrase));
  const { start, end } = passage;
  const citation = passage.headline ? null : cite(story, { start, end }, phrase);
  return { question, words, passage: excerpt(article, shown), citation };
}

function within(outer: Span, inner: Span): Span {
  const start = Math.max(outer.start, Math.min(inner.start, outer.end));
  return { start, end: Math.max(start, Math.min(inner.end, outer.end)) };
}
