import { readFileSync } from 'node:fs';
import type { Sentence } from '../article/sentence.ts';
import { NUMBER_VALUES } from '../text/lexicon/figure-words.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { remembered } from '../text/word-test.ts';
import { type Amount, readAmount } from './amounts.ts';
import { findUnit, type Unit } from './figure-units.ts';
import { isNeverFigure } from './not-figures.ts';

/** A number that no rule takes for a figure, with what speaks for one and against it. */
export interface LeftNumber {
  readonly amount: Amount;
  readonly span: Span;
  readonly unit: Unit;
  /** The words around it, by name: each is there or not. */
  readonly traits: readonly string[];
}

const ORDINAL =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\p{L}+teenth|\p{L}+tieth|\d[\d,]*(?:st|nd|rd|th))$/u;
const QUANTITY =
  /^(?:half|dozens|double|triple|treble|nought|nil|both|once|twice|couple|dozen|scores|hundreds|thousands|millions)$/;

/** The numbers of a sentence that the rules leave: ordinals, `one`, numbers without a noun. `isTaken` tells figures. */
export function leftNumbers(
  { tokens }: Sentence,
  isTaken: (span: Span) => boolean,
): readonly LeftNumber[] {
  const found: LeftNumber[] = [];
  for (let at = 0; at < tokens.length; ) {
    const amount = isNumber(tokens[at]?.lower ?? '') ? amountAt(tokens, at) : null;
    at = amount?.to ?? at + 1;
    if (amount === null) continue;
    const span = {
      start: tokens[amount.from]?.start ?? 0,
      end: tokens[amount.to - 1]?.end ?? 0,
    };
    if (isTaken(span) || isNeverFigure(tokens, amount)) continue;
    const unit = findUnit(tokens, amount, null);
    found.push({ amount, span, unit, traits: traitsOf(tokens, amount, unit) });
  }
  return found;
}

const isNumber = remembered(
  (lower) =>
    NUMBER_VALUES.has(lower) ||
    /^\d[^@]*$/.test(lower) ||
    ORDINAL.test(lower) ||
    QUANTITY.test(lower),
);

function amountAt(tokens: readonly Token[], from: number): Amount {
  const isOrdinal = ORDINAL.test(tokens[from]?.lower ?? '');
  const read = isOrdinal ? null : readAmount(tokens, from);
  return read ?? { from, to: from + 1, value: 0, kind: 'count' };
}

/** The number's class, the two words before and after it with their tags, and each of them for its class alone. */
function traitsOf(tokens: readonly Token[], { from, to, kind }: Amount, unit: Unit): string[] {
  const own = classOf(tokens.slice(from, to));
  const word = (at: number): string => tokens[at]?.lower ?? 'none';
  const tag = (at: number): string => tokens[at]?.tag ?? 'none';
  const isCapital = (at: number): boolean => /^\p{Lu}/u.test(tokens[at]?.text ?? '');
  const around = [
    `before ${word(from - 1)}`,
    `before that ${word(from - 2)}`,
    `after ${word(to)}`,
    `after that ${word(to + 1)}`,
    `tag before ${tag(from - 1)}`,
    `tag after ${tag(to)}`,
    `tags after ${tag(to)} ${tag(to + 1)}`,
    `counts ${unit.of}`,
    ...(from > 1 && isCapital(from - 1) ? ['capital before'] : []),
    ...(isCapital(to) ? ['capital after'] : []),
    ...(from > 0 && isCapital(from) ? ['capital'] : []),
    ...(unit.unit === null ? ['no unit'] : []),
    ...(tokens[to]?.start === tokens[to - 1]?.end ? ['joined'] : []),
  ];
  return ['any', own, kind, ...around, ...around.map((one) => `${own}: ${one}`)];
}

function classOf(tokens: readonly Token[]): string {
  const [{ lower = '' } = {}] = tokens;
  if (tokens.length > 1) return 'long';
  if (lower === 'one' || lower === 'first' || QUANTITY.test(lower)) return lower;
  if (ORDINAL.test(lower)) return 'ordinal';
  if (NUMBER_VALUES.has(lower)) return 'word';
  return /^\d{1,2}$/.test(lower) ? 'small' : /^\d{4}$/.test(lower) ? 'four digits' : 'digits';
}

/** The weight of each trait. */
export type LeftWeights = Readonly<Record<string, number>>;

/** From 0 to 1: how likely a number counts something (a logistic model). */
export function chanceToCount(weights: LeftWeights, traits: readonly string[]): number {
  const score = traits.reduce((sum, trait) => sum + (weights[trait] ?? 0), 0);
  return 1 / (1 + Math.exp(-score));
}

const LIKELY = 0.5; // from here a number is more likely a figure than not

/** Whether one that the rules leave is a figure all the same, as learnt from marked stories. */
export function countsSomething({ traits }: LeftNumber): boolean {
  return chanceToCount(loadWeights(), traits) >= LIKELY;
}

let loaded: LeftWeights | undefined;

/** The weights beside this module, read once. */
function loadWeights(): LeftWeights {
  loaded ??= JSON.parse(
    readFileSync(new URL('./left-numbers.weights.json', import.meta.url), 'utf8'),
  ) as LeftWeights;
  return loaded;
}
