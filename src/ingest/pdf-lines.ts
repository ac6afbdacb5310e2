import type { PdfLine } from './pdf-paragraphs.ts';

/** A run of letters as the PDF places it. */
export interface PdfPiece {
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly height?: number;
  readonly hasEOL?: boolean;
}

/** The lines of a page, column by column, each drawn once. */
export function readLines(pieces: readonly PdfPiece[]): readonly PdfLine[] {
  const once = withoutDoubles(pieces.filter(({ str }) => typeof str === 'string'));
  const gutter = findGutter(once);
  return gutter === null ? joinPieces(once) : readColumns(once, gutter);
}

const NEAR = 1; // points: a letter is drawn again this near to look bold

/** Without what is drawn a second time over itself. */
function withoutDoubles(pieces: readonly PdfPiece[]): readonly PdfPiece[] {
  const drawn = new Map<string, (readonly [left: number, bottom: number])[]>();
  return pieces.filter((piece) => {
    const text = piece.str ?? '';
    if (text.trim() === '') return true;
    const [left, bottom] = placeOf(piece);
    const places = drawn.get(text) ?? [];
    const isAgain = places
      .slice(-MOST_LOOKED_BACK)
      .some(([x, y]) => Math.abs(x - left) <= NEAR && Math.abs(y - bottom) <= NEAR);
    drawn.set(text, [...places.slice(-MOST_LOOKED_BACK), [left, bottom]]);
    return !isAgain;
  });
}

const MOST_LOOKED_BACK = 20; // a page has `the` a hundred times

function placeOf({ transform = [] }: PdfPiece): readonly [left: number, bottom: number] {
  const [, , , , left = 0, bottom = 0] = transform;
  return [left, bottom];
}

function endOf(piece: PdfPiece): number {
  return placeOf(piece)[0] + (piece.width ?? 0);
}

const WIDEST_TRIED = 12; // points on either side of a gutter that nothing crosses
const FEWEST_ROWS = 6; // rows that have words on both sides: fewer are a table, or chance

/** Where a page splits into two columns that are drawn row by row; null where it does not. */
function findGutter(pieces: readonly PdfPiece[]): number | null {
  const shown = pieces.filter(({ str = '' }) => str.trim() !== '');
  const rows = rowsOf(shown);
  const gaps: number[] = [];
  for (const row of rows) {
    const sorted = row.toSorted((a, b) => placeOf(a)[0] - placeOf(b)[0]);
    const wide = sorted.slice(1).flatMap((piece, i) => {
      const [from, to] = [endOf(sorted[i] ?? piece), placeOf(piece)[0]];
      return to - from >= WIDEST_TRIED ? [(from + to) / 2] : [];
    });
    if (wide.length === 1) gaps.push(...wide);
  }
  const middle = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
  if (middle === undefined) return null;
  const starts = shown.map((piece) => placeOf(piece)[0]).filter((left) => left > middle);
  const gutter = Math.min(...starts) - 1; // columns have one left edge; lines end anywhere
  const crossing = shown.filter((piece) => placeOf(piece)[0] < gutter && endOf(piece) > gutter + 1);
  const both = gaps.filter((gap) => Math.abs(gap - middle) < 60).length;
  const isInterleaved = both >= FEWEST_ROWS && isRowByRow(shown, gutter);
  return isInterleaved && crossing.length * 4 <= shown.length ? gutter : null;
}

/** Columns drawn one after the other need no reordering. */
function isRowByRow(pieces: readonly PdfPiece[], gutter: number): boolean {
  const sides = pieces.map((piece) => placeOf(piece)[0] > gutter);
  const changes = sides.slice(1).filter((side, i) => side !== sides[i]).length;
  return changes >= FEWEST_ROWS;
}

/** Above and below what spans both columns: first the left one, then the right one. */
function readColumns(pieces: readonly PdfPiece[], gutter: number): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let left: PdfPiece[] = [];
  let right: PdfPiece[] = [];
  const end = (): void => {
    lines.push(...joinRows(left), ...joinRows(right));
    left = [];
    right = [];
  };
  for (const piece of pieces) {
    const isBlank = (piece.str ?? '').trim() === '';
    if (isBlank) continue; // spaces between columns; rows are told by their height
    const isAcross = placeOf(piece)[0] < gutter && endOf(piece) > gutter + 1;
    if (isAcross) {
      end();
      lines.push(...joinRows([piece]));
    } else if (placeOf(piece)[0] > gutter) right.push(piece);
    else left.push(piece);
  }
  end();
  return lines;
}

/** Pieces of one height are a line. */
function joinRows(pieces: readonly PdfPiece[]): readonly PdfLine[] {
  const rows = rowsOf(pieces);
  return rows.flatMap((row) => toLine(row.map(({ str = '' }) => str).join(' '), row[0]));
}

/** Pieces of one height, in the order of the page. */
function rowsOf(pieces: readonly PdfPiece[]): readonly (readonly PdfPiece[])[] {
  const rows = new Map<number, PdfPiece[]>();
  for (const piece of pieces) {
    const height = Math.round(placeOf(piece)[1]);
    const row = rows.get(height);
    if (row === undefined) rows.set(height, [piece]);
    else row.push(piece);
  }
  return [...rows.values()];
}

function joinPieces(pieces: readonly PdfPiece[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let text = '';
  let first: PdfPiece | undefined;
  for (const piece of pieces) {
    const { str = '', hasEOL } = piece;
    if (str.trim() !== '') first ??= piece;
    text += str;
    if (hasEOL === true) {
      lines.push(...toLine(text, first));
      text = '';
      first = undefined;
    }
  }
  return [...lines, ...toLine(text, first)];
}

function toLine(text: string, first: PdfPiece | undefined): readonly PdfLine[] {
  const tidy = text.replace(/\s+/g, ' ').trim();
  if (tidy === '' || first === undefined) return [];
  const [left, bottom] = placeOf(first);
  return [{ text: tidy, left, bottom, height: first.height || 10 }];
}
