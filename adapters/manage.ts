import { buffer } from 'node:stream/consumers';
import {
  type Adding,
  type AddingEvent,
  type KeptPlaces,
  keepsStories,
  type Manager,
  openManager,
  type Reach,
  type Tally,
} from '../src/index.ts';
import { createProgress, type Progress } from './progress.ts';

/** What `verbatim add` and its like are told. */
export interface ManageOptions extends KeptPlaces {
  readonly reach: Reach;
  readonly tags: readonly string[];
  /** Whether to stop behind the file or address that is being read; Ctrl-C does too. */
  readonly isOver?: () => boolean;
}

/** Works with what is kept, then releases it. Prints what is wrong there. Rejects with a `StoreError`. */
export async function withManager<T>(
  places: KeptPlaces,
  work: (manager: Manager) => Promise<T>,
): Promise<T> {
  const manager = await openManager(places, {
    now: Date.now,
    tell: (line) => console.error(line),
    onOpened: (close) => process.once('exit', close),
  });
  try {
    return await work(manager);
  } finally {
    await manager.close();
  }
}

/** Reads the input to its end. */
export function readInput(): Promise<Uint8Array> {
  return buffer(process.stdin);
}

/**
 * Adds the stories of files, folders, addresses and (`-`) the input. Says a line for each on the
 * output, and for each that failed on the error output. Ctrl-C ends it after the story in hand.
 * Resolves to the exit code: 0, or 2 where something failed, or 130 after Ctrl-C.
 */
export function addStories(sources: readonly string[], options: ManageOptions): Promise<number> {
  return withManager(options, (manager) =>
    tellAdding(options, (adding) => manager.add(sources, adding)),
  );
}

/** Looks where the kept stories came from for newer versions of them; otherwise like `addStories`. */
export async function refreshStories(options: ManageOptions): Promise<number> {
  if (isEmpty(options)) return 0;
  const onAway = (count: number): void =>
    console.error(`${count} can't be looked up: the file is gone, or FETCH is off.`);
  return withManager(options, (manager) =>
    tellAdding(options, (adding) => manager.refresh(adding, onAway)),
  );
}

async function tellAdding(
  { reach, tags, isOver = () => false }: ManageOptions,
  add: (adding: Adding) => Promise<Tally>,
): Promise<number> {
  let stopped = false;
  const isStopped = (): boolean => stopped || isOver();
  const stop = (): void => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  const shown = new Map<string, Progress>();
  const clear = (): void => {
    for (const one of shown.values()) one.clear();
  };
  const { added, changed, same, failed, leftOut } = await add({
    reach,
    tags,
    readInput,
    isStopped,
    onEvent: (event) => {
      clear();
      tellEvent(event);
    },
    onProgress: (what, done, all) => {
      const progress = shown.get(what) ?? createProgress(what);
      shown.set(what, progress);
      progress.show(done, all);
    },
  });
  process.off('SIGINT', stop);
  clear();
  for (const line of leftOut) console.error(line);
  console.log(`${added} added, ${changed} changed, ${same} here already, ${failed} failed.`);
  if (isStopped()) console.error('Stopped. What was added stays.');
  return isStopped() ? 130 : failed > 0 ? 2 : 0;
}

function tellEvent(event: AddingEvent): void {
  if (event.kind === 'failed') {
    console.error(event.line);
    return;
  }
  const { kind, id, version, note } = event;
  const which = kind === 'changed' ? ` (version ${version})` : '';
  console.log(`${WORDS[kind]} ${id}${which}${note ? ` · ${note}` : ''}`);
}

const WORDS = { added: 'added', changed: 'changed', same: 'here already:' } as const;

/** Lists what is kept, one line per story. */
export async function listStories(options: ManageOptions): Promise<number> {
  if (isEmpty(options)) return 0;
  return withManager(options, async (manager) => {
    for await (const { id, headline, version, added, tags } of manager.list()) {
      const cells = [id, headline, `version ${version}`, added, tags.join(', ')];
      console.log(cells.filter(Boolean).join(' · '));
    }
    return 0;
  });
}

/** Removes stories by id. Resolves to 2 if one is not there. */
export async function removeStories(
  ids: readonly string[],
  options: ManageOptions,
): Promise<number> {
  if (isEmpty(options)) return 2;
  return withManager(options, async (manager) => {
    const missing = await manager.remove(ids);
    for (const id of missing) console.error(`${id}: there is no such story`);
    return missing.length > 0 ? 2 : 0;
  });
}

/** Says so if no story is kept in the folder yet; does not create the folder. */
function isEmpty(places: KeptPlaces): boolean {
  if (keepsStories(places)) return false;
  console.error(`No story is kept in ${places.dataDir} yet.`);
  return true;
}
