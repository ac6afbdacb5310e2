import { placeInStories } from '../answer/order.ts';
import { readQuestion } from '../answer/question.ts';
import { rank } from '../answer/rank.ts';
import { rarity } from '../answer/rarity.ts';
import { readPhrases } from '../answer/reading.ts';
import { measureSilence, SILENCE_FEATURES } from '../answer/silence-features.ts';
import type { Trees } from '../answer/trees.ts';
import { type StoryView, viewOf } from '../answer/view.ts';
import { type BoostSettings, boost } from './boost.ts';
import { tellApart } from './groups.ts';
import type { Asked } from './sets.ts';

/** Questions that a story answers (1) or does not (0), measured for silence. */
interface SilenceRows {
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
const MISLEADING = 0.4; // few readers ask to mislead: such questions count less

/**
 * Learns to tell questions that a story answers from those that it does not: those that people
 * wrote to mislead, those asked of the story most like the right one, and those whose answer was
 * cut out. The ranker and the phrases must not have seen the questions.
 */
export function learnSilence(asked: readonly Asked[]): Trees {
  const rows: SilenceRows = { values: [], gold: [], weights: [] };
  const views = [...new Set(asked.map(({ story }) => viewOf(story)))];
  for (const one of asked) {
    const { sentences } = viewOf(one.story);
    if (one.answers.length === 0) {
      add(rows, one, sentences, 0, MISLEADING);
      continue;
    }
    add(rows, one, sentences, 1, 1);
    const other = findSwap(one, views);
    if (other !== null) add(rows, one, other.sentences, 0, 1);
    const cut = sentences.filter((_, i) => !one.gold.has(i));
    if (cut.length > 0) add(rows, one, cut, 0, 1);
  }
  const loss = tellApart(Float32Array.from(rows.gold), Float32Array.from(rows.weights));
  const values = Float32Array.from(rows.values);
  return boost({ names: SILENCE_FEATURES, values }, loss, SETTINGS, 4);
}

function add(
  rows: SilenceRows,
  asked: Asked,
  sentences: StoryView['sentences'],
  answerable: 0 | 1,
  weight: number,
): void {
  const vocabulary = new Map<string, number>();
  for (const { positions } of sentences)
    for (const stem of positions.keys()) vocabulary.set(stem, (vocabulary.get(stem) ?? 0) + 1);
  const { sought, ranked } = rank(readQuestion(asked.question), sentences, vocabulary);
  const phrases = readPhrases(sought, placeInStories(sought, ranked));
  const first = ranked[0]?.view.sentence.index ?? -1;
  for (const value of measureSilence(sought, ranked, phrases)) rows.values.push(value);
  rows.gold.push(answerable);
  rows.weights.push(answerable === 1 && !asked.gold.has(first) ? NOT_FIRST : weight);
}

/** The story with most of the question's words that does not hold the answer. */
function findSwap(asked: Asked, others: readonly StoryView[]): StoryView | null {
  const { terms } = readQuestion(asked.question);
  const answer = asked.answers[0];
  const { text } = asked.story.article;
  const words = answer === undefined ? '' : text.slice(answer.start, answer.end).toLowerCase();
  let best: StoryView | null = null;
  let most = 0;
  for (const other of others) {
    if (other.story === asked.story) continue;
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

const lowerTexts = new WeakMap<StoryView, string>();

function lowerTextOf(view: StoryView): string {
  const text = lowerTexts.get(view) ?? view.story.article.text.toLowerCase();
  lowerTexts.set(view, text);
  return text;
}
