import { lacksFigure } from './kind-fit.ts';
import { likeliest } from './likely.ts';
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
  const likely = likeliest(phrases.filter(({ scene }) => scene.view === best[0]?.view));
  const lacks = likely !== null && lacksFigure(likely.phrase);
  return { question, ranked: best, phrases, probability: lacks ? chance * LACKING : chance };
}

const LACKING = 0.4; // of the chance: words without any time hardly answer "when"; set by hand
