import { HYPHEN_MATTERS } from '../text/lexicon/house-style.ts';
import type { Span } from '../text/span.ts';
import { fold } from '../text/words.ts';
import { findAmounts, keyOf } from './house-style.ts';

/** A word, a significant sign (`&`, `°`) or an amount (`20 per cent`), and its key for equality. */
export interface CheckWord extends Span {
  /** Lower case, without accents, with one kind of apostrophe: for looking it up. */
  readonly fold: string;
  /** Equal keys are the same word, in whatever spelling or house style. */
  readonly key: string;
  /** As written, apart from typesetting; equal prints are the same word to the letter. */
  readonly print: string;
  /** Whether it begins a sentence or a quotation, where a capital means nothing. */
  readonly opens: boolean;
  /** What ties it to the next word: a hyphen, one at a line's end (it may be one word), or nothing. */
  readonly tie: '' | '-' | 'broken';
}

// `12,000` and `£12 000` · `40` of `40km` · `6.8`, `U.S`, `don’t` · `%` · the minus of `-5`
const WORD =
  /(?<![^\s(])[-\u2212](?=\p{N})|\p{N}{1,3}(?:[,\s]\p{N}{3})+(?![\p{L}\p{N}])|\p{N}+(?:[.,]\p{N}+)*(?=(?:km|kg|cm|mm|mn?|bn?|tn|k|p|[ap]m|ft|hrs?)(?![\p{L}\p{N}]))|[\p{L}\p{M}\p{N}]+(?:(?:[.,'’‘ʼ]|[\u00ad\u200b-\u200f\u2060\ufeff]+[.,'’‘ʼ]?)[\u00ad\u200b-\u200f\u2060\ufeff]*[\p{L}\p{M}\p{N}]+)*|[%‰$£€¥₹&@#+=°§]/gu;
const BROKEN = /^[-\u2010\u2011]\s+\p{Ll}/u;
const TIED = /^[-\u2010\u2011\u2013](?=[\p{L}\p{N}])/u;
const OPENING = /(?:^|[.!?…]\s*|["“‘'«([]\s*)$/u;

/** The words inside a stretch of a text; hyphens and dashes of every kind separate them. */
export function readCheckWords(text: string, within: Span): readonly CheckWord[] {
  const { start, end } = within;
  // a bracket inside a word joins its parts, `[T]his`, `walk[ed]`; the length stays
  const inside = text
    .slice(start, end)
    .replace(/(?<=[\p{L}\p{N}])[[\]](?=[\p{L}\p{N}])/gu, '\u00ad');
  const words = [...inside.matchAll(WORD)].map(({ 0: raw, index }, i): CheckWord => {
    const [from, to] = [start + index, start + index + raw.length];
    const behind = text.slice(to, Math.min(to + 12, end));
    const opens = i === 0 || OPENING.test(text.slice(Math.max(0, from - 4), from));
    const folded = foldWord(raw);
    return {
      start: from,
      end: to,
      fold: folded,
      key: keyOf(raw, folded, opens),
      print: printOf(raw),
      opens,
      tie: BROKEN.test(behind) ? 'broken' : TIED.test(behind) ? '-' : '',
    };
  });
  return joinAmounts(text, words);
}

/** `12,000` → `12000`, `U.S` → `us`, `Kpélé’s` → `kpele's`. */
function foldWord(word: string): string {
  const folded = fold(word);
  if (/^\p{N}/u.test(folded)) return folded.replace(/(?<=\p{N})[,\s](?=\p{N}{3}(?!\p{N}))/gu, '');
  return /^\p{L}(?:\.\p{L})+$/u.test(folded) ? folded.replaceAll('.', '') : folded;
}

function printOf(raw: string): string {
  return raw.normalize('NFC').replaceAll('\u00ad', '').replace(/[’‘ʼ]/g, "'").replace(/\s+/g, ' ');
}

/** `20`, `per`, `cent` are one word: so they align with `20%`, and a change of either is one change. */
function joinAmounts(text: string, words: readonly CheckWord[]): readonly CheckWord[] {
  const joined: CheckWord[] = [];
  let done = 0;
  for (const { from, to, key } of findAmounts(text, words)) {
    const [first, last] = [words[from], words[to - 1]];
    if (first === undefined || last === undefined) continue;
    joined.push(...words.slice(done, from));
    joined.push(
      first === last
        ? { ...first, key }
        : { ...last, ...spanOf(text, first, last), fold: key, key, opens: first.opens },
    );
    done = to;
  }
  return [...joined, ...words.slice(done)];
}

function spanOf(text: string, { start }: Span, { end }: Span): Span & { readonly print: string } {
  return { start, end, print: printOf(text.slice(start, end)) };
}

/**
 * Joins hyphenated words, also at a line's end, if the other text has them whole:
 * `busi- ness`, `re-booked`.
 */
export function joinTied<T extends CheckWord>(
  words: readonly T[],
  others: readonly CheckWord[],
): readonly T[] {
  if (!words.some(({ tie }) => tie !== '')) return words;
  const known = new Set(others.map(({ key }) => key));
  const joined: T[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const whole = last === undefined ? null : tied(last, word);
    if (last !== undefined && whole !== null && known.has(whole.key)) {
      joined[joined.length - 1] = { ...last, ...whole, end: word.end, tie: word.tie };
    } else joined.push(word);
  }
  return joined;
}

function tied(
  { fold, print, tie, opens }: CheckWord,
  next: CheckWord,
): Pick<CheckWord, 'fold' | 'key' | 'print'> | null {
  const whole = fold + next.fold;
  if (tie === '' || !/^\p{L}+$/u.test(whole)) return null;
  if (tie === '-' && HYPHEN_MATTERS.has(whole)) return null;
  const joined = print + (tie === '-' ? '-' : '') + next.print;
  return { fold: whole, key: keyOf(joined, whole, opens), print: joined };
}

/** Whether two words are the same to the letter, ignoring a capital that only begins a sentence. */
export function isPrintedAlike(a: CheckWord, b: CheckWord): boolean {
  return a.print === b.print || ((a.opens || b.opens) && lowerFirst(a) === lowerFirst(b));
}

function lowerFirst({ print }: CheckWord): string {
  return print.charAt(0).toLowerCase() + print.slice(1);
}

/** The words in square brackets, wholly or in part: `[the reefs]`, `[T]his`. */
export function findBracketed<T extends Span>(
  text: string,
  within: Span,
  words: readonly T[],
): ReadonlySet<T> {
  const brackets = [...text.slice(within.start, within.end).matchAll(/\[[^[\]]*\]/gu)];
  if (brackets.length === 0) return new Set();
  const inside = words.filter((word) =>
    brackets.some(({ index, 0: { length } }) => {
      const start = within.start + index;
      return start < word.end && word.start < start + length;
    }),
  );
  return new Set(inside);
}
