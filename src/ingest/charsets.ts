import { analyse } from 'chardet';
import { ALPHABETS, LATIN_LETTERS } from './charset-letters.ts';

/** What windows-1252 has where Latin-1 has control characters: some versions of Node confuse the two. */
const MARKS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The text of some bytes in a charset that is known, what means nothing as U+FFFD. */
export function readAs(charset: string, bytes: Uint8Array): string {
  const text = new TextDecoder(charset).decode(bytes);
  return charset === 'windows-1252' ? withMarks(text) : text;
}

/** Latin-1 as it is meant: in place of its control characters, programs put quotation marks and dashes. */
export function withMarks(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (mark) => MARKS[mark.charCodeAt(0) - 0x80] ?? mark);
}

const SAMPLE = 40_000; // bytes of lines or words that are not ASCII: enough to tell their charset

/**
 * The charset in which some bytes that are no UTF-8 make words, by its decoder's name; null where none surely does.
 * The charsets of East Asia are told by `chardet`, the others by the letters of the languages written in them.
 */
export function tellCharset(bytes: Uint8Array): string | null {
  const text = latinOf(bytes);
  return (
    tellEastAsian(sampleOf(text, /[^\r\n]+/g)) ?? tellByLetters(sampleOf(text, /[a-z\x80-\xff]+/gi))
  );
}

/** Of the lines or words of some bytes those that are not ASCII, wherever the first of them is. */
function sampleOf(text: string, pattern: RegExp): Buffer {
  let sample = '';
  for (const [found] of text.matchAll(pattern)) {
    const at = found.search(/[\x80-\xff]/);
    if (at >= 0) sample += `${found.slice(Math.max(0, at - BEFORE), at + SAMPLE)}\n`;
    if (sample.length > SAMPLE) break;
  }
  return Buffer.from(sample, 'latin1');
}

const BEFORE = 40; // bytes of a line: what is in front matters only where it touches

const EAST_ASIAN: ReadonlySet<string> = new Set([
  'Shift_JIS',
  'EUC-JP',
  'EUC-KR',
  'GB18030',
  'Big5',
]);
const SURE = 80; // of 100: what is read rightly has 100, Thai as Korean 55
const MOST_GLUED = 0.1; // of the letters: `Gr鲞e` is German, read wrongly

/** A charset of two bytes a letter, told from the lines that are not ASCII. */
function tellEastAsian(own: Buffer): string | null {
  const [first] = analyse(own).filter(({ name }) => EAST_ASIAN.has(name));
  if (first === undefined || first.confidence < SURE) return null;
  const text = readAs(first.name, own);
  const letters = count(text, /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu);
  const glued = count(
    text,
    /(?<=[a-z])[\p{sc=Han}\p{sc=Hangul}]|[\p{sc=Han}\p{sc=Hangul}](?=[a-z])/gu,
  );
  const isRead = count(text, /[\ufffd\ue000-\uf8ff]/g) * 100 <= letters;
  return isRead && letters > 0 && glued <= letters * MOST_GLUED ? first.name.toLowerCase() : null;
}

const DEAREST = 3.6; // bits a letter: what is read rightly takes 1 to 3.1, what is not 3.7 to 8
const BAD = 8; // bits: what no word has there
const COMMON_BITS = 2; // `£`, `°`
const RARE_BITS = 3.5; // `¶`, `±`
const RARER = 6; // bits: windows-1252 is 60 times as frequent as any other
const FOREIGN = 6; // a letter of another language in the same alphabet: a name

/** The charset in which what is not ASCII takes the fewest bits; of several that read it alike, the first. */
function tellByLetters(own: Buffer): string | null {
  const signs = own.reduce((sum, byte) => sum + (byte > 0x7f ? 1 : 0), 0);
  let [best, fewest] = ['', Number.POSITIVE_INFINITY];
  for (const [charset, languages] of ALPHABETS) {
    const bits = bitsOf(readAs(charset, own), languages) + (best === '' ? 0 : RARER);
    if (bits < fewest) [best, fewest] = [charset, bits];
  }
  const isSure = fewest - (best === 'windows-1252' ? 0 : RARER) <= signs * DEAREST;
  return isSure && signs > 0 ? best : null;
}

/** Bits that what is beyond ASCII takes, in the language in which there are fewest. */
function bitsOf(text: string, languages: readonly string[]): number {
  const letters = new Map<string, number>();
  let marks = 0;
  for (const [word] of text.matchAll(/[^ \n]*[^\0-\x7f \n][^ \n]*/g)) {
    for (let i = 0; i < word.length; i += 1) {
      const sign = word[i] ?? '';
      if (sign <= '\x7f') continue;
      const isLetter = /[\p{L}\p{M}]/u.test(sign);
      if (!isLetter) marks += bitsOfMark(sign, word, i);
      else if (isOdd(sign, word, i)) marks += BAD;
      else letters.set(sign.toLowerCase(), (letters.get(sign.toLowerCase()) ?? 0) + 1);
    }
  }
  const bits = languages.map((alphabet) =>
    [...letters].reduce((sum, [letter, times]) => sum + times * bitsOfLetter(letter, alphabet), 0),
  );
  return Math.min(...bits) + marks;
}

/** An alphabet has its most frequent letters first. */
function bitsOfLetter(letter: string, alphabet: string): number {
  const rank = alphabet.indexOf(letter);
  if (rank >= 0) return Math.log2(rank + 2);
  return LATIN_LETTERS.has(letter) && LATIN_LETTERS.has(alphabet[0] ?? '') ? FOREIGN : BAD;
}

const PUNCTUATION = /[“”„‘’‚«»‹›–—…\u00ad]/;
const COMMON = /[•·€£¥§©®™°½¼¾²³ªº¿¡№\u00a0]/;
const RARE = /[¶†‡±×÷µ¢¤¦¬‰˜ˆ¨¸¯ƒ]/;

/** Quotation marks and dashes stand at the edges of words; other signs alone. */
function bitsOfMark(mark: string, word: string, at: number): number {
  const [before = ' ', after = ' '] = [word[at - 1], word[at + 1]];
  const isInside = /\p{L}/u.test(before) && /\p{L}/u.test(after);
  if (isInside && !/[’·–—…\u00ad\u00a0]/.test(mark)) return BAD;
  if (PUNCTUATION.test(mark)) return 1;
  const isBeside = [before, after].some((one) => one > '\x7f' && !PUNCTUATION.test(one));
  if (isBeside && mark !== '\u00a0') return BAD;
  if (RARE.test(mark)) return RARE_BITS;
  return COMMON.test(mark) && (/[^¿¡]/.test(mark) || /\p{L}/u.test(after)) ? COMMON_BITS : BAD;
}

function isLetterAt(word: string, at: number): boolean {
  return /\p{L}/u.test(word[at] ?? '');
}

const LONGEST = 40; // letters of a word

/** A letter that no word has there: a capital behind a small letter, one of another script beside it, the same one a third time. */
function isOdd(letter: string, word: string, at: number): boolean {
  const [before = '', after = '', second = ''] = [word[at - 1], word[at + 1], word[at + 2]];
  const isLatin = LATIN.test(letter);
  const isMixed = [before, after].some((one) => /\p{L}/u.test(one) && LATIN.test(one) !== isLatin);
  const isThird = before === letter && word[at - 2] === letter;
  if (isMixed || isThird || word.length > LONGEST) return true;
  if (!/\p{Lu}/u.test(letter)) return /\p{Lu}\p{Lu}$/u.test(word.slice(0, at)) && isLatin === false;
  return (
    /\p{Ll}/u.test(before) ||
    (!isLetterAt(word, at - 1) && /\p{Lu}/u.test(after) && /\p{Ll}/u.test(second)) ||
    (isLatin &&
      !isLetterAt(word, at - 1) &&
      after === '' &&
      word.length === 1 &&
      !/[ÀÉÅÖÓ]/.test(letter))
  );
}

const LATIN = /\p{sc=Latin}/u;

/** Bytes as Latin-1: a letter each. */
export function latinOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** How often a pattern (with `g`) is found, without a list of what: there may be millions. */
export function count(text: string, pattern: RegExp): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) found += 1;
  return found;
}
