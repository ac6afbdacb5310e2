import { type DataFolder, hasStories, openDataFolder } from '../store/folder/data-folder.ts';
import { folderTransfer } from '../store/folder/folder-transfer.ts';
import { type FleetPlaces, openFleet } from '../store/postgres/fleet.ts';
import { fleetTransfer } from '../store/postgres/transfer.ts';
import { createStore, type Fed, type Store } from '../store/store.ts';
import type { Transferable } from '../store/transfer.ts';
import { once } from '../text/lazy.ts';
import type { BotSurroundings } from './open.ts';

/** Where stories are kept: in a folder, or in a database that many processes share. */
export interface KeptPlaces {
  readonly dataDir: string;
  /** Null for the folder. */
  readonly fleet: FleetPlaces | null;
}

/** What is kept, opened to be changed, not asked. */
export interface Kept {
  /** The folder; null for a database. */
  readonly data: DataFolder | null;
  /** Throws a `StoreError`. */
  readonly store: () => Store;
  readonly transfer: () => Transferable;
  /** Prepares stories in a database that are not prepared yet. Resolves to their number. */
  readonly feed: (onFed: (done: number) => void) => Promise<number>;
  /** Rebuilds the search engine's index. */
  readonly rebuild: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Whether stories are kept; a database is not queried. */
export function keepsStories({ dataDir, fleet }: KeptPlaces): boolean {
  return fleet !== null || hasStories(dataDir);
}

/** Opens the store. Rejects with a `StoreError`. */
export async function openKept(
  { dataDir, fleet }: KeptPlaces,
  around: Pick<BotSurroundings, 'now' | 'tell' | 'onOpened'>,
): Promise<Kept> {
  if (fleet === null) return openFolder(dataDir, around);
  const { store, holdings, close } = await openFleet(fleet, around);
  return {
    data: null,
    store: () => store,
    transfer: () => fleetTransfer(store),
    feed: store.feed,
    rebuild: holdings.rebuild,
    close,
  };
}

function openFolder(
  dataDir: string,
  { now, tell, onOpened }: Pick<BotSurroundings, 'now' | 'tell' | 'onOpened'>,
): Kept {
  const data = openDataFolder(dataDir, { now });
  onOpened(data.close);
  for (const line of data.problems) tell(line);
  return {
    data,
    store: once(() => {
      const { kept, problems } = data.texts.readAll();
      for (const line of problems) tell(line);
      const records = kept.map(({ record }) => record);
      return createStore(data, NOWHERE, records);
    }),
    transfer: () => folderTransfer(data),
    feed: async () => 0,
    rebuild: async () => undefined,
    close: async () => undefined,
  };
}

/** The archive of a store that is never asked. */
const NOWHERE: Fed = {
  put: async () => undefined,
  remove: async () => undefined,
  find: async () => null,
};
