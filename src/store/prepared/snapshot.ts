import { join } from 'node:path';
import type { SavedIndex } from '../../archive/memory.ts';
import { readNow, readOpening, type Write, writeWhole } from '../folder/disk.ts';
import { StoreError } from '../store-error.ts';

/** Which text of a story an index holds: its id to the fingerprint of its text. */
export type Held = Readonly<Record<string, string>>;

/** An index as it lies in a data folder. */
export interface Snapshot {
  readonly held: Held;
  readonly saved: SavedIndex;
}

/** What the first line says; the index itself is the second one. */
interface Head {
  readonly rules: string;
  readonly held: Held;
  readonly stories: SavedIndex['stories'];
}

/** The index of a data folder; null where there is none, by other rules, or damaged: it is made anew. */
export function readSnapshot(folder: string, rules: string): Snapshot | null {
  try {
    const text = readNow(fileIn(folder), 'utf8');
    const end = text.indexOf('\n');
    const head = JSON.parse(text.slice(0, end)) as Head;
    if (head.rules !== rules) return null;
    const { held, stories } = head;
    return { held, saved: { stories, index: text.slice(end + 1) } };
  } catch {
    return null;
  }
}

const LONGEST_RULES = 100; // characters

/** The rules under which a data folder's index was made, damaged or not; null if there is none. */
export function rulesOf(folder: string): string | null {
  return /^\{"rules":"(\w+)",/.exec(readOpening(fileIn(folder), LONGEST_RULES))?.[1] ?? null;
}

/** Writes the index of a data folder; false where the disk is full or the index too large to write. */
export function writeSnapshot(
  folder: string,
  rules: string,
  { held, saved }: Snapshot,
  write: Write,
): boolean {
  const head: Head = { rules, held, stories: saved.stories };
  try {
    writeWhole(fileIn(folder), `${JSON.stringify(head)}\n${saved.index}`, write);
    return true;
  } catch (error) {
    if (error instanceof StoreError || error instanceof RangeError) return false;
    throw error;
  }
}

function fileIn(folder: string): string {
  return join(folder, 'snapshot', 'index.jsonl');
}
