import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, parse, resolve } from 'node:path';
import { StoreError } from '../store-error.ts';

/** Writes a whole file that is not there yet, so that it is on the disk when this returns. */
export type Write = (file: string, text: string) => void;

/** Writes through to the disk. */
export const writeThrough: Write = (file, text) => {
  const handle = openSync(file, 'w');
  try {
    const bytes = Buffer.from(text, 'utf8');
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** What a file beside another is called while it is being written: left over, it may go. */
export const UNFINISHED = '.unfinished-';

/**
 * Writes a file so that at any moment either all of the old or all of the new is there. Throws a
 * `StoreError`, and then nothing has changed.
 */
export function writeWhole(file: string, text: string, write: Write): void {
  const unfinished = join(dirname(file), `${UNFINISHED}${process.pid}-${basename(file)}`);
  guard(file, "can't be written", () => {
    makeFolder(dirname(file));
    try {
      write(unfinished, text);
      renameSync(unfinished, file);
    } catch (cause) {
      rmSync(unfinished, { force: true });
      throw cause;
    }
  });
}

/** Reads a file as UTF-8; null where there is none. Throws a `StoreError`. */
export function readWhole(file: string): string | null {
  return guard(file, "can't be read", () => {
    try {
      return readNow(file, 'utf8');
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT') return null;
      throw cause;
    }
  });
}

const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0); // Windows has none

/** Reads a file without ever waiting: a pipe that lies there holds nothing. Throws as the system does. */
export function readNow(file: string, encoding: 'utf8' | 'latin1'): string {
  const handle = openSync(file, READING);
  try {
    return readFileSync(handle, encoding);
  } finally {
    closeSync(handle);
  }
}

/** The names in a folder; none where there is no folder. Throws a `StoreError` where it can't be read. */
export function listNames(folder: string): readonly string[] {
  return guard(folder, "can't be read", () => {
    try {
      return readdirSync(folder);
    } catch (cause) {
      if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes(codeOf(cause))) return [];
      throw cause;
    }
  });
}

/** Puts aside what is in the place of a file or a folder and is none; `tell` gets a line about it. */
export function clearPlace(
  path: string,
  wanted: 'file' | 'folder',
  aside: PutAside,
  tell: (line: string) => void,
): void {
  if (isOther(path, wanted)) tell(`${path}: is no ${wanted}; ${aside(path)}`);
}

function isOther(path: string, wanted: 'file' | 'folder'): boolean {
  try {
    const found = statSync(path);
    return wanted === 'file' ? !found.isFile() : !found.isDirectory();
  } catch (cause) {
    return codeOf(cause) === 'ELOOP'; // a link to itself; else there is nothing, or nobody may look
  }
}

/** Makes room where something damaged is; returns what became of it. */
export type PutAside = (file: string) => string;

/** In a folder that is only read. */
export const leaveThere: PutAside = () => 'it is left as it is';

/** Renames a damaged file, so that a new one can take its place; returns what became of it. */
export function putAside(file: string): string {
  const { dir, name, ext } = parse(file);
  let n = 1;
  const called = (): string => `${name}.damaged${n === 1 ? '' : `-${n}`}${ext}`;
  while (existsSync(join(dir, called()))) n += 1;
  try {
    renameSync(file, join(dir, called()));
    return `it is put aside as ${called()}`;
  } catch {
    return leaveThere(file);
  }
}

/** Removes a file or a folder; what can't be removed, as on a read-only disk, stays until the next time. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // retried next time
  }
}

/** How a file begins, as ASCII; '' where there is none. */
export function readOpening(file: string, length: number): string {
  try {
    const handle = openSync(file, READING);
    try {
      const bytes = Buffer.alloc(length);
      return bytes.toString('latin1', 0, readSync(handle, bytes));
    } finally {
      closeSync(handle);
    }
  } catch {
    return '';
  }
}

/** Makes a folder and those above it. Step by step: `recursive` never ends where nothing can be made. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const above = dirname(resolve(folder));
  if (above !== resolve(folder)) makeFolder(above);
  mkdirSync(folder);
}

/** Does something with a file; what goes wrong becomes one line that names the file and the reason. */
export function guard<T>(file: string, failure: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw new StoreError(`${file}: ${failure} (${reasonOf(cause)})`, { cause });
  }
}

/** `ENOENT`; empty where there is no code. */
export function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

/** What a system's error code means to a person. */
function reasonOf(cause: unknown): string {
  const code = codeOf(cause);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'there is no space left';
    case 'EACCES':
    case 'EPERM':
      return 'it is not allowed';
    case 'EROFS':
      return 'the disk is read-only';
    case 'ENOENT':
      return 'there is no such file';
    case 'ENOTDIR':
      return 'a file is where a folder should be';
    case 'EISDIR':
      return 'a folder is where a file should be';
    case 'ELOOP':
      return 'it is a link to itself';
    default:
      return code || 'unknown error';
  }
}
