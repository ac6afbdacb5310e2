import {
  DAYS,
  MONTHS,
  PARTS_OF_TIME,
  RELATIVE_TIMES,
  TIME_MODIFIERS,
  TIME_UNITS,
} from '../text/lexicon/time-words.ts';
import { MEASURE_WORDS, MONEY_WORDS, NUMBER_WORDS, PERCENT_WORDS } from '../text/lexicon/units.ts';
import type { Token } from '../text/tokens.ts';

/** What a phrase of a sentence names or counts. */
export type FactKind =
  | 'name'
  | 'time'
  | 'duration'
  | 'count'
  | 'money'
  | 'percent'
  | 'age'
  | 'measure';

/** A phrase of a known kind: tokens `from` to `to` (exclusive) of its sentence. */
export interface Fact {
  readonly from: number;
  readonly to: number;
  readonly kind: FactKind;
}

const NAME_LINKS = new Set([
  'of',
  'the',
  'for',
  'and',
  '-',
  "'s",
  'de',
  'al',
  'van',
  'von',
  'bin',
  '&',
]);

/** The names, times and amounts of a sentence, in order, none overlapping another. */
export function findFacts(tokens: readonly Token[]): readonly Fact[] {
  const facts: Fact[] = [];
  for (let at = 0; at < tokens.length; ) {
    const fact = timeAt(tokens, at) ?? amountAt(tokens, at) ?? nameAt(tokens, at);
    if (fact !== null) facts.push(fact);
    at = fact?.to ?? at + 1;
  }
  return facts;
}

/** `Jack Ma`, `Chinese Academy of International Trade`: capitalised, joined by small words. */
function nameAt(tokens: readonly Token[], from: number): Fact | null {
  if (!isNamePart(tokens[from], from)) return null;
  let to = from + 1;
  for (;;) {
    const next = tokens[to];
    if (isNamePart(next, to)) to += 1;
    else if (next !== undefined && next.lower === 'of' && isNamePart(tokens[to + 1], to + 1))
      to += 2;
    else if (
      next !== undefined &&
      NAME_LINKS.has(next.lower) &&
      /^(?:-|&|de|al|van|von|bin)$/u.test(next.lower) &&
      isNamePart(tokens[to + 1], to + 1)
    )
      to += 2;
    else break;
  }
  return { from, to, kind: 'name' };
}

function isNamePart(token: Token | undefined, at: number): boolean {
  if (token === undefined || !/^[\p{Lu}]/u.test(token.text)) return false;
  if (token.tag === 'PROPN') return true;
  return at > 0 && (token.tag === 'NOUN' || token.tag === 'ADJ');
}

/** `yesterday`, `Jan. 20, 2009`, `last week`, `in 1972`, `9 p.m. Thursday`, `the 1990s`. */
function timeAt(tokens: readonly Token[], from: number): Fact | null {
  let to = from;
  while (to < tokens.length && isTimePart(tokens, to, from)) to += 1;
  while (to > from && /^(?:,|at|in|of|on|the|\(|-|and)$/u.test(tokens[to - 1]?.lower ?? ''))
    to -= 1;
  const words = tokens.slice(from, to);
  if (!words.some((token, i) => isTimeCore(token, words[i + 1]))) return null;
  return { from, to, kind: 'time' };
}

function isTimeCore(token: Token, next: Token | undefined): boolean {
  const bare = token.lower.replace(/\.$/u, '');
  if (bare === 'may' || bare === 'march')
    return token.tag === 'PROPN' || /^\d{1,2}(?:st|nd|rd|th)?$/u.test(next?.lower ?? '');
  if (MONTHS.has(bare)) return true;
  return (
    (DAYS.has(bare) && (bare.length > 3 || token.tag === 'PROPN')) ||
    RELATIVE_TIMES.has(bare) ||
    isYear(bare) ||
    /^(?:[ap]\.?m|\d{1,2}[ap]m|\d{1,2}:\d\d|\d0s)$/u.test(bare) ||
    (PARTS_OF_TIME.has(bare) && token.tag === 'NOUN')
  );
}

function isYear(word: string): boolean {
  return /^(?:1[0-9]\d\d|20\d\d)s?$/u.test(word);
}

function isTimePart(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const next = tokens[at + 1];
  if (isTimeCore(token, next)) return !(PARTS_OF_TIME.has(token.lower) && at === from);
  if (at > from && /^(?:,|of|at|in|on|the|-)$/u.test(token.lower))
    return next !== undefined && (isTimeCore(next, tokens[at + 2]) || /^\d{1,4}$/u.test(next.text));
  if (/^\d{1,2}(?:st|nd|rd|th)?$/u.test(token.lower)) {
    const before = tokens[at - 1];
    const near =
      (before !== undefined && isTimeCore(before, token)) ||
      (next !== undefined && isTimeCore(next, tokens[at + 2]));
    return near && !PERCENT_WORDS.has(next?.lower ?? '');
  }
  if (TIME_MODIFIERS.has(token.lower))
    return (
      next !== undefined && (isTimeCore(next, tokens[at + 2]) || TIME_MODIFIERS.has(next.lower))
    );
  return false;
}

/** `$1.2 billion`, `4.5 percent`, `12 to 18 months`, `one million jobs`, `600 miles`, `aged 93`. */
function amountAt(tokens: readonly Token[], from: number): Fact | null {
  const first = tokens[from];
  if (first === undefined) return null;
  const isMoney = /^(?:[A-Z]{0,3}[$£€¥]|usd|eur|gbp|rs\.?)$/iu.test(first.text);
  let to = isMoney ? from + 1 : from;
  if (!isNumber(tokens[to])) return null;
  while (isNumber(tokens[to]) || (isLink(tokens[to]) && isNumber(tokens[to + 1]))) to += 1;
  const unit = tokens[to];
  const lower = unit?.lower ?? '';
  if (isMoney) return { from, to, kind: 'money' };
  if (MONEY_WORDS.has(lower)) return { from, to: to + 1, kind: 'money' };
  if (PERCENT_WORDS.has(lower)) return { from, to: to + 1, kind: 'percent' };
  if (lower === 'per' && tokens[to + 1]?.lower === 'cent')
    return { from, to: to + 2, kind: 'percent' };
  if (isAge(tokens, from, to)) return { from, to, kind: 'age' };
  const at = unit?.tag === 'ADJ' || lower === '-' ? to + 1 : to;
  if (TIME_UNITS.has(tokens[at]?.lower ?? '')) return { from, to: at + 1, kind: 'duration' };
  if (MEASURE_WORDS.has(tokens[at]?.lower ?? '')) return { from, to: at + 1, kind: 'measure' };
  return { from, to, kind: 'count' };
}

function isNumber(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return (
    /^[\d][\d,.]*(?:m|bn|k)?$/u.test(token.lower) ||
    NUMBER_WORDS.has(token.lower) ||
    token.tag === 'NUM'
  );
}

function isLink(token: Token | undefined): boolean {
  return token !== undefined && /^(?:to|-|and|or|,)$/u.test(token.lower);
}

/** `at age 93`, `, 62,`, `27-year-old`, `She was 91.` */
function isAge(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1];
  const after = tokens
    .slice(to, to + 4)
    .map((token) => token.lower)
    .join(' ');
  if (before?.lower === 'age' || before?.lower === 'aged') return true;
  if (/^-? ?years?(?: -)? ?-? ?olds?/u.test(after)) return true;
  const isSmall = /^\d{1,3}$/u.test(tokens[from]?.text ?? '') && to === from + 1;
  const subject = tokens[from - 2];
  const closed = /^(?:[,.;]|and|when)$/u.test(tokens[to]?.text ?? '.');
  const named = subject?.tag === 'PROPN';
  const turned = /^(?:is|was|am|turned|turns)$/u.test(before?.lower ?? '');
  const isSomeone = named || /^(?:he|she|i)$/u.test(subject?.lower ?? '');
  return isSmall && closed && ((named && before?.text === ',') || (isSomeone && turned));
}
