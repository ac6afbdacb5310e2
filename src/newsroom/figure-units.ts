import { TIME_UNITS } from '../text/lexicon/time-words.ts';
import { MEASURE_WORDS, MONEY_WORDS } from '../text/lexicon/units.ts';
import type { Span } from '../text/span.ts';
import { stem } from '../text/stem.ts';
import type { Token } from '../text/tokens.ts';
import type { Amount } from './amounts.ts';

/** What a figure counts or measures. */
export interface Unit {
  readonly unit: Span | null;
  readonly counts: Span | null;
  readonly of: string;
}

/**
 * The unit after an amount: `six-month` → `month`, `140 volunteer divers`, `Two of the five people`.
 * A bare number takes the unit of the one before: `23 votes to 19`.
 */
export function findUnit(
  tokens: readonly Token[],
  { from, to, kind }: Amount,
  last: Unit | null,
): Unit {
  if (kind === 'money')
    return { unit: null, counts: rateAt(tokens, to) ?? ofWhat(tokens, to), of: 'money' };
  if (kind === 'percent') return percentUnit(tokens, to);
  if (kind === 'fraction') return fractionUnit(tokens, to);
  const at = skip(
    tokens,
    to,
    /^(?:-|more|further|extra|additional|other|of|the|these|those|its|their|our|his|her|my|such|or)$/,
  );
  const inner = tokens[at]?.tag === 'NUM' ? at + 1 : at; // two of the five people
  const noun = nounPhrase(tokens, inner, tokens[to]?.text === '-');
  if (noun !== null) return withRate(tokens, noun);
  const none = { unit: null, counts: null, of: '' };
  return last !== null && isBesideLast(tokens, from, to, last) ? last : none;
}

const TIMED = /^(?:second|minute|hour|day|night|week|month|year|season|game|match|head|person)$/;
const BY_THE_PIECE =
  /^(?:child|pupil|household|share|ticket|seat|room|barrel|bottle|pack|box|bag|dozen|pair|piece|slice|loaf|pint|glass|cup|kilo|kilometre|kilometer|hectare|acre|tonne|ton|ounce|pound|litre|liter|gallon|mile|metre|meter|unit|dose|copy|word|page|ride|trip|visit|shift|term)$/;
const AGO = /^(?:ago|earlier|later|before|after)$/;

/** What an amount is paid or reckoned by: `a barrel`, `per head`; not `£40 a year ago`. */
function rateAt(tokens: readonly Token[], at: number): Span | null {
  const word = (i: number): string => tokens[at + i]?.lower ?? '';
  const isPiece = TIMED.test(word(1)) || BY_THE_PIECE.test(word(1));
  const isRate =
    (/^(?:an?|every|each)$/.test(word(0)) && isPiece) ||
    (word(0) === 'per' && /^\p{L}+$/u.test(word(1)));
  return isRate && !AGO.test(word(2)) ? spanOf(tokens, at, at + 2) : null;
}

const DUE =
  /^(?:pay|wages|notice|leave|work|rent|supply|sleep|salary|holiday|rest|warning|service|imprisonment|probation|profit|takings|training|experience|study)$/;

/** What belongs to a unit after its noun: `tonnes a day`, `metres per second`, `years in a row`, `weeks' pay`. */
function withRate(tokens: readonly Token[], { unit, counts, of }: Unit): Unit {
  if (unit === null) return { unit, counts, of };
  const at = tokens.findIndex(({ start }) => start >= unit.end);
  const word = (i: number): string => tokens[at + i]?.lower ?? '';
  const rate = at < 0 ? null : rateAt(tokens, at);
  const noun = tokens[at - 1]?.lower ?? '';
  const isOne = (TIMED.test(word(1)) && !MONEY_WORDS.has(noun)) || MEASURE_WORDS.has(noun); // `tonnes a hectare`, but `cents | an hour`
  if (rate !== null && !isOne) return { unit, counts: counts ?? rate, of };
  const isRow =
    isPlural(tokens[at - 1]) && word(0) === 'in' && word(1) === 'a' && word(2) === 'row';
  const isDue = /^['’]$/.test(word(0)) && DUE.test(word(1));
  const isSign =
    word(0) === '/' &&
    /^(?:h|hr|s|sec|min|l|kg|day)$/.test(word(1)) &&
    tokens[at]?.start === unit.end; // `km/h`
  const more = at < 0 ? 0 : rate !== null || isDue || isSign ? 2 : isRow ? 3 : 0;
  return {
    unit: more === 0 ? unit : { ...unit, end: tokens[at + more - 1]?.end ?? unit.end },
    counts,
    of,
  };
}

const NEAR = 12; // words

/** `23 votes to 19`, `every three weeks instead of every two`: only a few words after the one with the unit, and without a noun of its own. */
function isBesideLast(tokens: readonly Token[], from: number, to: number, { unit }: Unit): boolean {
  if (unit === null || /^(?:of|\p{L}+)$/u.test(ownWord(tokens[to]))) return false;
  const behind = tokens.findIndex(({ start }) => start >= unit.end);
  const at = tokens.findIndex(({ end }) => end === unit.end);
  if (tokens[at - 1]?.text === '-') return false; // `a 30-foot putt`, and `two more`
  return from - behind <= NEAR && !/%|cent|percent|points?/.test(tokens[at]?.lower ?? '');
}

/** A word that a number may count, whatever its tag; '' if it can't be one. */
function ownWord(token: Token | undefined): string {
  const isOpen = /^(?:NOUN|PROPN|ADJ|VERB)$/.test(token?.tag ?? '');
  return isOpen || token?.lower === 'of' ? (token?.lower ?? '') : '';
}

function percentUnit(tokens: readonly Token[], to: number): Unit {
  const word = tokens[to]?.lower ?? '';
  const length = /^(?:percent|pct|percentage)$/.test(word) ? 1 : word === 'per' ? 2 : 0;
  const points = /^points?$/.test(tokens[to + length]?.lower ?? '') ? 1 : 0;
  const unit = length + points === 0 ? null : spanOf(tokens, to, to + length + points);
  return { unit, counts: ofWhat(tokens, to + length + points), of: '%' };
}

/** `half a length` has a unit; `a quarter of marine species` is a share of something. */
function fractionUnit(tokens: readonly Token[], to: number): Unit {
  const word = tokens[to]?.lower ?? '';
  const isUnit =
    /^an?$/.test(tokens[to - 1]?.lower ?? '') || TIME_UNITS.has(word) || MEASURE_WORDS.has(word);
  const noun = isUnit ? nounPhrase(tokens, to, false) : null;
  return noun ?? { unit: null, counts: ofWhat(tokens, to), of: 'part' };
}

/** `of the shares`, `on foreign goods by 2020`, `worth of trade`: the noun phrase after a preposition. */
function ofWhat(tokens: readonly Token[], to: number): Span | null {
  const at = skip(tokens, to, /^worth$/);
  if (!/^(?:of|on|in|for)$/.test(tokens[at]?.lower ?? '')) return null;
  const from = at + 1;
  let end = skip(tokens, from, /^(?:the|its|their|his|her|our|a|an|all|those|these)$/);
  while (isNounPart(tokens, end)) end += 1;
  if (end === from || !tokens.slice(from, end).some((token) => /NOUN|PROPN|PRON/.test(token.tag)))
    return null;
  const by =
    /^(?:by|in|until|since)$/.test(tokens[end]?.lower ?? '') &&
    /^(?:19|20)\d\d$/.test(tokens[end + 1]?.text ?? '');
  return spanOf(tokens, from, by ? end + 2 : end);
}

function skip(tokens: readonly Token[], from: number, words: RegExp): number {
  let at = from;
  while (words.test(tokens[at]?.lower ?? '')) at += 1;
  return at;
}

function nounPhrase(tokens: readonly Token[], from: number, joined: boolean): Unit | null {
  const first = tokens[from];
  if (first === undefined) return null;
  if (isMeasure(first.lower)) {
    const old = joined && tokens[from + 1]?.text === '-' && tokens[from + 2]?.lower === 'old';
    const hyphen = tokens[from + 1]?.text === '-' ? 1 : 0;
    const square = first.lower === 'square' ? 1 + hyphen : 0;
    return unitOf(tokens, from, from + 1 + square + (old ? 2 : 0));
  }
  if (tokens[from - 1]?.end === first.start && /^[CFWVAKgmlp]$/.test(first.text))
    return unitOf(tokens, from, from + 1); // `160C fan`
  if (joined) return first.tag === 'NOUN' ? unitOf(tokens, from, from + 1) : null;
  if (isMistaggedNoun(tokens, from)) return unitOf(tokens, from, from + 1);
  let end = from;
  while (isNounPart(tokens, end) && !(end > from && isPlural(tokens[end - 1]))) end += 1;
  while (end > from && !/^(?:NOUN|PROPN)$/.test(tokens[end - 1]?.tag ?? '')) end -= 1;
  if (end === from + 1 && !isPlural(tokens[from]) && isMistaggedNoun(tokens, end)) end += 1; // `basis points`
  while (
    end > from + 1 &&
    isMeasure(tokens[end - 1]?.lower ?? '') &&
    /^(?:last|next|this)$/.test(tokens[end - 2]?.lower ?? '')
  )
    end -= 2;
  return end === from ? null : unitOf(tokens, from, end);
}

/** `11 rebounds,`, `two doubles`: a plural after its number that the tagger takes for a verb. */
function isMistaggedNoun(tokens: readonly Token[], at: number): boolean {
  const [word, next] = [tokens[at], tokens[at + 1]];
  if (word?.tag !== 'VERB' || !/[^su]s$/.test(word.lower)) return false;
  return next === undefined || /^(?:PUNCT|ADP|CCONJ|AUX)$/.test(next.tag);
}

/** Where a noun phrase ends: `25 kilos | cost`; but `12 sales managers`. */
function isPlural(token: Token | undefined): boolean {
  const lower = token?.lower ?? '';
  return (
    token?.tag === 'NOUN' &&
    /[^su]s$|people$|men$/.test(lower) &&
    !/^(?:sales|basis|series|species|sports|arts|news|works|goods|systems|operations|communications|securities)$/.test(
      lower,
    )
  );
}

function isMeasure(word: string): boolean {
  return TIME_UNITS.has(word) || MEASURE_WORDS.has(word) || MONEY_WORDS.has(word);
}

/** Adjectives and nouns, also `small- to-medium`; not a time word that starts a new phrase: `40 people yesterday`. */
function isNounPart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (
    /^(?:last|next|this|yesterday|today|tomorrow|aboard|ago|earlier|later|dead|alive|old|more|worth|per)$/.test(
      token.lower,
    )
  )
    return false;
  if (/^(?:NOUN|PROPN|ADJ)$/.test(token.tag)) return /^[\p{L}]/u.test(token.text);
  if (token.text === '-') return isWordAt(tokens, at + 1) && tokens[at - 1]?.tag !== 'NUM';
  return token.lower === 'to' && tokens[at - 1]?.text === '-';
}

function isWordAt(tokens: readonly Token[], at: number): boolean {
  return /^\p{L}/u.test(tokens[at]?.text ?? '');
}

function unitOf(tokens: readonly Token[], from: number, to: number): Unit {
  const last = tokens[to - 1];
  return { unit: spanOf(tokens, from, to), counts: null, of: stem(last?.lower ?? '') };
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}
