import { type Span, trimSpan } from '../text/span.ts';
import { isDate } from './line-rules.ts';

/** The lines of a text, or its blocks where the lines in them were broken at a width. */
export function findLines(text: string, body: Span): readonly Span[] {
  const found: Span[] = [];
  for (const block of matches(
    text,
    body,
    /(?:[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*(?:\r\n?|\n|$)?)+/g,
  )) {
    const lines = matches(text, block, /[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*/g);
    for (const part of partAtCredits(lines, text)) {
      const [first, last] = [part[0], part.at(-1)];
      if (first === undefined || last === undefined) continue;
      if (isWrapped(part.map((line) => text.slice(line.start, line.end))))
        found.push({ start: first.start, end: last.end });
      else for (const line of part) found.push(line); // a list may be longer than a call takes
    }
  }
  return found.map((span) => trimSpan(text, span)).filter((span) => span.end > span.start);
}

function matches(text: string, within: Span, pattern: RegExp): Span[] {
  return [...text.slice(within.start, within.end).matchAll(pattern)].map((found) => ({
    start: within.start + found.index,
    end: within.start + found.index + found[0].length,
  }));
}

const HEAD = 5; // lines of a block: a headline may be broken, too

/** A byline or date is a line of its own, however long the headline right above it is: what is between is a part. */
function partAtCredits(lines: readonly Span[], text: string): readonly (readonly Span[])[] {
  if (lines.length < 2) return [lines];
  const parts: Span[][] = [[]];
  for (const [i, line] of lines.entries()) {
    const words = i < HEAD ? text.slice(line.start, line.end).trim() : '';
    const isCredit = words !== '' && (CREDIT.test(words) || isDate(words));
    if (isCredit) parts.push([line], []);
    else parts.at(-1)?.push(line);
  }
  return parts;
}

// `By Ann Ode`, `BY ANN ODE AND JO LEE`, `Von Jo Berg`, `By Ann Ode, Science Editor`; not `by Monday the river had`
const CREDIT =
  /^[*_]{0,3}(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|[Dd]oor|[Aa][vf])(?:line)?:?(?: (?:and|AND|und|et|y|e|&|van|von|de|der|da|la|al|bin|of|in|\p{Lu}[\p{L}\p{M}.,’'-]*)){2,9}[*_]{0,3}$/u;

/** Lines broken at a width: all but the last 40–100 long, and hardly any ends where a sentence does. */
function isWrapped(lines: readonly string[]): boolean {
  const broken = lines.slice(0, -1);
  if (broken.length === 0) return false;
  const width = lines.reduce((longest, line) => Math.max(longest, line.length), 0);
  const ends = broken.filter((line) => /[.!?:”"’]\s*$/.test(line)).length;
  return width <= 100 && broken.every((line) => line.length >= 40) && ends * 2 <= broken.length;
}
