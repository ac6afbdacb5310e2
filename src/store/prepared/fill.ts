import { type MemoryArchive, memoryArchive } from '../../archive/memory.ts';
import type { Article } from '../../article/article.ts';
import type { Story } from '../../story/story.ts';
import type { DataFolder } from '../folder/data-folder.ts';
import { writeThrough } from '../folder/disk.ts';
import { newest } from '../record.ts';
import { createStore, knownOf, type Store } from '../store.ts';
import { openPrepared, type PreparedStories } from './prepared-stories.ts';
import { rulesVersion } from './rules.ts';
import { readSnapshot, type Snapshot, writeSnapshot } from './snapshot.ts';
import { prepareAside } from './workers.ts';

/** A data folder's stories, ready to be asked. */
export interface Filled {
  readonly archive: MemoryArchive;
  readonly store: Store;
  /** A line for each story that can't be read. */
  readonly problems: readonly string[];
  /** Closes the open stories, so that what was prepared since is used. */
  readonly reopen: () => void;
}

const MOST_OPEN = 200; // stories: an answer looks at as many at most; each takes about 0.15 MB
export const FEW_NEW = 20; // stories to index at each start rather than rewrite the snapshot
const SHARE_NEW = 0.05;

/**
 * Fills an archive from a data folder: from its snapshot if that is valid, else from the texts; if
 * many were new to the snapshot, it is rewritten.
 */
export function fillArchive(data: DataFolder): Filled {
  const { kept, problems } = data.texts.readAll();
  const rules = rulesVersion();
  const { archive, held } = openArchive(readSnapshot(data.folder, rules));
  const preparedStories = openPrepared(data.folder);
  const take = keepFewOpen(archive, preparedStories);
  let changed = 0;
  for (const { record, article } of kept) {
    if (held.get(article.id) === newest(record).sha256)
      archive.place(take(article), knownOf(record));
    else {
      archive.add(take(article), knownOf(record));
      changed += 1;
    }
  }
  const ids = new Set(kept.map(({ article }) => article.id));
  const gone = archive.indexed().filter((id) => !ids.has(id));
  for (const id of gone) void archive.remove(id); // in memory it is done at once
  if (changed + gone.length > Math.max(FEW_NEW, kept.length * SHARE_NEW)) {
    const now = Object.fromEntries(kept.map(({ record }) => [record.id, newest(record).sha256]));
    writeSnapshot(data.folder, rules, { held: now, saved: archive.save() }, writeThrough);
  }
  const records = kept.map(({ record }) => record);
  const aside = prepareAside(data.folder);
  const make = async (article: Article): Promise<Story> => {
    await aside(article);
    return take(article);
  };
  const store = createStore(data, archive, records, make);
  const reopen = (): void => {
    for (const id of archive.indexed()) {
      const story = archive.at(id);
      if (story !== null) archive.place(take(story.article));
    }
  };
  return { archive, store, problems, reopen };
}

/** The archive of a snapshot, and which texts it holds; empty if there is none or it is damaged. */
function openArchive(snapshot: Snapshot | null): {
  readonly archive: MemoryArchive;
  readonly held: ReadonlyMap<string, string>;
} {
  try {
    const archive = memoryArchive(snapshot?.saved ?? null);
    const ids = new Set(archive.indexed());
    const held = Object.entries(snapshot?.held ?? {}).filter(([id]) => ids.has(id));
    return { archive, held: new Map(held) };
  } catch {
    return { archive: memoryArchive(), held: new Map() };
  }
}

/** Keeps few stories open at a time: the one opened longest ago is replaced by a closed one. */
function keepFewOpen(
  archive: MemoryArchive,
  preparedStories: PreparedStories,
): (article: Article) => Story {
  const opened: Story[] = [];
  const take = (article: Article): Story =>
    preparedStories.take(article, (story) => {
      opened.push(story);
      const oldest = opened.length > MOST_OPEN ? opened.shift() : undefined;
      if (oldest === undefined || archive.at(oldest.article.id) !== oldest) return;
      archive.place(take(oldest.article));
    });
  return take;
}
