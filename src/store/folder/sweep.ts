import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { removeQuietly, UNFINISHED } from './disk.ts';

/**
 * Removes what killed processes left half written in a data folder. Call it only with the lock. What
 * can't be removed stays: it is never read.
 */
export function sweep(folder: string): void {
  const stories = join(folder, 'stories');
  const places = ['', 'snapshot', 'stories', ...list(stories).map((id) => join('stories', id))];
  for (const place of places) clear(join(folder, place), (name) => name.startsWith(UNFINISHED));
  clear(join(folder, 'snapshot', 'prepared'), (name) => /\.json\.\d+$/.test(name));
  clear(folder, (name) => /^lock\.\d+(?:\.old)?$/.test(name));
}

function clear(folder: string, isLeft: (name: string) => boolean): void {
  for (const name of list(folder).filter(isLeft)) removeQuietly(join(folder, name));
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // none yet, or no folder
  }
}
