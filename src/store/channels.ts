/** What each channel is about: a story's id, `tag:NAME`, or empty for all stories. */
export interface Channels {
  readonly get: (channel: string) => Promise<string | null>;
  /** Rejects with a `StoreError` where it can't be kept. */
  readonly set: (channel: string, choice: string) => Promise<void>;
  readonly entries: () => Promise<ReadonlyMap<string, string>>;
}

const MOST = 50_000; // channels

/**
 * Channels in memory, `save`d with each change; what can't be saved does not count. The least recently changed is
 * forgotten first.
 */
export function memoryChannels(
  known: Iterable<readonly [string, string]> = [],
  save: (choices: ReadonlyMap<string, string>) => void = () => undefined,
): Channels {
  const choices = new Map(known);
  return {
    get: async (channel) => choices.get(channel) ?? null,
    set: async (channel, choice) => {
      const before = choices.get(channel);
      choices.delete(channel);
      choices.set(channel, choice);
      try {
        save(choices);
      } catch (error) {
        if (before === undefined) choices.delete(channel);
        else choices.set(channel, before);
        throw error;
      }
      for (const [oldest] of choices) {
        if (choices.size <= MOST) break;
        choices.delete(oldest);
      }
    },
    entries: async () => choices,
  };
}
