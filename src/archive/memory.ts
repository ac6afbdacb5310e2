import type { Sentence } from '../article/sentence.ts';
import type { Story } from '../story/story.ts';
import { standingStems } from '../text/terms.ts';
import type { Archive } from './archive.ts';
import { createSentenceIndex } from './sentence-index.ts';

/** What an index holds of a story: its sentences are so many rows in a row. */
export interface Indexed {
  readonly id: string;
  readonly first: number;
  readonly size: number;
}

/** An index as it is written down. */
export interface SavedIndex {
  readonly stories: readonly Indexed[];
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

/**
 * An archive in memory, searched with MiniSearch. Sentences are indexed by their stems. What was saved is there again, and its
 * stories are to be placed. Throws where it is damaged.
 */
export function memoryArchive(saved: SavedIndex | null = null): MemoryArchive {
  const stories = new Map<string, Story>();
  const indexed = new Map((saved?.stories ?? []).map((one) => [one.id, one]));
  const inOrder = [...indexed.values()].sort((a, b) => a.first - b.first);
  const index = createSentenceIndex(saved?.index ?? null);

  const drop = (id: string): void => {
    const known = indexed.get(id);
    if (known === undefined) return;
    index.remove(known.first, known.first + known.size);
    inOrder.splice(inOrder.indexOf(known), 1);
    indexed.delete(id);
  };
  const add = (story: Story): void => {
    const { id } = story.article;
    drop(id);
    const last = inOrder.at(-1);
    const first = last === undefined ? 0 : last.first + last.size;
    const known = { id, first, size: story.sentences.length };
    for (const sentence of story.sentences)
      index.add(first + sentence.index, [...standingStems(sentence.tokens)]);
    inOrder.push(known);
    indexed.set(id, known);
    stories.set(id, story);
  };
  /** By the story's name and the place in it: rows come in another order when an index is made anew. */
  const compare = (a: number, b: number): number => {
    const [one, other] = [storyAt(inOrder, a), storyAt(inOrder, b)];
    if (one === undefined || other === undefined || one === other) return a - b;
    return one.id < other.id ? -1 : 1;
  };
  return {
    add,
    remove: (id) => {
      drop(id);
      stories.delete(id);
    },
    place: (story) => void stories.set(story.article.id, story),
    indexed: () => [...indexed.keys()],
    find: (id) => stories.get(id) ?? null,
    list: () => [...stories.values()],
    countSentences: (within) => {
      const counted = within?.flatMap((id) => indexed.get(id) ?? []) ?? inOrder;
      return counted.reduce((sum, { size }) => sum + size, 0);
    },
    findPassages: (stems, within, limit) => {
      const inside = within && new Set(within);
      const isIn = (row: number): boolean => {
        const id = storyAt(inOrder, row)?.id ?? '';
        return stories.has(id) && (inside?.has(id) ?? true);
      };
      return index.search(stems, limit, isIn, compare).flatMap(({ row, score }) => {
        const known = storyAt(inOrder, row);
        const story = stories.get(known?.id ?? '');
        const sentence: Sentence | undefined = story?.sentences[row - (known?.first ?? 0)];
        return story === undefined || sentence === undefined ? [] : [{ story, sentence, score }];
      });
    },
    save: () => ({ stories: inOrder, index: index.save() }),
  };
}

/** The story that a row lies in, by halving. */
function storyAt(inOrder: readonly Indexed[], row: number): Indexed | undefined {
  let low = 0;
  let high = inOrder.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inOrder[middle]?.first ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  return inOrder[low - 1];
}
