import type { Token } from '../text/tokens.ts';
import type { Fact, FactKind } from './facts.ts';
import type { AnswerKind } from './kind.ts';
import type { Phrase } from './reading.ts';
import type { Stretch } from './spans.ts';
import { findWanted } from './wanted.ts';

// Articles of an encyclopaedia, which the trees learnt from, name more kinds of things in a sentence
// than news does: the kind asked for counts more here. Round numbers, not tuned.
const FITS = 1;
const CLASHES = 2;
const HANGS = 2;

const AMOUNT: readonly FactKind[] = ['count', 'money', 'percent', 'age', 'measure', 'duration'];
/** What words for a figure or a time may be read as, by the kind asked for. */
const FIGURES: Readonly<Partial<Record<AnswerKind, readonly FactKind[]>>> = {
  time: ['time', 'duration'],
  duration: ['duration', 'time', 'measure', 'count'],
  count: AMOUNT,
  money: AMOUNT,
  percent: AMOUNT,
  age: ['age', 'duration', 'count'],
  measure: AMOUNT,
};

/** The prepositions a question may end with: "What is she guilty of?" */
const STRANDED = /^(?:of|to|for|with|on|about|in|from|at|by|against|over|into|as)$/u;
const NEAR = 5; // tokens back to a word of the question

const TYPED: ReadonlySet<string> = new Set([...Object.keys(FIGURES), 'person', 'place']);
const NEVER_AMOUNTS: ReadonlySet<AnswerKind> = new Set([
  'person',
  'place',
  'group',
  'reason',
  'definition',
]);
const AMOUNTS: ReadonlySet<FactKind> = new Set(['time', ...AMOUNT]);

// What happened, was said or is meant is hardly ever a bare time, unless the question asks for one.
const NEVER_TIMES: ReadonlySet<AnswerKind> = new Set(['thing', 'saying', 'action', 'manner']);
const TIMES: ReadonlySet<FactKind> = new Set(['time', 'duration']);

/** What a phrase gains for holding the kind of answer asked for, and loses for being of another. */
export function kindFit(phrase: Phrase, fit: number): number {
  const { scene, from, to } = phrase;
  const { kind } = scene.question;
  const hangs = isHungOn(phrase) || isNamedAsAsked(phrase);
  const gain = (TYPED.has(kind) ? FITS * fit : 0) + (hangs ? HANGS : 0);
  const clashing = NEVER_AMOUNTS.has(kind) ? AMOUNTS : NEVER_TIMES.has(kind) ? TIMES : null;
  if (clashing === null) return gain;
  const clashes = scene.view.facts.some(
    (fact) => clashing.has(fact.kind) && fact.from <= from + 1 && fact.to >= to,
  );
  return clashes ? gain - CLASHES : gain;
}

/**
 * Whether a phrase hangs on the preposition that the question ends with, after the word it belongs to:
 * `guilty of | two counts` for "What is she guilty of?".
 */
function isHungOn({ scene, from }: Phrase): boolean {
  const { tokens, question, back } = scene;
  const last = question.tokens.findLast(({ tag }) => tag !== 'PUNCT');
  if (last === undefined || !STRANDED.test(last.lower)) return false;
  return tokens[from - 1]?.lower === last.lower && (back[from] ?? NEAR) < NEAR;
}

/** Whether the noun asked for is right before a name: `the ship | Northern Star`, `a cat called | Tom`. */
function isNamedAsAsked({ scene, from }: Phrase): boolean {
  const { tokens, question } = scene;
  const { focus } = question;
  if (focus === null || !/^\p{Lu}/u.test(tokens[from]?.text ?? '')) return false;
  const called = /^(?:called|named|dubbed)$/u.test(tokens[from - 1]?.lower ?? '') ? 2 : 1;
  return tokens[from - called]?.stem === focus.stem;
}

/**
 * Whether a figure is asked for and not given: no number in the words for "how many", no number of years
 * for "how old", and no time in the whole sentence for "when", as `while at sea` may answer that.
 */
export function lacksFigure({ scene, from, to }: Stretch & Pick<Phrase, 'scene'>): boolean {
  const { question, view, tokens } = scene;
  const kinds = FIGURES[question.kind];
  if (kinds === undefined) return false;
  const isTime = question.kind === 'time' || question.kind === 'duration';
  const isOne = (fact: Fact): boolean =>
    (isTime || (fact.from < to && from < fact.to)) &&
    kinds.includes(fact.kind) &&
    (question.kind !== 'age' || fact.kind !== 'count' || mayBeAge(tokens, fact));
  return !view.facts.some(isOne);
}

/** A bare number of up to three digits: `He is 34`, but not `34 sheep`, `34-seat`, nor `one million`. */
function mayBeAge(tokens: readonly Token[], { from, to }: Fact): boolean {
  const next = tokens[to];
  return /^\d{1,3}$/u.test(tokens[from]?.text ?? '') && next?.tag !== 'NOUN' && next?.text !== '-';
}

/**
 * How well words are of the kind asked for, from 0 to 1: a trade is no place, a place is nobody. -1 where
 * no kind of words is asked for.
 */
export function fitOf({ scene, from, to }: Stretch & Pick<Phrase, 'scene'>): number {
  const { question, view } = scene;
  if (!TYPED.has(question.kind)) return -1;
  return findWanted(question, view).reduce(
    (best, wanted) => (wanted.from < to && from < wanted.to ? Math.max(best, wanted.fit) : best),
    0,
  );
}
