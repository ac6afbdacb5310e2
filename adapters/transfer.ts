import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { exportLines, importLines, StoreError, writeThrough, writeWhole } from '../src/index.ts';
import { openDataHere } from './data-folder.ts';

/** Writes all that is kept to a file, or for `-` to the output. Resolves to 2 where something can't be read. */
export async function exportAll(target: string, dataDir: string): Promise<number> {
  const { lines, problems } = await exportLines(openDataHere(dataDir));
  const all = `${lines.join('\n')}\n`;
  if (target === '-') process.stdout.write(all);
  else writeWhole(target, all, writeThrough);
  for (const line of problems) console.error(line);
  return problems.length > 0 ? 2 : 0;
}

/** Brings in what was exported, from a file, or for `-` from the input. Resolves to 2 where something is left out. */
export async function importAll(source: string, dataDir: string): Promise<number> {
  const all = source === '-' ? await text(process.stdin) : readHere(source);
  const { stories, problems } = await importLines(all.split('\n'), openDataHere(dataDir));
  for (const line of problems) console.error(line);
  console.log(`${stories} imported, ${problems.length} skipped.`);
  return problems.length > 0 ? 2 : 0;
}

function readHere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StoreError(`${file}: can't be read`, { cause });
  }
}
