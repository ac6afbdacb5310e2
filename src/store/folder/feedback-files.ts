import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedbackLog } from '../feedback.ts';
import { guard, readWhole } from './disk.ts';

const DAYS_KEPT = 30;
const DAY = 86_400_000; // milliseconds

/** Feedback in a folder, a file a day; files older than 30 days are gone at the next look. */
export function fileFeedback(folder: string, now: () => number): FeedbackLog {
  const days = (): readonly string[] => {
    const oldest = dayOf(now() - DAYS_KEPT * DAY);
    const all = listDays(folder);
    for (const day of all) if (day < oldest) rmSync(join(folder, `${day}.jsonl`), { force: true });
    return all.filter((day) => day >= oldest);
  };
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
    note: ({ answer, verdict }) => {
      days();
      append(JSON.stringify({ at: new Date(now()).toISOString(), answer, verdict }), dayOf(now()));
    },
    restore: (line) => {
      const day =
        /^\{"at":"(\d{4}-\d{2}-\d{2})T[^"\n]{1,20}","answer":"[\w -]{1,100}","verdict":"[\w-]{1,40}"\}$/.exec(
          line,
        )?.[1];
      if (day === undefined || day < dayOf(now() - DAYS_KEPT * DAY)) return;
      if (!readDay(join(folder, `${day}.jsonl`)).includes(line)) append(line, day);
    },
    lines: () => days().flatMap((day) => readDay(join(folder, `${day}.jsonl`))),
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
