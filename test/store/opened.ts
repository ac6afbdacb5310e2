import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { memoryArchive } from '../../src/archive/memory.ts';
import type { Incoming } from '../../src/ingest/incoming.ts';
import { type DataFolder, openDataFolder } from '../../src/store/folder/data-folder.ts';
import type { Write } from '../../src/store/folder/disk.ts';
import { createStore } from '../../src/store/store.ts';
import { prepare } from '../../src/story/prepare.ts';

const leftovers: (() => void)[] = [];

afterEach(() => {
  for (const clear of leftovers.splice(0)) clear();
});

/** A folder that is gone after the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
  leftovers.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** 22 November 2026, 12:00 UTC. */
export const NOON = Date.UTC(2026, 10, 22, 12);

/** A data folder with its archive and store, as a bot has them. */
export function openKept(folder: string, now = () => NOON, write?: Write) {
  const data: DataFolder = openDataFolder(folder, { now, ...(write && { write }) });
  leftovers.unshift(data.close);
  const { kept, problems } = data.texts.readAll();
  const archive = memoryArchive();
  for (const { article } of kept) archive.add(prepare(article));
  const records = kept.map(({ record }) => record);
  return { data, archive, problems, store: createStore(data, archive, records) };
}

export const VOTE =
  'The council voted on Tuesday to close the old bridge to cars. "It is not safe any more," said Ann Ode, the mayor.\n\nWork on a new one begins in May, the council said. It will cost £4m.\n';

/** A story that comes in as text. */
export function incoming(text: string, more: Partial<Incoming> = {}): Incoming {
  return {
    name: 'vote.txt',
    text,
    format: 'txt',
    known: null,
    byline: null,
    tags: [],
    origin: null,
    note: null,
    ...more,
  };
}
