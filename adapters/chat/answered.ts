import { createHash } from 'node:crypto';
import type { Claims } from '../../src/index.ts';
import type { KeyMemory } from './memory.ts';
import type { Once } from './once.ts';

/** Which events were answered, across restarts and processes: platforms redeliver answered events. */
export interface Answered {
  /** Whether an event is seen for the first time here. */
  readonly first: Once;
  /**
   * Runs the work that answers an event, unless another process has done or is doing so; the event then stays answered, even after a
   * restart. If the work was only begun, the event is answered when it is redelivered.
   */
  readonly run: (key: string, work: () => Promise<void>) => Promise<void>;
}

/**
 * What `once` has seen is remembered for the life of the process; what was answered, as long as `memory`, as a hash. If
 * several processes answer, `claims` keeps track for all of them.
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
