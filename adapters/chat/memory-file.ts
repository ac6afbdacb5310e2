import { readFileSync } from 'node:fs';
import { appendFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf, type Log } from './log.ts';
import { createKeyMemory, type KeyMemory } from './memory.ts';

/** A memory of keys that outlives the process. */
export interface LastingMemory extends KeyMemory {
  /** Waits until everything is on disk. */
  readonly saved: () => Promise<void>;
}

/**
 * Keys in a file, a line for each change: `+slack:T1:C1`, `-slack:T1:C1`. Where the file cannot be
 * read or written, that is one line in the log, and the keys last as long as the process, as they do
 * without a file.
 */
export function openKeyMemory(file: string | null, limit: number, log: Log): LastingMemory {
  const keys = createKeyMemory(limit);
  if (file === null) return { ...keys, saved: async () => {} };
  const { lines, isCut } = readLines(file);
  for (const line of lines) replay(keys, line);
  let length = lines.length;
  let cut = isCut ? '\n' : ''; // a kill in the middle of a line must not cost the next one
  let broken = false;
  let writing = Promise.resolve();
  const waiting: string[] = []; // written in batches: many arrive at once
  const writeAll = async (): Promise<void> => {
    const lines = waiting.splice(0);
    if (lines.length === 0) return;
    length += lines.length;
    const whole = length > 2 * limit ? keys.list().map((key) => `+${key}\n`) : null;
    if (whole !== null) length = whole.length;
    const before = cut;
    cut = '';
    await (whole === null ? append(file, before + lines.join('')) : replace(file, whole.join('')));
  };
  const write = (line: string): void => {
    waiting.push(`${line}\n`);
    writing = writing.then(writeAll).catch((error: unknown) => {
      if (!broken) log('a file in DATA_DIR cannot be written', { code: codeOf(error) });
      broken = true;
    });
  };
  return {
    ...keys,
    add: (key) => {
      const known = keys.has(key);
      keys.add(key);
      if (!known) write(`+${key}`);
    },
    delete: (key) => {
      keys.delete(key);
      write(`-${key}`);
    },
    saved: () => writing,
  };
}

/** The whole lines of a file, and whether there is a part of one behind them. */
function readLines(file: string): { readonly lines: readonly string[]; readonly isCut: boolean } {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    const rest = lines.pop() ?? '';
    return { lines: lines.filter(Boolean), isCut: rest !== '' };
  } catch {
    return { lines: [], isCut: false }; // the first start, or an unreadable folder: writing will show which
  }
}

function replay(keys: KeyMemory, line: string): void {
  if (line.startsWith('+')) keys.add(line.slice(1));
  if (line.startsWith('-')) keys.delete(line.slice(1));
}

/** Creates the folder if there is none. */
async function append(file: string, lines: string): Promise<void> {
  try {
    await appendFile(file, lines, { mode: 0o600 });
  } catch {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await appendFile(file, lines, { mode: 0o600 });
  }
}

async function replace(file: string, text: string): Promise<void> {
  // what a killed process leaves under such a name is cleared away when the data folder is opened
  const unfinished = join(dirname(file), `.unfinished-${process.pid}-${basename(file)}`);
  await writeFile(unfinished, text, { mode: 0o600 });
  await rename(unfinished, file);
}
