import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Candidate,
  cutPassage,
  QUESTIONS,
  type Question,
} from '../newsroom/five-w-candidates.ts';
import { choose, type QuestionWeights, readCandidates, weigh } from '../newsroom/five-w-model.ts';
import {
  answers,
  type FiveWArticle,
  goldOf,
  hits,
  holds,
  prepareArticle,
  readArticles,
} from './five-w-gold.ts';

const STEPS = 400;
const RATE = 0.5;
const DECAY = 0.02; // a weight's pull to 0: 50 articles do not bear more

/** An article's candidates for one question, and how right each is; `silence` where none is asked for. */
interface Example {
  readonly event: string;
  readonly candidates: readonly Candidate[];
  readonly right: readonly number[];
  readonly silence: number;
  readonly text: string;
  readonly gold: readonly (string | null)[];
}

/**
 * Learns what speaks for an answer to each of the six questions from `5w1h/dev.jsonl` under
 * `directory`, by a conditional logit; writes `five-w.weights.json` to `out`. Tells how good it is
 * on articles of events that it was not trained on.
 */
export function trainNewsroom(directory: string, out: string, log: (line: string) => void): void {
  const articles = readArticles(readFileSync(join(directory, '5w1h/dev.jsonl'), 'utf8'));
  const examples = readExamples(articles);
  const events = [...new Set(articles.map((one) => one.event))];
  const learnt: Record<string, QuestionWeights> = {};
  for (const question of QUESTIONS) {
    const all = examples[question];
    const scores = { n: 0, holds: 0, hits: 0, open: 0, right: 0, silent: 0 };
    for (const event of events) {
      const weights = learn(
        all.filter((one) => one.event !== event),
        question,
      );
      for (const one of all.filter((other) => other.event === event)) score(scores, weights, one);
    }
    log(
      `${question}: holds ${scores.holds / scores.n}, hit ${scores.hits / scores.n}, open ${scores.right}/${scores.open}, silent ${scores.silent} of ${scores.n - scores.open}`,
    );
    learnt[question] = learn(all, question);
  }
  writeFileSync(join(out, 'five-w.weights.json'), `${JSON.stringify(learnt, null, 1)}\n`);
}

function readExamples(articles: readonly FiveWArticle[]): Record<Question, Example[]> {
  const examples: Record<Question, Example[]> = {
    who: [],
    what: [],
    when: [],
    where: [],
    why: [],
    how: [],
  };
  for (const article of articles) {
    const story = prepareArticle(article);
    const { text } = story.article;
    const all = readCandidates(story);
    for (const question of QUESTIONS) {
      const gold = goldOf(article.gold[question]);
      if (gold.length === 0) continue;
      const candidates = all[question];
      const right = candidates.map(({ passage, phrase }) => {
        const span = cutPassage(text, passage, phrase);
        const words = {
          passage: text.slice(span.start, span.end),
          phrase: text.slice(phrase.start, phrase.end),
        };
        return 0.6 * holds(gold, words.passage) + 0.4 * hits(gold, words.phrase);
      });
      const open = !answers(gold);
      examples[question].push({
        event: article.event,
        candidates,
        right,
        silence: open ? 1 : 0,
        text,
        gold,
      });
    }
  }
  return examples;
}

/** Gradient ascent on the log of the chance given to what is right. */
function learn(examples: readonly Example[], question: Question): QuestionWeights {
  const silences = question !== 'who' && question !== 'what';
  const weights: Record<string, number> = silences ? { silence: 0 } : {};
  for (let step = 0; step < STEPS; step += 1) {
    const slope: Record<string, number> = {};
    for (const { candidates, right, silence } of examples) {
      const { chances, silence: quiet } = weigh(weights, candidates);
      const good = right.map((value, i) => value * (chances[i] ?? 0));
      const total = good.reduce((a, b) => a + b, silence * quiet);
      if (total <= 0 || candidates.length === 0) continue;
      candidates.forEach((one, i) => {
        const pull = (good[i] ?? 0) / total - (chances[i] ?? 0);
        for (const [name, value] of Object.entries(one.features)) {
          slope[name] = (slope[name] ?? 0) + pull * value;
        }
      });
      if (silences) slope.silence = (slope.silence ?? 0) + (silence * quiet) / total - quiet;
    }
    for (const [name, value] of Object.entries(slope)) {
      const before = weights[name] ?? 0;
      weights[name] =
        before + RATE * (value / examples.length - (name === 'silence' ? 0 : DECAY * before));
    }
  }
  return Object.fromEntries(
    Object.entries(weights).map(([name, value]) => [name, Math.round(value * 100) / 100]),
  );
}

function score(
  scores: { n: number; holds: number; hits: number; open: number; right: number; silent: number },
  weights: QuestionWeights,
  { candidates, text, gold }: Example,
): void {
  const best = choose(weights, candidates);
  const open = !answers(gold);
  scores.n += 1;
  if (open) scores.open += 1;
  if (best === null) {
    if (open) for (const key of ['right', 'holds', 'hits'] as const) scores[key] += 1;
    else scores.silent += 1;
    return;
  }
  const span = cutPassage(text, best.passage, best.phrase);
  scores.holds += holds(gold, text.slice(span.start, span.end));
  scores.hits += hits(gold, text.slice(best.phrase.start, best.phrase.end));
}
