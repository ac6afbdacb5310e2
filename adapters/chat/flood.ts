import type { Limits } from '../../src/index.ts';

/** What to do with a question: answer it, say once that there are too many, or ignore it. */
export type FloodVerdict = 'answer' | 'note' | 'silence';

/** Judges a question by the person who asks it. */
export type FloodLimit = (person: string) => Promise<FloodVerdict>;

/** The polite note, for that person alone. */
export const FLOOD_NOTE =
  'That was more than 20 questions in ten seconds. Please give me a moment, then ask again.';

const LIMIT = { most: 20, window: 10_000 }; // questions answered of each person in so many milliseconds

/**
 * The limit for each person: 20 questions within 10 seconds are answered, the 21st gets the note, and
 * later ones nothing until the window has moved on. Others are served meanwhile.
 */
export function createFloodLimit(limits: Limits): FloodLimit {
  return async (person) => {
    const { refused } = await limits.take(`person ${person}`, LIMIT);
    if (refused === 0) return 'answer';
    return refused === 1 ? 'note' : 'silence';
  };
}
