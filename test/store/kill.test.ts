import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildHere } from './build.ts';
import { openKept, tempFolder } from './opened.ts';

/** Adds, changes and removes stories without end, and says what is done, each time it is done. */
const ADDING = `
import { writeSync } from 'node:fs';
const [base, folder, round] = process.argv.slice(2);
const { openDataFolder } = await import(base + '/src/store/folder/data-folder.js');
const { createStore } = await import(base + '/src/store/store.js');
const data = openDataFolder(folder, { now: Date.now });
const nowhere = { async put() {}, async remove() {}, find: async () => null };
const records = data.texts.readAll().kept.map(({ record }) => record);
const store = createStore(data, nowhere, records);
const story = (name, n) => ({
  name, text: 'Story ' + name + ' says ' + n + ' things about the bridge over the river. '.repeat(200) + n,
  format: 'txt', known: null, byline: null, tags: [], origin: name, note: null,
});
for (let n = 0; ; n += 1) {
  const name = 'r' + round + '-' + (n >> 1);
  const { record } = await store.add(story(name, n % 2));
  writeSync(1, name + ' ' + record.versions.length + '\\n');
  if (n % 7 === 6 && (await store.remove(name))) writeSync(1, name + ' 0\\n');
}
`;

const build: { folder: string; clear: () => void } = { folder: '', clear: () => undefined };

beforeAll(() => Object.assign(build, buildHere()), 120_000);
afterAll(() => build.clear());

const ROUNDS_KEPT = 5; // of which each begins with what the one before left

test('a hundred kills in the middle of adding lose nothing and leave nothing half', async () => {
  const script = join(tempFolder(), 'adding.mjs');
  writeFileSync(script, ADDING);
  const folder = tempFolder();
  const said = new Map<string, number>();
  for (let round = 0; round < 100; round += 1) {
    const last = await killAtRandom(script, folder, round, said);
    const { store, problems, data } = openKept(folder);
    expect(problems).toEqual([]);
    const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(all.filter((name) => basename(name).startsWith('.'))).toEqual([]);
    for (const [name, versions] of said) {
      const now = (await store.find(name))?.versions.length ?? 0;
      // what was being done when the kill came may be done or not; all else is as it was said
      const allowed = name === last ? [versions, versions + 1, 0] : [versions];
      expect(allowed, `${name} in round ${round}`).toContain(now);
      said.set(name, now);
    }
    data.close();
    if (round % ROUNDS_KEPT !== ROUNDS_KEPT - 1) continue;
    rmSync(join(folder, 'stories'), { recursive: true }); // with more each round takes longer
    said.clear();
  }
  expect(existsSync(join(folder, 'lock'))).toBe(false);
}, 300_000);

/** Lets the process say a few things, then kills it at some moment; the name last spoken of. */
async function killAtRandom(
  script: string,
  folder: string,
  round: number,
  said: Map<string, number>,
): Promise<string> {
  const base = pathToFileURL(build.folder).href;
  const child = spawn(process.execPath, [script, base, folder, String(round)]);
  let heard = '';
  child.stderr.on('data', (chunk) => process.stderr.write(chunk));
  child.stdout.on('data', (chunk) => {
    if (heard === '') setTimeout(() => child.kill('SIGKILL'), Math.random() * 80);
    heard += chunk;
  });
  await new Promise((resolve) => child.once('close', resolve));
  const lines = heard.split('\n').slice(0, -1);
  for (const line of lines) {
    const [name = '', versions] = line.split(' ');
    said.set(name, Number(versions));
  }
  expect(lines.length).toBeGreaterThan(0);
  return lines.at(-1)?.split(' ')[0] ?? '';
}
