import type { Span } from '../text/span.ts';
import { fold } from '../text/words.ts';

/** A word or a sign that counts (`%`, `£`), and what it is the same as. */
export interface CheckWord extends Span {
  /** Equal folds are the same word: case, accents, kinds of apostrophe and separators set aside. */
  readonly fold: string;
  /** A hyphen and white space follow: the word may have been broken at a line's end. */
  readonly broken: boolean;
}

// `12,000` and `£12 000` · `6.8`, `U.S`, `don’t` · `%` · the minus of `-5`
const WORD =
  /(?<![^\s(])[-\u2212](?=\p{N})|\p{N}{1,3}(?:[,\s]\p{N}{3})+(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+(?:[.,'’‘ʼ\u00ad\u200b-\u200f\u2060\ufeff]+[\p{L}\p{M}\p{N}]+)*|[%‰$£€¥₹&@#+=°§]/gu;
const BREAK = /^[-\u2010\u2011]\s+\p{Ll}/u;

/** The words inside a stretch of a text; hyphens and dashes of every kind part them. */
export function readCheckWords(text: string, within: Span): readonly CheckWord[] {
  const { start, end } = within;
  // a bracket inside a word joins its parts, `[T]his`, `walk[ed]`; the length stays
  const inside = text
    .slice(start, end)
    .replace(/(?<=[\p{L}\p{N}])[[\]](?=[\p{L}\p{N}])/gu, '\u00ad');
  return [...inside.matchAll(WORD)].map((found) => {
    const from = start + found.index;
    const to = from + found[0].length;
    const broken = BREAK.test(text.slice(to, Math.min(to + 12, end)));
    return { start: from, end: to, fold: foldWord(found[0]), broken };
  });
}

/** `12,000` → `12000`, `U.S` → `us`, `Kpélé’s` → `kpele's`. */
function foldWord(word: string): string {
  const folded = fold(word);
  if (/^\p{N}/u.test(folded)) return folded.replace(/(?<=\p{N})[,\s](?=\p{N}{3}(?!\p{N}))/gu, '');
  return /^\p{L}(?:\.\p{L})+$/u.test(folded) ? folded.replaceAll('.', '') : folded;
}

/** Joins words that a line's end broke in two, where the other text has them whole: `busi- ness`. */
export function joinBroken<T extends CheckWord>(
  words: readonly T[],
  others: readonly CheckWord[],
): readonly T[] {
  if (!words.some(({ broken }) => broken)) return words;
  const known = new Set(others.map(({ fold: other }) => other));
  const joined: T[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const whole = last?.broken ? last.fold + word.fold : '';
    if (last !== undefined && known.has(whole)) {
      joined[joined.length - 1] = { ...last, end: word.end, fold: whole, broken: word.broken };
    } else joined.push(word);
  }
  return joined;
}

/** The words that stand between square brackets, also in part: `[the reefs]`, `[T]his`. */
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
