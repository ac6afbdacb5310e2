import type { ArticleParts } from '../../article/parts.ts';
import { readPieces } from '../../reader/word-pieces.ts';
import { firstWhere, type Span, startingAt } from '../../text/span.ts';

/** The word pieces of a story's paragraphs, headline included, and the windows that the marker reads them in. */
export interface StoryPieces {
  readonly ids: Int32Array;
  /** Where each piece stands in the story's text, in UTF-16 units. */
  readonly spans: readonly Span[];
  /** Windows of whole paragraphs, in order, none empty: from a piece to before another. */
  readonly windows: readonly PieceRange[];
}

/** Neighbouring pieces: from one to before another. */
export interface PieceRange {
  readonly from: number;
  readonly to: number;
}

const WINDOW = 384; // pieces: a story of news has two or three windows; memory grows with the square

// those of some 25,000 words: the longest reports have half of that. What the marker makes of them takes 60 MB and
// some seconds; a book would take several times that, a file meant to hurt hundreds of times
const MOST_WINDOWS = 100;

/**
 * A story's pieces in windows. A paragraph that is longer than a window is cut where the window ends. What comes after
 * `MOST_WINDOWS` is left to the rules.
 */
export function readStoryPieces({ article, paragraphs }: ArticleParts): StoryPieces {
  const ids: number[] = [];
  const spans: Span[] = [];
  const windows: PieceRange[] = [];
  let from = 0;
  const close = (to: number): void => {
    if (to > from) windows.push({ from, to });
    from = to;
  };
  for (const { start, end, number, setAside } of paragraphs) {
    if (windows.length >= MOST_WINDOWS) break;
    if (number === null && setAside !== 'headline') continue;
    const pieces = readPieces(article.text.slice(start, end));
    const before = ids.length;
    pieces.ids.forEach((id, i) => {
      ids.push(id);
      spans.push({
        start: start + (pieces.starts[i] ?? 0),
        end: start + (pieces.ends[i] ?? 0),
      });
    });
    if (ids.length - from > WINDOW) close(before);
    while (ids.length - from > WINDOW) close(from + WINDOW);
  }
  close(ids.length);
  const kept = windows.slice(0, MOST_WINDOWS);
  const to = kept.at(-1)?.to ?? 0;
  return { ids: Int32Array.from(ids.slice(0, to)), spans: spans.slice(0, to), windows: kept };
}

/** The pieces that a span of the text overlaps; null where there is none. */
export function piecesOf({ spans }: StoryPieces, { start, end }: Span): PieceRange | null {
  const from = firstWhere(spans, (one) => one.end > start);
  const to = startingAt(spans, end);
  return from < to ? { from, to } : null;
}
