import {
  createStore,
  type DataFolder,
  type FleetPlaces,
  hasStories,
  openFleet,
  type PostgresStore,
  type Store,
} from '../src/index.ts';
import { openDataHere } from './data-folder.ts';

/** Where stories are kept: in a folder, or in a database that many processes share. */
export interface KeptPlaces {
  readonly dataDir: string;
  /** Null for the folder. */
  readonly fleet: FleetPlaces | null;
}

/** What is kept, opened to be changed: nothing is asked here. */
export type Kept = KeptInFolder | KeptInFleet;

interface KeptInFolder {
  readonly data: DataFolder;
  readonly store: Store;
  readonly close: () => Promise<void>;
}

interface KeptInFleet {
  readonly data: null;
  readonly store: PostgresStore;
  /** Fills the search engine's index anew. */
  readonly rebuild: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const NOWHERE = {
  put: async () => undefined,
  remove: async () => undefined,
  find: async () => null,
};

/** Opens what is kept. Rejects with a `StoreError`. */
export function openKept(places: KeptPlaces): Promise<Kept> {
  return places.fleet === null
    ? Promise.resolve(openFolder(places.dataDir))
    : openInFleet(places.fleet);
}

function openFolder(dataDir: string): KeptInFolder {
  const data = openDataHere(dataDir);
  const { kept, problems } = data.texts.readAll();
  for (const line of problems) console.error(line);
  const records = kept.map(({ record }) => record);
  return { data, store: createStore(data, NOWHERE, records), close: async () => undefined };
}

/** Opens what is kept in a database. Rejects with a `StoreError`. */
export async function openInFleet(fleet: FleetPlaces): Promise<KeptInFleet> {
  const { store, holdings, close } = await openFleet(fleet, {
    now: Date.now,
    tell: (line) => console.error(line),
  });
  return { data: null, store, rebuild: holdings.rebuild, close };
}

/** Says so where no story is kept in a folder yet; no folder is made for that. */
export function isEmpty({ dataDir, fleet }: KeptPlaces): boolean {
  if (fleet !== null || hasStories(dataDir)) return false;
  console.error(`No story is kept in ${dataDir} yet.`);
  return true;
}
