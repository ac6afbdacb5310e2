import { findQuotations } from '../text/quotations.ts';
import { type Span, trimSpan } from '../text/span.ts';
import { type CheckWord, findBracketed, readCheckWords } from './quoted-words.ts';

/** A word of a quotation; `marked` where the quoter put it between square brackets. */
export interface QuotedWord extends CheckWord {
  readonly marked: boolean;
}

/** A quotation to be checked. Spans refer to `text`. */
export interface QuotedText {
  readonly text: string;
  readonly span: Span;
  readonly words: readonly QuotedWord[];
  /** Where the quoter marked that words were left out. */
  readonly omissions: readonly Span[];
}

const MOST_QUOTATIONS = 5; // checked at a time
const LONGEST = 600; // words: no quotation is longer, and checks stay quick

/**
 * The quotations in what was typed: one that fills it, each of several in a message (at most five),
 * or all of it if it has no quotation marks.
 */
export function readQuotations(typed: string): readonly QuotedText[] {
  const whole = trimSpan(typed, { start: 0, end: typed.length });
  return findTyped(typed, whole)
    .map((span) => readQuoted(typed, span))
    .filter(({ words }) => words.length > 0)
    .slice(0, MOST_QUOTATIONS);
}

const OPENING = /^[\s]*(?:''|``|[“”„‟«»"‘’‚‹›'])/u;
const CLOSING = /(?:''|[“”«»"‘’‹›'])[\s.,;:?!…]*$/u;

function findTyped(typed: string, whole: Span): readonly Span[] {
  const found = findQuotations(typed, whole).filter(({ inner }) => hasWord(typed, inner));
  const marked = OPENING.test(typed) && CLOSING.test(typed);
  const outside = (at: number, until: number): boolean => hasWord(typed, { start: at, end: until });
  const tiled = found.length > 1 && found[0]?.start === whole.start;
  if (marked && !(tiled && !outside(found.at(-1)?.end ?? 0, whole.end))) {
    const [only] = found;
    const fills = found.length === 1 && only?.closed && only.start === whole.start;
    if (fills && !outside(only.end, whole.end)) return [only.inner];
    return [withoutMarks(typed, whole)];
  }
  return found.length === 0 ? [withoutMarks(typed, whole)] : found.map(({ inner }) => inner);
}

/** The words without a mark at either end, even an unpaired one. */
function withoutMarks(typed: string, whole: Span): Span {
  const before = OPENING.exec(typed.slice(whole.start, whole.end))?.[0].length ?? 0;
  const inner = typed.slice(whole.start + before, whole.end);
  const after = CLOSING.exec(inner)?.[0].length ?? 0;
  const span = { start: whole.start + before, end: whole.end - after };
  return hasWord(typed, span) ? span : whole;
}

function hasWord(text: string, { start, end }: Span): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(start, end));
}

const OMISSION =
  /\[\s*(?:…|\.(?:\s*\.)+)\s*\]|\(\s*(?:…|\.(?:\s*\.)+)\s*\)|…|\.{3,}|\.(?:\s\.){2,}/gu;

/** Reads the words and the marks: `This is […] a sign [of that]`, `[T]his`, `walk[ed]`. */
function readQuoted(typed: string, span: Span): QuotedText {
  const omissions = [...typed.slice(span.start, span.end).matchAll(OMISSION)].map((found) =>
    shifted(found, span.start),
  );
  const words = readCheckWords(typed, span).slice(0, LONGEST);
  const marked = findBracketed(typed, span, words);
  return {
    text: typed,
    span,
    words: words.map((word) => ({ ...word, marked: marked.has(word) })),
    omissions,
  };
}

function shifted(found: RegExpMatchArray, by: number): Span {
  const start = by + (found.index ?? 0);
  return { start, end: start + found[0].length };
}
