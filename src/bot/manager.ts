import { existsSync } from 'node:fs';
import { sourceOf } from '../ingest/gather.ts';
import { writeThrough, writeWhole } from '../store/folder/disk.ts';
import { newest } from '../store/record.ts';
import { allRecords, type Store } from '../store/store.ts';
import { exportLines, type Imported, importLines } from '../store/transfer.ts';
import { type Adding, addAll, type Tally } from './adding.ts';
import { type Kept, type KeptPlaces, openKept } from './kept.ts';
import type { BotSurroundings } from './open.ts';

/** An entry in the list of what is kept. */
export interface Listed {
  readonly id: string;
  readonly headline: string | null;
  readonly version: number;
  /** When this version came in, ISO 8601. */
  readonly added: string;
  readonly tags: readonly string[];
}

/** What can be done with the stories that are kept. Rejects with a `StoreError` if something can't be kept or read. */
export interface Manager {
  /** Adds what files, folders, addresses and (`-`) the input hold. */
  readonly add: (sources: readonly string[], adding: Adding) => Promise<Tally>;
  /** Adds what has changed at the stories' origins; `onAway` gets the number of origins that can't be looked up. */
  readonly refresh: (adding: Adding, onAway: (count: number) => void) => Promise<Tally>;
  readonly list: () => AsyncIterable<Listed>;
  /** Removes stories with all their versions. Resolves to the ids that don't exist. */
  readonly remove: (ids: readonly string[]) => Promise<readonly string[]>;
  /** All that is kept, and a line for each story that can't be read. */
  readonly export: () => Promise<Exported>;
  /** Writes the same to a file, whole or not at all. Resolves to a line for each story that can't be read. */
  readonly exportTo: (file: string) => Promise<readonly string[]>;
  /** Imports an export; `onPrepared` gets the progress of preparing it. */
  readonly import: (lines: readonly string[], onPrepared: OnPrepared) => Promise<Imported>;
  /** Prepares what is not prepared yet and rebuilds the search engine's index. Resolves to how many were prepared. */
  readonly reindex: (onPrepared: OnPrepared) => Promise<number>;
  /** Closes connections to a database, if any. */
  readonly close: () => Promise<void>;
}

type OnPrepared = (done: number, all: number) => void;
type Exported = Awaited<ReturnType<typeof exportLines>>;

/** Opens what is kept for managing: the second assembly, next to `openBot`. Rejects with a `StoreError`. */
export async function openManager(
  places: KeptPlaces,
  around: Pick<BotSurroundings, 'now' | 'tell' | 'onOpened'>,
): Promise<Manager> {
  const kept = await openKept(places, around);
  return {
    add: (sources, adding) => addAll(kept, sources, adding),
    refresh: (adding, onAway) => refresh(kept, adding, onAway),
    list: () => list(kept.store()),
    remove: async (ids) => {
      const missing: string[] = [];
      for (const id of ids) if (!(await kept.store().remove(id))) missing.push(id);
      return missing;
    },
    export: () => exportLines(kept.transfer()),
    exportTo: async (file) => {
      const { lines, problems } = await exportLines(kept.transfer());
      writeWhole(file, `${lines.join('\n')}\n`, writeThrough);
      return problems;
    },
    import: async (lines, onPrepared) => {
      const imported = await importLines(lines, kept.transfer());
      await kept.feed((done) => onPrepared(done, imported.stories));
      return imported;
    },
    reindex: async (onPrepared) => {
      const fed = await kept.feed((done) => onPrepared(done, done));
      await kept.rebuild();
      return fed;
    },
    close: kept.close,
  };
}

async function refresh(
  kept: Kept,
  adding: Adding,
  onAway: (count: number) => void,
): Promise<Tally> {
  const sources = new Set<string>();
  for await (const { origin } of allRecords(kept.store()))
    if (origin !== null)
      sources.add(isAddress(origin) ? origin.replace(/#.*$/, '') : sourceOf(origin));
  const here = [...sources].filter((one) =>
    isAddress(one) ? adding.reach.fetch !== null : existsSync(one),
  );
  if (here.length < sources.size) onAway(sources.size - here.length);
  return addAll(kept, here, adding);
}

function isAddress(origin: string): boolean {
  return /^https?:/i.test(origin);
}

async function* list(store: Store): AsyncGenerator<Listed> {
  for await (const record of allRecords(store)) {
    const { id, known, tags } = record;
    const { number: version, added } = newest(record);
    yield { id, headline: known?.headline ?? null, version, added, tags };
  }
}
