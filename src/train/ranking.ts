import { FEATURES, measure } from '../answer/features.ts';
import { readQuestion } from '../answer/question.ts';
import type { Trees } from '../answer/trees.ts';
import { type SentenceView, viewOf } from '../answer/view.ts';
import { type BoostSettings, boost } from './boost.ts';
import { chooseOne, type Group } from './groups.ts';
import type { Asked, AskedLoose } from './sets.ts';

/** Questions with measured sentences, ready to learn from. */
export interface RankingRows {
  readonly values: number[];
  readonly gold: number[];
  readonly groups: Group[];
}

// Chosen on half of the NewsQA stories.
const SETTINGS: BoostSettings = {
  rounds: 250,
  rate: 0.08,
  leaves: 16,
  least: 3,
  ridge: 2,
  columns: 0.5,
};

/** Measures the sentences of each question. */
export function addAsked(rows: RankingRows, asked: readonly Asked[], weight: number): void {
  for (const { question, story, gold } of asked) {
    const view = viewOf(story);
    add(rows, question, view.sentences, view.vocabulary, (i) => gold.has(i), weight);
  }
}

/** Measures the loose sentences of each question. */
export function addLoose(rows: RankingRows, asked: readonly AskedLoose[], weight: number): void {
  for (const { question, candidates } of asked) {
    if (candidates.every(({ right }) => right)) continue;
    const { pool, vocabulary } = poolOf(candidates.map(({ story }) => story));
    add(rows, question, pool, vocabulary, (i) => candidates[i]?.right === true, weight);
  }
}

/** All sentences of some stories, and in how many each stem stands. */
export function poolOf(stories: readonly Asked['story'][]): {
  readonly pool: readonly SentenceView[];
  readonly vocabulary: ReadonlyMap<string, number>;
} {
  const pool = stories.flatMap((story) => viewOf(story).sentences);
  const vocabulary = new Map<string, number>();
  for (const { positions } of pool)
    for (const word of positions.keys()) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
  return { pool, vocabulary };
}

function add(
  rows: RankingRows,
  text: string,
  pool: readonly SentenceView[],
  vocabulary: ReadonlyMap<string, number>,
  isRight: (i: number) => boolean,
  weight: number,
): void {
  const { measured } = measure(readQuestion(text), pool, vocabulary);
  const start = rows.gold.length;
  measured.forEach(({ features }, i) => {
    for (const value of features) rows.values.push(value);
    rows.gold.push(isRight(i) ? 1 : 0);
  });
  rows.groups.push({ start, end: rows.gold.length, weight });
}

/** Learns to put the answering sentence first. */
export function trainRanking(rows: RankingRows): Trees {
  const loss = chooseOne(rows.groups, Float32Array.from(rows.gold));
  return boost({ names: FEATURES, values: Float32Array.from(rows.values) }, loss, SETTINGS, 1);
}
