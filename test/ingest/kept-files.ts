import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { gatherFile } from '../../src/ingest/gather.ts';

/** A folder for the files of one test file, which goes when that ends. */
export const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file and reads it as a story. */
export async function read(name: string, content: string | Uint8Array) {
  const file = join(folder, name);
  writeFileSync(file, content);
  const { incoming, problems } = await gatherFile(file, { files: true, fetch: null });
  return { story: incoming[0], incoming, problems, file };
}

/** Two paragraphs of a story. */
export const FIRST =
  'The council voted on Tuesday to close the old bridge to cars, after a report found cracks.';
export const SECOND = '“It is not safe any more,” said Ann Ode, the mayor of Westhaven.';
