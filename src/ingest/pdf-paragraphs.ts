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
      else paragraphs.push(join(paragraphs.pop() ?? '', line.text));
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

/** The distance that most neighbouring lines have: double-spaced pages have wide ones throughout. */
function usualGap(lines: readonly PdfLine[]): number {
  const gaps = lines.slice(1).map((line, i) => (lines[i]?.bottom ?? line.bottom) - line.bottom);
  const sorted = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function endsSentence({ text }: PdfLine): boolean {
  return /[.!?:]["”’')\]]*$/.test(text);
}

/** A hyphen at a line's end goes where the word goes on in small letters. */
function join(paragraph: string, line: string): string {
  return /\p{Ll}-$/u.test(paragraph) && /^\p{Ll}/u.test(line)
    ? paragraph.slice(0, -1) + line
    : `${paragraph} ${line}`;
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
