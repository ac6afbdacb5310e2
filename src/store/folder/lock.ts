import {
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StoreError } from '../store-error.ts';
import { guard, readWhole } from './disk.ts';

/** Who holds a folder: enough to tell whether they still live. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process started, in the system's own count; empty where it can't be told. */
  readonly started: string;
}

const BEAT = 10_000; // milliseconds between signs of life, for those who look from another host
const SILENT = 60_000; // milliseconds: who has given no sign for so long is gone

/**
 * Takes a data folder for this process; returns what gives it back. Throws a `StoreError` when
 * another process that lives has it. What a killed process left is taken over.
 */
export function takeLock(folder: string, now: () => number): () => void {
  const file = join(folder, 'lock');
  const own = JSON.stringify(describeSelf());
  for (let tries = 0; tries < 5; tries += 1) {
    if (create(file, own)) return keepAlive(file, own, now);
    const found = readWhole(file);
    if (found === null) continue;
    if (isAlive(file, found, now)) {
      throw new StoreError(
        `${folder}: another process has this data folder (${whoIs(found)}); stop it, or set DATA_DIR to another folder`,
      );
    }
    takeAway(file, found);
  }
  throw new StoreError(`${folder}: can't be locked`);
}

/** Makes the lock in one step: whole, or not at all. */
function create(file: string, own: string): boolean {
  const unfinished = `${file}.${process.pid}`;
  return guard(file, "can't be written", () => {
    writeFileSync(unfinished, own);
    try {
      linkSync(unfinished, file);
      return true;
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
      throw cause;
    } finally {
      rmSync(unfinished, { force: true });
    }
  });
}

/** Takes a dead holder's lock away; where it is a live one's by now, it is put back. */
function takeAway(file: string, dead: string): void {
  const aside = `${file}.${process.pid}.old`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== dead) linkSync(aside, file);
  } catch {
    // someone else was faster: the next try sees what they did
  } finally {
    rmSync(aside, { force: true });
  }
}

function keepAlive(file: string, own: string, now: () => number): () => void {
  const beat = setInterval(() => {
    try {
      utimesSync(file, now() / 1_000, now() / 1_000);
    } catch {
      // the folder is gone, or read-only by now: nothing to hold
    }
  }, BEAT);
  beat.unref();
  return () => {
    clearInterval(beat);
    if (readWhole(file) === own) rmSync(file, { force: true });
  };
}

function isAlive(file: string, found: string, now: () => number): boolean {
  const holder = readHolder(found);
  if (holder === null) return false;
  if (holder.host !== hostname()) return now() - beatOf(file) < SILENT;
  return exists(holder.pid) && (holder.started === '' || startOf(holder.pid) === holder.started);
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

function beatOf(file: string): number {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

function describeSelf(): Holder {
  return { pid: process.pid, host: hostname(), started: startOf(process.pid) };
}

/** Field 22 of `/proc/PID/stat`: tells a process from a later one of the same number. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function readHolder(text: string): Holder | null {
  try {
    const { pid, host, started } = JSON.parse(text) as Partial<Record<keyof Holder, unknown>>;
    return { pid: Number(pid), host: String(host), started: String(started) };
  } catch {
    return null;
  }
}

function whoIs(found: string): string {
  const holder = readHolder(found);
  return holder === null ? 'unknown' : `process ${holder.pid} on ${holder.host}`;
}
