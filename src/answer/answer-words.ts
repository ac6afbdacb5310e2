import type { Span } from '../text/span.ts';

const OPENING = /^[\s,.;:!?)\]}…–—-]+/u;
const CLOSING = /[\s,;:!?([{–—-]+$/u;
const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['"', '"'],
  ['(', ')'],
  ['[', ']'],
];

/**
 * The words as a person would underline them: whole words, without the sentence's punctuation at
 * the ends, and without unpaired quotation marks or brackets.
 */
export function settleWords(text: string, words: Span, sentence: Span): Span {
  let { start, end } = words;
  while (start > sentence.start && isInWord(text, start)) start -= 1;
  while (end < sentence.end && isInWord(text, end)) end += 1;
  for (let changed = true; changed && start < end; ) {
    const cut = text.slice(start, end);
    const before = OPENING.exec(cut)?.[0].length ?? 0;
    const behind = CLOSING.exec(cut)?.[0].length ?? 0;
    const [first, last] = [cut.charAt(0), cut.slice(-1)];
    const isLone = (mark: string, other: string): boolean =>
      mark === other ? cut.split(mark).length === 2 : !cut.includes(other);
    const opens = PAIRS.some(([open, close]) => first === open && isLone(open, close));
    const closes = PAIRS.some(([open, close]) => last === close && isLone(close, open));
    const stops = last === '.' && end >= sentence.end - 1 && !/\.\p{L}\.$/u.test(cut);
    if (before + behind >= cut.length) return words;
    start += before || Number(opens);
    end -= behind || Number(closes || stops);
    changed = before + behind > 0 || opens || closes || stops;
  }
  if (start >= end) return words;
  return withoutPossessive(text, wholeAmount(text, { start, end }, sentence));
}

/** `St. Bride's` of `St. Bride's Hospital` where a hospital is asked for, `Ansel` of `River Ansel`: with what it is. */
export function withItsKind(text: string, { start, end }: Span, kind: string): Span {
  const isKind = (word = ''): boolean => /^\p{Lu}/u.test(word) && word.toLowerCase() === kind;
  const [behind, next] = /^ ([\p{L}-]+)/u.exec(text.slice(end, end + LONGEST_KIND)) ?? [];
  if (isKind(next)) return { start, end: end + (behind ?? '').length };
  const [ahead, last] =
    /([\p{L}-]+) $/u.exec(text.slice(Math.max(0, start - LONGEST_KIND), start)) ?? [];
  return isKind(last) ? { start: start - (ahead ?? '').length, end } : { start, end };
}

const LONGEST_KIND = 24; // characters of a noun, and more

const NUMBER =
  '(?:\\d[\\d,.]*\\d|\\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty)(?:-[a-z]+)?|an?)';
const PART =
  '(?:year|month|week|day|hour|minute|second|foot|feet|inche?|mile|yard|pound|ounce|stone|ft|in|lb|oz|hr|min|sec)s?';
const SUM = '\\d[\\d,.]*(?: ?(?:m|bn|k|million|billion|thousand)\\b)?';

/** Amounts of more than one part, of which no part alone is the amount. */
const AMOUNTS: readonly RegExp[] = [
  // `nine hours and 12 minutes`, `two hours, 21 minutes and four seconds`, `5 feet 11 inches`
  new RegExp(`\\b${NUMBER}[ -]${PART}(?:(?:,|,? and)? ${NUMBER}[ -]${PART})+\\b`, 'giu'),
  // `£8 million to £9 million`; `from £8 million to £9 million` are two
  new RegExp(
    `(?<!\\b(?:from|by|rose|fell|up|down) )([$£€])${SUM}(?:[-–]| to | or )\\1${SUM}(?![\\d%])`,
    'gu',
  ),
  // `a million jobs`, `two and a half million`
  new RegExp(`\\b${NUMBER}(?: and a half)? (?:hundred|thousand|million|billion|dozen)\\b`, 'giu'),
  // `90 km/h`
  /\b\d[\d,.]* ?\p{L}{1,3}\/(?:h|hr|s|sec|min|day|kg|l|m)\b/gu,
];

/** Words that may be part of an amount. */
const TELLS_NUMBER =
  /\p{N}|\b(?:hundred|thousand|million|billion|dozen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}+ty)\b/iu;

/** The words, or with them all of an amount that they are a part of. */
function wholeAmount(text: string, words: Span, sentence: Span): Span {
  if (!TELLS_NUMBER.test(text.slice(words.start, words.end))) return words;
  const cut = text.slice(sentence.start, sentence.end);
  for (const pattern of AMOUNTS)
    for (const { 0: found, index } of cut.matchAll(pattern)) {
      const start = sentence.start + index;
      const end = start + found.length;
      const isPart = start < words.end && words.start < end;
      if (isPart && (words.start > start || words.end < end))
        return { start: Math.min(start, words.start), end: Math.max(end, words.end) };
    }
  return words;
}

/** `Alibaba's` of `Alibaba's founder` is Alibaba, if the text also has that name without its `'s`. */
function withoutPossessive(text: string, { start, end }: Span): Span {
  const bare = /^(.+)['’]s$/su.exec(text.slice(start, end))?.[1];
  if (bare === undefined) return { start, end };
  for (let at = text.indexOf(bare); at >= 0; at = text.indexOf(bare, at + 1))
    if (/^[\s,.;:!?)]/u.test(text.slice(at + bare.length)))
      return { start, end: start + bare.length };
  return { start, end };
}

/** Whether a position is between two letters or digits of one word: `mid|dle`. */
function isInWord(text: string, at: number): boolean {
  return /^[\p{L}\p{N}\p{M}]{2}$/u.test(text.slice(at - 1, at + 1));
}
