import type { Story } from '../story/story.ts';
import { standingStems } from '../text/terms.ts';
import type { Holdings, Known } from './archive.ts';
import { findNamed } from './named.ts';
import { fits, isByName, type Scope, type Traits } from './scope.ts';
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

/** An archive and its catalogue in memory: it can be saved, and holds many stories cheaply. */
export interface MemoryArchive extends Holdings {
  /** What `put` does, at once. */
  readonly add: (story: Story, known?: Known) => void;
  /** Puts a story in its place: one that the index holds already, or the same one made anew. */
  readonly place: (story: Story, known?: Known) => void;
  /** A story by its id, at once. */
  readonly at: (id: string) => Story | null;
  /** The stories that the index holds, placed or not. */
  readonly indexed: () => readonly string[];
  readonly save: () => SavedIndex;
}

const NOTHING_KNOWN: Known = { tags: [], byline: null };

/**
 * An archive in memory, searched with MiniSearch. Sentences are indexed by their stems. What was saved is there again, and its
 * stories are to be placed. Throws where it is damaged.
 */
export function memoryArchive(saved: SavedIndex | null = null): MemoryArchive {
  const stories = new Map<string, Story>();
  const indexed = new Map((saved?.stories ?? []).map((one) => [one.id, one]));
  const traits = new Map<string, Traits>();
  const inOrder = [...indexed.values()].sort((a, b) => a.first - b.first);
  const index = createSentenceIndex(saved?.index ?? null);

  const drop = (id: string): void => {
    const known = indexed.get(id);
    if (known === undefined) return;
    index.remove(known.first, known.first + known.size);
    inOrder.splice(inOrder.indexOf(known), 1);
    indexed.delete(id);
  };
  const place = (story: Story, known?: Known): void => {
    const { id, published, publisher } = story.article;
    stories.set(id, story);
    if (known === undefined && traits.has(id)) return;
    const { tags, byline } = known ?? NOTHING_KNOWN;
    const by = [publisher, byline].filter((name) => name !== null);
    traits.set(id, { tags, published, by });
  };
  const add = (story: Story, known: Known = NOTHING_KNOWN): void => {
    const { id } = story.article;
    if (stories.get(id) !== story || !indexed.has(id)) {
      drop(id);
      const last = inOrder.at(-1);
      const first = last === undefined ? 0 : last.first + last.size;
      const own = { id, first, size: story.sentences.length };
      for (const sentence of story.sentences)
        index.add(first + sentence.index, [...standingStems(sentence.tokens)]);
      inOrder.push(own);
      indexed.set(id, own);
    }
    place(story, known);
  };
  /** By the story's id and the place in it: a rebuilt index has its rows in another order. */
  const compare = (a: number, b: number): number => {
    const [one, other] = [storyAt(inOrder, a), storyAt(inOrder, b)];
    if (one === undefined || other === undefined || one === other) return a - b;
    return one.id < other.id ? -1 : 1;
  };
  /** The stories of a scope, in the order they came. */
  const inside = (scope: Scope | null): readonly Story[] => {
    if (scope === null) return [...stories.values()];
    const isIn = memberOf(scope, stories, traits);
    if (scope.ids === null || scope.ids.length > 1)
      return [...stories.values()].filter(({ article }) => isIn(article.id));
    return scope.ids.filter(isIn).flatMap((id) => stories.get(id) ?? []);
  };
  const countSentences = (scope: Scope | null): number =>
    inside(scope).reduce((sum, { article }) => sum + (indexed.get(article.id)?.size ?? 0), 0);
  return {
    add,
    place,
    put: async (story, known) => add(story, known),
    remove: async (id) => {
      drop(id);
      stories.delete(id);
      traits.delete(id);
    },
    indexed: () => [...indexed.keys()],
    at: (id) => stories.get(id) ?? null,
    find: async (id) => stories.get(id) ?? null,
    open: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const story = stories.get(id);
          return story === undefined ? [] : [[id, story] as const];
        }),
      ),
    count: async (scope) => (scope === null ? stories.size : inside(scope).length),
    page: async (scope, from, limit) =>
      inside(scope)
        .slice(from, from + limit)
        .map(({ article }) => article),
    names: async (scope) => [
      ...new Set(inside(scope).flatMap(({ article }) => traits.get(article.id)?.by ?? [])),
    ],
    lookUp: async (wanted) => findNamed([...stories.values()], wanted),
    countSentences: async (scope) => countSentences(scope),
    findPassages: async (stems, scope, limit) => {
      const isMember = scope === null ? null : memberOf(scope, stories, traits);
      const isIn = (row: number): boolean => {
        const id = storyAt(inOrder, row)?.id ?? '';
        return isMember?.(id) ?? stories.has(id);
      };
      return index.search(stems, limit, isIn, compare).flatMap(({ row, score }) => {
        const own = storyAt(inOrder, row);
        return own === undefined ? [] : [{ story: own.id, sentence: row - own.first, score }];
      });
    },
    save: () => ({ stories: inOrder, index: index.save() }),
  };
}

/** Tells which of the stories at hand a scope means. */
function memberOf(
  scope: Scope,
  stories: ReadonlyMap<string, Story>,
  traits: ReadonlyMap<string, Traits>,
): (id: string) => boolean {
  const ids = scope.ids === null ? null : new Set(scope.ids);
  const isNamed = (id: string): boolean => stories.has(id) && (ids?.has(id) ?? true);
  if (isByName(scope)) return isNamed;
  const known = new Map<string, boolean>();
  return (id) => {
    if (!isNamed(id)) return false;
    const own = traits.get(id);
    const isIn = known.get(id) ?? (own !== undefined && fits(own, scope));
    known.set(id, isIn);
    return isIn;
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
