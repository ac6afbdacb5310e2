import { measure } from '../answer/features.ts';
import type { Sought } from '../answer/match.ts';
import { measurePhrases } from '../answer/phrase-features.ts';
import { readQuestion } from '../answer/question.ts';
import type { Ranked } from '../answer/rank.ts';
import { rarity } from '../answer/rarity.ts';
import { findPhrases, weigh } from '../answer/reading.ts';
import { measureSilence, SILENCE_FEATURES } from '../answer/silence-features.ts';
import { scoreTrees, type Trees } from '../answer/trees.ts';
import { type StoryView, viewOf } from '../answer/view.ts';
import { type BoostSettings, boost } from './boost.ts';
import { tellApart } from './groups.ts';
import { rankWith } from './phrases.ts';
import type { Asked } from './sets.ts';

/** What was learnt so far, which the questions to be judged had no part in. */
export interface Judges {
  readonly ranker: Trees;
  readonly clues: Float32Array;
  readonly phrases: Trees;
}

/** Questions that a story answers (1) or does not (0), measured for silence. */
export interface SilenceRows {
  readonly values: number[];
  readonly gold: number[];
  readonly weights: number[];
}

const SETTINGS: BoostSettings = {
  rounds: 150,
  rate: 0.06,
  leaves: 8,
  least: 5,
  ridge: 5,
  columns: 0.4,
  rows: 0.6,
};
const NOT_FIRST = 0.4; // an answerable question whose answer was not put first counts less

/** Adds a question to its own story, to the story most like it, and to its own with the answer cut. */
export function addSilence(
  rows: SilenceRows,
  asked: Asked,
  others: readonly StoryView[],
  judges: Judges,
): void {
  const view = viewOf(asked.story);
  const other = findSwap(asked, view, others);
  add(rows, asked, view.sentences, 1, judges);
  if (other !== null) add(rows, asked, other.sentences, 0, judges);
  const cut = view.sentences.filter((_, i) => !asked.gold.has(i));
  add(rows, asked, cut, 0, judges);
}

function add(
  rows: SilenceRows,
  asked: Asked,
  sentences: StoryView['sentences'],
  answerable: 0 | 1,
  { ranker, clues, phrases: model }: Judges,
): void {
  const vocabulary = new Map<string, number>();
  for (const { positions } of sentences)
    for (const stem of positions.keys()) vocabulary.set(stem, (vocabulary.get(stem) ?? 0) + 1);
  const { sought, measured } = measure(readQuestion(asked.question), sentences, vocabulary);
  const ranked = rankWith(ranker, measured);
  const first = ranked[0]?.view.sentence.index ?? -1;
  for (const value of judgeWith(sought, ranked, clues, model)) rows.values.push(value);
  rows.gold.push(answerable);
  rows.weights.push(answerable === 1 && !asked.gold.has(first) ? NOT_FIRST : 1);
}

function judgeWith(
  sought: Sought,
  ranked: readonly Ranked[],
  clues: Float32Array,
  model: Trees,
): Float64Array {
  const phrases = findPhrases(sought, ranked, (place) => clues[place] ?? 0);
  const scores = measurePhrases(ranked, phrases).map((row) => scoreTrees(model, row));
  return measureSilence(sought, ranked, weigh(phrases, scores));
}

/** The story with most of the question's words that does not hold the answer. */
function findSwap(asked: Asked, own: StoryView, others: readonly StoryView[]): StoryView | null {
  const { terms } = readQuestion(asked.question);
  const answer = asked.answers[0];
  const { text } = asked.story.article;
  const words = answer === undefined ? '' : text.slice(answer.start, answer.end).toLowerCase();
  let best: StoryView | null = null;
  let most = 0;
  for (const other of others) {
    if (other === own) continue;
    const sum = terms.reduce(
      (all, { stem }) => all + (other.vocabulary.has(stem) ? rarity(stem) : 0),
      0,
    );
    if (sum <= most || lowerTextOf(other).includes(words)) continue;
    most = sum;
    best = other;
  }
  return best;
}

/** Learns to tell questions that a story answers from those that it does not. */
export function trainSilence(rows: SilenceRows): Trees {
  const loss = tellApart(Float32Array.from(rows.gold), Float32Array.from(rows.weights));
  return boost(
    { names: SILENCE_FEATURES, values: Float32Array.from(rows.values) },
    loss,
    SETTINGS,
    4,
  );
}

const lowerTexts = new WeakMap<StoryView, string>();

function lowerTextOf(view: StoryView): string {
  const text = lowerTexts.get(view) ?? view.story.article.text.toLowerCase();
  lowerTexts.set(view, text);
  return text;
}
