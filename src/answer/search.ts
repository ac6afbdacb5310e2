import type { Sentence } from '../article/sentence.ts';
import type { Story } from '../story/story.ts';
import { readStanding } from '../text/terms.ts';
import type { Question } from './question.ts';

/** The search result for a story's sentences and a question. */
export interface Searched {
  /** BM25 of each sentence, in story order; 0 if it has no word of the question. */
  readonly scores: readonly number[];
  /** The share of the question's weight found anywhere in the story, from 0 to 1. */
  readonly coverage: number;
}

const SATURATION = 0.6; // with b = 0, which works best for sentences (`archive/sentence-index.ts`)

/** Searches one story's sentences for the stems of a question. */
export function searchStory({ terms }: Question, { sentences, vocabulary }: Story): Searched {
  const size = sentences.length;
  const weights = new Map(
    terms.map(({ stem }) => {
      const found = vocabulary.counts.get(stem) ?? 0;
      return [stem, Math.log(1 + (size - found + 0.5) / (found + 0.5))] as const;
    }),
  );
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const had = [...weights].reduce(
    (sum, [stem, weight]) => sum + (vocabulary.counts.has(stem) ? weight : 0),
    0,
  );
  return {
    scores: sentences.map((sentence) => {
      let score = 0;
      for (const [stem, often] of countStems(sentence)) {
        const weight = weights.get(stem);
        if (weight !== undefined)
          score += (weight * often * (1 + SATURATION)) / (often + SATURATION);
      }
      return score;
    }),
    coverage: all === 0 ? 0 : had / all,
  };
}

const counted = new WeakMap<Sentence, ReadonlyMap<string, number>>();

function countStems(sentence: Sentence): ReadonlyMap<string, number> {
  const known = counted.get(sentence);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const { stem } of readStanding(sentence.tokens))
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  counted.set(sentence, counts);
  return counts;
}

/** The words of a question found in a sentence, as the story writes them. */
export function findMatched({ terms }: Question, { tokens }: Sentence): readonly string[] {
  const wanted = new Set(terms.map(({ stem }) => stem));
  const seen = new Set<string>();
  return readStanding(tokens).flatMap(({ stem, at }) => {
    if (!wanted.has(stem) || seen.has(stem)) return [];
    seen.add(stem);
    return tokens[at]?.text ?? [];
  });
}
