import { readFileSync } from 'node:fs';
import type { Story } from '../story/story.ts';
import { NUMBER_WORDS } from '../text/lexicon/units.ts';
import { asksOfAnother, belongsToAnother } from './numbered.ts';
import { isOtherKind } from './other-kind.ts';
import type { Pointed } from './point.ts';
import type { Question } from './question.ts';
import type { Searched } from './search.ts';

/** A sentence that was read, with everything known about it for a question. */
export interface Read extends Pointed {
  readonly story: Story;
  /** The cosine of its vector with the question's. */
  readonly cosine: number;
  /** BM25, relative to the story's best sentence (plus a constant, so that a weak best stays weak). */
  readonly search: number;
  /** Its ranking score; only differences are meaningful. */
  readonly score: number;
}

/** The certainty of an answer: enough for its words, or only for the sentence they are in. */
export type Grade = 'sure' | 'likely';

/** The weights that order sentences and that decide, as `npm run train -- decision` makes them. */
export interface Decision {
  /** The weights of a sentence's `margin`, `tells`, `cosine` and `search`. */
  readonly order: readonly [number, number, number, number];
  readonly names: readonly string[];
  readonly weights: readonly number[];
  readonly offset: number;
  /** The lowest probability at which a passage is shown, and at which its words are. */
  readonly likely: number;
  readonly sure: number;
}

/** The evidence that decides whether the story answers. */
export interface Sight {
  readonly question: Question;
  readonly story: Story;
  readonly searched: Searched;
  readonly best: Read;
  readonly second: Read | null;
  /** The highest cosine of any sentence of the story. */
  readonly nearest: number;
}

type Sign = readonly [name: string, read: (sight: Sight) => number];

const ASKS_FIGURE = /^(?:count|money|percent|age|measure|duration)$/;
const LEAD = 8; // a lead beyond this adds no certainty

const SIGNS: readonly Sign[] = [
  ['margin', ({ best }) => best.margin],
  ['tells', ({ best }) => best.tells],
  [
    'lead',
    ({ best, second }) => (second === null ? LEAD : Math.min(LEAD, best.score - second.score)),
  ],
  ['cosine', ({ best }) => best.cosine],
  ['nearest', ({ nearest }) => nearest],
  ['search', ({ best }) => best.search],
  ['coverage', ({ searched }) => searched.coverage],
  ['lacksName', (sight) => lacking(sight, 'name')],
  ['lacksNumber', (sight) => lacking(sight, 'number')],
  [
    'lacksFigure',
    ({ question, story, best }) =>
      Number(ASKS_FIGURE.test(question.kind) && !hasFigure(textOf(story, best))),
  ],
  [
    'lacksCapital',
    ({ question, story, best }) =>
      Number(question.kind === 'person' && !/\p{Lu}/u.test(textOf(story, best))),
  ],
  ['yesNo', ({ question }) => Number(question.kind === 'yes-no')],
  ['words', ({ question }) => Math.min(12, question.terms.length)],
];

export const SIGN_NAMES: readonly string[] = SIGNS.map(([name]) => name);

/** The features that decide, in the order of `SIGN_NAMES`. */
export function readSigns(sight: Sight): readonly number[] {
  return SIGNS.map(([, read]) => read(sight));
}

const OF_ANOTHER = 0.1; // a cap: the story is about other halls than the one asked for, or gives minutes for how far
const SHORT_OF_SURE = 0.01; // below the threshold: in the sentence that tells of what is asked for, the words of hall 8

/** From 0 to 1: how likely it is that the best sentence answers. */
export function probabilityOf(sight: Sight): number {
  const probability = probabilityBySigns(sight);
  const { question, story, best } = sight;
  const isOther =
    asksOfAnother(question, story) || isOtherKind(question, story, best.sentence, best.words);
  if (isOther) return Math.min(OF_ANOTHER, probability);
  const isMixed = belongsToAnother(question, best.sentence, best.words);
  return isMixed ? Math.min(decision().sure - SHORT_OF_SURE, probability) : probability;
}

function probabilityBySigns(sight: Sight): number {
  const { weights, offset } = decision();
  const sum = readSigns(sight).reduce((all, sign, i) => all + sign * (weights[i] ?? 0), offset);
  return 1 / (1 + Math.exp(-sum));
}

/** The grade of an answer with this probability; null: the story does not say. */
export function gradeOf(probability: number): Grade | null {
  const { likely, sure } = decision();
  if (probability < likely) return null;
  return probability < sure ? 'likely' : 'sure';
}

/** What ranks a sentence: the reader's verdict and its similarity to the question. */
export function scoreOf({ margin, tells, cosine, search }: Omit<Read, 'score'>): number {
  const [byMargin, byTells, byCosine, bySearch] = decision().order;
  return byMargin * margin + byTells * tells + byCosine * cosine + bySearch * search;
}

/** The number of names, or numbers, in the question that do not occur in the story. */
function lacking({ question, story }: Sight, role: 'name' | 'number'): number {
  return question.terms.filter(
    (term) => term.role === role && !story.vocabulary.counts.has(term.stem),
  ).length;
}

function hasFigure(text: string): boolean {
  return (
    /\p{N}/u.test(text) ||
    text
      .toLowerCase()
      .split(/[^a-z]+/)
      .some((word) => NUMBER_WORDS.has(word))
  );
}

function textOf({ article }: Story, { words }: Read): string {
  return article.text.slice(words.start, words.end);
}

let known: Decision | undefined;

/** The weights in use. */
export function decision(): Decision {
  known ??= load();
  return known;
}

function load(): Decision {
  const url = new URL('./decision.weights.json', import.meta.url);
  const read = JSON.parse(readFileSync(url, 'utf8')) as Decision;
  if (read.names.join() !== SIGN_NAMES.join())
    throw new Error('decision.weights.json is for other signs');
  return read;
}
