import {
  closeSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StoreError } from '../store-error.ts';
import { codeOf, guard, readWhole, removeQuietly, type Write, writeThrough } from './disk.ts';

/** Who holds a folder: enough to tell whether that process is still alive. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** The namespace of its process id: a container has its own. Empty if unknown. */
  readonly space: string;
  /** When the process started, in the system's own ticks; empty if unknown. */
  readonly started: string;
}

/** A data folder that this process has. */
export interface Lock {
  /** Throws a `StoreError` if another process has taken the folder meanwhile: then nothing may be written. */
  readonly check: () => void;
  readonly release: () => void;
}

/** Waits so many milliseconds. */
export type Wait = (milliseconds: number) => void;

const BEAT = 2_000; // milliseconds between signs of life, for those that can't look up the process
const LEASE = 10_000; // milliseconds: a holder silent for so long is gone
const LOOK = 500; // milliseconds between checks for a sign
const TRIES = 5;

/**
 * Locks a data folder for this process. Throws a `StoreError` when another live process has it. A lock that a
 * killed process left is taken over: at once if its process id can be looked up; else, as in another container,
 * once it gives no sign for the length of a lease. It needs only a file, not links, which some mounts lack.
 */
export function takeLock(
  folder: string,
  now: () => number,
  wait: Wait = pause,
  write: Write = writeThrough,
): Lock {
  const file = join(folder, 'lock');
  const own = JSON.stringify(describeSelf());
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (create(file, own, write)) return hold(folder, own, now);
    const found = readWhole(file);
    if (found === null) continue;
    const lives = isAlive(file, found, wait);
    if (readWhole(file) !== found) continue; // released meanwhile, taken by another, or now fully written
    if (lives) {
      throw new StoreError(
        `${folder}: another process has this data folder (${whoIs(found)}); stop it, or set DATA_DIR to another folder`,
      );
    }
    takeAway(file, found, write);
  }
  throw new StoreError(`${folder}: can't be locked`);
}

/** False where there is one already. One that a full disk leaves empty is taken away: others would wait for it. */
function create(file: string, own: string, write: Write): boolean {
  return guard(file, "can't be written", () => {
    try {
      closeSync(openSync(file, 'wx'));
    } catch (cause) {
      if (codeOf(cause) === 'EEXIST') return false;
      throw cause;
    }
    try {
      write(file, own);
      return true;
    } catch (cause) {
      removeQuietly(file);
      throw cause;
    }
  });
}

/** Removes a dead holder's lock; if it is a live one's by now, puts it back. */
function takeAway(file: string, dead: string, write: Write): void {
  const aside = `${file}.${process.pid}.old`;
  try {
    renameSync(file, aside);
    const taken = readWhole(aside);
    if (taken !== null && taken !== dead) create(file, taken, write);
  } catch {
    // someone else was faster: the next try sees the result
  } finally {
    rmSync(aside, { force: true });
  }
}

function hold(folder: string, own: string, now: () => number): Lock {
  const file = join(folder, 'lock');
  const beat = setInterval(() => {
    try {
      utimesSync(file, now() / 1_000, now() / 1_000);
    } catch {
      // the folder is gone or read-only by now: nothing to hold
    }
  }, BEAT);
  beat.unref();
  return {
    // a process that was suspended gave no sign, and may have lost the lock
    check: () => {
      const found = readWhole(file);
      if (found !== null && found !== own)
        throw new StoreError(`${folder}: was taken by another process (${whoIs(found)})`);
    },
    release: () => {
      clearInterval(beat);
      if (readQuietly(file) === own) rmSync(file, { force: true });
    },
  };
}

/** Throws nothing at the end of a process. */
function readQuietly(file: string): string | null {
  try {
    return readWhole(file);
  } catch {
    return null;
  }
}

function isAlive(file: string, found: string, wait: Wait): boolean {
  const holder = readHolder(found);
  const isHere = holder?.host === hostname() && (holder.space || readSpace()) === readSpace();
  if (holder === null || !isHere) return isRenewed(file, wait);
  return exists(holder.pid) && (holder.started === '' || startOf(holder.pid) === holder.started);
}

/** Looks for a sign of life until a lease is over. Its time is only compared with itself, as clocks differ. */
function isRenewed(file: string, wait: Wait): boolean {
  const before = beatOf(file);
  for (let waited = 0; waited < LEASE; waited += LOOK) {
    wait(LOOK);
    if (beatOf(file) !== before) return true;
  }
  return false;
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) === 'EPERM';
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
  const { pid } = process;
  return { pid, host: hostname(), space: readSpace(), started: startOf(pid) };
}

/** The machine's boot and its container: two containers with one name each have a process 1. */
function readSpace(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return '';
  }
}

/** Field 22 of `/proc/PID/stat`: tells a process from a later one with the same id. */
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
    const read = JSON.parse(text) as Partial<Record<keyof Holder, unknown>>;
    const { pid, host, space = '', started } = read;
    return { pid: Number(pid), host: String(host), space: String(space), started: String(started) };
  } catch {
    return null;
  }
}

function whoIs(found: string): string {
  const holder = readHolder(found);
  return holder === null ? 'unknown' : `process ${holder.pid} on ${holder.host}`;
}
