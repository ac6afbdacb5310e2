import {
  CURRENCY_CODES,
  FRACTIONS,
  MILLIONS_OF,
  NUMBER_VALUES,
  ROUND_NUMBERS,
  SCALES,
} from '../text/lexicon/figure-words.ts';
import { isPerson } from '../text/lexicon/person-nouns.ts';
import type { Token } from '../text/tokens.ts';
import { remembered } from '../text/word-test.ts';

/** A number as written: tokens `from` to `to` (exclusive), and its value. */
export interface Amount {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly kind: 'count' | 'money' | 'percent' | 'fraction' | 'score';
}

/** The amount that starts at a token: `£186 million`, `two-thirds`, `12 to 18`; null if none does. */
export function readAmount(tokens: readonly Token[], from: number): Amount | null {
  if (!mayBegin(lowerAt(tokens, from))) return null;
  return (
    readMoney(tokens, from) ??
    readShare(tokens, from) ??
    readFraction(tokens, from) ??
    readRound(tokens, from) ??
    readCount(tokens, from)
  );
}

const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';

/** Whether a word can begin an amount: few can, and each word of a story is asked about. */
const mayBegin = remembered(
  (lower) =>
    isCurrency(lower) ||
    valueOfWord(lower) !== null ||
    /^(?:an?|half|tens|hundreds|dozens)$/.test(lower) ||
    ROUND_NUMBERS.has(lower),
);

function isCurrency(lower: string): boolean {
  return /^\p{L}{0,3}[$£€¥₹]$/u.test(lower) || CURRENCY_CODES.has(lower);
}

/** `£12 000`, `USD 150 billion`, `$1.2-billion`. */
function readMoney(tokens: readonly Token[], from: number): Amount | null {
  const number = isCurrency(lowerAt(tokens, from)) ? readNumber(tokens, from + 1) : null;
  return number && { ...number, from, kind: 'money' };
}

/** `one household in fifteen`, `three in ten`. */
function readShare(tokens: readonly Token[], from: number): Amount | null {
  const part = worthOf(tokens[from]);
  if (part === null || part > 99) return null;
  const noun = /^(?:NOUN|ADJ)$/.test(tokens[from + 1]?.tag ?? '') ? 1 : 0;
  const at = from + 1 + noun;
  if (!/^(?:in|out)$/.test(lowerAt(tokens, at))) return null;
  const of = lowerAt(tokens, at) === 'out' && lowerAt(tokens, at + 1) === 'of' ? 1 : 0;
  const whole = readNumber(tokens, at + 1 + of);
  if (whole === null || whole.value <= part || whole.value > 1e6 || isYear(whole.value))
    return null;
  if (/^(?:NOUN|PROPN)$/.test(tokens[whole.to]?.tag ?? '') && noun === 1) return null;
  if (RUNS.test(lowerAt(tokens, whole.to))) return null;
  return { from, to: whole.to, value: part / whole.value, kind: 'fraction' };
}

/** `made 12 in 34 games`: how many in how long, not a part of a whole. */
const RUNS =
  /^(?:games|matches|starts|appearances|tests|innings|overs|balls|minutes|hours|days|weeks|months|years|seasons)$/;

/** Whether a whole number can be a year: a bare one is then taken as a year. */
export function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1400 && value <= 2100;
}

/** `half`, `half a`, `a quarter`, `two-thirds`, `three quarters`; not `the third`, `half-time`. */
function readFraction(tokens: readonly Token[], from: number): Amount | null {
  const first = lowerAt(tokens, from);
  if (first === 'half') {
    if (lowerAt(tokens, from + 1) === '-' || isOrdinal(tokens[from - 1])) return null;
    const article = /^an?$/.test(lowerAt(tokens, from + 1)) ? 1 : 0;
    const scale = SCALES.get(lowerAt(tokens, from + 1 + article));
    const to = from + 1 + article;
    if (scale !== undefined) return { from, to: to + 1, value: scale / 2, kind: 'count' };
    return { from, to, value: 0.5, kind: 'fraction' };
  }
  const times = /^an?$/.test(first) ? 1 : worthOf(tokens[from]);
  if (times === null || times > 20) return null;
  const at = from + 1 + (lowerAt(tokens, from + 1) === '-' ? 1 : 0);
  const part = FRACTIONS.get(lowerAt(tokens, at));
  if (part === undefined || isOrdinary(tokens, from, at)) return null;
  return { from, to: at + 1, value: times * part, kind: 'fraction' };
}

/** `a third time`, `a fifth man`: there `third` is an ordinal. `a third of`, `a quarter.` do not. */
function isOrdinary(tokens: readonly Token[], from: number, at: number): boolean {
  const next = tokens[at + 1];
  const article = /^an?$/.test(lowerAt(tokens, from));
  if (next?.text === '-') return true;
  return article && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(next?.tag ?? '') && next?.lower !== 'of';
}

/** `first`, `3rd`, `second`: an ordinal. */
function isOrdinal(token: Token | undefined): boolean {
  return /^(?:first|second|third|fourth|last|\d+(?:st|nd|rd|th))$/.test(token?.lower ?? '');
}

/** `dozens of`, `tens of thousands of`: without a number. */
function readRound(tokens: readonly Token[], from: number): Amount | null {
  const first = lowerAt(tokens, from);
  if (/^(?:tens|hundreds|dozens)$/.test(first) && lowerAt(tokens, from + 1) === 'of') {
    const scale = ROUND_NUMBERS.get(lowerAt(tokens, from + 2));
    if (scale !== undefined) return { from, to: from + 3, value: 10 * scale, kind: 'count' };
  }
  const value = ROUND_NUMBERS.get(first);
  const noun = tokens[from + 1];
  const counts = noun?.lower === 'of' || (noun?.tag === 'NOUN' && first !== 'scores');
  return value === undefined || !counts ? null : { from, to: from + 1, value, kind: 'count' };
}

function readCount(tokens: readonly Token[], from: number): Amount | null {
  const number = readNumber(tokens, from);
  if (number === null) return null;
  const kind = isPercent(tokens, number.to) ? 'percent' : 'count';
  const sign = lowerAt(tokens, number.to) === '%' ? 1 : 0;
  const range = sign === 1 ? null : readRange(tokens, from, number.to, number.value);
  if (range !== null) return range;
  return { ...number, to: number.to + sign, kind };
}

/** `12 to 18 months`, `10–15 per cent`; not `from 2 to 4`, which are two figures, nor a score of `2-1`. */
function readRange(tokens: readonly Token[], from: number, to: number, low: number): Amount | null {
  if (!/^(?:to|-|–)$/.test(lowerAt(tokens, to)) || lowerAt(tokens, from - 1) === 'from')
    return null;
  const high = readNumber(tokens, to + 1);
  if (high === null || high.value <= low || isYear(low)) return null;
  const percent = isPercent(tokens, high.to);
  const sign = lowerAt(tokens, high.to) === '%' ? 1 : 0;
  const counted = percent || /^(?:NOUN|ADJ|PROPN)$/.test(tokens[high.to]?.tag ?? '');
  if (!counted) return null;
  return { from, to: high.to + sign, value: high.value, kind: percent ? 'percent' : 'count' };
}

function isPercent(tokens: readonly Token[], at: number): boolean {
  const word = lowerAt(tokens, at);
  return (
    /^(?:%|percent|pct|percentage)$/.test(word) ||
    (word === 'per' && /^cent/.test(lowerAt(tokens, at + 1)))
  );
}

type Plain = Omit<Amount, 'kind'>;

/** A plain number: `12 000`, `thirty-one`, `two hundred and fifty`, `a million`, `1.2-billion`. */
function readNumber(tokens: readonly Token[], from: number): Plain | null {
  const article = /^an?$/.test(lowerAt(tokens, from)) && SCALES.has(lowerAt(tokens, from + 1));
  let value = article ? 1 : worthOf(tokens[from]);
  if (value === null) return null;
  let to = from + 1;
  if (/^\d{1,3}$/.test(lowerAt(tokens, from))) {
    while (/^\d{3}$/.test(lowerAt(tokens, to)) && gap(tokens, to) === 1) {
      value = value * 1000 + Number(lowerAt(tokens, to));
      to += 1;
    }
  }
  const hyphen = lowerAt(tokens, to) === '-' ? 1 : 0;
  const units = worthOf(tokens[to + hyphen]);
  if (
    value >= 20 &&
    value < 100 &&
    value % 10 === 0 &&
    isWord(tokens[from]) &&
    units !== null &&
    units < 10 &&
    units > 0 &&
    isWord(tokens[to + hyphen])
  ) {
    value += units;
    to += hyphen + 1;
  }
  for (;;) {
    const joined = lowerAt(tokens, to) === '-' ? 1 : 0;
    const scale = SCALES.get(lowerAt(tokens, to + joined)) ?? letterScale(tokens, to);
    if (scale === null || (joined === 1 && scale < 1e3 && scale !== 100)) break;
    value *= scale;
    to += joined + 1;
    const rest =
      lowerAt(tokens, to) === 'and' && isWord(tokens[to + 1]) ? readNumber(tokens, to + 1) : null;
    if (rest !== null && rest.value < scale && scale <= 1e3)
      return { from, to: rest.to, value: value + rest.value };
  }
  return { from, to, value };
}

/** `$5m`, `3k`, `2.4m users`: a letter attached to its number; `40m` alone are metres. */
function letterScale(tokens: readonly Token[], at: number): number | null {
  const letter = lowerAt(tokens, at);
  const clings = gap(tokens, at) === 0;
  const money =
    /[$£€¥]$/.test(lowerAt(tokens, at - 2)) || CURRENCY_CODES.has(lowerAt(tokens, at - 2));
  if (!clings) return null;
  if (letter === 'k') return 1e3;
  if (letter === 'm' && (money || isCountedInMillions(tokens[at + 1]))) return 1e6;
  return letter === 'b' && money ? 1e9 : null;
}

const ATHLETE =
  /^(?:runner|sprinter|swimmer|hurdler|racer|specialist|champion|winner|finalist|medallist)$/;

/** `2.4m users`, `1.1m vehicles`: people, or things of which there are so many; not `100m sprinters`. */
function isCountedInMillions(noun: Token | undefined): boolean {
  if (noun === undefined || noun.tag !== 'NOUN') return false;
  if (/^(?:people|children|women|men)$/.test(noun.lower)) return true;
  const isPeople = /s$/.test(noun.lower) && isPerson(noun.lemma) && !ATHLETE.test(noun.lemma);
  return isPeople || (/s$/.test(noun.lower) && MILLIONS_OF.has(noun.lemma));
}

/** How many UTF-16 units lie between a token and the one before. */
function gap(tokens: readonly Token[], at: number): number {
  return (tokens[at]?.start ?? 0) - (tokens[at - 1]?.end ?? 0);
}

function isWord(token: Token | undefined): boolean {
  return NUMBER_VALUES.has(token?.lower ?? '');
}

/** The value of one token: `2,150` → 2150, `twelve` → 12; null if it is not a number. */
function worthOf(token: Token | undefined): number | null {
  return valueOfWord(token?.lower ?? '');
}

function valueOfWord(lower: string): number | null {
  const word = NUMBER_VALUES.get(lower);
  if (word !== undefined) return word;
  const [, low = lower, high] = /^([\d,.]*\d)[-–](\d[\d,.]*)$/.exec(lower) ?? [];
  if (high !== undefined) return (digits(high) ?? 0) > (digits(low) ?? 0) ? digits(high) : null;
  return digits(lower);
}

/** `2,150` → 2150; null if it is not a plain number: `9:25`, `3/4`. */
function digits(word: string): number | null {
  return /^(?:\d{1,3}(?:,\d{2,3})+|\d+)(?:\.\d+)?$/.test(word)
    ? Number(word.replaceAll(',', ''))
    : null;
}
