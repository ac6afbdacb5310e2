/** What an operator is told of what several processes share. */
export interface Condition {
  /** What can't be reached: the others answer in its place. */
  readonly away: readonly ('search' | 'database')[];
  /** The work in the background, at the last look; null for a process on its own. */
  readonly jobs: JobCounts | null;
}

/** Jobs that wait or are at work, and those that failed too often. */
export interface JobCounts {
  readonly waiting: number;
  readonly failed: number;
}

/** Nothing is shared, or all is well. */
export const WELL: Condition = { away: [], jobs: null };
