import type { Span } from '../text/span.ts';
import { newest, type StoryRecord } from './record.ts';
import { readSpans } from './unchanged.ts';

/** How a story changed last. */
export interface LastChange {
  /** The newest version, and the day it came in. */
  readonly number: number;
  readonly day: string;
  /** Where its text is as it was before; null where the version before could not be read. */
  readonly unchanged: readonly Span[] | null;
}

/** How a story changed last, by its record alone; null where it has been the same since it came in. */
export function lastChangeOf(record: StoryRecord): LastChange | null {
  const { versions, unchanged } = record;
  if (versions.length === 1) return null;
  const { number, added } = newest(record);
  return {
    number,
    day: added.slice(0, 10),
    unchanged: unchanged === null ? null : readSpans(unchanged),
  };
}
