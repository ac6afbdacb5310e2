import { readFileSync } from 'node:fs';
import type { Story } from '../story/story.ts';
import { type Candidate, type Question, readPassages } from './five-w-candidates.ts';
import { whenCandidates, whereCandidates } from './when-where.ts';
import { whatCandidates, whoCandidates } from './who-what.ts';
import { howCandidates, whyCandidates } from './why-how.ts';

/** What each feature says for an answer to one question; `silence` speaks for none at all. */
export type QuestionWeights = Readonly<Record<string, number>>;
export type FiveWWeights = Readonly<Record<Question, QuestionWeights>>;

/** What may answer each question in a story. */
export function readCandidates(story: Story): Readonly<Record<Question, readonly Candidate[]>> {
  const passages = readPassages(story);
  return {
    who: whoCandidates(story, passages),
    what: whatCandidates(story, passages),
    when: whenCandidates(story, passages),
    where: whereCandidates(story, passages),
    why: whyCandidates(story, passages),
    how: howCandidates(story, passages),
  };
}

/** How likely each candidate is to be the answer (softmax), and how likely silence is. */
export function weigh(
  weights: QuestionWeights,
  candidates: readonly Candidate[],
): { readonly chances: readonly number[]; readonly silence: number } {
  const scores = candidates.map((one) => scoreOf(weights, one.features));
  const silent = weights.silence ?? Number.NEGATIVE_INFINITY;
  const most = Math.max(silent, ...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const quiet = Math.exp(silent - most);
  const total = powers.reduce((a, b) => a + b, quiet);
  return { chances: powers.map((power) => power / total), silence: quiet / total };
}

function scoreOf(weights: QuestionWeights, features: Candidate['features']): number {
  let score = 0;
  for (const [name, value] of Object.entries(features)) score += (weights[name] ?? 0) * value;
  return score;
}

// From this chance of silence on, a question is left open: on folds of the 50 articles (by event)
// more than half of those that coders left open are, and under 15 % of the others.
const SILENT_FROM = 0.5;

/** The best candidate; null where silence is the better answer, or there is none. */
export function choose(
  weights: QuestionWeights,
  candidates: readonly Candidate[],
): Candidate | null {
  const { chances, silence } = weigh(weights, candidates);
  if (silence >= SILENT_FROM) return null;
  const best = chances.reduce((at, chance, i) => (chance > (chances[at] ?? 0) ? i : at), 0);
  return candidates[best] ?? null;
}

let loaded: FiveWWeights | undefined;

/** The weights beside this module, read once. */
export function loadFiveWWeights(): FiveWWeights {
  loaded ??= JSON.parse(
    readFileSync(new URL('./five-w.weights.json', import.meta.url), 'utf8'),
  ) as FiveWWeights;
  return loaded;
}
