import { readFileSync } from 'node:fs';
import type { ArticleParts } from '../../article/parts.ts';
import { runModel } from '../../reader/session.ts';
import { CLS, SEP } from '../../reader/word-pieces.ts';
import { once } from '../../text/lazy.ts';
import type { Basis } from '../statement.ts';
import { type PieceRange, readStoryPieces, type StoryPieces } from './windows.ts';

/** What the marker made of a story: for each word piece a row of numbers, whose columns `MarkerTables` names. */
export interface Marks {
  readonly pieces: StoryPieces;
  readonly rows: readonly Float32Array[];
}

/** Columns of a row, from one to before another. */
export type Columns = readonly [from: number, to: number];

/** What is added to the rows' products: learnt with the marker, and written by its training. */
export interface MarkerTables {
  readonly columns: Readonly<
    Record<
      | 'cue'
      | 'sourceAsks'
      | 'sourceAnswers'
      | 'contentAsks'
      | 'contentAnswers'
      | 'whoAsks'
      | 'whoAnswers'
      | 'nobody'
      | 'named',
      Columns
    >
  >;
  /** By distance from a cue: pieces before it, then those behind it, each twice as far as the one before. */
  readonly roles: { readonly source: readonly number[]; readonly content: readonly number[] };
  /** By distance from a source, as `roles`; the last: a name inside the source. */
  readonly far: readonly number[];
  /** By how many places of names lie between, up to each of `ranks`; before, then behind the source. */
  readonly between: readonly number[];
  readonly ranks: readonly number[];
  /** By `SOURCE_SIGNS`, then by `NAME_SIGNS`. */
  readonly signs: readonly (readonly number[])[];
  /** By the sign of a source, then by that of one before it, which names nobody itself. */
  readonly again: readonly (readonly number[])[];
  /** By how the rules came to it: for whom they name, and for nobody where they name nobody. */
  readonly ruled: Readonly<Record<Basis, readonly [named: number, nobody: number]>>;
}

export const markerTables = once(
  (): MarkerTables =>
    JSON.parse(
      readFileSync(new URL('./marker.weights.json', import.meta.url), 'utf8'),
    ) as MarkerTables,
);

/** Reads a story with the marker, window by window. Rejects with ModelError where it can't be loaded. */
export async function readMarks(parts: ArticleParts): Promise<Marks> {
  const pieces = readStoryPieces(parts);
  const rows: Float32Array[] = []; // parts of what the model gave, not copies: a long report's are 60 MB
  for (const { from, to } of pieces.windows) {
    const ids = Int32Array.from([CLS, ...pieces.ids.subarray(from, to), SEP]);
    const { values, width } = await runModel('marker', { ids, passages: 0 });
    for (let at = width; at < values.length - width; at += width)
      rows.push(values.subarray(at, at + width)); // without CLS and SEP
  }
  return { pieces, rows };
}

/** The mean of some columns over neighbouring pieces. */
export function meanOf({ rows }: Marks, range: PieceRange, [from, to]: Columns): number[] {
  const sums = new Array<number>(to - from).fill(0);
  for (let piece = range.from; piece < range.to; piece += 1) {
    const row = rows[piece];
    for (let i = from; i < to; i += 1) sums[i - from] = (sums[i - from] ?? 0) + (row?.[i] ?? 0);
  }
  return sums.map((sum) => sum / (range.to - range.from));
}

/** The scaled product of what is asked with the columns of one piece that answer. */
export function productAt(
  { rows }: Marks,
  asks: readonly number[],
  piece: number,
  [from]: Columns,
): number {
  const row = rows[piece];
  let sum = 0;
  for (let i = 0; i < asks.length; i += 1) sum += (asks[i] ?? 0) * (row?.[from + i] ?? 0);
  return sum / Math.sqrt(asks.length);
}

/** The same with what answers for several pieces: the mean of their products is the product with their mean. */
export function productWith(asks: readonly number[], answers: readonly number[]): number {
  const sum = asks.reduce((total, one, i) => total + one * (answers[i] ?? 0), 0);
  return sum / Math.sqrt(asks.length);
}

/** 1 → 0, 2 to 3 → 1, 4 to 7 → 2, …: the row of a table by distance. */
export function stepOf(distance: number, steps: number): number {
  return Math.min(steps - 1, Math.floor(Math.log2(Math.max(1, distance))));
}

/** Shares that sum to 1, the larger the higher a score. */
export function softmax(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}
