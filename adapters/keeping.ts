import {
  type Archive,
  createGather,
  createKeeper,
  type DataFolder,
  fillArchive,
  hasStories,
  KeepError,
  type Keeping,
  memoryArchive,
  memoryKeeping,
  openDataFolder,
  prepare,
  prepareAnew,
  prepareBehind,
  type Reach,
  readSeeds,
  readStoryFiles,
} from '../src/index.ts';
import { createProgress } from './progress.ts';

/** What a bot is made over. */
export interface Opened {
  readonly archive: Archive;
  readonly keeping: Keeping;
}

/** Where stories are, and what may be reached for more. */
export interface Places {
  /** Named with `--story`: then those only, and nothing is kept. */
  readonly files: readonly string[];
  /** Stories that ship with the bot: used while the data folder has none. */
  readonly seeds: string;
  readonly dataDir: string;
  readonly reach: Reach;
  /** Whether choices of channels and feedback are kept even where no story is. */
  readonly keepsChannels: boolean;
}

/**
 * Opens the stories named, or those of the data folder, or those that ship with the bot. A data folder
 * is given back when the process ends. Throws a `KeepError` or a `StoryFileError`.
 */
export async function openStories({
  files,
  seeds,
  dataDir,
  reach,
  keepsChannels,
}: Places): Promise<Opened> {
  const gather = createGather(reach);
  const fetches = reach.fetch !== null;
  const isKept = files.length === 0 && hasStories(dataDir);
  const open = once(() => openDataHere(dataDir));
  if (isKept || (files.length === 0 && keepsChannels && canOpen(open))) {
    const { channels, feedback } = open();
    const progress = createProgress('prepared anew');
    const anew = await prepareAnew(open(), 'text', progress.show);
    progress.clear();
    if (anew !== null && anew > 0) {
      const them = anew === 1 ? '1 story was' : `${anew.toLocaleString('en')} stories were`;
      console.error(`After an update ${them} prepared anew, once.`);
    }
    const filled = fillArchive(open());
    const { archive, keeper, problems } = filled;
    for (const line of problems) console.error(line);
    void prepareBehind(open(), filled, sayBehind);
    if (!isKept) addArticles(archive, readSeeds(seeds));
    return { archive, keeping: { keeper, channels, feedback, gather, fetches } };
  }
  const archive = memoryArchive();
  addArticles(archive, files.length > 0 ? readStoryFiles(files) : readSeeds(seeds));
  const waiting = memoryKeeping(archive, Date.now, gather, fetches);
  if (files.length > 0) return { archive, keeping: waiting };
  const keeper = lateKeeper(() => createKeeper(open().shelf, archive, []));
  return { archive, keeping: { ...waiting, keeper } };
}

function sayBehind(count: number): void {
  const them = count === 1 ? '1 story is' : `${count.toLocaleString('en')} stories are`;
  console.error(`${them} made ready for the reader in the background; all can be asked meanwhile.`);
}

function addArticles(archive: Archive, articles: ReturnType<typeof readSeeds>): void {
  for (const article of articles) archive.add(prepare(article));
}

/** Without stories a bot starts all the same where nothing can be written; not where another has the folder. */
function canOpen(open: () => DataFolder): boolean {
  try {
    open();
    return true;
  } catch (error) {
    if (!(error instanceof KeepError) || error.cause === undefined) throw error;
    console.error(`${error.message}: channels' choices and feedback are not kept`);
    return false;
  }
}

type Keeper = Keeping['keeper'];

/** Makes the data folder when the first story is added, not before: most who try a console never do. */
function lateKeeper(open: () => Keeper): Keeper {
  const keeper = once(open);
  let isOpen = false;
  return {
    add: async (incoming) => {
      isOpen = true;
      return keeper().add(incoming);
    },
    remove: (id) => isOpen && keeper().remove(id),
    find: (id) => (isOpen ? keeper().find(id) : null),
    list: () => (isOpen ? keeper().list() : []),
    readArticle: (record) => keeper().readArticle(record),
    readVersion: (record, number) => keeper().readVersion(record, number),
  };
}

/** Opens a data folder for as long as the process lives. Throws a `KeepError`. */
export function openDataHere(dataDir: string): DataFolder {
  const data = openDataFolder(dataDir, { now: Date.now });
  process.once('exit', data.close);
  return data;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
