import type { Article } from '../article/article.ts';
import type { Incoming } from '../ingest/incoming.ts';
import type { StoryRecord } from './record.ts';

/** A story as it is kept: its record, and its newest text ready to be prepared. */
export interface Kept {
  readonly record: StoryRecord;
  readonly article: Article;
}

/** The texts of the stories that are kept, in all their versions, each story with its record. */
export interface StoryTexts {
  /** Those that can be read, oldest first, and a line for each that can't. */
  readonly readAll: () => { readonly kept: readonly Kept[]; readonly problems: readonly string[] };
  /** Whether a name is taken, even by a story that can't be read. */
  readonly has: (id: string) => boolean;
  /** Keeps a new story, whole or not at all. Throws a `StoreError` or an `ArticleError`. */
  readonly create: (id: string, incoming: Incoming) => Kept;
  /** Keeps a new version, or, if the text is the same, what else has become known. */
  readonly update: (record: StoryRecord, incoming: Incoming) => Kept;
  /** Keeps a story with all its versions, their texts in order. Throws a `StoreError`. */
  readonly restore: (record: StoryRecord, texts: readonly string[]) => void;
  readonly remove: (id: string) => void;
  /** The text of a version. Throws a `StoreError`. */
  readonly readVersion: (record: StoryRecord, number: number) => string;
}
