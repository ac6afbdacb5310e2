import type { Archive } from '../archive/archive.ts';
import { type Article, readArticle, storyId } from '../article/article.ts';
import type { Incoming } from '../ingest/incoming.ts';
import { prepare } from '../story/prepare.ts';
import type { Story } from '../story/story.ts';
import type { Channels } from './channels.ts';
import type { FeedbackLog } from './feedback.ts';
import { fingerprint, newest, type StoryRecord } from './record.ts';
import { hasOtherAddress, isAlike, isElsewhere, placesOf } from './same-story.ts';
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
  /** False where it is not kept here. Throws a `StoreError`. */
  readonly remove: (id: string) => boolean;
  /** Null for stories that are not kept here. */
  readonly find: (id: string) => StoryRecord | null;
  readonly list: () => readonly StoryRecord[];
  /** A story as it is now. Throws a `StoreError`. */
  readonly readArticle: (record: StoryRecord) => Article;
  /** The text of a version. Throws a `StoreError`. */
  readonly readVersion: (record: StoryRecord, number: number) => string;
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

/**
 * A store that feeds an archive, which already holds what was kept before. The same text again
 * changes nothing; another text from the same address, or mostly the same text under the same name and from no
 * other address, is a new version; all else is a new story: a wrong merge is worse than a double.
 */
export function createStore(
  { texts, channels, watches, feedback }: StoreParts,
  archive: Pick<Archive, 'add' | 'remove' | 'find'>,
  kept: readonly StoryRecord[],
  make: Prepare = async (article) => prepare(article),
): Store {
  const records = new Map(kept.map((record) => [record.id, record]));
  const byText = new Map(kept.map((record) => [newest(record).sha256, record.id]));
  const byPlace = new Map(kept.flatMap((record) => placesOf(record).map((at) => [at, record.id])));
  const lookUp = (id: string | undefined) => (id === undefined ? undefined : records.get(id));

  const file = ({ record }: Kept, before: StoryRecord | undefined): void => {
    if (before !== undefined) byText.delete(newest(before).sha256);
    records.set(record.id, record);
    byText.set(newest(record).sha256, record.id);
    for (const place of placesOf(record)) byPlace.set(place, record.id);
  };
  const findSame = (incoming: Incoming): StoryRecord | undefined => {
    const looksAlike = (record: StoryRecord): boolean =>
      isAlike(texts.readVersion(record, newest(record).number), incoming.text);
    for (const place of placesOf(incoming)) {
      const placed = lookUp(byPlace.get(place));
      if (placed !== undefined && (!isElsewhere(placed, incoming) || looksAlike(placed)))
        return placed;
    }
    return namesakes(storyId(incoming.name)).find(
      (record) => !hasOtherAddress(record, incoming) && looksAlike(record),
    );
  };
  /** The stories that wanted the same name: `vote`, `vote-2`, … */
  const namesakes = (id: string): readonly StoryRecord[] => {
    const found: StoryRecord[] = [];
    for (let n = 1; texts.has(numbered(id, n)); n += 1) {
      found.push(...[lookUp(numbered(id, n))].filter((one) => one !== undefined));
    }
    return found;
  };

  /** Keeps its text; `fresh` is what the archive does not have yet. */
  const keep = (incoming: Incoming): { readonly added: Added; readonly fresh: Kept | null } => {
    const twin = lookUp(byText.get(fingerprint(incoming.text)));
    const before = twin ?? findSame(incoming);
    if (before === undefined) {
      const isTaken = (id: string) => texts.has(id) || archive.find(id) !== null;
      const fresh = texts.create(freeId(storyId(incoming.name), isTaken), incoming);
      file(fresh, undefined);
      return { added: { kind: 'added', record: fresh.record }, fresh };
    }
    const isSame = newest(before).sha256 === fingerprint(incoming.text);
    if (isSame && incoming.tags.every((tag) => before.tags.includes(tag))) {
      return { added: { kind: 'same', record: before }, fresh: null };
    }
    const next = texts.update(before, isSame ? withTags(before, incoming) : incoming);
    file(next, before);
    const kind = isSame ? 'same' : 'changed';
    return { added: { kind, record: next.record }, fresh: isSame ? null : next };
  };

  return {
    add: async (incoming) => {
      const { added, fresh } = keep(incoming);
      const story = fresh && (await make(fresh.article));
      // by then it may have changed again, or be gone
      if (story !== null && records.get(added.record.id) === added.record) archive.add(story);
      return added;
    },
    remove: (id) => {
      const record = records.get(id);
      if (record === undefined) return false;
      texts.remove(id);
      records.delete(id);
      byText.delete(newest(record).sha256);
      for (const place of placesOf(record)) byPlace.delete(place);
      archive.remove(id);
      return true;
    },
    find: (id) => records.get(id) ?? null,
    list: () => [...records.values()],
    readArticle: (record) =>
      readArticle(record.id, texts.readVersion(record, newest(record).number), record.known),
    readVersion: (record, number) => texts.readVersion(record, number),
    channels,
    watches,
    feedback,
  };
}

/** The same text found elsewhere brings its tags, and nothing else. */
function withTags(before: StoryRecord, incoming: Incoming): Incoming {
  const { known, byline, origin, note } = before;
  return { ...incoming, known, byline, origin, note };
}

/** `vote`, or `vote-2` where that is taken. */
function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  let n = 1;
  while (isTaken(numbered(wanted, n))) n += 1;
  return numbered(wanted, n);
}

function numbered(id: string, n: number): string {
  return n === 1 ? id : `${id.slice(0, 36)}-${n}`;
}
