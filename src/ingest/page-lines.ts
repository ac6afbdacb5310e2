import { type Block, readBlocks } from './blocks.ts';
import type { DomElement } from './dom.ts';

const LONGEST = 160; // characters: a line of names and dates, not a paragraph
const ABOVE = 6; // lines above the headline that may have them
const BELOW = 14; // lines below it: the byline usually follows the summary

/**
 * The short lines that a page shows around its headline, the nearest below it first; where the headline is not
 * shown, its first lines. Links to other stories don't count.
 */
export function linesNear(page: DomElement, headline: string | null): readonly string[] {
  const body = page.querySelector('body') ?? page;
  const blocks = readBlocks(body, (name) => /^(?:nav|footer|aside|form)$/.test(name));
  const at = placeOf(blocks, headline);
  const below = blocks.slice(at + 1, at + 1 + BELOW);
  const above = at < 0 ? [] : blocks.slice(Math.max(0, at - ABOVE), at).toReversed();
  return [...below, ...above]
    .flatMap(({ text }) => text.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '' && line.length <= LONGEST);
}

/** The last place where the headline is a heading, else its first place at all; -1 for none. */
function placeOf(blocks: readonly Block[], headline: string | null): number {
  const isIt = ({ text }: Block): boolean => text === headline;
  const asHeading = blocks.findIndex((one) => isIt(one) && /^h[1-3]$/.test(one.within.localName));
  return asHeading >= 0 ? asHeading : blocks.findIndex(isIt);
}
