/** Says whether a key is seen for the first time: events come twice, answers must not. */
export type Once = (key: string) => boolean;

/** How long a key is remembered (milliseconds), the most keys to remember, and the clock. */
export interface OnceOptions {
  readonly now: () => number;
  readonly ttl?: number;
  readonly limit?: number;
}

const TTL = 60 * 60 * 1000; // Slack's last redelivery comes after five minutes, a restarted gateway's sooner
const LIMIT = 20_000; // about 2 MB of keys; the oldest are forgotten first

/** A limited memory of keys: a key counts as new again after `ttl`, or after `limit` others. */
export function createOnce({ now, ttl = TTL, limit = LIMIT }: OnceOptions): Once {
  const seen = new Map<string, number>(); // key → when; in the order they came
  return (key) => {
    const time = now();
    const since = seen.get(key);
    if (since !== undefined && time - since < ttl) return false;
    seen.delete(key);
    for (const [old, then] of seen) {
      if (time - then < ttl && seen.size < limit) break;
      seen.delete(old);
    }
    seen.set(key, time);
    return true;
  };
}
