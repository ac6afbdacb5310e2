const PAUSE = 60_000; // milliseconds: a permission granted meanwhile is soon noticed
const MOST = 10_000; // channels

/** The channels where the bot may not write: it does not try again there for a while. */
export interface Pauses {
  readonly isOn: (channel: string) => boolean;
  /** Discord refused to take a message there: refusals count towards a ban of this machine's address. */
  readonly begin: (channel: string) => void;
}

/** Pauses of a minute each, on the given clock in milliseconds. */
export function createPauses(now: () => number): Pauses {
  const until = new Map<string, number>(); // in the order they end
  return {
    isOn: (channel) => (until.get(channel) ?? 0) > now(),
    begin: (channel) => {
      until.delete(channel);
      until.set(channel, now() + PAUSE);
      for (const [oldest, end] of until) {
        if (end > now() && until.size <= MOST) return;
        until.delete(oldest);
      }
    },
  };
}
