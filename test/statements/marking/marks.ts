import type { ArticleParts } from '../../../src/article/parts.ts';
import { type Columns, type Marks, markerTables } from '../../../src/statements/marking/marker.ts';
import { piecesOf, readStoryPieces } from '../../../src/statements/marking/windows.ts';
import type { Span } from '../../../src/text/span.ts';

/** What a marker would make of a story that marks these words; of words that stand twice, those that stand first. */
export interface Pointed {
  /** Each cue with what it governs. */
  readonly cues?: readonly {
    readonly cue: string;
    readonly source?: string | readonly string[];
    readonly content: readonly string[];
  }[];
  /** For some words, whom they mean: each name by where it is named; none: nobody. */
  readonly meant?: readonly { readonly words: string; readonly names: readonly string[] }[];
}

const SURE = 20; // its square, scaled, is far above all that the tables add

/** Marks made by hand, in the columns of `markerTables`: as sure as can be, whatever the weights that ship. */
export function makeMarks(parts: ArticleParts, { cues = [], meant = [] }: Pointed): Marks {
  const pieces = readStoryPieces(parts);
  const { columns } = markerTables();
  const width = Math.max(...Object.values(columns).map(([, to]) => to));
  const rows = Array.from(pieces.ids, () => new Float32Array(width));
  const all = { from: 0, to: pieces.ids.length };
  const range = (words: string) => {
    const found = piecesOf(pieces, placeOf(parts, words));
    if (found === null) throw new Error(`no pieces of ${words}`);
    return found;
  };
  const set = ({ from, to }: typeof all, column: number, value: number): void => {
    for (const row of rows.slice(from, to)) row[column] = value;
  };
  const column = ([from, to]: Columns, i: number): number => {
    if (from + i >= to) throw new Error('more than there are columns for');
    return from + i;
  };
  set(all, column(columns.cue, 0), SURE);
  cues.forEach(({ cue, source, content }, i) => {
    const own = range(cue);
    set(own, column(columns.cue, 0), 0);
    set({ from: own.from, to: own.from + 1 }, column(columns.cue, 1), SURE);
    set({ from: own.from + 1, to: own.to }, column(columns.cue, 2), SURE);
    set(own, column(columns.sourceAsks, i), SURE);
    set(own, column(columns.contentAsks, i), SURE);
    set(all, column(columns.sourceAnswers, i), -SURE);
    set(all, column(columns.contentAnswers, i), -SURE);
    for (const one of [source ?? []].flat())
      set(range(one), column(columns.sourceAnswers, i), SURE);
    for (const one of content) set(range(one), column(columns.contentAnswers, i), SURE);
  });
  meant.forEach(({ words, names }, i) => {
    set(range(words), column(columns.whoAsks, i), SURE);
    set(all, column(columns.whoAnswers, i), -SURE);
    names.forEach((name, nth) => {
      set(range(name), column(columns.whoAnswers, i), SURE / (nth + 1)); // the first most
    });
  });
  return { pieces, rows };
}

export function placeOf({ article }: ArticleParts, words: string): Span {
  const start = article.text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

/** The same marks, and how many of their numbers were looked at. */
export function countReads(marks: Marks): { readonly marks: Marks; readonly reads: () => number } {
  let reads = 0;
  const count = (values: Float32Array): Float32Array =>
    new Proxy(values, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1;
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  return { marks: { ...marks, rows: marks.rows.map(count) }, reads: () => reads };
}
