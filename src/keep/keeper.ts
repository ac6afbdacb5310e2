import type { Archive } from '../archive/archive.ts';
import type { Incoming } from '../ingest/incoming.ts';
import { type Article, readArticle, storyId } from '../story/article.ts';
import { prepare } from '../story/prepare.ts';
import type { Story } from '../story/story.ts';
import { fingerprint, newest, type StoryRecord } from './record.ts';
import type { Kept, Shelf } from './shelf.ts';

/** What became of a story that came in. */
export interface Added {
  readonly kind: 'added' | 'changed' | 'same';
  readonly record: StoryRecord;
}

/** Keeps the stories of a shelf and those of an archive the same. */
export interface Keeper {
  /**
   * Others are answered while it is prepared; it is asked once that is done. Rejects with a `KeepError`
   * or an `ArticleError`; then nothing has changed.
   */
  readonly add: (incoming: Incoming) => Promise<Added>;
  /** False where it is not one of the shelf's. Throws a `KeepError`. */
  readonly remove: (id: string) => boolean;
  /** Null for stories that are not on the shelf. */
  readonly find: (id: string) => StoryRecord | null;
  readonly list: () => readonly StoryRecord[];
  /** A story as it is now. Throws a `KeepError`. */
  readonly readArticle: (record: StoryRecord) => Article;
  /** The text of a version. Throws a `KeepError`. */
  readonly readVersion: (record: StoryRecord, number: number) => string;
}

/** Makes a story of an article, while others are answered. */
export type Prepare = (article: Article) => Promise<Story>;

/**
 * A keeper over a shelf and an archive that already holds what was read from it. The same text again
 * changes nothing; another text from the same place, or much the same text under the same name, is
 * a new version; all else is a new story.
 */
export function createKeeper(
  shelf: Shelf,
  archive: Pick<Archive, 'add' | 'remove' | 'find'>,
  kept: readonly StoryRecord[],
  make: Prepare = async (article) => prepare(article),
): Keeper {
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
    const { origin, known, name, text } = incoming;
    const places = [known?.url, origin].filter((place) => place != null);
    const placed = places.map((place) => lookUp(byPlace.get(place))).find((one) => one);
    if (placed !== undefined) return placed;
    const named = records.get(storyId(name));
    return named && isAlike(shelf.readVersion(named, newest(named).number), text)
      ? named
      : undefined;
  };

  /** Puts it on the shelf; `fresh` is what the archive does not have yet. */
  const keep = (incoming: Incoming): { readonly added: Added; readonly fresh: Kept | null } => {
    const twin = lookUp(byText.get(fingerprint(incoming.text)));
    const before = twin ?? findSame(incoming);
    if (before === undefined) {
      const isTaken = (id: string) => shelf.has(id) || archive.find(id) !== null;
      const fresh = shelf.create(freeId(storyId(incoming.name), isTaken), incoming);
      file(fresh, undefined);
      return { added: { kind: 'added', record: fresh.record }, fresh };
    }
    const isSame = newest(before).sha256 === fingerprint(incoming.text);
    if (isSame && incoming.tags.every((tag) => before.tags.includes(tag))) {
      return { added: { kind: 'same', record: before }, fresh: null };
    }
    const next = shelf.update(before, isSame ? withTags(before, incoming) : incoming);
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
      shelf.remove(id);
      records.delete(id);
      byText.delete(newest(record).sha256);
      for (const place of placesOf(record)) byPlace.delete(place);
      archive.remove(id);
      return true;
    },
    find: (id) => records.get(id) ?? null,
    list: () => [...records.values()],
    readArticle: (record) =>
      readArticle(record.id, shelf.readVersion(record, newest(record).number), record.known),
    readVersion: (record, number) => shelf.readVersion(record, number),
  };
}

/** The same text found elsewhere brings its tags, and nothing else. */
function withTags(before: StoryRecord, incoming: Incoming): Incoming {
  const { known, byline, origin, note } = before;
  return { ...incoming, known, byline, origin, note };
}

/** The addresses by which a story is known again. */
function placesOf({ known, origin }: StoryRecord): readonly string[] {
  return [known?.url, origin].filter((place) => place != null);
}

/** `vote`, or `vote-2` where that is taken. */
function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  let id = wanted;
  for (let n = 2; isTaken(id); n += 1) id = `${wanted.slice(0, 36)}-${n}`;
  return id;
}

const ALIKE = 0.3; // share of the shorter text's sentences that the other one holds too

/** Whether a text is another state of the same story, not another story of the same name. */
function isAlike(before: string, after: string): boolean {
  const [a, b] = [pieces(before), pieces(after)];
  const shared = [...a].filter((piece) => b.has(piece)).length;
  return shared >= Math.max(1, Math.min(a.size, b.size) * ALIKE);
}

function pieces(text: string): ReadonlySet<string> {
  const all = text.split(/[.!?\r\n]+/).map((piece) => piece.replace(/\s+/g, ' ').trim());
  return new Set(all.filter((piece) => piece.length > 15));
}
