import { appendFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type FeedbackLog, readFeedbackTime } from '../feedback.ts';
import { clearPlace, guard, type PutAside, readWhole, removeQuietly } from './disk.ts';

const DAYS_KEPT = 30;
const DAY = 86_400_000; // milliseconds

/**
 * Feedback in a folder, one file per day; files older than 30 days are deleted on the next access. Anything else
 * where such a file should be is put aside, and `tell` gets a line about it.
 */
export function fileFeedback(
  folder: string,
  now: () => number,
  aside: PutAside,
  tell: (line: string) => void,
): FeedbackLog {
  const fileOf = (day: string): string => join(folder, `${day}.jsonl`);
  const days = (): readonly string[] => {
    const oldest = dayOf(now() - DAYS_KEPT * DAY);
    const all = listDays(folder);
    for (const day of all) if (day < oldest) removeQuietly(fileOf(day));
    return all.filter((day) => day >= oldest);
  };
  clearPlace(folder, 'folder', aside, tell);
  for (const day of listDays(folder)) clearPlace(fileOf(day), 'file', aside, tell);
  days();
  const append = (line: string, day: string): void => {
    const file = fileOf(day);
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
      if (!readDay(fileOf(day)).includes(line)) append(line, day);
    },
    lines: async () => days().flatMap((day) => readDay(fileOf(day))),
  };
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
