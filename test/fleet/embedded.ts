import { execFile } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

/** The variable that names the folder which the tests of one run share. */
export const FOLDER = 'TEST_ENGINES_FOLDER';
/** Starts and stops a server. */
export const SCRIPT = resolve('test/fleet/postgres.sh');
/** The folder of the server in it. */
export const STARTED = 'postgres';
const ANSWER = 'postgres.url'; // empty where it does not start
const OMITTED = 'left-out';
const LOOK_EVERY = 100; // milliseconds

/**
 * The address of a PostgreSQL that the tests of this run share, started when the first of them needs it; null where
 * it does not start, and in CI, which names its own.
 */
export async function sharedDatabase(): Promise<string | null> {
  const folder = process.env[FOLDER];
  if (folder === undefined || process.env.CI === 'true') return null;
  const answer = join(folder, ANSWER);
  if (isFirst(join(folder, 'starting'))) writeFileSync(answer, await start(join(folder, STARTED)));
  while (!existsSync(answer)) await wait(LOOK_EVERY);
  return readFileSync(answer, 'utf8') || null;
}

async function start(server: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(SCRIPT, ['start', server]);
    return stdout.trim();
  } catch {
    return ''; // its tests are left out, which is told
  }
}

function isFirst(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

/** Notes what is left out, and why, for the line at the end. */
export function leaveOut(line: string): void {
  const folder = process.env[FOLDER];
  if (folder === undefined) console.warn(line);
  else appendFileSync(join(folder, OMITTED), `${line}\n`);
}

/** What was left out in a run. */
export function leftOut(folder: string): readonly string[] {
  const file = join(folder, OMITTED);
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').toSorted() : [];
}
