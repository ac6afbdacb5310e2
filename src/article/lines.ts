import { isMenuWord } from '../text/lexicon/menu-words.ts';
import { type Span, trimSpan } from '../text/span.ts';
import { isByline, reasonToSetAside, type SetAside } from './line-rules.ts';
import { reasonInRelease } from './release-lines.ts';

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
  const lines = findBlocks(text, body);
  const words = lines.map((line) => withoutEmphasis(text.slice(line.start, line.end)));
  const own = words.map((line, i) => reasonToSetAside(line, i) ?? reasonInRelease(line));
  const menus = words.flatMap((line, i) => (isMenuWord(line) ? [i] : []));
  last = { text, body, lines, words, own, menus };
  return last;
}

/** The lines of a text, or its blocks where the lines in them were broken at a width. */
function findBlocks(text: string, body: Span): readonly Span[] {
  const found: Span[] = [];
  for (const block of matches(
    text,
    body,
    /(?:[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*(?:\r\n?|\n|$)?)+/g,
  )) {
    if (!/[\r\n]./.test(text.slice(block.start, block.end))) {
      found.push(block); // a line between blank ones, as most are
      continue;
    }
    const lines = matches(text, block, /[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*/g);
    if (isWrapped(lines.map((line) => text.slice(line.start, line.end)))) found.push(block);
    else for (const line of lines) found.push(line); // a list may be longer than a call takes
  }
  return found.map((span) => trimSpan(text, span)).filter((span) => span.end > span.start);
}

function matches(text: string, within: Span, pattern: RegExp): Span[] {
  return [...text.slice(within.start, within.end).matchAll(pattern)].map((found) => ({
    start: within.start + found.index,
    end: within.start + found.index + found[0].length,
  }));
}

/** `**8.34pm**`, `*Photograph: Jo Lee*`: a line that is set in bold or italics as a whole is judged by its words. */
function withoutEmphasis(line: string): string {
  const [, words] =
    /^(?:\*{1,3}|_{1,3})(?=\p{L}|\p{N}|["“(])([^*]+)(?:\*{1,3}|_{1,3})$/u.exec(line) ?? [];
  const [, label, rest] = /^\*\*([^*]{1,40}:)\*\*( .+)$/u.exec(line) ?? [];
  return words ?? (label !== undefined ? `${label}${rest}` : line);
}

/** Lines broken at a width: all but the last 40–100 long, and hardly any ends where a sentence does. */
function isWrapped(lines: readonly string[]): boolean {
  const broken = lines.slice(0, -1);
  if (broken.length === 0) return false;
  if (lines.some((line, i) => i > 0 && isByline(line.trim()))) return false; // under a headline
  const width = lines.reduce((longest, line) => Math.max(longest, line.length), 0);
  const ends = broken.filter((line) => /[.!?:”"’]\s*$/.test(line)).length;
  return width <= 100 && broken.every((line) => line.length >= 40) && ends * 2 <= broken.length;
}
