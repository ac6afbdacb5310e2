import { ENGLISH_WORDS, FOREIGN_WORDS } from './lexicon/language-words.ts';

const READ = 3_000; // UTF-16 units: more of a text adds nothing
const FEWEST = 2; // too short to tell: `por favor`
const MOST_MIXED = 1.5; // an English story may quote a good deal in another language
const SHORT = 12; // words
const SOME = 20; // words: no English text of so many lacks every small word
const LONG = 40; // words
const LEAST_ENGLISH = 0.08; // English texts have 0.11 and more, languages not listed mostly under 0.08

/**
 * Whether a text is English. It is unless its letters are mostly not Latin, the small words of other languages
 * outnumber those of English, or a text of some length has hardly any of English.
 */
export function isEnglish(text: string): boolean {
  const read = text.slice(0, READ);
  const letters = count(read, /\p{L}/gu);
  if (count(read, /\p{Script=Latin}/gu) * 2 < letters) return false;
  const words = read.match(/(?<![\p{L}\p{M}])[\p{L}\p{M}]+/gu) ?? [];
  const english = words.filter((word) => ENGLISH_WORDS.has(word.toLowerCase())).length;
  // those in lower case only: `Les Halles`, `El País` are names in English, too
  const foreign = words.filter((word) => FOREIGN_WORDS.has(word)).length;
  const isTold = foreign >= FEWEST || (foreign > 0 && words.length >= SHORT);
  if (isTold && foreign > english * MOST_MIXED) return false;
  if (words.length >= SOME && english === 0) return false;
  return words.length < LONG || english / words.length >= LEAST_ENGLISH;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
