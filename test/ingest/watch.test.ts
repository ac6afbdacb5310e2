import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLook } from '../../src/ingest/watch.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function watch(root = folder) {
  const files: string[] = [];
  const problems: string[] = [];
  const look = createLook(root, {
    onFile: async (file) => void files.push(basename(file)),
    onProblem: (line) => void problems.push(line),
  });
  /** Looks, and says what was handed on. */
  const next = async (): Promise<readonly string[]> => {
    await look();
    return files.splice(0);
  };
  return { next, problems };
}

test('hands on a file when two looks see it alike, and again when it has changed', async () => {
  const { next } = watch();
  writeFileSync(join(folder, 'vote.txt'), 'One.');
  expect(await next()).toEqual([]);
  expect(await next()).toEqual(['vote.txt']);
  expect(await next()).toEqual([]);
  writeFileSync(join(folder, 'vote.txt'), 'One, two.');
  expect(await next()).toEqual([]);
  expect(await next()).toEqual(['vote.txt']);
});

test('waits for a file that is still being written', async () => {
  const { next } = watch();
  for (const text of ['O', 'On', 'One']) {
    writeFileSync(join(folder, 'vote.txt'), text);
    expect(await next()).toEqual([]);
  }
  expect(await next()).toEqual(['vote.txt']);
});

test('sees folders below, and nothing of another kind', async () => {
  const { next } = watch();
  mkdirSync(join(folder, 'a/b'), { recursive: true });
  for (const file of ['a/b/x.md', 'a/y.png', '.z.txt']) writeFileSync(join(folder, file), 'x');
  await next();
  expect(await next()).toEqual(['x.md']);
});

test('says once that the folder is gone, and goes on when it is back', async () => {
  const root = join(folder, 'in');
  const { next, problems } = watch(root);
  await next();
  await next();
  expect(problems).toEqual([`${root}: can't be looked into`]);
  mkdirSync(root);
  writeFileSync(join(root, 'vote.txt'), 'One.');
  await next();
  expect(await next()).toEqual(['vote.txt']);
  rmSync(root, { recursive: true });
  await next();
  expect(problems).toHaveLength(2);
});
