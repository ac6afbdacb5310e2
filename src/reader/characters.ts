import { readFileSync } from 'node:fs';

const ASCII = 128;

/**
 * What BERT's uncased tokenizer makes of a character: lower case, without accents; a space for spaces and
 * around ideographs; nothing for controls and marks. `É` → `e`, `\t` → ` `, `各` → ` 各 `, a soft hyphen → ``.
 */
export function foldCharacter(code: number): string {
  known ??= Array.from({ length: ASCII }, (_, ascii) => fold(ascii));
  return known[code] ?? fold(code);
}

let known: readonly string[] | undefined;

/** `“`, `%`, `各`: each is a word of its own. */
export function standsAlone(code: number): boolean {
  const { punctuation, ideographs } = readKinds();
  return isIn(punctuation, code) || isIn(ideographs, code);
}

function fold(code: number): string {
  const { removed, ideographs, decomposed, marks } = readKinds();
  if (isIn(removed, code) || isSurrogate(code)) return '';
  const character = String.fromCodePoint(code);
  if (/\s/.test(character)) return ' ';
  if (code < ASCII) return character.toLowerCase();
  const parts = isIn(decomposed, code) ? [...character.normalize('NFD')] : [character];
  const kept = parts.filter((part) => !isIn(marks, part.codePointAt(0) ?? 0));
  const lower = kept.map((part) => part.toLowerCase()).join(''); // one by one, so that `Σ` never becomes `ς`
  return isIn(ideographs, code) ? ` ${lower} ` : lower;
}

/** Half of a pair alone: it has no place in UTF-8, where it would be U+FFFD, which is removed. */
function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xe000;
}

/** First and one past the last character of each run, in order. */
type Ranges = Int32Array;

type Kind = 'removed' | 'marks' | 'punctuation' | 'ideographs' | 'decomposed';

let kinds: Readonly<Record<Kind, Ranges>> | undefined;

/** The tokenizer's own tables, as `src/train/reader/characters.py` finds them: older than Node's Unicode. */
function readKinds(): Readonly<Record<Kind, Ranges>> {
  if (kinds) return kinds;
  const url = new URL('./characters.json', import.meta.url);
  const text = JSON.parse(readFileSync(url, 'utf8')) as Record<Kind, string>;
  kinds = {
    removed: readRanges(text.removed),
    marks: readRanges(text.marks),
    punctuation: readRanges(text.punctuation),
    ideographs: readRanges(text.ideographs),
    decomposed: readRanges(text.decomposed),
  };
  return kinds;
}

/** `0-8 b` → 0, 9, 11, 12. */
function readRanges(text: string): Ranges {
  const bounds = text.split(' ').flatMap((run) => {
    const [first = '', last = first] = run.split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16) + 1];
  });
  return Int32Array.from(bounds);
}

function isIn(ranges: Ranges, code: number): boolean {
  let [low, high] = [0, ranges.length]; // the count of bounds at or before the character: odd when inside
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] ?? 0) <= code) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}
