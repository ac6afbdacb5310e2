import { createHash } from 'node:crypto';
import type { KeyMemory } from './memory.ts';
import type { Once } from './once.ts';

/** Which events were answered, across restarts: platforms redeliver events that were answered before one. */
export interface Answered {
  /** Whether an event is seen for the first time. */
  readonly first: Once;
  /** Marks it answered, restarts included. One that was only begun is answered after a restart. */
  readonly keep: (key: string) => void;
}

/** What `once` has seen is known as long as the process lives; what was answered, as long as `memory` does, as a hash. */
export function createAnswered(once: Once, memory: KeyMemory): Answered {
  return {
    first: (key) => !memory.has(hashOf(key)) && once(key),
    keep: (key) => memory.add(hashOf(key)),
  };
}

const LENGTH = 22; // characters: 132 bits, no two events alike

/** What is kept of a key; the key can't be recovered from it. */
export function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, LENGTH);
}
