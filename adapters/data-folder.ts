import { type DataFolder, openDataFolder } from '../src/index.ts';

const MANY = 200; // stories or files: below, it is over before one looks

/** A line on a terminal's error output that goes on: `120 of 1,000 kept`. */
export function showProgress(what: string, done: number, all: number): void {
  if (all < MANY || !process.stderr.isTTY) return;
  process.stderr.write(
    `\r${done.toLocaleString('en')} of ${all.toLocaleString('en')} ${what}${done === all ? '\n' : ''}`,
  );
}

/** Opens a data folder for as long as the process lives, and says what is wrong there. Throws a `StoreError`. */
export function openDataHere(dataDir: string): DataFolder {
  const data = openDataFolder(dataDir, { now: Date.now });
  process.once('exit', data.close);
  for (const line of data.problems) console.error(line);
  return data;
}
