import { readFileSync } from 'node:fs';
import type { Story } from '../story/story.ts';
import { isSaying } from '../text/lexicon/saying.ts';
import { overlaps } from '../text/span.ts';
import {
  type Candidate,
  type Features,
  type Passage,
  type Question,
  readPassages,
} from './five-w-candidates.ts';
import { ledeChances } from './lede.ts';
import { whatCandidates } from './what.ts';
import { whenCandidates } from './when.ts';
import { whereCandidates } from './where.ts';
import { whoCandidates } from './who.ts';
import { howCandidates, whyCandidates } from './why-how.ts';

/** The weight of each feature for an answer to one question; `silence` favours no answer. */
export type QuestionWeights = Readonly<Record<string, number>>;
export type FiveWWeights = Readonly<Record<Question, QuestionWeights>>;

/** The candidates for a question, and the evidence for leaving it open. */
export interface Choices {
  readonly candidates: readonly Candidate[];
  /** The story's text. */
  readonly text: string;
  /** Null if a question always has an answer: who, what. */
  readonly silence: Features | null;
}

/** What may answer each question in a story. */
export function readChoices(
  story: Story,
  ledes: readonly number[] = ledeChances(story),
): Readonly<Record<Question, Choices>> {
  const passages = readPassages(story, ledes);
  const told = tellsOnly(passages[0]) ? 1 : 0;
  const { text } = story.article;
  const always = (candidates: readonly Candidate[]): Choices => ({
    candidates,
    text,
    silence: null,
  });
  const open = (candidates: readonly Candidate[]): Choices => ({
    ...always(candidates),
    silence: { silence: 1, told, missing: isMissing(candidates) ? 1 : 0 },
  });
  return {
    who: always(whoCandidates(story, passages)),
    what: always(whatCandidates(story, passages)),
    when: open(whenCandidates(story, passages)),
    where: open(whereCandidates(story, passages)),
    why: open(whyCandidates(story, passages)),
    how: open(howCandidates(story, passages)),
  };
}

/** Whether a headline reports something said (`blames`, `slams`), which has no place. */
function tellsOnly(headline: Passage | undefined): boolean {
  const tokens = headline?.headline === true ? headline.tokens : [];
  return tokens.some(
    (token) =>
      /^(?:VERB|AUX|NOUN)$/.test(token.tag) && (isSaying(token.lemma) || ACCUSES.test(token.lower)),
  );
}

const ACCUSES = /^(?:blam|slam|clear|charg|defend|back|reject|hail|attack|hit)(?:s|es|ed)$/;

/** Whether nothing in the headline and the first two sentences can be the answer. */
function isMissing(candidates: readonly Candidate[]): boolean {
  return !candidates.some(({ passage }) => passage.index < 2);
}

/** How likely each candidate is to be the answer (softmax), and how likely silence is. */
function weigh(
  weights: QuestionWeights,
  { candidates, silence }: Choices,
): { readonly chances: readonly number[]; readonly silence: number } {
  const known = new Map<Features, number>(); // candidates share most of their features
  const scores = candidates.map(({ features }) => {
    let score = 0;
    for (const part of features) {
      const own = known.get(part) ?? scoreOf(weights, part);
      known.set(part, own);
      score += own;
    }
    return score;
  });
  const silent = silence === null ? Number.NEGATIVE_INFINITY : scoreOf(weights, silence);
  const most = Math.max(silent, ...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const quiet = Math.exp(silent - most);
  const total = powers.reduce((a, b) => a + b, quiet);
  return { chances: powers.map((power) => power / total), silence: quiet / total };
}

function scoreOf(weights: QuestionWeights, features: Features): number {
  let score = 0;
  // without `Object.entries`, which takes half of the time of all answers
  for (const name in features) score += (weights[name] ?? 0) * (features[name] ?? 0);
  return score;
}

// At or above this probability of silence a question is left open. On stories and events left out, that leaves open 7 of the 37 that the
// coders left open and 14 of the 163 others; of our own stories 46 of 102 and 72 of 419
const SILENT_FROM: Readonly<Record<Question, number>> = {
  who: 1,
  what: 1,
  when: 0.45,
  where: 0.4,
  why: 0.4,
  how: 0.45, // from 0.38 to 0.45 as many right (53 of 180), and 45 to 35 wrongly left open; from 0.5 on fewer are right
};

/** The best candidate; null if silence is the better answer, or there is none. */
export function choose(
  question: Question,
  weights: QuestionWeights,
  choices: Choices,
): Candidate | null {
  const { best, silence } = rank(weights, choices);
  return silence >= SILENT_FROM[question] ? null : best;
}

/**
 * The best candidate, how far it is ahead of the next, and how likely silence is. The best is the one whose
 * words the likely candidates at the same place share most: `China` counts for `China and other markets`, too.
 */
export function rank(
  weights: QuestionWeights,
  choices: Choices,
): { readonly best: Candidate | null; readonly lead: number; readonly silence: number } {
  const { chances, silence } = weigh(weights, choices);
  const likely = choices.candidates.flatMap((one, i) => {
    const chance = chances[i] ?? 0;
    if (chance < UNLIKELY) return [];
    const { start, end } = one.phrase;
    return [{ one, chance, words: wordsIn(choices.text.slice(start, end)) }];
  });
  const order = likely
    .map(({ one, words }) => {
      const same = likely.filter((other) => overlaps(one.phrase, other.one.phrase));
      return {
        one,
        share: same.reduce((sum, other) => sum + other.chance * alike(words, other.words), 0),
      };
    })
    .sort((a, b) => b.share - a.share);
  const [first, next] = order;
  return { best: first?.one ?? null, lead: (first?.share ?? 0) - (next?.share ?? 0), silence };
}

const UNLIKELY = 0.004; // chances below it move nothing

/** The words of a phrase, in small letters and without articles. */
function wordsIn(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = words.filter((word) => !/^(?:the|an?)$/.test(word));
  return kept.length > 0 ? kept : words;
}

/** How much two phrases have in common: token F1, from a half on. */
function alike(a: readonly string[], b: readonly string[]): number {
  if (a === b) return 1;
  const share = tokenF1(a, b);
  return share >= 0.5 ? share : 0;
}

/** From 0 to 1: the harmonic mean of the shares of each that the words in common are (SQuAD's F1). */
export function tokenF1(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  let common = 0;
  for (const word of a) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    common += 1;
    left.splice(at, 1);
  }
  return common === 0 ? 0 : (2 * common) / (a.length + b.length);
}

let loaded: FiveWWeights | undefined;

/** The weights beside this module, read once. */
export function loadFiveWWeights(): FiveWWeights {
  loaded ??= JSON.parse(
    readFileSync(new URL('./five-w.weights.json', import.meta.url), 'utf8'),
  ) as FiveWWeights;
  return loaded;
}
