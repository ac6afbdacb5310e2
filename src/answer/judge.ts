import { findTold } from './holder.ts';
import { fitOf, lacksFigure } from './kind-fit.ts';
import { likeliest } from './likely.ts';
import type { Sought } from './match.ts';
import { placeByPhrases, placeInStories } from './order.ts';
import type { Pool } from './pool.ts';
import type { Question } from './question.ts';
import { type Ranked, rank } from './rank.ts';
import { readPhrases, type Weighed } from './reading.ts';
import { probability } from './silence.ts';

/** What a pool of sentences has to say to a question. */
export interface Judgement {
  readonly sought: Sought;
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
  const lacks =
    (likely !== null && (lacksFigure(likely.phrase) || lacksPerson(likely.phrase))) ||
    (best[0] !== undefined && lacksOffice(sought, best[0])) ||
    lacksMeaning(sought);
  const tells = best[0] !== undefined && findTold(sought, best[0].view) !== null;
  const sure = tells ? Math.max(chance, TOLD) : lacks ? chance * LACKING : chance;
  return { sought, ranked: best, phrases, probability: sure };
}

/** Whether "who" finds words that can be nobody: `on the second attempt`. */
function lacksPerson(phrase: Weighed): boolean {
  return phrase.scene.question.kind === 'person' && fitOf(phrase) < LEAST_PERSON;
}

/** Whether "who is the mayor of Leeds?" finds but Leeds: no mayor, nor any word for one. */
function lacksOffice({ question, terms }: Sought, { matched }: Ranked): boolean {
  if (question.asking !== 'who' || question.verb !== null) return false;
  const offices = terms.map(({ role }, i) => ({ role, held: matched.loose[i] ?? 0 }));
  const asked = offices.filter(({ role }) => role !== 'name');
  return asked.length > 0 && asked.every(({ held }) => held < LEAST_HELD);
}

/** Whether it is asked what a word means: to use the word is not to tell, where a name's mention often does. */
function lacksMeaning({ question, terms }: Sought): boolean {
  const isCommon = terms.every(({ role }) => role !== 'name');
  return question.kind === 'definition' && question.asking === 'what' && isCommon;
}

const LEAST_HELD = 0.3; // of a word, by itself or a relative: as the ranker counts it
const LEAST_PERSON = 0.15; // a name of a place has more
const TOLD = 0.75; // the least chance where a sentence describes the one asked about, or names who holds the office; set by hand
const LACKING = 0.4; // of the chance: words without any time hardly answer "when"; set by hand
