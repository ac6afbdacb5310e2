import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import type { SavedIndex } from '../archive/memory.ts';
import { KeepError, type Write, writeWhole } from './files.ts';

/** Which text of a story an index holds: its id to the fingerprint of its text. */
export type Held = Readonly<Record<string, string>>;

/** An index as it lies in a data folder. */
export interface Snapshot {
  readonly held: Held;
  readonly saved: SavedIndex;
}

/** What the first line says; the numbers of the postings follow it as they are in memory. */
interface Head {
  readonly rules: string;
  /** Of the numbers. */
  readonly sha256: string;
  readonly endianness: string;
  readonly held: Held;
  readonly stories: SavedIndex['stories'];
  readonly size: number;
  readonly stems: readonly string[];
}

/** The index of a data folder; null where there is none, by other rules, or damaged: it is made anew. */
export function readSnapshot(folder: string, rules: string): Snapshot | null {
  try {
    const bytes = readFileSync(fileIn(folder));
    const end = bytes.indexOf('\n') + 1;
    const head = JSON.parse(bytes.toString('utf8', 0, end)) as Head;
    const numbers = bytes.subarray(end);
    const isWhole = head.sha256 === fingerprint(numbers) && head.endianness === endianness();
    if (head.rules !== rules || !isWhole) return null;
    const { held, stories, size, stems } = head;
    const all = new Uint32Array(new Uint8Array(numbers).buffer); // a copy: it begins where numbers may
    const [counts, rows] = [all.subarray(0, stems.length), all.subarray(stems.length)];
    return { held, saved: { stories, postings: { size, stems, counts, rows } } };
  } catch {
    return null;
  }
}

/** Whether there is an index by these rules, damaged or not. */
export function isCurrent(folder: string, rules: string): boolean {
  const opening = `{"rules":${JSON.stringify(rules)},`;
  try {
    const file = openSync(fileIn(folder), 'r');
    try {
      const bytes = Buffer.alloc(opening.length);
      readSync(file, bytes);
      return bytes.toString() === opening;
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}

/** Writes the index of a data folder; false where the disk is full or may not be written. */
export function writeSnapshot(
  folder: string,
  rules: string,
  { held, saved: { stories, postings } }: Snapshot,
  write: Write,
): boolean {
  const { size, stems, counts, rows } = postings;
  const numbers = Buffer.concat([counts, rows].map(toBytes));
  const sha256 = fingerprint(numbers);
  const head: Head = { rules, sha256, endianness: endianness(), held, stories, size, stems };
  try {
    const line = Buffer.from(`${JSON.stringify(head)}\n`);
    writeWhole(fileIn(folder), Buffer.concat([line, numbers]), write);
    return true;
  } catch (error) {
    if (error instanceof KeepError) return false;
    throw error;
  }
}

function toBytes({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function fileIn(folder: string): string {
  return join(folder, 'snapshot', 'index');
}
