/** What reading an input took. */
export interface Cost {
  /** Milliseconds of processor time. */
  readonly time: number;
  /** Bytes that the process grew by, at its largest. */
  readonly memory: number;
}

const COLLECT_ABOVE = 150_000_000; // bytes of garbage that would be taken for an input's own

/** Runs something and says what it took. Needs `--expose-gc`, or earlier garbage hides what is new. */
export async function costOf(run: () => Promise<void>): Promise<Cost> {
  if (process.memoryUsage().heapTotal > COLLECT_ABOVE) globalThis.gc?.();
  const [rss, most, used] = [process.memoryUsage.rss(), largest(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(used);
  // the largest ever is of this run only where it is larger than before
  const reached = largest() > most ? largest() : process.memoryUsage.rss();
  return { time: (user + system) / 1_000, memory: Math.max(0, reached - rss) };
}

function largest(): number {
  return process.resourceUsage().maxRSS * 1_024;
}
