import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { type DataFolder, openDataFolder } from '../../src/store/folder/data-folder.ts';
import { fillArchive } from '../../src/store/prepared/fill.ts';
import { prepareBehind } from '../../src/store/prepared/renew.ts';
import { incoming, NOON, tempFolder } from './opened.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

const NAMES = Array.from({ length: 25 }, (_, n) => `port-${n}`);

/** A data folder with stories whose vectors were all made by another encoder. */
async function oldFolder(): Promise<DataFolder> {
  const data = openDataFolder(tempFolder(), { now: () => NOON });
  const { store } = fillArchive(data);
  for (const name of NAMES) {
    const text = `The harbour at ${name} reopened on Friday. The ferry sails again.\n`;
    await store.add(incoming(text, { name, origin: name }));
    const file = join(data.folder, `snapshot/prepared/${name}.json`);
    const packed = readFileSync(file, 'utf8');
    writeFileSync(file, packed.replace(/"encoder":"\w+"/, '"encoder":"0"'));
  }
  return data;
}

test('a folder with vectors of another encoder is open at once, and gets new ones behind', async () => {
  const data = await oldFolder();
  const filled = fillArchive(data);
  const vectorsOf = (id: string) => filled.archive.at(id)?.vectors ?? null;
  expect(await filled.archive.findPassages(['ferri'], null, 40)).toHaveLength(25);
  expect(NAMES.map(vectorsOf)).toEqual(NAMES.map(() => null));
  const told: number[] = [];
  await prepareBehind(data, filled, (count) => told.push(count));
  expect(told).toEqual([25]);
  for (const name of NAMES) expect(vectorsOf(name)).toHaveLength(2 * 384);
  await prepareBehind(data, filled, (count) => told.push(count));
  expect(told).toEqual([25]);
  data.close();
});
