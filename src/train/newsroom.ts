import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cutPassage, QUESTIONS, type Question } from '../newsroom/five-w-candidates.ts';
import { choose, type QuestionWeights, rank } from '../newsroom/five-w-model.ts';
import { ledeChances } from '../newsroom/lede.ts';
import type { Story } from '../story/story.ts';
import { learnChoice } from './conditional-logit.ts';
import { type Example, readExamples } from './five-w-examples.ts';
import {
  answers,
  goldOf,
  hits,
  holds,
  prepareArticle,
  readArticles,
  tells,
} from './five-w-gold.ts';
import { learnLede, ledesOutOfParts } from './lede.ts';
import { readMarkedGlances } from './marked-glances.ts';
import { type Trial, tellSilence } from './silence-trials.ts';

const PULL = 0.02; // how strongly weights are pulled to 0: best of 0.006 to 0.1 over all questions, on stories and events left out

/**
 * Learns what speaks for a sentence to be the lede, and for an answer to each of the six questions, from
 * our own marked stories and `data/5w1h/dev.jsonl` under `directory`; writes the weights to `out`. Tells
 * how good they are on stories and events that were left out.
 */
export function trainNewsroom(directory: string, out: string, log: (line: string) => void): void {
  const coded = readArticles(readFileSync(join(directory, 'data/5w1h/dev.jsonl'), 'utf8')).map(
    (one) => ({
      set: 'coded' as const,
      event: one.event,
      story: prepareArticle(one),
      goldFor: (question: Question) => goldOf(one.gold[question]),
    }),
  );
  const marked = readMarkedGlances();
  const lede = learnLede(marked);
  const ledes = ledesOutOfParts(marked, log);
  const ledesOf = (story: Story): readonly number[] => ledes.get(story) ?? ledeChances(story, lede);
  const examples = readExamples([...coded, ...marked], ledesOf);
  const learnt: Record<string, QuestionWeights> = {};
  for (const question of QUESTIONS) {
    for (const line of tellFolds(question, examples[question])) log(line);
    learnt[question] = learnChoice(examples[question], PULL);
  }
  writeFileSync(join(out, 'lede.weights.json'), `${JSON.stringify(lede, null, 1)}\n`);
  writeFileSync(join(out, 'five-w.weights.json'), `${JSON.stringify(learnt, null, 1)}\n`);
}

interface Scores {
  n: number;
  holds: number;
  hits: number;
  told: number;
  tells: number;
  open: number;
  right: number;
  silent: number;
  ceiling: number;
}

/** How good weights are for each event that they were not learnt from. */
function tellFolds(question: Question, examples: readonly Example[]): readonly string[] {
  const scores = { coded: noScores(), marked: noScores() };
  const trials = { coded: [] as Trial[], marked: [] as Trial[] };
  for (const event of new Set(examples.map((one) => one.event))) {
    const others = examples.filter((one) => one.event !== event);
    const weights = learnChoice(others, PULL);
    for (const one of examples.filter((other) => other.event === event))
      trials[one.set].push(addScore(scores[one.set], question, weights, one));
  }
  return (['coded', 'marked'] as const).flatMap((set) => [
    `${question}, ${set}: ${tellScores(scores[set])}`,
    ...(question === 'who' || question === 'what' ? [] : tellSilence(trials[set])),
  ]);
}

function noScores(): Scores {
  return { n: 0, holds: 0, hits: 0, told: 0, tells: 0, open: 0, right: 0, silent: 0, ceiling: 0 };
}

function tellScores(scores: Scores): string {
  const { n, holds, hits, told, tells, open, right, silent, ceiling } = scores;
  const share = (some: number, all: number) => (some / Math.max(1, all)).toFixed(3);
  return `holds ${share(holds, n)}, hit ${share(hits, n)}, tells ${share(tells, told)} of ${told} (some candidate ${share(ceiling, told)}), open ${right}/${open}, silent ${silent}`;
}

/** Adds how one example was answered. */
function addScore(
  scores: Scores,
  question: Question,
  weights: QuestionWeights,
  { event, choices, text, gold }: Example,
): Trial {
  const open = !answers(gold);
  const { best, lead, silence } = rank(weights, choices);
  const shown = best === null ? '' : cut(text, cutPassage(text, best.passage, best.phrase));
  const words = best === null ? '' : cut(text, best.phrase);
  const signs = { silence, doubt: 1 - lead };
  const trial = { event, open, holds: holds(gold, shown), signs };
  scores.n += 1;
  if (open) scores.open += 1;
  else {
    scores.told += 1;
    if (choices.candidates.some((one) => tells(gold, cut(text, one.phrase)))) scores.ceiling += 1;
  }
  if (best === null || choose(question, weights, choices) === null) {
    if (open) for (const key of ['right', 'holds', 'hits'] as const) scores[key] += 1;
    else scores.silent += 1;
    return trial;
  }
  scores.holds += trial.holds;
  scores.hits += hits(gold, words);
  if (!open && tells(gold, words)) scores.tells += 1;
  return trial;
}

function cut(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return text.slice(start, end);
}
