import { isKnownWord } from '../text/tokens.ts';

/** A line of a page, and where it stands, in points from the page's lower left corner. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly bottom: number;
  readonly height: number;
}

const WIDE_GAP = 1.7; // line heights between the feet of two lines: usual leading is 1.2 to 1.5
const INDENT = 0.8; // line heights

/**
 * Joins lines to paragraphs: a wider gap, an indent or another size of letters begins a new one, and
 * so does what follows a line that ends a sentence early. Lines that stand on every page are left out.
 */
export function readPdfParagraphs(pages: readonly (readonly PdfLine[])[]): readonly string[] {
  const running = findRunning(pages);
  const used = findWords(pages);
  const paragraphs: string[] = [];
  let last: PdfLine | null = null;
  for (const page of pages) {
    const lines = page.filter((line) => !running.has(keyOf(line)) && !/^\d{1,4}$/.test(line.text));
    const widest = Math.max(0, ...lines.map((line) => line.text.length));
    const gap = usualGap(lines);
    for (const [i, line] of lines.entries()) {
      const opens: boolean =
        last === null || (i === 0 ? endsSentence(last) : beginsParagraph(last, line, widest, gap));
      if (opens) paragraphs.push(line.text);
      else paragraphs.push(join(paragraphs.pop() ?? '', line.text, used));
      last = line;
    }
  }
  return paragraphs;
}

function beginsParagraph(last: PdfLine, line: PdfLine, widest: number, gap: number): boolean {
  const down = last.bottom - line.bottom;
  const isOtherSize = Math.abs(last.height - line.height) > 1;
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

/**
 * A hyphen at a line's end is dropped where the joined word is used elsewhere in the text, or where a half of it is
 * no word at all: `pil-` `lars`. Else it stays: `well-` `known`.
 */
function join(paragraph: string, line: string, used: ReadonlySet<string>): string {
  const before = /([\p{L}'’-]*\p{Ll})-$/u.exec(paragraph.slice(-60))?.[1];
  const after = /^\p{Ll}[\p{L}'’]*/u.exec(line)?.[0];
  if (before === undefined || after === undefined) return `${paragraph} ${line}`;
  const [first, second] = [before.toLowerCase(), after.toLowerCase()];
  const isOne =
    used.has(first + second) ||
    (!used.has(`${first}-${second}`) && !(isKnownWord(first) && isKnownWord(second)));
  return isOne ? paragraph.slice(0, -1) + line : paragraph + line;
}

/** The words of a text that are whole within a line. */
function findWords(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const words = pages
    .flat()
    .flatMap(({ text }) => text.match(/\p{L}[\p{L}'’-]*(?=[^\p{L}'’-])|\p{L}+$/gu) ?? []);
  return new Set(words.map((word) => word.toLowerCase()));
}

/** Heads and feet: the same words at the same height on three pages or more. */
function findRunning(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(page.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([key]) => key));
}

function keyOf({ text, bottom }: PdfLine): string {
  return `${Math.round(bottom)} ${text.replace(/\d+/g, '#')}`;
}
