import { type Profiler, Session } from 'node:inspector';

/** Tells whether something ran that had not run before. */
export interface Coverage {
  /** Whether there is news since the last look. */
  readonly isNew: () => boolean;
}

/** What of our own modules has run so far, block by block, as V8 counts it. */
export function watchCoverage(): Coverage {
  const session = new Session();
  session.connect();
  const seen = new Set<string>();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
  return {
    isNew: () => {
      const before = seen.size;
      session.post('Profiler.takePreciseCoverage', (error, taken) => {
        if (error === null) for (const script of taken.result) note(script, seen);
      });
      return seen.size > before;
    },
  };
}

function note({ url, functions }: Profiler.ScriptCoverage, seen: Set<string>): void {
  if (!/\/src\//.test(url) || url.includes('node_modules')) return;
  for (const { ranges } of functions) {
    for (const { startOffset, endOffset, count } of ranges)
      seen.add(`${url}:${startOffset}-${endOffset}:${Math.min(1, count)}`);
  }
}
