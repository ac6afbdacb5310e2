import { createHash } from 'node:crypto';
import type { KeyMemory } from './memory.ts';
import type { Once } from './once.ts';

/** Which events were answered, over restarts: platforms deliver again what was answered before one. */
export interface Answered {
  /** Whether an event is met for the first time. */
  readonly first: Once;
  /** It is answered: from now on also after a restart. One that was only begun is answered then. */
  readonly keep: (key: string) => void;
}

/** What `once` has met is known for as long as the process, what was answered as long as `memory`: as a hash. */
export function createAnswered(once: Once, memory: KeyMemory): Answered {
  return {
    first: (key) => !memory.has(hashOf(key)) && once(key),
    keep: (key) => memory.add(hashOf(key)),
  };
}

const LENGTH = 22; // characters: 132 bits, no two events alike

/** What is kept of a key: nothing can be read back out of it. */
export function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, LENGTH);
}
