import type { Archive } from '../archive/archive.ts';
import { type Article, readArticle, storyId } from '../article/article.ts';
import type { Incoming } from '../ingest/incoming.ts';
import { prepare } from '../story/prepare.ts';
import type { Story } from '../story/story.ts';
import { readWords } from '../text/words.ts';
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
 * changes nothing; another text from the same address, or mostly the same text under the same name and from no
 * other address, is a new version; all else is a new story: a wrong merge is worse than a double.
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
    const looksAlike = (record: StoryRecord): boolean =>
      isAlike(shelf.readVersion(record, newest(record).number), incoming.text);
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
    for (let n = 1; shelf.has(numbered(id, n)); n += 1) {
      found.push(...[lookUp(numbered(id, n))].filter((one) => one !== undefined));
    }
    return found;
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

type Placed = Pick<StoryRecord, 'known' | 'origin'>;

/** The addresses by which a story is known again. That of a whole site is none. */
function placesOf({ known, origin }: Placed): readonly string[] {
  const url = known?.url ?? null;
  return [url !== null && isFrontPage(url) ? null : url, origin].filter((place) => place !== null);
}

function isFrontPage(url: string): boolean {
  return URL.canParse(url) && /^\/?$/.test(new URL(url).pathname) && new URL(url).search === '';
}

/** Whether both were fetched, each from another address: a page can name another one as its own. */
function isElsewhere(a: Placed, b: Placed): boolean {
  return isAddress(a.origin) && isAddress(b.origin) && a.origin !== b.origin;
}

function hasOtherAddress(a: Placed, b: Placed): boolean {
  const [before, after] = [a, b].map((one) => placesOf(one).filter(isAddress));
  return !!before?.length && !!after?.length && !before.some((place) => after.includes(place));
}

function isAddress(place: string | null): boolean {
  return place !== null && /^https?:/i.test(place);
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

const ALIKE = 0.6; // share of the shorter text that stands in the other one
const RUN = 4; // words: two texts on one matter share shorter runs by chance
const FEWEST_RUNS = 25; // a sentence of a story has 20: one alone proves nothing

/**
 * Whether a text is another state of the same story, not another story of the same name: most of its words
 * stand in the same order, and not just those of a headline or of one sentence.
 */
function isAlike(before: string, after: string): boolean {
  const [a, b] = [runsOf(before), runsOf(after)];
  const shared = [...a].filter((run) => b.has(run)).length;
  return shared >= Math.max(FEWEST_RUNS, Math.min(a.size, b.size) * ALIKE);
}

/** The runs of words of a text; its first line, which may be a headline, counts only where it is a sentence. */
function runsOf(text: string): ReadonlySet<string> {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const told = lines.filter((line, i) => i > 0 || /[.!?]["”’']?\s*$/.test(line)).join(' ');
  const words = readWords(told).map(({ fold }) => fold);
  return new Set(words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' ')));
}
