import type { Archive } from '../archive/archive.ts';
import { type Gather, gatherTyped } from '../ingest/typed.ts';
import { type Channels, memoryChannels } from './channels.ts';
import { type FeedbackBook, noFeedback } from './feedback.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { memoryShelf } from './memory-shelf.ts';

/** What a bot keeps, and how new stories come in. */
export interface Keeping {
  readonly keeper: Keeper;
  readonly channels: Channels;
  readonly feedback: FeedbackBook;
  readonly gather: Gather;
  /** Whether addresses are fetched here: `FETCH=on`. */
  readonly fetches: boolean;
}

/** Keeps everything in memory only, as long as the process lives. */
export function memoryKeeping(
  archive: Archive,
  now: () => number,
  gather = gatherTyped,
  fetches = false,
): Keeping {
  return {
    keeper: createKeeper(memoryShelf(now), archive, []),
    channels: memoryChannels(),
    feedback: noFeedback(),
    gather,
    fetches,
  };
}
