/** A lasting set of keys: greeted channels, our threads. Never a text. */
export interface KeyMemory {
  readonly has: (key: string) => boolean;
  readonly add: (key: string) => void;
  readonly delete: (key: string) => void;
  /** Longest unused first. */
  readonly list: () => readonly string[];
}

/** Keys in memory, at most `limit`: the one longest unused is forgotten first. */
export function createKeyMemory(limit: number): KeyMemory {
  const keys = new Set<string>();
  const touch = (key: string): void => {
    keys.delete(key);
    keys.add(key);
    for (const oldest of keys) {
      if (keys.size <= limit) return;
      keys.delete(oldest);
    }
  };
  return {
    has: (key) => {
      if (!keys.has(key)) return false;
      touch(key);
      return true;
    },
    add: touch,
    delete: (key) => void keys.delete(key),
    list: () => [...keys],
  };
}
