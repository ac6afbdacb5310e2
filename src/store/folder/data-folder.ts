import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreParts } from '../store.ts';
import { fileChannels } from './channels-file.ts';
import { guard, makeFolder, type Write, writeThrough } from './disk.ts';
import { fileFeedback } from './feedback-files.ts';
import { takeLock } from './lock.ts';
import { openStoryTexts } from './story-texts.ts';

/** All that is kept in one folder. One process at a time has it. */
export interface DataFolder extends StoreParts {
  readonly folder: string;
  /** Gives the folder back. */
  readonly close: () => void;
}

/** What a data folder needs from outside: a clock in milliseconds, and a writer. */
export interface DataFolderOptions {
  readonly now: () => number;
  readonly write?: Write;
}

/**
 * Opens a data folder, made where there is none, and takes it for this process. Throws a `StoreError`
 * when another process has it, or when it can't be written.
 */
export function openDataFolder(
  folder: string,
  { now, write = writeThrough }: DataFolderOptions,
): DataFolder {
  guard(folder, "can't be made", () => {
    makeFolder(folder);
    readdirSync(folder);
  });
  const unlock = takeLock(folder, now);
  try {
    return {
      folder,
      texts: openStoryTexts(folder, write, now),
      channels: fileChannels(join(folder, 'channels.json'), write),
      feedback: fileFeedback(join(folder, 'feedback'), now),
      close: unlock,
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Whether a folder holds stories, also such as can't be read. */
export function hasStories(folder: string): boolean {
  const stories = join(folder, 'stories');
  return existsSync(stories) && readdirSync(stories).some((name) => !name.startsWith('.'));
}
