import { appendFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type FeedbackLog, readFeedbackTime } from '../feedback.ts';
import { guard, putAside, readWhole } from './disk.ts';

const DAYS_KEPT = 30;
const DAY = 86_400_000; // milliseconds

/**
 * Feedback in a folder, one file per day; files older than 30 days are deleted on the next access. Anything else
 * where such a file should be is put aside, and `tell` gets a line about it.
 */
export function fileFeedback(
  folder: string,
  now: () => number,
  tell: (line: string) => void,
): FeedbackLog {
  const days = (): readonly string[] => {
    const oldest = dayOf(now() - DAYS_KEPT * DAY);
    const all = listDays(folder);
    for (const day of all) if (day < oldest) removeQuietly(join(folder, `${day}.jsonl`));
    return all.filter((day) => day >= oldest);
  };
  putAsideWrong(folder, tell);
  days();
  const append = (line: string, day: string): void => {
    const file = join(folder, `${day}.jsonl`);
    guard(file, "can't be written", () => {
      mkdirSync(folder, { recursive: true });
      const cut = /[^\n]$/.test(readWhole(file) ?? '') ? '\n' : ''; // by a kill
      appendFileSync(file, `${cut}${line}\n`);
    });
  };
  return {
    note: async ({ answer, verdict }) => {
      days();
      append(JSON.stringify({ at: new Date(now()).toISOString(), answer, verdict }), dayOf(now()));
    },
    restore: async (line) => {
      const day = readFeedbackTime(line)?.slice(0, 10);
      if (day === undefined || day < dayOf(now() - DAYS_KEPT * DAY)) return;
      if (!readDay(join(folder, `${day}.jsonl`)).includes(line)) append(line, day);
    },
    lines: async () => days().flatMap((day) => readDay(join(folder, `${day}.jsonl`))),
  };
}

function putAsideWrong(folder: string, tell: (line: string) => void): void {
  const isWrong = (path: string, is: 'isFile' | 'isDirectory'): boolean =>
    statSync(path, { throwIfNoEntry: false })?.[is]() === false;
  if (isWrong(folder, 'isDirectory')) tell(`${folder}: is no folder; ${putAside(folder)}`);
  for (const day of listDays(folder)) {
    const file = join(folder, `${day}.jsonl`);
    if (isWrong(file, 'isFile')) tell(`${file}: is no file; ${putAside(file)}`);
  }
}

/** What can't be removed, as on a read-only disk, stays and is not read. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // retried next time
  }
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function listDays(folder: string): readonly string[] {
  try {
    const files = readdirSync(folder).filter((file) => /^\d{4}-\d{2}-\d{2}\.jsonl$/.test(file));
    return files.map((file) => file.slice(0, 10)).sort();
  } catch {
    return []; // no folder: nobody has said anything yet
  }
}

/** A line that a kill cut short is left out. */
function readDay(file: string): readonly string[] {
  return (readWhole(file) ?? '').split('\n').filter((line) => /^\{.*\}$/.test(line));
}
