import { readFileSync } from 'node:fs';
import { FEATURES, type Measured, measure } from './features.ts';
import type { Sought } from './match.ts';
import type { Question } from './question.ts';
import { scoreTrees, type Trees } from './trees.ts';
import type { SentenceView } from './view.ts';

/** A sentence with the ranker's score; only differences between scores mean something. */
export interface Ranked extends Measured {
  readonly score: number;
}

let trees: Trees | undefined;

/** Puts a pool of sentences in order for a question, best first; the learnt trees decide. */
export function rank(
  question: Question,
  pool: readonly SentenceView[],
  vocabulary: ReadonlyMap<string, number>,
): { readonly sought: Sought; readonly ranked: readonly Ranked[] } {
  trees ??= load();
  const { sought, measured } = measure(question, pool, vocabulary);
  const model = trees;
  const ranked = measured
    .map((one): Ranked => ({ ...one, score: scoreTrees(model, one.features) }))
    .sort((a, b) => b.score - a.score || a.view.sentence.index - b.view.sentence.index);
  return { sought, ranked };
}

function load(): Trees {
  const url = new URL('./rank.weights.json', import.meta.url);
  const model = JSON.parse(readFileSync(url, 'utf8')) as Trees;
  if (model.names.join() !== FEATURES.join())
    throw new Error('rank.weights.json is for other features');
  return model;
}
