import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { surveyFolder } from './folder.ts';
import { type Harvest, NOTHING, type Page, withGiven, type Yield } from './incoming.ts';
import { readAnyFile, readDownload, readPasted } from './read.ts';
import { StoryFileError } from './story-files.ts';
import { type Gather, IngestError } from './typed.ts';
import { goOn, type OnPart } from './work.ts';

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
    if (path !== '' && existsSync(path)) return gatherPath(path, reach);
    if (/^\S+$/.test(wanted)) throw new IngestError(`${wanted}: there is no such file`);
    return gatherPasted(new TextEncoder().encode(what), reach);
  };
}

/** The stories of what was pasted or piped in, whatever it is. Rejects with an `IngestError`. */
export async function gatherPasted(bytes: Uint8Array, { fetch }: Reach): Promise<Harvest> {
  return fetchPages(await readPasted(bytes), fetch);
}

/** The stories of a file or of a folder, one file after the other: a folder may be large. */
async function gatherPath(path: string, reach: Reach): Promise<Harvest> {
  const { files, leftOut } = surveyFolder(path);
  const all: Harvest[] = [];
  for (const file of files) all.push(await gatherFile(file, reach));
  return {
    incoming: all.flatMap(({ incoming }) => incoming),
    problems: all.flatMap(({ problems }) => problems),
    leftOut: [...leftOut, ...all.flatMap((one) => one.leftOut)],
  };
}

/** The stories of one file; what is wrong with it is a line among the problems. */
export async function gatherFile(
  file: string,
  { fetch }: Reach,
  onPart: OnPart = goOn,
): Promise<Harvest> {
  try {
    return await fetchPages(await readAnyFile(resolve(file), onPart), fetch);
  } catch (error) {
    if (error instanceof StoryFileError) return failed(error.message);
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

/** Items of a feed that hold a summary only: their pages, where fetching is on. */
async function fetchPages(read: Yield, fetch: Fetch | null): Promise<Harvest> {
  if (fetch === null) {
    const closed = read.pages.map(
      ({ label }) => `${label}: not all of it is here; FETCH=on fetches its page`,
    );
    return { ...read, problems: [...read.problems, ...closed] };
  }
  const incoming = [...read.incoming];
  const problems = [...read.problems];
  const left = [...read.pages];
  let count = 0;
  for (let page = left.shift(); page !== undefined; page = left.shift()) {
    if (count >= MOST_PAGES) {
      const rest = (left.length + 1).toLocaleString('en');
      const most = `${MOST_PAGES} pages at most at a time`;
      problems.push(`${page.label} and what follows, ${rest} in all: not fetched; ${most}`);
      break;
    }
    count += 1;
    const found = await fetchPage(page, fetch); // one at a time, so as not to flood a server
    incoming.push(...found.incoming);
    problems.push(...found.problems);
    if (page.isList) left.unshift(...found.pages.map((one) => ({ ...one, isList: false })));
  }
  return { incoming, problems, leftOut: read.leftOut };
}

async function fetchPage({ address, label, given }: Page, fetch: Fetch): Promise<Yield> {
  try {
    const { bytes, type, address: at } = await fetch(address);
    const read = await readDownload(bytes, at, type);
    return { ...read, incoming: read.incoming.map((story) => withGiven(story, given)) };
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    return { ...NOTHING, problems: [`${label}: ${error.message}`] };
  }
}

/** The file that a story came from: for one in a ZIP file or a mailbox, that file. */
export function sourceOf(origin: string): string {
  for (let at = origin.length; at > 0; at = origin.lastIndexOf('#', at - 1)) {
    if (existsSync(origin.slice(0, at))) return origin.slice(0, at);
  }
  return origin;
}

function failed(line: string): Harvest {
  return { incoming: [], problems: [line], leftOut: [] };
}
