import MiniSearch from 'minisearch';
import { BM25 } from './weights.ts';

/** Which sentences hold each stem: an index of rows, each a sentence. */
export interface SentenceIndex {
  /** Puts in a row, by its stems. */
  readonly add: (row: number, stems: readonly string[]) => void;
  /** Takes out the rows from `from` up to but not including `to`. */
  readonly remove: (from: number, to: number) => void;
  /** The best `limit` of the rows that hold any of the stems and are let in, best first; `compare` orders those of one score. */
  readonly search: (
    stems: readonly string[],
    limit: number,
    isIn: (row: number) => boolean,
    compare: (a: number, b: number) => number,
  ) => readonly Hit[];
  /** MiniSearch's own JSON. */
  readonly save: () => string;
}

/** A row that was found. */
interface Hit {
  readonly row: number;
  readonly score: number;
}

interface Row {
  readonly id: number;
  readonly stems: readonly string[];
}

/** Fields hold stems that are ready: joined by a mark that no stem has, so that none is split. */
const OPTIONS = {
  idField: 'id',
  fields: ['stems'],
  extractField: (row: Row, field: string) => (field === 'id' ? row.id : row.stems.join('\n')),
  tokenize: (text: string) => text.split('\n'),
  processTerm: (term: string) => (term === '' ? null : term),
};

/** An index, empty or as it was saved. Throws where what was saved is damaged. */
export function createSentenceIndex(saved: string | null = null): SentenceIndex {
  const index =
    saved === null ? new MiniSearch<Row>(OPTIONS) : MiniSearch.loadJSON<Row>(saved, OPTIONS);
  const look = (stems: readonly string[], isIn: (row: number) => boolean) =>
    index.search(stems.join('\n'), {
      bm25: BM25,
      combineWith: 'OR',
      filter: ({ id }) => isIn(Number(id)),
    });
  const swept = new Set<string>(); // stems under which no removed row is found any more
  /**
   * MiniSearch drops removed rows while searching, and counts them until then: the same words would have
   * other scores the second time, and others again in a rebuilt index.
   */
  const sweep = (stems: readonly string[]): void => {
    const left = stems.filter((stem) => !swept.has(stem));
    if (index.dirtCount === 0 || left.length === 0) return;
    look(left, () => false);
    for (const stem of left) swept.add(stem);
  };
  return {
    add: (row, stems) => index.add({ id: row, stems }),
    remove: (from, to) => {
      swept.clear();
      index.discardAll(Array.from({ length: to - from }, (_, i) => from + i));
    },
    search: (stems, limit, isIn, compare) => {
      sweep(stems);
      const hits = look(stems, isIn).map(({ id, score, queryTerms }) => ({
        row: Number(id),
        score: score / queryTerms.length, // MiniSearch multiplies by it: several words would outweigh rare ones
      }));
      return firstOf(hits, Math.max(0, limit), compare);
    },
    save: () => JSON.stringify(index),
  };
}

/** The best `limit` hits, best first. */
function firstOf(
  hits: readonly Hit[],
  limit: number,
  compareRows: (a: number, b: number) => number,
): readonly Hit[] {
  const compare = (a: Hit, b: Hit): number => b.score - a.score || compareRows(a.row, b.row);
  const best: Hit[] = [];
  for (const hit of hits) {
    const last = best[limit - 1];
    if (last !== undefined && compare(last, hit) <= 0) continue;
    let at = best.length;
    while (at > 0 && compare(best[at - 1] ?? hit, hit) > 0) at -= 1;
    best.splice(at, 0, hit);
    if (best.length > limit) best.pop();
  }
  return best;
}
