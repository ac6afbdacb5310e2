import { GREETINGS, PRAISE, SMALL_TALK, THANKS } from '../text/lexicon/talk-words.ts';

/** A word as it stands, then as it may have been meant: `heyyy`, `hey`. */
export type Forms = readonly string[];

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a line in lower case: `thnaks` is also `thanks`, `hahaha` also `haha`. */
export function readTalkWords(line: string): readonly Forms[] {
  const plain = line.toLowerCase().replaceAll('’', "'");
  return [...plain.matchAll(WORD)].map(([word]) => formsOf(word));
}

/** Whether a word in any of its forms is talk, or random keystrokes. */
export function isTalkWord(forms: Forms): boolean {
  return isMash(forms) || forms.some((form) => TALK_WORDS.has(form));
}

const TALK_WORDS: ReadonlySet<string> = new Set([
  ...GREETINGS,
  ...THANKS,
  ...PRAISE,
  ...SMALL_TALK,
]);

const LAUGHTER = /^(?:[bm]?w?a?)?(?:h[aei]|[ae]h|lo|ja|xa|hue){2,}[a-z]?$/u;

function formsOf(word: string): Forms {
  const meant = [BY_LETTERS.get(squeeze(word)), BY_LETTERS.get(shuffle(word))];
  const laughter = LAUGHTER.test(word) ? ['haha'] : [];
  return [word, squeeze(word), ...laughter, ...meant.flatMap((one) => one ?? [])];
}

/** `heyyyy` → `hey`, `hellooo` → `hello`; a double letter stays. */
function squeeze(word: string): string {
  return word.replace(/(\p{L})\1{2,}/gu, '$1').replace(/(?<=[aeiouy]{2})[aeiouy]+$/u, '');
}

const SHORTEST_TYPO = 5; // letters: in shorter words other letters make another word too often

/** The same for words whose letters changed places or doubled: `thnaks`, `hello` and `helo`. */
function shuffle(word: string): string {
  if (word.length < SHORTEST_TYPO - 1) return word;
  const once = word.replace(/(\p{L})\1+/gu, '$1');
  return `${once.charAt(0)}~${[...once.slice(1)].sort().join('')}`;
}

const BY_LETTERS: ReadonlyMap<string, string> = new Map(
  [...TALK_WORDS]
    .filter((word) => word.length >= SHORTEST_TYPO)
    .map((word): [string, string] => [shuffle(word), word]),
);

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((row) => [
  row,
  [...row].reverse().join(''),
]);

/** Random keystrokes: `asdfghjkl`, `jjjjjj`, `qwrtplk`. */
function isMash([word = '']: Forms): boolean {
  if (/^(.{1,3})\1{3,}$/u.test(word)) return true;
  if (!/^[a-z]{4,}$/u.test(word)) return false;
  return ROWS.some((row) => row.includes(word)) || (word.length > 5 && !/[aeiouy]/u.test(word));
}
