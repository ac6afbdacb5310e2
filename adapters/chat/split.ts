import type { Span } from '../../src/index.ts';

/**
 * Cuts a text into spans, each at most `limit` UTF-16 units long once written: between
 * lines or words where it can, inside a word only when the word alone is too long, and then between
 * whole characters. White space at a cut is left out; nothing else is.
 */
export function splitToFit(
  text: string,
  limit: number,
  write: (span: Span) => string,
): readonly Span[] {
  const spans: Span[] = [];
  let start = skipSpace(text, 0);
  while (start < text.length) {
    const end = endOfPiece(text, start, (at) => write({ start, end: at }).length <= limit);
    spans.push({ start, end });
    start = skipSpace(text, end);
  }
  return spans;
}

/** The furthest good place to cut that fits; at least one character, so that it terminates. */
function endOfPiece(text: string, start: number, fits: (end: number) => boolean): number {
  if (fits(text.length)) return text.length;
  const furthest = findFurthest(start, text.length, fits);
  return lastBreak(text, start, furthest) ?? wholeCharacters(text, start, furthest);
}

/** The largest end that fits, by halving: what is written grows with what is cut. */
function findFurthest(start: number, end: number, fits: (end: number) => boolean): number {
  let fitting = start;
  let tooFar = end;
  while (tooFar - fitting > 1) {
    const middle = (fitting + tooFar) >> 1;
    if (fits(middle)) fitting = middle;
    else tooFar = middle;
  }
  return fitting;
}

/** The end of the last line, else of the last word, that ends at or before `furthest`. */
function lastBreak(text: string, start: number, furthest: number): number | null {
  const piece = text.slice(start, furthest + 1); // a space right after the piece is a break as well
  const line = piece.lastIndexOf('\n');
  if (line > piece.length / 2) return start + line;
  const word = piece.search(/\s\S*$/);
  return word > 0 ? start + word : null;
}

/** The last end at or before `furthest` that splits no character as people see them. */
function wholeCharacters(text: string, start: number, furthest: number): number {
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(
    text.slice(start, furthest + GRAPHEME),
  );
  const boundary = segments.containing(furthest - start)?.index ?? 0;
  return start + (boundary || Math.max(1, furthest - start));
}

const GRAPHEME = 32; // UTF-16 units to look past the cut: longer than any emoji in use

function skipSpace(text: string, start: number): number {
  const at = text.slice(start).search(/\S/);
  return at < 0 ? text.length : start + at;
}
