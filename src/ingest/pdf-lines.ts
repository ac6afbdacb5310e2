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
  const upright = withoutSlanted(pieces.filter(({ str }) => typeof str === 'string'));
  const once = withoutMarks(withoutOverlaps(withoutDoubles(upright)));
  const gutters = findGutters(once);
  return gutters.length === 0 ? joinPieces(once) : readColumns(once, gutters);
}

const NEAR = 1; // points: a letter is drawn again this near to look bold

/** Without what is drawn a second time over itself. */
function withoutDoubles(pieces: readonly PdfPiece[]): readonly PdfPiece[] {
  const drawn = new Map<string, (readonly [left: number, bottom: number])[]>();
  return pieces.flatMap((piece): readonly PdfPiece[] => {
    const text = piece.str ?? '';
    if (text.trim() === '') return [piece];
    const [left, bottom] = placeOf(piece);
    const places = drawn.get(text) ?? [];
    const isAgain = places
      .slice(-MOST_LOOKED_BACK)
      .some(([x, y]) => Math.abs(x - left) <= NEAR && Math.abs(y - bottom) <= NEAR);
    drawn.set(text, [...places.slice(-MOST_LOOKED_BACK), [left, bottom]]);
    if (!isAgain) return [piece];
    return piece.hasEOL === true ? [{ ...piece, str: '' }] : []; // the line ends there all the same
  });
}

/** Without a word across the page, such as DRAFT; of a page that stands on its side all is read. */
function withoutSlanted(pieces: readonly PdfPiece[]): readonly PdfPiece[] {
  const isSlanted = ({ transform: [a = 1, b = 0] = [] }: PdfPiece): boolean =>
    Math.abs(b) > Math.abs(a) * 0.2;
  const upright = pieces.filter((piece) => !isSlanted(piece));
  return upright.length * 2 < pieces.length ? pieces : upright;
}

/** Words that are drawn again one by one: each run then begins with the word that the one before ends with. */
function withoutOverlaps(pieces: readonly PdfPiece[]): readonly PdfPiece[] {
  let last: PdfPiece | null = null;
  return pieces.map((piece) => {
    const before = last;
    const { str = '' } = piece;
    if (str.trim() !== '') last = piece;
    const [left, bottom] = placeOf(piece);
    if (before === null || str === '' || Math.abs(placeOf(before)[1] - bottom) > NEAR) return piece;
    const over = endOf(before) - left;
    if (over <= NEAR) return piece;
    const ends = before.str ?? '';
    for (let length = Math.min(str.length, ends.length, LONGEST_WORD); length > 0; length -= 1) {
      const width = ((piece.width ?? 0) * length) / str.length;
      if (Math.abs(over - width) <= width * SHARED && ends.endsWith(str.slice(0, length)))
        return {
          ...piece,
          str: str.slice(length),
          transform: movedBy(piece, width),
          width: (piece.width ?? 0) - width,
        };
    }
    return piece;
  });
}

const LONGEST_WORD = 60; // letters, or a few words
const SHARED = 0.35; // of its width: letters are not equally wide

function movedBy({ transform = [] }: PdfPiece, right: number): readonly number[] {
  return transform.map((value, i) => (i === 4 ? value + right : value));
}

/** Without the marks of footnotes: small, set high, behind a word or a sign; `m²` and `1st` are none. */
function withoutMarks(pieces: readonly PdfPiece[]): readonly PdfPiece[] {
  let last: PdfPiece | null = null;
  return pieces.map((piece) => {
    const before = last;
    if ((piece.str ?? '').trim() !== '') last = piece;
    if (before === null || !MARK.test(piece.str ?? '') || !MARKED.test(before.str ?? ''))
      return piece;
    const [height, up] = [before.height ?? 0, placeOf(piece)[1] - placeOf(before)[1]];
    const isMark = (piece.height ?? 0) < height * 0.8 && up > height * 0.15 && up < height;
    return isMark ? { ...piece, str: '' } : piece;
  });
}

const MARK = /^\s*(?:[\d,]{1,5}|[[(]?\d{1,2}[\])]|[*†‡§]{1,3})\s*$/;
const MARKED = /(?:\p{Ll}{4}|[.,;:!?”’"')\]])\s*$/u;

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

const SAME_EDGE = 20; // points: a column's lines begin this near to each other, some of them indented
const SHORTEST_CELL = 12; // letters a line of a column has, on average: a table's cells are shorter

/** Where a page splits into columns that are drawn row by row, from left to right; none where it does not. */
function findGutters(pieces: readonly PdfPiece[]): readonly number[] {
  const shown = pieces.filter(({ str = '' }) => str.trim() !== '');
  const rows = rowsOf(shown).map((row) => row.toSorted((a, b) => placeOf(a)[0] - placeOf(b)[0]));
  const edges = rows.flatMap((row) =>
    row.slice(1).flatMap((piece, i) => {
      const left = placeOf(piece)[0];
      return left - endOf(row[i] ?? piece) >= WIDEST_TRIED ? [left] : [];
    }),
  );
  const gutters = groupEdges(edges).map((edge) => edge - 1);
  const crossing = shown.filter((piece) => isAcross(piece, gutters)).length;
  const isParted =
    gutters.length > 0 &&
    crossing * 4 <= shown.length &&
    isRowByRow(shown, gutters) &&
    isProse(rows, gutters);
  return isParted ? gutters : [];
}

/** The left edges that many rows have, each the leftmost of its kind. */
function groupEdges(edges: readonly number[]): readonly number[] {
  const groups: number[][] = [];
  for (const edge of edges.toSorted((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last !== undefined && edge - (last[0] ?? edge) <= SAME_EDGE) last.push(edge);
    else groups.push([edge]);
  }
  return groups.filter(({ length }) => length >= FEWEST_ROWS).flatMap(([first]) => first ?? []);
}

function columnOf(piece: PdfPiece, gutters: readonly number[]): number {
  return gutters.filter((gutter) => placeOf(piece)[0] > gutter).length;
}

function isAcross(piece: PdfPiece, gutters: readonly number[]): boolean {
  return gutters.some((gutter) => placeOf(piece)[0] < gutter && endOf(piece) > gutter + 1);
}

/** Columns drawn one after the other need no reordering. */
function isRowByRow(pieces: readonly PdfPiece[], gutters: readonly number[]): boolean {
  const columns = pieces.map((piece) => columnOf(piece, gutters));
  const changes = columns.slice(1).filter((column, i) => column !== columns[i]).length;
  return changes >= FEWEST_ROWS;
}

/** Whether every column holds lines of text, not a table's names and numbers. */
function isProse(rows: readonly (readonly PdfPiece[])[], gutters: readonly number[]): boolean {
  return [...gutters, 0].every((_, column) => {
    const cells = rows
      .map((row) => row.filter((piece) => columnOf(piece, gutters) === column))
      .filter((cell) => cell.length > 0);
    const letters = cells.flat().reduce((sum, { str = '' }) => sum + str.trim().length, 0);
    return letters >= cells.length * SHORTEST_CELL;
  });
}

/** Above and below what spans columns: first the left one, then the next. */
function readColumns(pieces: readonly PdfPiece[], gutters: readonly number[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let columns: readonly PdfPiece[][] = [];
  const end = (): void => {
    lines.push(...columns.flatMap(joinRows));
    columns = [...gutters, 0].map(() => []);
  };
  end();
  for (const piece of pieces) {
    const isBlank = (piece.str ?? '').trim() === '';
    if (isBlank) continue; // spaces between columns; rows are told by their height
    if (isAcross(piece, gutters)) {
      end();
      lines.push(...joinRows([piece]));
    } else columns[columnOf(piece, gutters)]?.push(piece);
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
