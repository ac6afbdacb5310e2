import { type Block, readBlocks } from './blocks.ts';
import type { DomElement } from './dom.ts';
import { createOthers, createReaders } from './page-parts.ts';

const LONGEST = 160; // characters: a line of names and dates, not a paragraph
const ABOVE = 6; // lines above the headline that may have them
const BELOW = 14; // lines below it: the byline usually follows the summary
const AT_END = 3; // lines after the story, which may name who wrote it

/** Lines of names and dates that a page shows with its story. */
export interface PageLines {
  /** Around the headline, the nearest below it first; of a paragraph only what it begins with: `27.1.2022 – …`. */
  readonly near: readonly string[];
  /** The last of the story and what follows it. */
  readonly last: readonly string[];
  /** All short ones below the headline, in order. */
  readonly below: readonly string[];
}

/**
 * The lines around the headline; where it is not shown, those around the first paragraph. Links to other stories
 * don't count, nor does what readers wrote.
 */
export function findLines(page: DomElement, headline: string | null): PageLines {
  const body = page.querySelector('body') ?? page;
  const isReaders = createReaders();
  const isOthers = createOthers();
  const blocks = readBlocks(
    body,
    (name, element) =>
      /^(?:nav|aside|form)$/.test(name) ||
      isReaders(element) ||
      (name === 'footer' && !isIn(element)),
  );
  const prose = blocks.findIndex(isParagraph);
  const shown = placeOf(blocks, headline);
  const at = shown >= 0 ? shown : prose - 1;
  const own = at < 0 ? [] : blocks.slice(at, at + 1);
  const below = blocks.slice(at + 1, at + 1 + BELOW);
  const above = at < 0 ? [] : blocks.slice(Math.max(0, at - ABOVE), at).toReversed();
  const end = blocks.findLastIndex((one, i) => i > at && isSentence(one));
  return {
    near: linesOf([...own, ...below, ...above]),
    last: end < 0 ? [] : linesOf(blocks.slice(Math.max(0, end - 1), end + 1 + AT_END)),
    below: linesOf(blocks.slice(at + 1).filter(({ within }) => !isOthers(within))),
  };
}

/** Whether a foot is the story's, not the page's. */
function isIn(foot: DomElement): boolean {
  for (let at = foot.parentElement; at !== null; at = at.parentElement)
    if (/^(?:article|main)$/.test(at.localName)) return true;
  return false;
}

function isParagraph({ text, linked }: Block): boolean {
  return text.length > LONGEST && linked < 0.5;
}

function isSentence({ text, linked }: Block): boolean {
  return text.length > 80 && linked < 0.5;
}

function linesOf(blocks: readonly Block[]): readonly string[] {
  return blocks
    .flatMap(({ text }) => text.split('\n'))
    .map((line) => line.trim())
    .map((line) => (line.length <= LONGEST ? line : (BEGINNING.exec(line)?.[1] ?? '')))
    .filter((line) => line !== '');
}

/** `27.1.2022 - Bei der Erinnerung …`, `(21. November 2022) Energie …`, `21. November 2022. Energie …`. */
const BEGINNING = /^\(?([^–—()]{5,40}?)(?:\s[–—-]\s|\)|(?<=\p{L} \d{4})[.:]\s)/u;

/** The first heading that holds the headline, else the first block that is it; -1 for none. */
function placeOf(blocks: readonly Block[], headline: string | null): number {
  const wanted = plain(headline ?? '');
  if (wanted === '') return -1;
  const asHeading = blocks.findIndex(
    ({ text, within }) => /^h[1-3]$/.test(within.localName) && plain(text).includes(wanted),
  );
  return asHeading >= 0 ? asHeading : blocks.findIndex(({ text }) => plain(text) === wanted);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
