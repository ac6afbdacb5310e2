import { createHash } from 'node:crypto';
import type { Claims } from '../../src/index.ts';
import type { KeyMemory } from './memory.ts';
import type { Once } from './once.ts';

/** Which events were answered, over restarts and processes: platforms deliver again what was answered before. */
export interface Answered {
  /** Whether an event is met for the first time here. */
  readonly first: Once;
  /**
   * Does what answers an event, unless another process has or does; from then on it is answered, also after a
   * restart. One that was only begun is answered when it comes again.
   */
  readonly run: (key: string, work: () => Promise<void>) => Promise<void>;
}

/**
 * What `once` has met is known for as long as the process, what was answered as long as `memory`, as a hash. Where
 * several processes answer, `claims` knows it for all of them.
 */
export function createAnswered(
  once: Once,
  memory: KeyMemory | null,
  claims: Pick<Claims, 'once'> | null,
): Answered {
  if (claims !== null) return { first: once, run: (key, work) => claims.once(hashOf(key), work) };
  return {
    first: (key) => !memory?.has(hashOf(key)) && once(key),
    run: async (key, work) => {
      await work();
      memory?.add(hashOf(key));
    },
  };
}

const LENGTH = 22; // characters: 132 bits, no two events alike

/** What is kept of a key; the key can't be recovered from it. */
export function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, LENGTH);
}
