import type { Holdings } from '../archive/archive.ts';
import { type MemoryArchive, memoryArchive } from '../archive/memory.ts';
import type { Article } from '../article/article.ts';
import { createGather, type Reach } from '../ingest/gather.ts';
import { readSeeds, readStoryFiles } from '../ingest/story-files.ts';
import { type Condition, WELL } from '../store/condition.ts';
import { type DataFolder, hasStories, openDataFolder } from '../store/folder/data-folder.ts';
import { heardStore, type StoryChange } from '../store/heard-store.ts';
import { lateStore } from '../store/late-store.ts';
import { memoryStore } from '../store/memory-store.ts';
import { type FleetPlaces, openFleet, type Shared } from '../store/postgres/fleet.ts';
import { type Filled, fillArchive } from '../store/prepared/fill.ts';
import { prepareAnew, prepareBehind } from '../store/prepared/renew.ts';
import { createStore, type Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { prepare } from '../story/prepare.ts';
import { once } from '../text/lazy.ts';
import { type BotCore, createBot } from './bot.ts';
import type { Conversations } from './conversation.ts';
import { sharedConversations } from './conversation-shared.ts';
import { createStories, type Stories } from './stories.ts';
import { createWatches, type Watches } from './watches.ts';

/** Where a bot's stories are, and what else it may reach. */
export interface BotPlaces {
  /** Stories named at the start: if any, only those are used and nothing is kept. */
  readonly files: readonly string[];
  /** The folder of the stories that ship with the bot: used while the data folder has none. */
  readonly seeds: string;
  readonly dataDir: string;
  /** A database that many processes share, instead of the data folder; null for none. */
  readonly fleet: FleetPlaces | null;
  readonly reach: Reach;
  /** Whether channels' choices and feedback are kept even without stories. */
  readonly keepsChannels: boolean;
  /** Whether the data folder is opened read-only, even while another process has it. */
  readonly readsOnly: boolean;
}

/** What a bot gets from outside: a clock in milliseconds, and listeners. */
export interface BotSurroundings {
  readonly now: () => number;
  /** Called with an error that became an apology; its log must never contain anyone's words. */
  readonly onError: (error: unknown) => void;
  /** A line for the operator. */
  readonly tell: (line: string) => void;
  /** Called with the progress of preparing after an update. */
  readonly onPrepared: (done: number, all: number) => void;
  /** Called with a function that releases the data folder; call that when the process ends. */
  readonly onOpened: (close: () => void) => void;
}

/** A bot, the stories it has, and the store that feeds it. */
export interface OpenBot extends BotCore {
  readonly stories: Stories;
  readonly store: Store;
  /** What channels get without asking. */
  readonly watches: Watches;
  /** How what the processes of a fleet share is doing. */
  readonly condition: () => Condition;
  /**
   * Resolves once this process is the one of its fleet to do something, such as speak where only one may. `onLost` is called when
   * it no longer is.
   */
  readonly lead: (platform: string, onLost: () => void) => Promise<void>;
  /** What the processes of a fleet share; null for a single process. */
  readonly shared: Shared | null;
  /** Releases what is held elsewhere. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a bot over the stories that are named, or those of the data folder, or those that ship with it.
 * Rejects with a `StoreError` or a `StoryFileError`.
 */
export async function openBot(places: BotPlaces, around: BotSurroundings): Promise<OpenBot> {
  const opened = await openStories(places, around);
  const { archive, store: quiet, conversations, condition, lead, shared, close } = opened;
  const { listen, store } = heardIn(quiet, opened.listen);
  const gather = createGather(places.reach);
  return {
    ...createBot({
      ...around,
      archive,
      store,
      gather,
      ...(conversations && { conversations }),
      fetches: places.reach.fetch !== null,
      isChat: places.keepsChannels,
    }),
    stories: createStories(archive, store),
    store,
    watches: createWatches(archive, store, listen),
    condition,
    lead,
    shared,
    close,
  };
}

/** A store with the source of its changes: in a fleet, those of other processes too. */
function heardIn(
  store: Store,
  listen: Watches['listen'] | null,
): { readonly listen: Watches['listen']; readonly store: Store } {
  if (listen !== null) return { listen, store };
  const listeners = new Set<(change: StoryChange) => void>();
  const tell = (change: StoryChange): void => {
    for (const listener of listeners) listener(change);
  };
  return { listen: (listener) => void listeners.add(listener), store: heardStore(store, tell) };
}

interface Opened extends Pick<OpenBot, 'store' | 'condition' | 'lead' | 'shared' | 'close'> {
  readonly archive: Holdings;
  /** Null: this process only. */
  readonly conversations: Conversations | null;
  /** Null: stories only come in here. */
  readonly listen: Watches['listen'] | null;
}

/** The values for a bot of one process without a search engine. */
const ALONE: Pick<Opened, 'conversations' | 'listen' | 'condition' | 'lead' | 'shared' | 'close'> =
  {
    conversations: null,
    listen: null,
    condition: () => WELL,
    lead: async () => undefined,
    shared: null,
    close: async () => undefined,
  };

async function openStories(places: BotPlaces, around: BotSurroundings): Promise<Opened> {
  const { files, seeds, dataDir, fleet, keepsChannels, readsOnly } = places;
  if (files.length === 0 && fleet !== null) return openShared(fleet, around);
  const open = once(() => {
    const data = openDataFolder(dataDir, { now: around.now, readsOnly });
    around.onOpened(data.close);
    for (const line of data.problems) around.tell(line);
    return data;
  });
  const isKept = files.length === 0 && hasStories(dataDir);
  if (isKept || (files.length === 0 && keepsChannels && canOpen(open, around.tell))) {
    const { archive, store } = await openKept(open(), around);
    if (!isKept) addArticles(archive, readSeeds(seeds));
    return { ...ALONE, archive, store };
  }
  const archive = memoryArchive();
  addArticles(archive, files.length > 0 ? readStoryFiles(files) : readSeeds(seeds));
  const store = memoryStore(archive, around.now);
  if (files.length > 0) return { ...ALONE, archive, store };
  return { ...ALONE, archive, store: lateStore(store, () => createStore(open(), archive, [])) };
}

async function openShared(places: FleetPlaces, around: BotSurroundings): Promise<Opened> {
  const { holdings, store, condition, leader, shared, conversations, changes, keepUp, close } =
    await openFleet(places, around);
  keepUp();
  return {
    archive: holdings,
    store,
    conversations: sharedConversations(conversations, holdings, around.now),
    listen: changes.listen,
    condition,
    lead: leader.lead,
    shared,
    close,
  };
}

async function openKept(data: DataFolder, { tell, onPrepared }: BotSurroundings): Promise<Filled> {
  const anew = data.isWritable ? await prepareAnew(data, 'text', onPrepared) : null;
  if (anew !== null && anew.count > 0) {
    const them =
      anew.count === 1 ? '1 story was' : `${anew.count.toLocaleString('en')} stories were`;
    tell(anew.isUpdate ? `After an update ${them} prepared anew, once.` : `${them} prepared.`);
  }
  const filled = fillArchive(data);
  for (const line of filled.problems) tell(line);
  if (!data.isWritable) return filled;
  void prepareBehind(data, filled, (count) => {
    const them = count === 1 ? '1 story is' : `${count.toLocaleString('en')} stories are`;
    tell(`${them} being prepared for the reader in the background; all can be asked meanwhile.`);
  });
  return filled;
}

function addArticles(archive: MemoryArchive, articles: readonly Article[]): void {
  for (const article of articles) archive.add(prepare(article));
}

/** Without stories a bot starts even where nothing can be written, but not where another process has the folder. */
function canOpen(open: () => DataFolder, tell: (line: string) => void): boolean {
  try {
    open();
    return true;
  } catch (error) {
    if (!(error instanceof StoreError) || error.cause === undefined) throw error;
    tell(`${error.message}: channels' choices and feedback are not kept`);
    return false;
  }
}
