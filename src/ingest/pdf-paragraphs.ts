import { joinLine, wordsIn } from './hyphens.ts';

/** A line of a page, and where it stands, in points from the page's lower left corner. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly bottom: number;
  readonly height: number;
}

const WIDE_GAP = 1.7; // line heights between the feet of two lines: usual leading is 1.2 to 1.5
const INDENT = 0.8; // line heights
const COLUMN_UP = 4; // line heights: so far up stands the head of the next column

// `7`, `Page 3 of 7`, `– 3 –`, `3/7`
const PAGE_NUMBER =
  /^[–—|-]?\s*(?:p(?:age|\.)?\s*|seite\s*)?\d{1,4}(?:\s*(?:\/|of|von|de|di)\s*\d{1,4})?\s*[–—|-]?$/i;

/**
 * Joins lines to paragraphs: a wider gap, an indent or another size of letters begins a new one, and
 * so does what follows a line that ends a sentence early. Lines that stand on every page are left out.
 */
export function readPdfParagraphs(pages: readonly (readonly PdfLine[])[]): readonly string[] {
  const running = findRunning(pages);
  const used = wordsIn(pages.flat().map(({ text }) => text));
  const paragraphs: string[] = [];
  let last: PdfLine | null = null;
  for (const page of pages) {
    const lines = withoutNotes(
      page.filter((line) => !running.has(keyOf(line)) && !PAGE_NUMBER.test(line.text)),
    );
    const widest = Math.max(0, ...lines.map((line) => line.text.length));
    const gap = usualGap(lines);
    for (const [i, line] of lines.entries()) {
      const opens: boolean =
        last === null || (i === 0 ? endsSentence(last) : beginsParagraph(last, line, widest, gap));
      if (opens) paragraphs.push(line.text);
      else paragraphs.push(joinLine(paragraphs.pop() ?? '', line.text, used));
      last = line;
    }
  }
  return paragraphs;
}

function beginsParagraph(last: PdfLine, line: PdfLine, widest: number, gap: number): boolean {
  const down = last.bottom - line.bottom;
  const isOtherSize = Math.abs(last.height - line.height) > 1;
  if (down < -line.height * COLUMN_UP) return isOtherSize || endsSentence(last);
  const isFar = down > Math.max(line.height * WIDE_GAP, gap * 1.25) || down < -line.height;
  const isIndented = line.left - last.left > line.height * INDENT && endsSentence(last);
  const endedEarly = endsSentence(last) && last.text.length < widest * 0.7;
  return isOtherSize || isFar || isIndented || endedEarly;
}

/** The distance of lines inside a paragraph, the smallest but a few: double-spaced pages have wide ones throughout. */
function usualGap(lines: readonly PdfLine[]): number {
  const gaps = lines.slice(1).map((line, i) => (lines[i]?.bottom ?? line.bottom) - line.bottom);
  const heights = lines.map(({ height }) => height);
  const least = Math.min(...heights) * 0.8; // below it stand parts of one line
  const sorted = gaps.filter((gap) => gap > least).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 5)] ?? 0;
}

function endsSentence({ text }: PdfLine): boolean {
  return /[.!?:]["”’')\]]*$/.test(text);
}

const NOTE = /^(?:\d{1,2}|[*†‡§])[.)]?\s?\S/;
const SMALL = 0.85; // of the usual height: notes are set in 8 points under 10 or 11

/** Footnotes stand at the foot of a page in smaller letters, each behind its mark. */
function withoutNotes(lines: readonly PdfLine[]): readonly PdfLine[] {
  const usual = usualHeight(lines);
  const last = lines.findLastIndex(({ height }) => height > usual * SMALL);
  const first = lines.findIndex(
    ({ text, bottom }, i) => i > last && NOTE.test(text) && bottom < (lines[last]?.bottom ?? 0),
  );
  return last < 0 || first < 0 ? lines : lines.slice(0, first);
}

/** The height that most letters of a page have. */
function usualHeight(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const { height, text } of lines)
    letters.set(height, (letters.get(height) ?? 0) + text.length);
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

const FEWEST_PAGES = 3; // with the same line, wherever it stands
const EDGE = 2; // lines at the top and the foot of two pages

/** Heads and feet: the same words at the same height on three pages or more, or at the edges of all of two. */
function findRunning(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const isShort = pages.length === 2;
  for (const page of pages) {
    const lines = page.toSorted((a, b) => a.bottom - b.bottom);
    const edges = isShort ? [...lines.slice(0, EDGE), ...lines.slice(EDGE).slice(-EDGE)] : lines;
    for (const key of new Set(edges.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const fewest = isShort ? 2 : FEWEST_PAGES;
  return new Set([...counts].filter(([, count]) => count >= fewest).map(([key]) => key));
}

function keyOf({ text, bottom }: PdfLine): string {
  return `${Math.round(bottom)} ${text.replace(/\d+/g, '#')}`;
}
