import type { KeyMemory } from './memory.ts';

/** What the first reply in a channel or DM says. */
export const GREETING =
  "I'm a program. I repeat passages of the story word for word; I don't write.";

/** Who was greeted already. */
export interface Greeting {
  /** The greeting, the first time it is asked for in a channel; null from then on. */
  readonly take: (channel: string) => string | null;
  /** Whether a channel was greeted. */
  readonly given: (channel: string) => boolean;
  /** The reply did not get through: the next one greets. */
  readonly giveBack: (channel: string) => void;
}

/** Greets once in a channel or DM, as long as `memory` lasts. */
export function createGreeting(memory: KeyMemory): Greeting {
  return {
    take: (channel) => {
      if (memory.has(channel)) return null;
      memory.add(channel);
      return GREETING;
    },
    given: (channel) => memory.has(channel),
    giveBack: (channel) => memory.delete(channel),
  };
}
