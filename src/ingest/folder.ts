import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isZip, type Told, tellKind } from './content-kind.ts';
import { endingOf, KINDS, manyOf, otherByName } from './endings.ts';
import type { LeftOut } from './incoming.ts';
import { LARGEST_FILE } from './limits.ts';
import { IngestError } from './typed.ts';

/** The files of a folder and its subfolders: those to read, and those of a kind that is not read. */
export interface Survey {
  readonly files: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** Looks through a folder; a file is taken as it is, whatever its kind. */
export function surveyFolder(path: string): Survey {
  if (!statSync(path).isDirectory()) return { files: [path], leftOut: [] };
  const files: string[] = [];
  const leftOut: LeftOut[] = [];
  for (const file of listFiles(path)) {
    const kind = whyLeftOut(file, path);
    if (kind === null) files.push(file);
    else leftOut.push({ file, kind });
  }
  return { files, leftOut };
}

/** All files in a folder and its subfolders, in order, whatever they are. */
export function listFiles(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The word for many such files if they are not read: `pictures`; null for a file that is read. */
export function whyLeftOut(file: string, folder: string): string | null {
  if (
    relative(folder, file)
      .split(sep)
      .some((name) => name.startsWith('.'))
  )
    return 'hidden';
  const ending = endingOf(file);
  try {
    if (!statSync(file).isFile()) return 'neither files nor folders';
    if (ending !== '' && KINDS[ending] !== undefined) return null;
    const told = look(file);
    // a text of an ending that means nothing may be anything: licences, logs
    if ('kind' in told)
      return told.kind === 'text' && otherByName(ending) === null ? manyOf('unknown') : null;
    return manyOf(told.other);
  } catch {
    return 'that cannot be opened';
  }
}

const OPENING = 8_192; // bytes: enough to recognize a kind

function look(file: string): Told {
  const opening = readOpening(file);
  const isWhole = isZip(opening) && statSync(file).size <= LARGEST_FILE;
  try {
    return tellKind(isWhole ? readFileSync(file) : opening, file, null);
  } catch (error) {
    if (error instanceof IngestError) return { other: 'archive' };
    throw error;
  }
}

function readOpening(file: string): Uint8Array {
  const opened = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(OPENING);
    return bytes.subarray(0, readSync(opened, bytes, 0, OPENING, 0));
  } finally {
    closeSync(opened);
  }
}
