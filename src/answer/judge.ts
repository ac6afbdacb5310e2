import { lacksKind } from './kind-fit.ts';
import { placeByPhrases, placeInStories } from './order.ts';
import type { Pool } from './pool.ts';
import type { Question } from './question.ts';
import { type Ranked, rank } from './rank.ts';
import { readPhrases, type Weighed } from './reading.ts';
import { probability } from './silence.ts';

/** What a pool of sentences has to say to a question. */
export interface Judgement {
  readonly question: Question;
  /** All sentences, the likeliest to answer first. */
  readonly ranked: readonly Ranked[];
  /** The phrases of the best sentences, likeliest first. */
  readonly phrases: readonly Weighed[];
  /** From 0 to 1: how likely it is that the pool answers at all. */
  readonly probability: number;
}

/** Ranks sentences, reads the best for phrases, and says how sure that is. */
export function judge(question: Question, pool: Pool): Judgement {
  const { sought, ranked } = rank(question, pool.sentences, pool.vocabulary);
  const placed = placeInStories(sought, ranked);
  const phrases = readPhrases(sought, placed);
  const best = placeByPhrases(placed, phrases);
  const chance = probability(sought, ranked, phrases);
  const lacks = best[0] !== undefined && lacksKind(question, best[0].view);
  return { question, ranked: best, phrases, probability: lacks ? chance * LACKING : chance };
}

const LACKING = 0.4; // of the chance: a sentence without any time hardly answers "when"; set by hand
