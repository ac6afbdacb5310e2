import type { Channels } from './channels.ts';
import type { FeedbackLog } from './feedback.ts';
import { newest, readRecord, type StoryRecord } from './record.ts';
import { StoreError } from './store-error.ts';

/** What is kept, for moving it from one place to another. */
export interface Transferable {
  /** A line for each story that can't be read. */
  readonly problems: readonly string[];
  /** The others, in the order they came. */
  readonly records: () => AsyncIterable<StoryRecord>;
  readonly find: (id: string) => Promise<StoryRecord | null>;
  /** Whether a name is taken, even by a story that can't be read. */
  readonly isKept: (id: string) => Promise<boolean>;
  /** The text of a version. Rejects with a `StoreError`. */
  readonly readVersion: (record: StoryRecord, number: number) => Promise<string>;
  /** Keeps a story with all its versions, their texts in order. Rejects with a `StoreError`. */
  readonly restore: (record: StoryRecord, texts: readonly string[]) => Promise<void>;
  readonly channels: Channels;
  /** What each channel watches. */
  readonly watches: Channels;
  readonly feedback: FeedbackLog;
}

/** The outcome of an import. */
export interface Imported {
  readonly stories: number;
  /** A line for each thing left out, and why. */
  readonly problems: readonly string[];
}

const HEAD = '{"verbatim":"export","version":1}';

/**
/**
 * All that is kept as lines of JSON: a head, a line for each story with all its versions, one for
 * the channels with what they watch, one for each feedback. Stories that can't be read are named in `problems`.
 */
export async function exportLines(from: Transferable): Promise<{
  readonly lines: readonly string[];
  readonly problems: readonly string[];
}> {
  const stories: string[] = [];
  const failed: string[] = [];
  for await (const record of from.records()) {
    try {
      const texts: string[] = [];
      for (const { number } of record.versions) texts.push(await from.readVersion(record, number));
      stories.push(JSON.stringify({ story: record, texts }));
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      failed.push(error.message);
    }
  }
  const choices = JSON.stringify({
    channels: Object.fromEntries(await from.channels.entries()),
    watches: Object.fromEntries(await from.watches.entries()),
  });
  const said = (await from.feedback.lines()).map((line) => JSON.stringify({ feedback: line }));
  return { lines: [HEAD, ...stories, choices, ...said], problems: [...from.problems, ...failed] };
}

/**
 * Imports an export. What is there already stays as it is: a story of the same
 * name with another text is left out, and so is a damaged line. Rejects with a `StoreError` if it is no export.
 */
export async function importLines(lines: readonly string[], to: Transferable): Promise<Imported> {
  if (lines[0]?.trim() !== HEAD) throw new StoreError('the import: is no export of this program');
  const problems: string[] = [];
  let stories = 0;
  for (const [i, line] of lines.entries()) {
    if (i === 0 || line.trim() === '') continue;
    try {
      if (await importLine(`the import: line ${i + 1}`, line, to)) stories += 1;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      problems.push(error.message);
    }
  }
  return { stories, problems };
}

/** True if the line brought a story. */
async function importLine(
  name: string,
  line: string,
  { find, isKept, restore, channels, watches, feedback }: Transferable,
): Promise<boolean> {
  const entry = parse(name, line);
  if (typeof entry.feedback === 'string') await feedback.restore(entry.feedback);
  await importChannels(entry.channels, channels);
  await importChannels(entry.watches, watches);
  if (entry.story === undefined) return false;
  const { id } = (entry.story ?? {}) as { readonly id?: unknown };
  if (typeof id !== 'string' || !/^[a-z0-9_][a-z0-9_-]{0,39}$/.test(id)) {
    throw new StoreError(`${name}: story.id is no name of a story`);
  }
  const record = readRecord(name, id, JSON.stringify(entry.story));
  const known = await find(id);
  if (known !== null && newest(known).sha256 === newest(record).sha256) return false;
  if (known !== null || (await isKept(id))) {
    throw new StoreError(`${name}: ${id} is here already, and is another story or version`);
  }
  await restore(record, readTexts(name, entry.texts, record));
  return true;
}

/** Keeps what a channel already has. */
async function importChannels(given: unknown, channels: Channels): Promise<void> {
  if (typeof given !== 'object' || given === null) return;
  for (const [channel, value] of Object.entries(given)) {
    if (typeof value === 'string' && (await channels.get(channel)) === null)
      await channels.set(channel, value);
  }
}

interface Entry {
  readonly story?: unknown;
  readonly texts?: unknown;
  readonly channels?: unknown;
  readonly watches?: unknown;
  readonly feedback?: unknown;
}

function parse(name: string, line: string): Entry {
  try {
    const entry: unknown = JSON.parse(line);
    if (typeof entry === 'object' && entry !== null) return entry;
  } catch {
    // said below
  }
  throw new StoreError(`${name}: is no JSON`);
}

function readTexts(name: string, texts: unknown, { versions }: StoryRecord): readonly string[] {
  const all: readonly unknown[] = Array.isArray(texts) ? texts : [];
  const good = all.filter((text): text is string => typeof text === 'string');
  if (good.length !== versions.length) throw new StoreError(`${name}: texts does not fit versions`);
  return good;
}
