import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { gatherFile } from '../../src/ingest/gather.ts';
import { createWork, goOn, type OnPart } from '../../src/ingest/work.ts';
import { makeZip } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-work-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NAMES = ['a.txt', 'b.txt', 'c.txt', 'd.txt'];
const file = join(folder, 'stories.zip');
writeFileSync(
  file,
  makeZip(Object.fromEntries(NAMES.map((name) => [name, `The ferry ${name} was late again.`]))),
);
const gather = (onPart: OnPart) => gatherFile(file, { files: true, fetch: null }, onPart);

test('a file with files in it says how many are read, and lets other work through between them', async () => {
  const told: string[] = [];
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 0);
  const { incoming } = await gather((done, all) => {
    told.push(`${done} of ${all}, ${turns}`);
    const until = Date.now() + 10; // busy for as long as it takes a timer to be due
    while (Date.now() < until);
    return true;
  });
  clearInterval(timer);
  expect(told.map((line) => line.split(',')[0])).toEqual(['0 of 4', '1 of 4', '2 of 4', '3 of 4']);
  expect(turns).toBeGreaterThanOrEqual(2);
  expect(incoming).toHaveLength(4);
});

test('what is stopped keeps what was read, and names what is left out', async () => {
  const { incoming, problems } = await gather((done) => done < 2);
  expect(incoming).toHaveLength(2);
  expect(problems).toEqual([`${file}: 2 of its files left out, from c.txt on: it was stopped`]);
});

test('a file that takes more processing than one may is cut, and the line says where', async () => {
  const parts = NAMES.map((name) => ({
    bytes: new Uint8Array(),
    origin: `x.zip#${name}`,
    type: null,
    given: null,
  }));
  expect(await createWork(goOn, 600).begin(1, parts)).toBeNull();
  expect(await createWork(goOn, -1).begin(1, parts)).toBe(
    '3 of its files left out, from b.txt on: -1 s of processing at most go into one file',
  );
});
