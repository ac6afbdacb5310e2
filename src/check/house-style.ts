import { NUMBER_VALUES, SCALES } from '../text/lexicon/figure-words.ts';
import { ONE_SPELLING } from '../text/lexicon/forms.ts';
import {
  APOSTROPHE_MATTERS,
  CURRENCY_SIGNS,
  ORDINALS,
  SCALE_LETTERS,
  SPELLINGS,
  SPELT_AS_BORN,
  UNITS_IN_FULL,
} from '../text/lexicon/house-style.ts';
import type { Span } from '../text/span.ts';
import { spellOneWay } from '../text/stem.ts';

/**
 * What a word is the same as in every spelling and house style: `can't` and `cant`, `two` and `2`,
 * `organised` and `organized`. A capital inside a sentence may be a name: no rule of spelling touches it.
 */
export function keyOf(raw: string, fold: string, opens: boolean): string {
  const number = NUMBER_VALUES.get(fold) ?? ORDINALS.get(fold);
  if (number !== undefined) return String(number);
  const bare = APOSTROPHE_MATTERS.has(fold) ? fold : fold.replaceAll("'", '');
  const isCapital = /^\p{Lu}/u.test(raw);
  if (isCapital && SPELT_AS_BORN.has(bare)) return bare;
  return spellingOf(bare) ?? (isCapital && !opens ? bare : spellOneWay(bare));
}

/** `centre`, `centres`, `centred` → `center`, `centers`, `centerd`; null for a word in no list. */
function spellingOf(word: string): string | null {
  const known = (form: string): string | undefined => SPELLINGS.get(form) ?? ONE_SPELLING.get(form);
  const [, base = '', ending = ''] = /^(.{3,})([sd])$/u.exec(word) ?? [];
  const inflected = known(base);
  return known(word) ?? (inflected === undefined ? null : inflected + ending);
}

/** A range of words in a list that form one unit: `20 per cent`, `£1.2m`. */
export interface Amount {
  readonly from: number;
  readonly to: number;
  readonly key: string;
}

interface Folded extends Span {
  readonly fold: string;
}

/**
 * Numbers of several words with their currency or percent sign, and units after a number:
 * `twenty-one`, `$90` and `90 dollars`, `20%` and `20 per cent`, the `km` of `40km`.
 */
export function findAmounts(text: string, words: readonly Folded[]): readonly Amount[] {
  const amounts: Amount[] = [];
  const line = { text, words };
  for (let at = 0; at < words.length; ) {
    const amount = readAmount(line, at);
    if (amount === null) {
      at += 1;
      continue;
    }
    amounts.push(amount);
    at = amount.to;
    const unit = UNITS_IN_FULL.get(foldAt(line, at));
    if (unit === undefined) continue;
    amounts.push({ from: at, to: at + 1, key: unit });
    at += 1;
  }
  return amounts;
}

interface Line {
  readonly text: string;
  readonly words: readonly Folded[];
}

function readAmount(line: Line, from: number): Amount | null {
  const sign = signBefore(line, from);
  const number = readNumber(line, sign === '' ? from : from + 1, sign !== '');
  if (number === null) return null;
  const { value, to } = number;
  if (sign !== '') return { from, to, key: sign + value };
  const [next, last] = [foldAt(line, to), foldAt(line, to + 1)];
  if (/^(?:%|percent)$/.test(next)) return { from, to: to + 1, key: `${value}%` };
  if (next === 'per' && last === 'cent') return { from, to: to + 2, key: `${value}%` };
  const money = CURRENCY_SIGNS.get(next);
  return money === undefined ? { from, to, key: value } : { from, to: to + 1, key: money + value };
}

/** `£`, `Rs`; '' if there is none before the number. */
function signBefore({ text, words }: Line, at: number): string {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || next === undefined || !/^(?:[£$€¥₹]|rs)$/.test(word.fold)) return '';
  const clings = /^\.?\s?$/.test(text.slice(word.end, next.start));
  return clings && /^\p{N}/u.test(next.fold) ? (CURRENCY_SIGNS.get(word.fold) ?? '') : '';
}

/** The word at a position; '' if more than a space or a hyphen separates it from the one before. */
function foldAt({ text, words }: Line, at: number): string {
  const [before, word] = [words[at - 1], words[at]];
  if (before === undefined || word === undefined) return '';
  return /^\s*[-\u2010\u2011]?\s*$/u.test(text.slice(before.end, word.start)) ? word.fold : '';
}

interface NumberRead {
  readonly value: string;
  readonly to: number;
}

/** `2,150`, `1.2 million`, `two hundred and five`, `half a million`, `a hundred`, and of money `5m`. */
function readNumber(line: Line, from: number, isMoney: boolean): NumberRead | null {
  const first = readFirst(line, from);
  if (first === null) return null;
  const scaleAt = (at: number): number | null =>
    scaleOf(foldAt(line, at)) ?? (first.digits ? letterScale(line, at, isMoney) : null);
  let [sum, value, to] = [0, first.value, first.to];
  for (let least = Number.POSITIVE_INFINITY; ; ) {
    const scale = scaleAt(to);
    if (scale !== null && (scale < least || value < 1000)) {
      value *= scale;
      to += 1;
      least = scale;
      continue;
    }
    const rest = least < Number.POSITIVE_INFINITY && !first.digits ? readRest(line, to) : null;
    const next = rest && scaleAt(rest.to);
    if (rest === null || rest.value >= least || (next !== null && next >= least)) break;
    if (least > 100) [sum, value] = [sum + value, 0];
    value += rest.value;
    to = rest.to;
  }
  const isPlain = first.digits && to === from + 1; // as written: no digit of a long one is lost
  const plain = (line.words[from]?.fold ?? '').replace(/^0(?=\d$)/, ''); // 06:00
  return { value: isPlain ? plain : String(Number((sum + value).toPrecision(12))), to };
}

interface First {
  readonly value: number;
  readonly to: number;
  readonly digits: boolean;
}

function readFirst(line: Line, from: number): First | null {
  const fold = line.words[from]?.fold ?? '';
  if (/^\p{N}+(?:\.\p{N}+)?$/u.test(fold))
    return { value: Number(fold), to: from + 1, digits: true };
  const scaled = (at: number): boolean => scaleOf(foldAt(line, at)) !== null;
  if (fold === 'a' && scaled(from + 1)) return { value: 1, to: from + 1, digits: false };
  if (fold === 'half' && foldAt(line, from + 1) === 'a' && scaled(from + 2)) {
    return { value: 0.5, to: from + 2, digits: false };
  }
  const small = readSmall(line, from, fold);
  return small && { ...small, digits: false };
}

/** The part after a hundred or a thousand: `and five`, `fifty-two`. */
function readRest(line: Line, at: number): { readonly value: number; readonly to: number } | null {
  const from = foldAt(line, at) === 'and' ? at + 1 : at;
  return readSmall(line, from, foldAt(line, from));
}

/** A number below a hundred in words: `seven`, `twenty-one`. */
function readSmall(
  line: Line,
  at: number,
  fold: string,
): { readonly value: number; readonly to: number } | null {
  const value = NUMBER_VALUES.get(fold);
  if (value === undefined) return null;
  const ones = NUMBER_VALUES.get(foldAt(line, at + 1)) ?? 0;
  const joins = value >= 20 && ones > 0 && ones < 10;
  return joins ? { value: value + ones, to: at + 2 } : { value, to: at + 1 };
}

/** `dozen` multiplies too, but is never printed as a figure. */
function scaleOf(fold: string): number | null {
  return fold === 'dozen' ? null : (SCALES.get(fold) ?? null);
}

/** `£5m`, `30k`: a letter attached to its number; `40m` alone are metres. */
function letterScale({ words }: Line, at: number, isMoney: boolean): number | null {
  const [before, word] = [words[at - 1], words[at]];
  if (before === undefined || word === undefined || before.end !== word.start) return null;
  return isMoney || word.fold === 'k' ? (SCALE_LETTERS.get(word.fold) ?? null) : null;
}
