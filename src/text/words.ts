import type { Span } from './span.ts';
import { unseenClass, withoutUnseen } from './unseen.ts';

/** A run of letters and digits, and what it is alike with. */
export interface Word extends Span {
  /** Lower case, one kind of apostrophe and hyphen, no accents, nothing unseen: for comparing. */
  readonly fold: string;
}

const LETTER = `[\\p{L}\\p{M}\\p{N}]`;
const WORD = new RegExp(
  `${LETTER}+(?:(?:[${unseenClass}]+|[${unseenClass}]*[.,'’‘ʼ\\u2010\\u2011-][${unseenClass}]*)${LETTER}+)*`,
  'gu',
);

/** The words inside a stretch of a text, in order: marks and spaces are none. */
export function readWords(
  text: string,
  within: Span = { start: 0, end: text.length },
): readonly Word[] {
  return [...text.slice(within.start, within.end).matchAll(WORD)].map((found) => ({
    start: within.start + found.index,
    end: within.start + found.index + found[0].length,
    fold: fold(found[0]),
  }));
}

/** A word made comparable: `Kpélé’s` → `kpele's`. */
export function fold(word: string): string {
  if (/^[a-z\d']*$/i.test(word)) return word.toLowerCase(); // most words, and all of this takes time
  return withoutUnseen(word)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .toLowerCase();
}

/** Where `wanted` stands word for word in `words`, as the span from its first to its last word. */
export function findRun(words: readonly Word[], wanted: readonly Word[]): Span | null {
  for (let at = 0; at + wanted.length <= words.length && wanted.length > 0; at += 1) {
    const first = words[at];
    const last = words[at + wanted.length - 1];
    if (first === undefined || last === undefined) return null;
    if (wanted.every((word, i) => word.fold === words[at + i]?.fold)) {
      return { start: first.start, end: last.end };
    }
  }
  return null;
}
