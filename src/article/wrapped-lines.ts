import { type Span, trimSpan } from '../text/span.ts';
import { isDate } from './line-rules.ts';

/** The lines of a text, or its paragraphs where their lines were broken at a width. */
export function findLines(text: string, body: Span): readonly Span[] {
  const blocks = matches(
    text,
    body,
    /(?:[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*(?:\r\n?|\n|\u2028|$)?)+/g,
  ).map((block) => readLines(text, block));
  const width = widthOf(text, blocks);
  const found: Span[] = [];
  for (const lines of blocks) {
    for (const part of partAtCredits(lines, text)) {
      const filled = width === null ? part : joinFilled(part, text, width);
      if (filled.length < part.length) found.push(...filled);
      else if (isWrapped(part.map((line) => text.slice(line.start, line.end))))
        found.push(...joined(part));
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

/** The lines of a block. A line break by hand (U+2028) inside a sentence does not end one. */
function readLines(text: string, block: Span): readonly Span[] {
  if (!/[\r\n\u2028]./.test(text.slice(block.start, block.end))) return [block]; // as most are
  const lines: Span[] = [];
  for (const line of matches(text, block, /[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*/g)) {
    const last = lines.at(-1);
    const isSoft =
      last !== undefined &&
      text[line.start - 1] === '\u2028' &&
      last.end - last.start >= NARROWEST &&
      !SENTENCE_END.test(text.slice(last.start, last.end));
    if (isSoft) lines[lines.length - 1] = { start: last.start, end: line.end };
    else lines.push(line);
  }
  return lines;
}

const SENTENCE_END = /[.!?…:]["”’'»)\]]*\s*$/; // not `so did we,”`, behind which `said Ann Ode` may follow

function joined(part: readonly Span[]): readonly Span[] {
  const [first, last] = [part[0], part.at(-1)];
  return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
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
  const ends = broken.filter((line) => SENTENCE_END.test(line)).length;
  return (
    width <= 100 && broken.every((line) => line.length >= NARROWEST) && ends * 2 <= broken.length
  );
}

const NARROWEST = 40;

const [LEAST, MOST] = [28, 200]; // letters of the width that a whole text is broken at
const FEWEST_BREAKS = 3;
const USUAL = 0.9; // of the lines are no longer than the width

/**
 * The width that a whole text was broken at, whatever it is; null for none. Its lines are as full as they can be: the
 * first word of the next one had no room. Most of these go on in the middle of a sentence, and what is not full ends one.
 */
function widthOf(text: string, blocks: readonly (readonly Span[])[]): number | null {
  const breaks = blocks.flatMap((lines) =>
    lines.slice(1).map((line, i) => readBreak(text, lines[i] ?? line, line)),
  );
  const longest = breaks.reduce((most, { length, next }) => Math.max(most, length, next), 0);
  const lengths = breaks.map(({ length }) => length).toSorted((a, b) => a - b);
  // a word that was parted at a line's end and joined again makes a line a little longer than the others
  const width = lengths[Math.floor(lengths.length * USUAL)] ?? 0;
  if (breaks.length < FEWEST_BREAKS || width < LEAST || longest > MOST) return null;
  const full = breaks.filter((one) => isFull(one, width));
  const going = full.filter(({ goesOn }) => goesOn);
  const open = breaks.filter((one) => !isFull(one, width) && !one.ends);
  const isBroken =
    full.length * 2 >= breaks.length &&
    going.length * 5 >= full.length * 2 &&
    open.length * 5 <= breaks.length;
  return isBroken ? width : null;
}

interface Break {
  readonly length: number;
  /** Letters of the line below, and of its first word. */
  readonly next: number;
  readonly word: number;
  readonly ends: boolean;
  /** Whether the line below begins in the middle of a sentence. */
  readonly goesOn: boolean;
  readonly isIndented: boolean;
}

function readBreak(text: string, above: Span, below: Span): Break {
  const [line, next] = [above, below].map(({ start, end }) => text.slice(start, end).trimEnd());
  const [indent = '', word = ''] = /^\s*(?=(\S*))/.exec(next ?? '') ?? [];
  return {
    length: line?.length ?? 0,
    next: next?.length ?? 0,
    word: word.length,
    ends: SENTENCE_END.test(line ?? ''),
    goesOn: /^\s*\p{Ll}/u.test(next ?? ''),
    isIndented: indent.length > (/^\s*/.exec(line ?? '')?.[0].length ?? 0),
  };
}

function isFull({ length, word }: Break, width: number): boolean {
  return length + 1 + word > width;
}

/** Paragraphs of a text that is broken at a width throughout: a line that is not full ends one, an indent begins one. */
function joinFilled(part: readonly Span[], text: string, width: number): readonly Span[] {
  const paragraphs: Span[] = [];
  for (const [i, line] of part.entries()) {
    const above = part[i - 1];
    const last = paragraphs.at(-1);
    const at = above === undefined ? null : readBreak(text, above, line);
    if (at === null || last === undefined || at.isIndented || !isFull(at, width))
      paragraphs.push(line);
    else paragraphs[paragraphs.length - 1] = { start: last.start, end: line.end };
  }
  return paragraphs;
}
