import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readAnyFile } from '../../src/ingest/read.ts';
import { largest } from './measure.ts';

/** What reading a file took, and what came of it. */
export interface ReadCost {
  /** Seconds of processor time. */
  readonly time: number;
  readonly wall: number;
  /** Of them, the most that one file in it took. */
  readonly longest: number;
  /** Seconds that answering would have had to wait. */
  readonly held: number;
  /** Bytes of the whole process at its largest. */
  readonly memory: number;
  readonly stories: number;
  readonly pages: number;
  readonly problems: number;
  /** The first problem, or why it was refused. */
  readonly line: string | null;
}

/*
 * Reads one file as the bot does, in a process of its own, and prints what that took.
 */
const seconds = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000_000;
};
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const [used, started] = [process.cpuUsage(), performance.now()];
let [partly, longest] = [process.cpuUsage(), 0];
const onPart = (done: number): boolean => {
  if (done > 0) longest = Math.max(longest, seconds(partly));
  partly = process.cpuUsage();
  return true;
};
const read = await readAnyFile(process.argv[2] ?? '', onPart).catch((error: unknown) =>
  error instanceof Error ? error.message : String(error),
);
const [time, wall] = [seconds(used), (performance.now() - started) / 1_000];
await new Promise((next) => setTimeout(next, 10));
const found = typeof read === 'string' ? null : read;

const cost: ReadCost = {
  time,
  wall,
  longest,
  held: delay.max / 1e9,
  memory: largest(),
  stories: found?.incoming.length ?? 0,
  pages: found?.pages.length ?? 0,
  problems: found?.problems.length ?? 1,
  line: typeof read === 'string' ? read : (read.problems[0] ?? null),
};
console.log(JSON.stringify(cost));
process.exit();
