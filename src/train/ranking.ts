import { FEATURES, type Measured, measure } from '../answer/features.ts';
import type { Sought } from '../answer/match.ts';
import { poolOf } from '../answer/pool.ts';
import { readQuestion } from '../answer/question.ts';
import type { Trees } from '../answer/trees.ts';
import { viewOf } from '../answer/view.ts';
import { type BoostSettings, boostMean } from './boost.ts';
import { type Group, putFirst } from './groups.ts';
import type { Asked, AskedLoose } from './sets.ts';

/** Questions with measured sentences, ready to learn from. */
export interface RankingRows {
  readonly values: number[];
  readonly gold: number[];
  readonly groups: Group[];
}

const TYPED_ROUGHLY = 5; // each fifth question as readers type: in lower case, without its mark
/** How the trees for sentences and for phrases are grown: chosen on half of the NewsQA stories, the rate with TrecQA (dev) in view. */
export const SETTINGS: BoostSettings = {
  rounds: 200,
  rate: 0.06,
  leaves: 16,
  least: 3,
  ridge: 2,
  columns: 0.5,
  rows: 0.5,
};

/** A question with its sentences measured: what all that is learnt starts from. */
export interface Studied {
  readonly asked: Asked;
  readonly sought: Sought;
  readonly measured: readonly Measured[];
}

/** Measures the sentences of each question once. */
export function study(asked: readonly Asked[]): readonly Studied[] {
  return asked.map((one, n) => {
    const view = viewOf(one.story);
    const text = n % TYPED_ROUGHLY === 0 ? typeRoughly(one.question) : one.question;
    return { asked: one, ...measure(readQuestion(text), view.sentences, view.vocabulary) };
  });
}

function typeRoughly(question: string): string {
  return question.toLowerCase().replace('?', '');
}

/** Loose sentences of a question, measured, and which of them are right. */
export interface StudiedLoose {
  readonly measured: readonly Measured[];
  readonly right: readonly boolean[];
}

/** Measures the loose sentences of each question that has both right and wrong ones. */
export function studyLoose(asked: readonly AskedLoose[]): readonly StudiedLoose[] {
  return asked
    .filter(({ candidates }) => new Set(candidates.map(({ right }) => right)).size === 2)
    .map(({ question, candidates }) => {
      const { sentences, vocabulary } = poolOf(candidates.map(({ story }) => story));
      const { measured } = measure(readQuestion(question), sentences, vocabulary);
      return { measured, right: candidates.map(({ right }) => right) };
    });
}

/** Adds a question's sentences to what the ranker learns from. */
export function addRows(
  rows: RankingRows,
  measured: readonly Measured[],
  isRight: (i: number) => boolean,
  weight: number,
): void {
  const start = rows.gold.length;
  measured.forEach(({ features }, i) => {
    for (const value of features) rows.values.push(value);
    rows.gold.push(isRight(i) ? 1 : 0);
  });
  rows.groups.push({ start, end: rows.gold.length, weight });
}

/** Learns to put the answering sentence first, from one seed or as the mean of several. */
export function trainRanking(rows: RankingRows, seeds: readonly number[]): Trees {
  const loss = putFirst(rows.groups, Float32Array.from(rows.gold));
  return boostMean(
    { names: FEATURES, values: Float32Array.from(rows.values) },
    loss,
    SETTINGS,
    seeds,
  );
}
