import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cutPassage, QUESTIONS, type Question } from '../newsroom/five-w-candidates.ts';
import {
  type Choices,
  choose,
  type QuestionWeights,
  rank,
  readChoices,
} from '../newsroom/five-w-model.ts';
import {
  answers,
  type FiveWArticle,
  goldOf,
  hits,
  holds,
  prepareArticle,
  readArticles,
} from './five-w-gold.ts';
import { type MarkedStory, readMarkedGlances } from './marked-glances.ts';
import { type Trial, tellSilence } from './silence-trials.ts';

const STEPS = 400;
const RATE = 0.5;
const DECAY = 0.02; // a weight's pull to 0, best on folds by event
const DECAY_OF_WHY = 0.1; // its clues are the least sure

/** An article's candidates for one question, and how right each is; `silence` where none is asked for. */
interface Example {
  readonly set: 'coded' | 'marked';
  readonly event: string;
  readonly choices: Choices;
  readonly right: readonly number[];
  readonly silence: number;
  readonly text: string;
  readonly gold: readonly (string | null)[];
}

/**
 * Learns what speaks for an answer to each of the six questions from `data/5w1h/dev.jsonl` under
 * `directory`, by a conditional logit; writes `five-w.weights.json` to `out`. Tells how good it is
 * on articles of events that it was not trained on.
 */
export function trainNewsroom(directory: string, out: string, log: (line: string) => void): void {
  const articles = readArticles(readFileSync(join(directory, 'data/5w1h/dev.jsonl'), 'utf8'));
  const marked = readMarkedGlances();
  const examples = readExamples(articles, marked);
  const events = [...new Set([...articles, ...marked].map((one) => one.event))];
  const learnt: Record<string, QuestionWeights> = {};
  for (const question of QUESTIONS) {
    const all = examples[question];
    const pull = question === 'why' ? DECAY_OF_WHY : DECAY;
    const scores = { coded: noScores(), marked: noScores() };
    const trials: Trial[] = [];
    for (const event of events) {
      const weights = learn(
        all.filter((one) => one.event !== event),
        pull,
      );
      for (const one of all.filter((other) => other.event === event)) {
        const trial = score(scores[one.set], question, weights, one);
        if (one.set === 'coded') trials.push(trial);
      }
    }
    for (const [set, { n, holds, hits, right, open, silent }] of Object.entries(scores))
      log(
        `${question}, ${set}: holds ${holds / n}, hit ${hits / n}, open ${right}/${open}, silent ${silent} of ${n - open}`,
      );
    for (const line of tellSilence(trials)) log(`${question}, ${line}`);
    learnt[question] = learn(all, pull);
  }
  writeFileSync(join(out, 'five-w.weights.json'), `${JSON.stringify(learnt, null, 1)}\n`);
}

interface Scores {
  n: number;
  holds: number;
  hits: number;
  open: number;
  right: number;
  silent: number;
}

function noScores(): Scores {
  return { n: 0, holds: 0, hits: 0, open: 0, right: 0, silent: 0 };
}

function readExamples(
  articles: readonly FiveWArticle[],
  marked: readonly MarkedStory[],
): Record<Question, Example[]> {
  const examples: Record<Question, Example[]> = {
    who: [],
    what: [],
    when: [],
    where: [],
    why: [],
    how: [],
  };
  const coded = articles.map((one) => {
    const story = prepareArticle(one);
    return {
      set: 'coded',
      event: one.event,
      story,
      goldFor: (q: Question) => goldOf(one.gold[q]),
    } as const;
  });
  for (const { set, event, story, goldFor } of [...coded, ...marked]) {
    const { text } = story.article;
    const all = readChoices(story);
    for (const question of QUESTIONS) {
      const gold = goldFor(question);
      if (gold.length === 0) continue;
      const choices = all[question];
      const right = choices.candidates.map(({ passage, phrase }) => {
        const span = cutPassage(text, passage, phrase);
        const words = {
          passage: text.slice(span.start, span.end),
          phrase: text.slice(phrase.start, phrase.end),
        };
        return 0.6 * holds(gold, words.passage) + 0.4 * hits(gold, words.phrase);
      });
      const open = !answers(gold);
      examples[question].push({
        set,
        event,
        choices,
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
function learn(examples: readonly Example[], pull: number): QuestionWeights {
  const rowsOf = ({ choices: { candidates, silence } }: Example) => [
    ...candidates.map(({ features }) => features),
    ...(silence === null ? [] : [silence]),
  ];
  const names = [...new Set(examples.flatMap(rowsOf).flatMap((row) => Object.keys(row)))];
  const table = examples.map((one) => ({
    rows: rowsOf(one).map((row) => names.map((name) => row[name] ?? 0)),
    right: [...one.right, one.silence],
  }));
  const weights = new Float64Array(names.length);
  for (let step = 0; step < STEPS; step += 1) {
    const slope = new Float64Array(names.length);
    for (const { rows, right } of table) addSlope(slope, weights, rows, right);
    weights.forEach((before, i) => {
      const decay = names[i] === 'silence' ? 0 : pull * before;
      weights[i] = before + RATE * ((slope[i] ?? 0) / table.length - decay);
    });
  }
  return Object.fromEntries(
    names.map((name, i) => [name, Math.round((weights[i] ?? 0) * 100) / 100]),
  );
}

function addSlope(
  slope: Float64Array,
  weights: Float64Array,
  rows: readonly (readonly number[])[],
  right: readonly number[],
): void {
  const powers = rows.map((row) =>
    Math.exp(row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)),
  );
  const all = powers.reduce((a, b) => a + b, 0);
  const good = powers.reduce((sum, power, i) => sum + power * (right[i] ?? 0), 0);
  if (good <= 0) return;
  rows.forEach((row, k) => {
    const power = powers[k] ?? 0;
    const pull = (power * (right[k] ?? 0)) / good - power / all;
    row.forEach((value, i) => {
      slope[i] = (slope[i] ?? 0) + pull * value;
    });
  });
}

function score(
  scores: Scores,
  question: Question,
  weights: QuestionWeights,
  { event, choices, text, gold }: Example,
): Trial {
  const open = !answers(gold);
  const { best, lead, silence } = rank(weights, choices);
  const shown = best === null ? '' : cut(text, cutPassage(text, best.passage, best.phrase));
  const signs = { silence, doubt: 1 - lead };
  const trial = { event, open, holds: holds(gold, shown), signs };
  scores.n += 1;
  if (open) scores.open += 1;
  if (best === null || choose(question, weights, choices) === null) {
    if (open) for (const key of ['right', 'holds', 'hits'] as const) scores[key] += 1;
    else scores.silent += 1;
    return trial;
  }
  scores.holds += trial.holds;
  scores.hits += hits(gold, cut(text, best.phrase));
  return trial;
}

function cut(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return text.slice(start, end);
}
