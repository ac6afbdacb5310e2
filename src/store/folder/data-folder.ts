import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreParts } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { fileChannels } from './channels-file.ts';
import {
  clearPlace,
  codeOf,
  guard,
  leaveThere,
  listNames,
  makeFolder,
  putAside,
  type Write,
  writeThrough,
} from './disk.ts';
import { fileFeedback } from './feedback-files.ts';
import { type Lock, takeLock, type Wait } from './lock.ts';
import { openStoryTexts } from './story-texts.ts';
import { sweep } from './sweep.ts';

/** All that is kept in one folder. One process at a time has it. */
export interface DataFolder extends StoreParts {
  readonly folder: string;
  /** False where the folder can only be read. */
  readonly isWritable: boolean;
  /** A line for each thing found wrong, and what was done about it. */
  readonly problems: readonly string[];
  /** Releases the folder. */
  readonly close: () => void;
}

/** What a data folder needs from outside: a clock in milliseconds, a writer, and how to wait for a lock. */
export interface DataFolderOptions {
  readonly now: () => number;
  /** Whether it is only read, not locked, whoever has it: later additions are not seen. */
  readonly readsOnly?: boolean;
  readonly write?: Write;
  readonly wait?: Wait;
}

/**
 * Opens a data folder, creating it if needed, and locks it for this process. One that holds stories and
 * can't be written, or is full, is read without a lock. Throws a `StoreError` when another process has it, or when
 * it can neither be written nor read.
 */
export function openDataFolder(
  folder: string,
  { now, readsOnly = false, write = writeThrough, wait }: DataFolderOptions,
): DataFolder {
  guard(folder, "can't be made", () => {
    makeFolder(folder);
    readdirSync(folder);
  });
  const problems: string[] = [];
  const tell = (line: string): void => void problems.push(line);
  const lock = readsOnly ? READ_ONLY : takeOrRead(folder, { now, wait, write }, tell);
  const isWritable = lock !== READ_ONLY;
  const aside = isWritable ? putAside : leaveThere;
  try {
    if (isWritable) sweep(folder);
    const checked: Write = (file, text) => {
      lock.check();
      write(file, text);
    };
    for (const name of FOLDERS) clearPlace(join(folder, name), 'folder', aside, tell);
    clearPlace(join(folder, 'snapshot', 'index.jsonl'), 'file', aside, tell);
    const writeChannels = isWritable ? checked : null;
    return {
      folder,
      isWritable,
      problems,
      texts: openStoryTexts(folder, checked, now),
      channels: fileChannels(join(folder, 'channels.json'), writeChannels, aside, tell),
      watches: fileChannels(join(folder, 'watches.json'), writeChannels, aside, tell),
      feedback: fileFeedback(join(folder, 'feedback'), now, aside, tell),
      close: lock.release,
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

const FOLDERS = ['stories', 'snapshot', join('snapshot', 'prepared')];

const READ_ONLY: Lock = { check: () => undefined, release: () => undefined };

interface LockOptions {
  readonly now: () => number;
  readonly wait: Wait | undefined;
  readonly write: Write;
}

/** The lock of a folder; none if it holds stories and can't be written. */
function takeOrRead(
  folder: string,
  { now, wait, write }: LockOptions,
  tell: (line: string) => void,
): Lock {
  clearPlace(join(folder, 'lock'), 'file', putAside, tell); // nobody's: a lock is a file
  try {
    return takeLock(folder, now, wait, write);
  } catch (error) {
    if (!(error instanceof StoreError) || !isUnwritable(error.cause) || !hasStories(folder))
      throw error;
    tell(`${error.message}; its stories are read as they are, and nothing is kept`);
    return READ_ONLY;
  }
}

function isUnwritable(cause: unknown): boolean {
  return ['EROFS', 'EACCES', 'EPERM', 'ENOSPC', 'EDQUOT'].includes(codeOf(cause));
}

/** Whether a folder holds stories, readable or not. */
export function hasStories(folder: string): boolean {
  return listNames(join(folder, 'stories')).some((name) => !name.startsWith('.'));
}
