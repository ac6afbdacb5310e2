import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FeedRead } from './feed.ts';
import type { Harvest } from './incoming.ts';
import { isReadable, readAnyFile, readDownload } from './read.ts';
import { StoryFileError } from './story-files.ts';
import { type Gather, IngestError, readTyped } from './typed.ts';

/** What an address gave. */
export interface Fetched {
  /** Where the last redirect led. */
  readonly address: string;
  readonly type: string | null;
  readonly bytes: Uint8Array;
}

/** Fetches an address. Rejects with an `IngestError`. */
export type Fetch = (address: string) => Promise<Fetched>;

/** What may be reached. */
export interface Reach {
  /** Whether files of this machine may be read: in the console, not from a chat. */
  readonly files: boolean;
  /** Null where fetching is off. */
  readonly fetch: Fetch | null;
}

const MOST_PAGES = 50; // of one feed at a time: its server is someone else's

/** Gathers from files, folders, addresses and typed text, as far as the reach goes. */
export function createGather(reach: Reach): Gather {
  return async (what) => {
    const wanted = what.trim();
    if (/^https?:\/\/\S+$/i.test(wanted)) return gatherAddress(wanted, reach.fetch);
    const path =
      reach.files && !/[\r\n]/.test(wanted) ? wanted.replace(/^(["'])(.*)\1$/, '$2') : '';
    if (path !== '' && exists(path))
      return joinHarvests(findFiles(path).map((file) => gatherFile(file, reach)));
    if (/^\S+$/.test(wanted)) throw new IngestError(`${wanted}: there is no such file`);
    return { incoming: [readTyped(what)], problems: [] };
  };
}

/** The stories of one file; what is wrong with it is a line among the problems. */
export async function gatherFile(file: string, { fetch }: Reach): Promise<Harvest> {
  try {
    return await fetchPages(await readAnyFile(resolve(file)), fetch);
  } catch (error) {
    if (error instanceof StoryFileError) return { incoming: [], problems: [error.message] };
    throw error;
  }
}

/** The stories at an address. Rejects with an `IngestError`. */
export async function gatherAddress(address: string, fetch: Fetch | null): Promise<Harvest> {
  if (fetch === null) throw new IngestError('addresses are not fetched here: FETCH=on allows it');
  const { bytes, type, address: at } = await fetch(address);
  try {
    return await fetchPages(await readDownload(bytes, at, type), fetch);
  } catch (cause) {
    if (cause instanceof IngestError) throw new IngestError(`${at}: ${cause.message}`, { cause });
    throw cause;
  }
}

/** The file itself, or the files of a folder and all below it whose names say that they can be read. */
export function findFiles(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && isReadable(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Items of a feed that hold a summary only: their pages, where fetching is on. */
async function fetchPages(read: FeedRead, fetch: Fetch | null): Promise<Harvest> {
  if (fetch === null) {
    const closed = read.pages.map(
      ({ label }) => `${label}: a summary only; FETCH=on fetches its page`,
    );
    return { incoming: read.incoming, problems: [...read.problems, ...closed] };
  }
  const beyond = read.pages.slice(MOST_PAGES).map(({ label }) => `${label}: left for another time`);
  const pages: Harvest[] = [];
  for (const { address, label } of read.pages.slice(0, MOST_PAGES)) {
    pages.push(await gatherPage(address, label, fetch)); // one at a time: a server is not flooded
  }
  return {
    incoming: [...read.incoming, ...pages.flatMap((one) => one.incoming)],
    problems: [...read.problems, ...pages.flatMap((one) => one.problems), ...beyond],
  };
}

async function gatherPage(address: string, label: string, fetch: Fetch): Promise<Harvest> {
  try {
    const { bytes, type, address: at } = await fetch(address);
    const { incoming, problems } = await readDownload(bytes, at, type);
    return { incoming, problems };
  } catch (error) {
    if (error instanceof IngestError) {
      return { incoming: [], problems: [`${label}: ${error.message}`] };
    }
    throw error;
  }
}

async function joinHarvests(all: readonly Promise<Harvest>[]): Promise<Harvest> {
  const done = await Promise.all(all);
  return {
    incoming: done.flatMap(({ incoming }) => incoming),
    problems: done.flatMap(({ problems }) => problems),
  };
}

function exists(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch {
    return false;
  }
}
