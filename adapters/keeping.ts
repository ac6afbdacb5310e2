import {
  type Archive,
  createGather,
  createKeeper,
  type DataFolder,
  hasStories,
  KeepError,
  type Keeping,
  memoryArchive,
  memoryKeeping,
  openDataFolder,
  prepare,
  type Reach,
  readSeeds,
  readStoryFiles,
} from '../src/index.ts';

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
export function openStories({ files, seeds, dataDir, reach, keepsChannels }: Places): Opened {
  const archive = memoryArchive();
  const gather = createGather(reach);
  const now = Date.now;
  const isKept = files.length === 0 && hasStories(dataDir);
  if (!isKept) {
    for (const article of files.length > 0 ? readStoryFiles(files) : readSeeds(seeds)) {
      archive.add(prepare(article));
    }
  }
  if (files.length > 0) return { archive, keeping: memoryKeeping(archive, now, gather) };
  const open = once(() => openDataHere(dataDir));
  if (isKept || (keepsChannels && canOpen(open))) {
    return { archive, keeping: { ...fillArchive(archive, open()), gather } };
  }
  const late = lateKeeper(() => fillArchive(archive, open()).keeper);
  return { archive, keeping: { ...memoryKeeping(archive, now, gather), keeper: late } };
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

/** Puts what a data folder holds into an archive; what can't be read is a line on the error output. */
function fillArchive(
  archive: Archive,
  { shelf, channels, feedback }: DataFolder,
): Pick<Keeping, 'keeper' | 'channels' | 'feedback'> {
  const { kept, problems } = shelf.readAll();
  for (const line of problems) console.error(line);
  for (const { article } of kept) archive.add(prepare(article));
  const records = kept.map(({ record }) => record);
  return { keeper: createKeeper(shelf, archive, records), channels, feedback };
}

type Keeper = Keeping['keeper'];

/** Makes the data folder when the first story is added, not before: most who try a console never do. */
function lateKeeper(open: () => Keeper): Keeper {
  const keeper = once(open);
  let isOpen = false;
  return {
    add: (incoming) => {
      isOpen = true;
      return keeper().add(incoming);
    },
    remove: (id) => isOpen && keeper().remove(id),
    find: (id) => (isOpen ? keeper().find(id) : null),
    list: () => (isOpen ? keeper().list() : []),
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
