import { isMenuWord } from '../text/lexicon/menu-words.ts';
import type { Span } from '../text/span.ts';
import { reasonToSetAside, type SetAside } from './line-rules.ts';
import { reasonInRelease } from './release-lines.ts';
import { findLines } from './wrapped-lines.ts';

/** The lines of a text, their words, why each is set aside by its own words, and which are words of a menu. */
export interface Lines {
  readonly text: string;
  readonly body: Span;
  readonly lines: readonly Span[];
  readonly words: readonly string[];
  readonly own: readonly (SetAside | null)[];
  readonly menus: readonly number[];
}

let last: Lines | undefined; // a text is read twice in a row: for its headline, then for its parts

/** The lines of a text inside `body`, or its blocks where the lines in them were broken at a width. */
export function readLines(text: string, body: Span): Lines {
  if (last?.text === text && last.body.start === body.start && last.body.end === body.end)
    return last;
  const lines = findLines(text, body);
  const words = lines.map((line) => withoutEmphasis(text.slice(line.start, line.end)));
  const own = words.map((line, i) => reasonToSetAside(line, i) ?? reasonInRelease(line));
  const menus = words.flatMap((line, i) => (isMenuWord(line) ? [i] : []));
  last = { text, body, lines, words, own, menus };
  return last;
}

/** `**8.34pm**`, `*Photograph: Jo Lee*`: a line that is set in bold or italics as a whole is judged by its words. */
function withoutEmphasis(line: string): string {
  const [, words] =
    /^(?:\*{1,3}|_{1,3})(?=\p{L}|\p{N}|["“(])([^*]+)(?:\*{1,3}|_{1,3})$/u.exec(line) ?? [];
  const [, label, rest] = /^\*\*([^*]{1,40}:)\*\*( .+)$/u.exec(line) ?? [];
  return words ?? (label !== undefined ? `${label}${rest}` : line);
}
