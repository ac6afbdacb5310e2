import { type DataFolder, openDataFolder } from '../src/index.ts';

/** Opens a data folder for as long as the process lives, and says what is wrong there. Throws a `StoreError`. */
export function openDataHere(dataDir: string): DataFolder {
  const data = openDataFolder(dataDir, { now: Date.now });
  process.once('exit', data.close);
  for (const line of data.problems) console.error(line);
  return data;
}
