import type { Span } from './span.ts';

/**
 * Characters that are invisible and change no word: soft hyphens, joiners, direction marks, a byte
 * order mark inside the text.
 */
const UNSEEN =
  '\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufeff';

/** For a class of characters in a pattern: a word may hold them, and is the same word. */
export const unseenClass = UNSEEN;

/** Between letters that are not Latin, and in emoji, joiners are visible: they separate and join glyphs. */
const ALL = new RegExp(
  `(?:(?![\\u200c\\u200d])[${UNSEEN}]|(?<=[\\p{Script=Latin}])[\\u200c\\u200d](?=\\p{Script=Latin}))+`,
  'gu',
);

const ANY = new RegExp(`[${UNSEEN}]`); // a look, as hardly a text has one

/** A text without its unseen characters: `har\u00adbour` → `harbour`. */
export function withoutUnseen(text: string): string {
  return ANY.test(text) ? text.replace(ALL, '') : text;
}

/**
 * A text as it is seen, and where a stretch of it stands in the text itself: what is found in the one is
 * cut from the other.
 */
export function seeThrough(text: string): {
  readonly seen: string;
  readonly spanOf: (start: number, end: number) => Span;
} {
  const seen = withoutUnseen(text);
  if (seen.length === text.length) return { seen, spanOf: (start, end) => ({ start, end }) };
  const places = new Uint32Array(seen.length + 1);
  let at = 0;
  let from = 0;
  const fill = (until: number): void => {
    for (let i = from; i < until; i += 1, at += 1) places[at] = i;
  };
  for (const { 0: run, index } of text.matchAll(ALL)) {
    fill(index);
    from = index + run.length;
  }
  fill(text.length);
  const place = (i: number): number => places[i] ?? text.length;
  return {
    seen,
    spanOf: (start, end) => ({
      start: place(start),
      end: end > start ? place(end - 1) + 1 : place(start),
    }),
  };
}
