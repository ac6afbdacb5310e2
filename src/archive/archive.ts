import type { Article } from '../article/article.ts';
import type { Sentence } from '../article/sentence.ts';
import type { Story } from '../story/story.ts';
import type { Scope } from './scope.ts';

/** A sentence that the archive offers: the story's id, its place there, and its bare search score. */
export interface Candidate {
  readonly story: string;
  readonly sentence: number;
  readonly score: number;
}

/** What is known of a story beside what it says. */
export interface Known {
  readonly tags: readonly string[];
  readonly byline: string | null;
}

/** Where stories are searched. It offers candidates; ranking stays ours. Null for a scope: all stories. */
export interface Archive {
  /** Adds a story, or replaces the one with its id. */
  readonly put: (story: Story, known: Known) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  readonly countSentences: (scope: Scope | null) => Promise<number>;
  /**
   * Sentences that hold any of the stems, best first, at most `limit`; of one score by the story's id and the
   * place in it. The same for the same stories, in whatever order they came.
   */
  readonly findPassages: (
    stems: readonly string[],
    scope: Scope | null,
    limit: number,
  ) => Promise<readonly Candidate[]>;
}

/** What a list says of a story. */
export type Entry = Pick<Article, 'id' | 'headline' | 'publisher' | 'published'>;

/** Which stories there are, in order of arrival; an updated one keeps its place. */
export interface Catalogue {
  readonly find: (id: string) => Promise<Story | null>;
  /** Those of the given stories that exist, by id. */
  readonly open: (ids: readonly string[]) => Promise<ReadonlyMap<string, Story>>;
  readonly count: (scope: Scope | null) => Promise<number>;
  /** At most `limit` of the stories, after the first `from`. */
  readonly page: (scope: Scope | null, from: number, limit: number) => Promise<readonly Entry[]>;
  /** Who published and wrote them: each name once. */
  readonly names: (scope: Scope | null) => Promise<readonly string[]>;
  /**
   * The id of the one story that is meant by its id, its headline, its place among all from 1, or the beginning
   * of its id or of its title; null for none, or for several.
   */
  readonly lookUp: (wanted: string) => Promise<string | null>;
}

/** What a bot asks: an archive, and the catalogue of what is in it. */
export interface Holdings extends Archive, Catalogue {}

/** Up to this many stories, a listing of everything in them is readable, and quick enough to wait for. */
export const FEW_STORIES = 40;

/** Sentences to ask for when a question or a person is searched in many stories. */
export const OFFERED = 200;

/** The first `limit` stories of a scope, open, in their order. */
export async function openFirst(
  catalogue: Catalogue,
  scope: Scope | null,
  limit: number,
): Promise<readonly Story[]> {
  return openAll(catalogue, await catalogue.page(scope, 0, limit));
}

async function openAll(
  catalogue: Catalogue,
  entries: readonly Pick<Entry, 'id'>[],
): Promise<readonly Story[]> {
  const open = await catalogue.open(entries.map(({ id }) => id));
  return entries.flatMap(({ id }) => open.get(id) ?? []);
}

/** A sentence that was found, its story open. */
export interface Passage {
  readonly story: Story;
  readonly sentence: Sentence;
  readonly score: number;
}

/** What `findPassages` finds, opened. A story that has since gone, or become shorter, is left out. */
export async function openPassages(
  holdings: Holdings,
  stems: readonly string[],
  scope: Scope | null,
  limit: number,
): Promise<readonly Passage[]> {
  const found = await holdings.findPassages(stems, scope, limit);
  const open = await holdings.open([...new Set(found.map(({ story }) => story))]);
  return found.flatMap(({ story: id, sentence: at, score }) => {
    const story = open.get(id);
    const sentence = story?.sentences[at];
    return story === undefined || sentence === undefined ? [] : [{ story, sentence, score }];
  });
}

/** Stories as they are listed: how many there are, the first of them, and of these the first open. */
export interface Listing {
  readonly all: number;
  readonly entries: readonly Entry[];
  readonly stories: readonly Story[];
}

const MOST_LISTED = 10_000; // stories: the most that a list returned as data has
const MOST_OPENED = 100; // stories: more can't be read in a chat, and opening thousands takes its time

/** The stories of a scope, to be listed. */
export async function listStories(catalogue: Catalogue, scope: Scope | null): Promise<Listing> {
  const entries = await catalogue.page(scope, 0, MOST_LISTED);
  const all = entries.length < MOST_LISTED ? entries.length : await catalogue.count(scope);
  return { all, entries, stories: await openAll(catalogue, entries.slice(0, MOST_OPENED)) };
}
