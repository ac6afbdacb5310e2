import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Blobs } from '../../src/index.ts';

const ENDING = '.bin';
const HALF = /\.bin\.[\da-f]{12}$/;

/**
 * A folder of files, one for each name; one that can't be read is as if it were not there. What a killed process
 * left half written is cleared away before the first is written: one process at a time has the folder.
 */
export function installationFiles(folder: string): Blobs {
  const pathOf = (name: string): string => join(folder, `${name}${ENDING}`);
  let cleared: Promise<void> | undefined;
  return {
    names: async () =>
      (await readdir(folder).catch(() => []))
        .filter((file) => file.endsWith(ENDING))
        .map((file) => file.slice(0, -ENDING.length)),
    read: (name) => readFile(pathOf(name)).catch(() => null),
    write: async (name, data) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      cleared ??= clear(folder);
      await cleared;
      await writeWhole(pathOf(name), data);
    },
    remove: (name) => rm(pathOf(name), { force: true }),
  };
}

async function clear(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((file) => HALF.test(file));
  for (const file of left) await rm(join(folder, file), { force: true });
}

/** All of a file or nothing: a crash in between leaves the old one. */
async function writeWhole(path: string, data: Buffer): Promise<void> {
  const half = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(half, data, { mode: 0o600, flush: true });
  await rename(half, path);
}
