import type { Topic } from '../answer/topic.ts';
import { ALONE } from '../commands/command.ts';
import type { Explained } from '../reply/why.ts';
import type { Citation } from '../story/citation.ts';

/** What a conversation remembers for a while. */
export interface Conversation {
  /** Who and what it was about. */
  readonly topic: Topic | null;
  readonly last: Explained | null;
  /** Passages that the last answer left for "more". */
  readonly more: readonly Citation[];
}

/** What conversations remember, by their keys; a standalone question leaves nothing. */
export interface Conversations {
  readonly get: (key: string) => Promise<Conversation | null>;
  readonly set: (key: string, value: Conversation) => Promise<void>;
}

const FORGET_AFTER = 30 * 60_000; // milliseconds: a conversation ends after half an hour
const MOST_CONVERSATIONS = 5_000; // the oldest are forgotten first, so memory stays flat

/** Conversations in the memory of one process. */
export function createConversations(now: () => number): Conversations {
  const { get, set } = createConversationMemory<Conversation>(now);
  return {
    get: async (key) => get(key),
    set: async (key, value) => {
      if (key !== ALONE) set(key, value);
    },
  };
}

/** Something for each conversation, for as long as it lasts. */
export function createConversationMemory<T>(now: () => number): Memory<T> {
  return createMemory<T>(now, FORGET_AFTER, MOST_CONVERSATIONS);
}

/** Values by key, each for a while after it was last set, and never more than `most` of them. */
export interface Memory<T> {
  readonly get: (key: string) => T | null;
  readonly set: (key: string, value: T) => void;
}

/** Forgets what is older than `lifetime` milliseconds by the given clock, and the oldest beyond `most`. */
export function createMemory<T>(now: () => number, lifetime: number, most: number): Memory<T> {
  const kept = new Map<string, { readonly value: T; readonly at: number }>();
  return {
    get: (key) => {
      const found = kept.get(key);
      return found === undefined || now() - found.at > lifetime ? null : found.value;
    },
    set: (key, value) => {
      kept.delete(key);
      kept.set(key, { value, at: now() });
      for (const [oldest, { at }] of kept) {
        if (kept.size <= most && now() - at <= lifetime) return;
        kept.delete(oldest);
      }
    },
  };
}
