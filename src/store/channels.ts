/** What each channel is about: a story's id, `tag:NAME`, or empty for all stories. */
export interface Channels {
  readonly get: (channel: string) => string | null;
  /** Throws a `StoreError` where it can't be kept; it counts all the same until the end. */
  readonly set: (channel: string, choice: string) => void;
  readonly entries: () => ReadonlyMap<string, string>;
}

const MOST = 50_000; // channels; the one longest unchanged is forgotten first

/** Channels in memory only. */
export function memoryChannels(known: Iterable<readonly [string, string]> = []): Channels {
  const choices = new Map(known);
  return {
    get: (channel) => choices.get(channel) ?? null,
    set: (channel, choice) => {
      choices.delete(channel);
      choices.set(channel, choice);
      for (const [oldest] of choices) {
        if (choices.size <= MOST) return;
        choices.delete(oldest);
      }
    },
    entries: () => choices,
  };
}
