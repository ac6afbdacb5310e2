import { isKnownWord } from '../text/tokens.ts';
import { count } from './charsets.ts';

/**
 * Joins a line to what is above it. A hyphen at the line's end is dropped inside a word: where the joined word is used
 * elsewhere in the text, or where a half of it is no word at all: `pil-` `lars`. Else it stays: `well-` `known`,
 * `state-of-the-` `art`, `Jean-` `Luc`, `19-` `year-old`; before `and` as it is written: `two-` `and three-bedroom`.
 */
export function joinLine(paragraph: string, line: string, used: ReadonlySet<string>): string {
  if (paragraph.endsWith('\u00ad')) return paragraph.slice(0, -1) + line;
  const before = /([\p{L}\p{N}'’-]*[\p{L}\p{N}])[-\u2010]$/u.exec(paragraph.slice(-60))?.[1];
  const after = /^[\p{L}\p{N}][\p{L}\p{N}'’]*/u.exec(line)?.[0];
  if (before === undefined || after === undefined || HANGING.test(after))
    return `${paragraph} ${line}`;
  return isOneWord(before, after, used) ? paragraph.slice(0, -1) + line : paragraph + line;
}

const HANGING = /^(?:and|or|to|und|oder|bis|et|ou|en|of)$/;

function isOneWord(before: string, after: string, used: ReadonlySet<string>): boolean {
  const isCased = /\p{Ll}$/u.test(before) ? /^\p{Ll}/u.test(after) : /^\p{Lu}+$/u.test(after);
  if (!isCased || /\d/.test(before + after)) return false;
  const [whole, second] = [before.toLowerCase(), after.toLowerCase()];
  if (used.has(whole + second)) return true;
  if (used.has(`${whole}-${second}`)) return false;
  const first = whole.slice(whole.lastIndexOf('-') + 1); // of `long-await-` `ed` only the end is divided
  if (first !== whole) return isWord(first + second) && !(isWord(first) && isWord(second));
  return !(isWord(first) && isWord(second));
}

/** A word as a dictionary has it, or with an ending: `twelves`. */
function isWord(word: string): boolean {
  const stems = ['s', 'es', 'd', 'ed', 'ing'].flatMap((ending) =>
    word.endsWith(ending) && word.length - ending.length >= SHORTEST
      ? [word.slice(0, -ending.length)]
      : [],
  );
  return [word, ...stems].some(isKnownWord);
}

const SHORTEST = 4; // letters of a stem: fewer are a word by chance

/** The words of a text that are whole within a line, in lower case. */
export function wordsIn(lines: readonly string[]): ReadonlySet<string> {
  const words = lines.flatMap(
    (text) => text.match(/\p{L}[\p{L}'’-]*(?=[^\p{L}'’-])|\p{L}+$/gu) ?? [],
  );
  return new Set(words.map((word) => word.toLowerCase()));
}

const MOST_PARTED = 5_000; // line ends of a file: a long story has dozens
const PARTED =
  /(?<=[^\n]{24})((?<![\p{L}'’-])[\p{L}\p{N}][\p{L}\p{N}'’-]{0,40}-)\r?\n[ \t]*(?=\p{L})(\S+) ?/gu;

/** Joins words that were parted at the ends of lines of 25 letters and more: `by Anne-⏎Marie Holt` → `by Anne-Marie⏎Holt`. */
export function joinHyphens(text: string): string {
  const ends = count(text, /-\r?\n/g);
  if (ends === 0 || ends > MOST_PARTED) return text;
  let used: ReadonlySet<string> | null = null;
  return text.replace(PARTED, (all, before: string, after: string) => {
    used ??= wordsIn(text.split(/\r?\n/));
    const word = joinLine(before, after, used);
    return word.includes(' ') ? all : `${word}\n`;
  });
}
