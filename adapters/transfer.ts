import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import {
  exportLines,
  fleetTransfer,
  folderTransfer,
  importLines,
  StoreError,
  writeThrough,
  writeWhole,
} from '../src/index.ts';
import { openDataHere } from './data-folder.ts';
import { type KeptPlaces, openInFleet } from './kept.ts';
import { createProgress } from './progress.ts';

/** Writes all that is kept to a file, or for `-` to the output. Resolves to 2 where something can't be read. */
export async function exportAll(target: string, places: KeptPlaces): Promise<number> {
  const { transfer, close } = await openTransfer(places);
  try {
    const { lines, problems } = await exportLines(transfer);
    const all = `${lines.join('\n')}\n`;
    if (target === '-') process.stdout.write(all);
    else writeWhole(target, all, writeThrough);
    for (const line of problems) console.error(line);
    return problems.length > 0 ? 2 : 0;
  } finally {
    await close();
  }
}

/** Brings in what was exported, from a file, or for `-` from the input. Resolves to 2 where something is left out. */
export async function importAll(source: string, places: KeptPlaces): Promise<number> {
  const all = source === '-' ? await text(process.stdin) : readHere(source);
  const { transfer, feed, close } = await openTransfer(places);
  try {
    const { stories, problems } = await importLines(all.split('\n'), transfer);
    await feed(stories);
    for (const line of problems) console.error(line);
    console.log(`${stories} imported, ${problems.length} skipped.`);
    return problems.length > 0 ? 2 : 0;
  } finally {
    await close();
  }
}

async function openTransfer({ dataDir, fleet }: KeptPlaces) {
  if (fleet === null) {
    const transfer = folderTransfer(openDataHere(dataDir));
    return { transfer, feed: async () => undefined, close: async () => undefined };
  }
  const { store, close } = await openInFleet(fleet);
  const feed = async (stories: number): Promise<void> => {
    const progress = createProgress('prepared');
    await store.feed((done) => progress.show(done, stories));
    progress.clear();
  };
  return { transfer: fleetTransfer(store), feed, close };
}

function readHere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StoreError(`${file}: can't be read`, { cause });
  }
}
