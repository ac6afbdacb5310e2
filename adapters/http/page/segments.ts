import { among, overlaps, type Reading, type Span } from '../../../src/index.ts';

/** A stretch of a paragraph through which the same people speak. */
export interface Segment extends Span {
  /** Indexes in `statements` of those that contain it, innermost first; empty if the reporter speaks. */
  readonly heard: readonly number[];
}

/** A paragraph in pieces, in order and without gaps. */
export interface Segmented {
  readonly before: readonly Segment[];
  /** The pieces of the cited passage; empty if it is elsewhere. */
  readonly passage: readonly Segment[];
  readonly after: readonly Segment[];
  /** Indexes in `statements` of all with words here, in the order of their first words. */
  readonly heard: readonly number[];
}

interface Piece extends Span {
  readonly at: number;
  /** Of the whole statement, in UTF-16 units: of two with the same words, the shorter is nested in the other. */
  readonly size: number;
}

/**
 * Cuts each paragraph of a story where someone starts or stops speaking, and at the passage's ends.
 * `passage` is a span of the story's text, UTF-16, or null.
 */
export function segmentStory(reading: Reading, passage: Span | null): readonly Segmented[] {
  const { paragraphs, statements } = reading;
  const pieces = new Map<Span, Piece[]>(paragraphs.map((paragraph) => [paragraph, []]));
  statements.forEach(({ content }, at) => {
    const size = content.reduce((sum, { start, end }) => sum + end - start, 0);
    for (const span of content) {
      for (const paragraph of among(paragraphs, span)) {
        pieces.get(paragraph)?.push({ ...clip(span, paragraph), at, size });
      }
    }
  });
  return paragraphs.map((paragraph) =>
    segmentParagraph(
      paragraph,
      pieces.get(paragraph) ?? [],
      passage !== null && overlaps(passage, paragraph) ? clip(passage, paragraph) : null,
    ),
  );
}

function segmentParagraph(
  paragraph: Span,
  pieces: readonly Piece[],
  passage: Span | null,
): Segmented {
  const ends = [paragraph, ...pieces, ...(passage === null ? [] : [passage])];
  const cuts = [...new Set(ends.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const inOrder = pieces.toSorted((a, b) => a.start - b.start || b.size - a.size);
  let [open, next]: [readonly Piece[], number] = [[], 0]; // from one cut to the next: a paragraph may have thousands
  const segments = cuts.slice(1).map((end, i): Segment => {
    const start = cuts[i] ?? end;
    const first = next;
    while ((inOrder[next]?.start ?? end) <= start) next += 1;
    open = [...open, ...inOrder.slice(first, next)].filter((piece) => piece.end > start);
    const inner = open.toSorted((a, b) => a.size - b.size).map(({ at }) => at);
    return { start, end, heard: [...new Set(inner)] };
  });
  const from = passage?.start ?? paragraph.end;
  const to = passage?.end ?? paragraph.end;
  return {
    before: segments.filter(({ start }) => start < from),
    passage: segments.filter(({ start }) => start >= from && start < to),
    after: segments.filter(({ start }) => start >= to),
    heard: [...new Set(inOrder.map(({ at }) => at))],
  };
}

function clip({ start, end }: Span, within: Span): Span {
  return { start: Math.max(start, within.start), end: Math.min(end, within.end) };
}

/**
 * The passage at `start` and `end` as given in an address, widened so that no letter is cut in two
 * (a surrogate pair stays whole). Null if it is empty, outside the text, or in no numbered paragraph.
 */
export function readPassage(
  { text, paragraphs }: Pick<Reading, 'text' | 'paragraphs'>,
  { start, end }: Span,
): Span | null {
  if (start >= end || end > text.length) return null;
  const span = {
    start: isInside(text, start) ? start - 1 : start,
    end: isInside(text, end) ? end + 1 : end,
  };
  const isTold = among(paragraphs, span).some(({ number }) => number !== null);
  return isTold ? span : null;
}

/** Whether an offset splits a surrogate pair. */
function isInside(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
}
