import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { type DataFolder, openDataFolder } from '../../src/store/folder/data-folder.ts';
import { fillArchive } from '../../src/store/prepared/fill.ts';
import { prepareBehind } from '../../src/store/prepared/renew.ts';
import { incoming, NOON, tempFolder } from './opened.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

const NAMES = Array.from({ length: 25 }, (_, n) => `port-${n}`);

/** A data folder with stories, each with its prepared lines changed. */
async function oldFolder(
  change: (lines: readonly string[]) => readonly string[],
): Promise<DataFolder> {
  const data = openDataFolder(tempFolder(), { now: () => NOON });
  const { store } = fillArchive(data);
  for (const name of NAMES) {
    const text = `The harbour at ${name} reopened on Friday. The ferry sails again, said Ann Ode.\n`;
    await store.add(incoming(text, { name, origin: name }));
    const file = join(data.folder, `snapshot/prepared/${name}.json`);
    writeFileSync(file, change(readFileSync(file, 'utf8').split('\n')).join('\n'));
  }
  return data;
}

test('a folder with vectors of another encoder is open at once, and gets new ones behind', async () => {
  const data = await oldFolder(([head = '', ...lines]) => [
    head.replace(/"encoder":"\w+"/, '"encoder":"0"'),
    ...lines,
  ]);
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

test('stories that were prepared where no model could be loaded are heard again once they can', async () => {
  const data = await oldFolder(([head = '', names = '', , words = '', , ...tokens]) => [
    head
      .replace(/"encoder":"\w+"/, '"encoder":null')
      .replace('"isMarked":true', '"isMarked":false'),
    names,
    '[]', // what the rules alone might find
    words,
    'null',
    ...tokens,
  ]);
  const filled = fillArchive(data);
  const heardIn = (id: string) => {
    const { statements, isMarked } = filled.archive.at(id)?.heardBefore ?? {};
    return [isMarked, statements?.map(({ speaker }) => speaker.name)];
  };
  expect(NAMES.map(heardIn)).toEqual(NAMES.map(() => [false, []]));
  const told: number[] = [];
  await prepareBehind(data, filled, (count) => told.push(count));
  expect(NAMES.map(heardIn)).toEqual(NAMES.map(() => [true, ['Ann Ode']]));
  for (const name of NAMES) expect(filled.archive.at(name)?.vectors).toHaveLength(2 * 384);
  await prepareBehind(data, filled, (count) => told.push(count));
  expect(told).toEqual([25]);
  data.close();
});
