import MiniSearch from 'minisearch';
import type { Sentence, Story } from '../story/story.ts';
import { contentStems } from '../text/terms.ts';
import type { Archive, Candidate } from './archive.ts';

// b = 0: sentences are short, their length says little; k = 0.6: a second mention counts little.
// Measured on questions over whole news stories: right sentence first 54.6 % against 49.4 %.
const BM25 = { k: 0.6, b: 0, d: 0.5 };

/** A sentence as the index knows it: its story's number and its own place, in one number. */
interface Row {
  readonly id: number;
  readonly stems: readonly string[];
}

/** What an index holds of a story. */
export interface Indexed {
  readonly id: string;
  readonly number: number;
  /** How many sentences. */
  readonly size: number;
}

/** An index as it is written down. */
export interface SavedIndex {
  readonly stories: readonly Indexed[];
  /** MiniSearch's own JSON. */
  readonly index: string;
}

/** An archive in memory that can be written down, and that can hold many stories lightly. */
export interface MemoryArchive extends Archive {
  /** Puts a story in its place: one that the index holds already, or the same one made anew. */
  readonly place: (story: Story) => void;
  /** The stories that the index holds, placed or not. */
  readonly indexed: () => readonly string[];
  readonly save: () => SavedIndex;
}

const MOST_SENTENCES = 2 ** 20; // of a story; the number of a row has 53 bits in all

/**
 * An archive in memory, searched with MiniSearch. Sentences are indexed by their stems. What was saved
 * is there again, and its stories are to be placed. Throws where it is damaged.
 */
export function memoryArchive(saved: SavedIndex | null = null): MemoryArchive {
  const stories = new Map<string, Story>();
  const indexed = new Map((saved?.stories ?? []).map((one) => [one.id, one]));
  const byNumber = new Map([...indexed.values()].map((one) => [one.number, one.id]));
  const index =
    saved === null ? new MiniSearch<Row>(OPTIONS) : MiniSearch.loadJSON<Row>(saved.index, OPTIONS);
  let next = Math.max(0, ...byNumber.keys()) + 1;

  const remove = (id: string): void => {
    const story = stories.get(id);
    const known = indexed.get(id);
    if (known === undefined) return;
    if (story === undefined) index.discardAll(numbersOf(known));
    else for (const row of rowsOf(story, known.number)) index.remove(row);
    stories.delete(id);
    indexed.delete(id);
    byNumber.delete(known.number);
  };
  const add = (story: Story): void => {
    const { id } = story.article;
    remove(id);
    const rows = rowsOf(story, next);
    stories.set(id, story);
    indexed.set(id, { id, number: next, size: rows.length });
    byNumber.set(next, id);
    next += 1;
    index.addAll(rows);
  };
  const sentenceAt = (row: number): Omit<Candidate, 'score'> | null => {
    const story = stories.get(byNumber.get(Math.floor(row / MOST_SENTENCES)) ?? '');
    const sentence: Sentence | undefined = story?.sentences[row % MOST_SENTENCES];
    return story === undefined || sentence === undefined ? null : { story, sentence };
  };
  return {
    add,
    remove,
    place: (story) => void stories.set(story.article.id, story),
    indexed: () => [...indexed.keys()],
    find: (id) => stories.get(id) ?? null,
    list: () => [...stories.values()],
    findPassages: (stems, within, limit) => {
      const inside = within && new Set(within.map((id) => indexed.get(id)?.number));
      return search(index, stems, inside, limit).flatMap(({ row, score }) => {
        const found = sentenceAt(row);
        return found === null ? [] : [{ ...found, score }];
      });
    },
    save: () => ({ stories: [...indexed.values()], index: JSON.stringify(index) }),
  };
}

/** Fields hold stems that are ready: joined by a mark that no stem has, so that none is split. */
const OPTIONS = {
  idField: 'id',
  fields: ['stems'],
  extractField: (row: Row, field: string) => (field === 'id' ? row.id : row.stems.join('\n')),
  tokenize: (text: string) => text.split('\n'),
  processTerm: (term: string) => (term === '' ? null : term),
};

function rowsOf(story: Story, number: number): readonly Row[] {
  return story.sentences.slice(0, MOST_SENTENCES).map((sentence) => ({
    id: number * MOST_SENTENCES + sentence.index,
    stems: contentStems(sentence.tokens),
  }));
}

function numbersOf({ number, size }: Indexed): readonly number[] {
  return Array.from({ length: size }, (_, i) => number * MOST_SENTENCES + i);
}

interface Hit {
  readonly row: number;
  readonly score: number;
}

function search(
  index: MiniSearch<Row>,
  stems: readonly string[],
  inside: ReadonlySet<number | undefined> | null,
  limit: number,
): readonly Hit[] {
  const found = index.search(stems.join('\n'), {
    bm25: BM25,
    combineWith: 'OR',
    ...(inside && { filter: ({ id }) => inside.has(Math.floor(Number(id) / MOST_SENTENCES)) }),
  });
  const hits = found.map(({ id, score, queryTerms }) => ({
    row: Number(id),
    score: score / queryTerms.length,
  }));
  return firstOf(hits, Math.max(0, limit));
}

/** The best `limit` hits, best first, those of one score in the order of their stories. */
function firstOf(hits: readonly Hit[], limit: number): readonly Hit[] {
  const isBefore = (a: Hit, b: Hit): number => b.score - a.score || a.row - b.row;
  const best: Hit[] = [];
  for (const hit of hits) {
    const last = best[limit - 1];
    if (last !== undefined && isBefore(last, hit) <= 0) continue;
    let at = best.length;
    while (at > 0 && isBefore(best[at - 1] ?? hit, hit) > 0) at -= 1;
    best.splice(at, 0, hit);
    if (best.length > limit) best.pop();
  }
  return best;
}
