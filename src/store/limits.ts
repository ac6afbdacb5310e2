/** How many may be taken under one key in a window of so many milliseconds. */
export interface Limit {
  readonly most: number;
  readonly window: number;
}

/** What came of trying to take one more. */
export interface Taken {
  /** How many of the window are taken. */
  readonly taken: number;
  /** 0: this one is among them. Otherwise it is refused, as the first in a row, the second, … */
  readonly refused: number;
  /** Milliseconds until the oldest leaves the window. */
  readonly wait: number;
}

/** Counts what is taken under keys, such as a person's questions: each window ends now. Never rejects. */
export interface Limits {
  readonly take: (key: string, limit: Limit) => Promise<Taken>;
}

const MOST_KEYS = 20_000; // some megabytes; the longest unused are forgotten first

interface Recent {
  readonly times: number[];
  refused: number;
  /** When nothing of it is left in the window. */
  until: number;
}

/** Limits of one process. `now` is in milliseconds. */
export function memoryLimits(now: () => number): Limits {
  const keys = new Map<string, Recent>(); // in the order of their last use
  return {
    take: async (key, { most, window }) => {
      const time = now();
      forgetQuiet(keys, time);
      const recent = keys.get(key) ?? { times: [], refused: 0, until: 0 };
      const { times } = recent;
      while (time - (times[0] ?? time) >= window) times.shift();
      if (times.length < most) {
        times.push(time);
        recent.refused = 0;
        recent.until = time + window;
      } else recent.refused += 1;
      keys.delete(key);
      keys.set(key, recent);
      const { refused } = recent;
      return { taken: times.length, refused, wait: (times[0] ?? time) + window - time };
    },
  };
}

function forgetQuiet(keys: Map<string, Recent>, time: number): void {
  for (const [key, { until }] of keys) {
    if (time < until && keys.size < MOST_KEYS) return;
    keys.delete(key);
  }
}
