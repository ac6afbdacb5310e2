import { CONTRACTED_NOT, CONTRACTED_VERBS, SUBJECTS } from '../text/lexicon/house-style.ts';
import { keyOf } from './house-style.ts';
import type { CheckWord } from './quoted-words.ts';

/**
 * Joins the two words of what the other text contracts, so that they are one word in both: `he is` where it has
 * `he's`, `do not` where it has `don't`. Where `he's` may be either of two, and both stand there, neither is joined.
 */
export function joinContracted<T extends CheckWord>(
  words: readonly T[],
  others: readonly CheckWord[],
): readonly T[] {
  if (!words.some(isShort) && !others.some(isShort)) return words;
  const short = new Set([...words, ...others].filter(isShort).map(({ fold }) => fold));
  const pairs = new Set([...pairsOf(words), ...pairsOf(others)]);
  const joined: T[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const pair = last === undefined ? null : pairOf(last, word);
    const fold = pair === null ? undefined : contract(pair);
    if (last === undefined || fold === undefined || !short.has(fold) || isEither(fold, pairs)) {
      joined.push(word);
      continue;
    }
    const print = `${last.print} ${word.print}`;
    const whole = { fold, key: keyOf(fold, fold, true), print, start: last.start };
    joined[joined.length - 1] = { ...word, ...whole, opens: last.opens };
  }
  return joined;
}

function isShort({ fold }: CheckWord): boolean {
  return fold.includes("'") || fold === 'cannot';
}

/** Two words that may be contracted, with no more than a space between them: `he is`. */
function pairOf(last: CheckWord, word: CheckWord): string | null {
  if (word.fold !== 'not' && !CONTRACTED_VERBS.has(word.fold)) return null;
  return last.end + 1 === word.start && last.tie === '' ? `${last.fold} ${word.fold}` : null;
}

function pairsOf(words: readonly CheckWord[]): readonly string[] {
  return words.flatMap((word, i) => {
    const last = words[i - 1];
    return (last === undefined ? null : pairOf(last, word)) ?? [];
  });
}

/** `he is` → `he's`, `do not` → `don't`. */
function contract(pair: string): string | undefined {
  const [first = '', second = ''] = pair.split(' ');
  if (second === 'not') return CONTRACTED_NOT.get(first);
  const ending = SUBJECTS.has(first) ? CONTRACTED_VERBS.get(second) : undefined;
  return ending === undefined ? undefined : first + ending;
}

/** Whether two different pairs that stand there have the same short form: `he is`, `he has`. */
function isEither(fold: string, pairs: ReadonlySet<string>): boolean {
  let found = 0;
  for (const pair of pairs) if (contract(pair) === fold) found += 1;
  return found > 1;
}
