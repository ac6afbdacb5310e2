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
  return start < end ? withoutPossessive(text, { start, end }) : words;
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
