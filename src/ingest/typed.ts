import { storyId } from '../article/article.ts';
import type { Harvest, Incoming } from './incoming.ts';

/** What can't be brought in: one line that says of what and why. */
export class IngestError extends Error {}

/** Reads what someone names: a file, an address, or the text of a story itself. Rejects with an `IngestError`. */
export type Gather = (what: string) => Promise<Harvest>;

const FEWEST_WORDS = 12; // fewer are no story, but a slip or a name of something

/** A story that was typed or piped in: called after its first words. Throws an `IngestError`. */
export function readTyped(text: string): Incoming {
  const words = text.trim().split(/\s+/);
  if (words.length < FEWEST_WORDS) {
    throw new IngestError(
      `that is neither a file nor an address, and too short for a story (${FEWEST_WORDS} words at least)`,
    );
  }
  if (text.includes('\u0000')) throw new IngestError('the text: is binary, not text');
  const opening = text.replace(/^---\r?\n[\s\S]*?\n---\r?\n/, '').trim();
  const name = storyId(opening.split(/\s+/).slice(0, 6).join(' '));
  return {
    name,
    text: text.replace(/^\ufeff/, ''),
    format: 'txt',
    known: null,
    byline: null,
    tags: [],
    origin: null,
    note: null,
  };
}

/** Takes the text of a story and nothing else: where neither files nor the net are within reach. */
export const gatherTyped: Gather = async (what) => {
  if (/^https?:\/\/\S+$/i.test(what.trim())) {
    throw new IngestError('addresses are not fetched here: FETCH=on allows it');
  }
  return { incoming: [readTyped(what)], problems: [], leftOut: [] };
};
