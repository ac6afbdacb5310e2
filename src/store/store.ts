import type { Archive, Catalogue, Known } from '../archive/archive.ts';
import { type Article, readArticle } from '../article/article.ts';
import type { Incoming } from '../ingest/incoming.ts';
import { hear } from '../story/hear.ts';
import { prepare } from '../story/prepare.ts';
import type { Story } from '../story/story.ts';
import type { Channels } from './channels.ts';
import type { FeedbackLog } from './feedback.ts';
import { type Lookups, planFor } from './plan.ts';
import { newest, type StoryRecord } from './record.ts';
import { placesOf, plainAddress } from './same-story.ts';
import type { Kept, StoryTexts } from './texts.ts';

/** What became of a story that came in. */
export interface Added {
  readonly kind: 'added' | 'changed' | 'same';
  readonly record: StoryRecord;
}

/** Stories kept with their versions, what each channel is about, and what people thought of answers. */
export interface Store {
  /**
   * Others are answered while it is prepared; it is asked once that is done. Rejects with a `StoreError`
   * or an `ArticleError`; then nothing has changed.
   */
  readonly add: (incoming: Incoming) => Promise<Added>;
  /** False where it is not kept here. Rejects with a `StoreError`. */
  readonly remove: (id: string) => Promise<boolean>;
  /** Null for stories that are not kept here. */
  readonly find: (id: string) => Promise<StoryRecord | null>;
  /** The story that came from an address, or names it as its own. */
  readonly findFrom: (address: string) => Promise<StoryRecord | null>;
  /** At most `limit` of the stories in order of arrival, after the first `from`. */
  readonly page: (from: number, limit: number) => Promise<readonly StoryRecord[]>;
  /** A story as it is now. Rejects with a `StoreError`. */
  readonly readArticle: (record: StoryRecord) => Promise<Article>;
  /** The text of a version. Rejects with a `StoreError`. */
  readonly readVersion: (record: StoryRecord, number: number) => Promise<string>;
  readonly channels: Channels;
  /** What each channel watches, a line for each thing. */
  readonly watches: Channels;
  readonly feedback: FeedbackLog;
}

/** What a store is made over: in a data folder, or in memory. */
export interface StoreParts {
  readonly texts: StoryTexts;
  readonly channels: Channels;
  readonly watches: Channels;
  readonly feedback: FeedbackLog;
}

/** Makes a story of an article, while others are answered. */
export type Prepare = (article: Article) => Promise<Story>;

/** What a store needs of what it feeds. */
export type Fed = Pick<Archive, 'put' | 'remove'> & Pick<Catalogue, 'find'>;

/** What an archive is told about a story besides its words. */
export function knownOf({ tags, byline }: StoryRecord): Known {
  return { tags, byline };
}

/** All records of a store, a page at a time. */
export async function* allRecords(store: Pick<Store, 'page'>): AsyncGenerator<StoryRecord> {
  for (let from = 0; ; from += PAGE) {
    const page = await store.page(from, PAGE);
    yield* page;
    if (page.length < PAGE) return;
  }
}

/** When the newest story, or version of one, came in, in milliseconds; null where none is kept. */
export async function lastAdded(store: Pick<Store, 'page'>): Promise<number | null> {
  let latest: number | null = null;
  for await (const one of allRecords(store))
    latest = Math.max(latest ?? 0, Date.parse(newest(one).added));
  return latest;
}

const PAGE = 500; // records: some hundred kilobytes

/** A store that feeds an archive, which already has what was kept before. */
export function createStore(
  { texts, channels, watches, feedback }: StoreParts,
  holdings: Fed,
  kept: readonly StoryRecord[],
  make: Prepare = (article) => hear(prepare(article)),
): Store {
  const records = new Map(kept.map((record) => [record.id, record]));
  const byText = new Map(kept.map((record) => [newest(record).sha256, record.id]));
  const byPlace = new Map(kept.flatMap((record) => placesOf(record).map((at) => [at, record.id])));
  const lookUp = (id: string | undefined) => (id === undefined ? null : (records.get(id) ?? null));
  const lookups: Lookups = {
    byId: async (id) => lookUp(id),
    byText: async (sha256) => lookUp(byText.get(sha256)),
    byPlace: async (place) => lookUp(byPlace.get(place)),
    readText: async (record) => texts.readVersion(record, newest(record).number),
    isKept: async (id) => texts.has(id),
    isTaken: async (id) => texts.has(id) || (await holdings.find(id)) !== null,
  };

  const file = ({ record }: Kept, before: StoryRecord | null): void => {
    if (before !== null) byText.delete(newest(before).sha256);
    records.set(record.id, record);
    byText.set(newest(record).sha256, record.id);
    for (const place of placesOf(record)) byPlace.set(place, record.id);
  };

  /** Keeps its text. */
  const keep = async (incoming: Incoming): Promise<Keeping> => {
    const plan = await planFor(incoming, lookups);
    switch (plan.kind) {
      case 'create': {
        const fresh = texts.create(plan.id, incoming);
        file(fresh, null);
        return { added: { kind: 'added', record: fresh.record }, fresh, before: null };
      }
      case 'nothing':
        return { added: { kind: 'same', record: plan.record }, fresh: null, before: plan.record };
      case 'update': {
        const { record: before, isSame } = plan;
        const next = texts.update(before, plan.incoming);
        file(next, before);
        const kind = isSame ? 'same' : 'changed';
        return { added: { kind, record: next.record }, fresh: isSame ? null : next, before };
      }
    }
  };

  const inTurn = createTurns();
  return {
    add: async (incoming) => {
      const { added, fresh, before } = await inTurn(() => keep(incoming));
      const { record } = added;
      const isRetagged = before !== null && before.tags.length !== record.tags.length;
      const story = fresh
        ? await make(fresh.article)
        : isRetagged
          ? await holdings.find(record.id)
          : null;
      // by now it may have changed again or be gone
      if (story !== null && records.get(record.id) === record)
        await holdings.put(story, knownOf(record));
      return added;
    },
    remove: async (id) => {
      const record = records.get(id);
      if (record === undefined) return false;
      texts.remove(id);
      records.delete(id);
      byText.delete(newest(record).sha256);
      for (const place of placesOf(record)) byPlace.delete(place);
      await holdings.remove(id);
      return true;
    },
    find: async (id) => records.get(id) ?? null,
    findFrom: async (address) =>
      [...records.values()].find((one) => placesOf(one).includes(plainAddress(address))) ?? null,
    page: async (from, limit) => [...records.values()].slice(from, from + limit),
    readArticle: async (record) =>
      readArticle(record.id, texts.readVersion(record, newest(record).number), record.known),
    readVersion: async (record, number) => texts.readVersion(record, number),
    channels,
    watches,
    feedback,
  };
}

/** The outcome of keeping a text: `fresh` is what the archive does not have yet; `before`, the record it had. */
interface Keeping {
  readonly added: Added;
  readonly fresh: Kept | null;
  readonly before: StoryRecord | null;
}

/** Does one piece of work after the other, whatever the outcome: two stories must not take one name. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const own = last.then(work, work);
    last = own;
    return own;
  };
}
