import { statSync } from 'node:fs';
import { listFiles, whyLeftOut } from './folder.ts';

/** What is told of a watched folder. */
export interface Watching {
  /** A file that is new or has changed, once it is written to the end. */
  readonly onFile: (file: string) => Promise<void>;
  /** One line, where the folder can't be looked into; once until it can be again. */
  readonly onProblem: (line: string) => void;
}

const LOOK_EVERY = 5_000; // milliseconds

/**
 * Watches a folder and all below it by looking at it every five seconds, which works on every disk; a
 * file counts when two looks in a row see it alike. Files that are there at first count as new.
 * Returns what ends it, and resolves once nothing is handed on any more; the process does not wait for it.
 */
export function watchFolder(folder: string, watching: Watching): () => Promise<void> {
  const look = createLook(folder, watching);
  let looking: Promise<void> | null = null;
  const lookOnce = async (): Promise<void> => {
    looking ??= look().finally(() => {
      looking = null;
    });
    await looking;
  };
  const timer = setInterval(() => void lookOnce(), LOOK_EVERY);
  timer.unref();
  void lookOnce();
  return async () => {
    clearInterval(timer);
    await looking;
  };
}

/** One look after another: each hands on what has settled since the one before. */
export function createLook(folder: string, { onFile, onProblem }: Watching): () => Promise<void> {
  const seen = new Map<string, string>();
  const done = new Map<string, string>();
  let isTold = false;
  return async () => {
    const now = listStates(folder);
    if (now === null && !isTold) onProblem(`${folder}: can't be looked into`);
    isTold = now === null;
    for (const [file, state] of now ?? []) {
      const isSettled = seen.get(file) === state;
      seen.set(file, state);
      if (!isSettled || done.get(file) === state) continue;
      done.set(file, state);
      if (whyLeftOut(file, folder) === null) await onFile(file);
    }
  };
}

/** Each file with its size and when it was last written; null where the folder is not there. */
function listStates(folder: string): ReadonlyMap<string, string> | null {
  try {
    return new Map(listFiles(folder).flatMap(stateOf));
  } catch {
    return null;
  }
}

function stateOf(file: string): readonly (readonly [string, string])[] {
  try {
    const { size, mtimeMs } = statSync(file);
    return [[file, `${size} ${mtimeMs}`]];
  } catch {
    return []; // gone since it was listed
  }
}
