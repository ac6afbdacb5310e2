import { setImmediate } from 'node:timers/promises';
import { nameIn, type Part } from './incoming.ts';
import { LONGEST_READING } from './limits.ts';

/** Told before each file in a file how many are read; says whether to go on. */
export type OnPart = (done: number, all: number) => boolean;

/** The work that one file may cause, with all the files in it. */
export interface Work {
  /** Called before each file in a file: null, or why it and the rest are left, in a line. */
  readonly begin: (done: number, parts: readonly Part[]) => Promise<string | null>;
}

/** Goes on to the end, and tells nobody. */
export const goOn: OnPart = () => true;

/** Limits the processing, and lets other work through between two files; `longest` is in seconds. */
export function createWork(onPart: OnPart, longest = LONGEST_READING): Work {
  const since = process.cpuUsage();
  return {
    begin: async (done, parts) => {
      await setImmediate();
      const left = parts.slice(done);
      const which = `${left.length.toLocaleString('en')} of its files left out, from ${nameIn(left[0]?.origin ?? '')} on`;
      if (!onPart(done, parts.length)) return `${which}: it was stopped`;
      const { user, system } = process.cpuUsage(since);
      const isOver = user + system > longest * 1_000_000;
      return isOver ? `${which}: ${longest} s of processing at most go into one file` : null;
    },
  };
}
