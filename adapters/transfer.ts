import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { type KeptPlaces, type Manager, StoreError } from '../src/index.ts';
import { withManager } from './manage.ts';
import { createProgress } from './progress.ts';

/** Writes all that is kept to a file, or to the output for `-`. Resolves to 2 if something can't be read. */
export function exportAll(target: string, places: KeptPlaces): Promise<number> {
  return withManager(places, async (manager) => {
    const problems = target === '-' ? await writeOut(manager) : await manager.exportTo(target);
    for (const line of problems) console.error(line);
    return problems.length > 0 ? 2 : 0;
  });
}

async function writeOut(manager: Manager): Promise<readonly string[]> {
  const { lines, problems } = await manager.export();
  process.stdout.write(`${lines.join('\n')}\n`);
  return problems;
}

/** Imports an export from a file, or from the input for `-`. Resolves to 2 if something is left out. */
export async function importAll(source: string, places: KeptPlaces): Promise<number> {
  const all = source === '-' ? await text(process.stdin) : readHere(source);
  return withManager(places, async (manager) => {
    const progress = createProgress('prepared');
    const { stories, problems } = await manager.import(all.split('\n'), progress.show);
    progress.clear();
    for (const line of problems) console.error(line);
    console.log(`${stories} imported, ${problems.length} skipped.`);
    return problems.length > 0 ? 2 : 0;
  });
}

function readHere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StoreError(`${file}: can't be read`, { cause });
  }
}
