import { identifierIn } from '../ingest/incoming.ts';
import { readWords } from '../text/words.ts';
import type { StoryRecord } from './record.ts';

/** What identifies where a story came from. */
type Placed = Pick<StoryRecord, 'known' | 'origin'>;

/** The addresses, and the agency's name for it, by which a story is known again. That of a whole site is none. */
export function placesOf({ known, origin }: Placed): readonly string[] {
  const url = known?.url ?? null;
  const places = [identifierIn(origin), url !== null && isFrontPage(url) ? null : url, origin];
  return places.filter((place) => place !== null);
}

function isFrontPage(url: string): boolean {
  return URL.canParse(url) && /^\/?$/.test(new URL(url).pathname) && new URL(url).search === '';
}

/** Whether both were fetched from different addresses: a page can name another one as its own. */
export function isElsewhere(a: Placed, b: Placed): boolean {
  return isAddress(a.origin) && isAddress(b.origin) && a.origin !== b.origin;
}

export function hasOtherAddress(a: Placed, b: Placed): boolean {
  const [before, after] = [a, b].map((one) => placesOf(one).filter(isAddress));
  return !!before?.length && !!after?.length && !before.some((place) => after.includes(place));
}

function isAddress(place: string | null): boolean {
  return place !== null && /^https?:/i.test(place);
}

const ALIKE = 0.6; // share of the shorter text found in the other one
const RUN = 4; // words: two texts on one matter share shorter runs by chance
const FEWEST_RUNS = 25; // a sentence of a story has 20: one alone proves nothing

/**
 * Whether a text is another version of the same story, not another story with the same name: most of its words
 * are in the same order, and not just those of a headline or of one sentence.
 */
export function isAlike(before: string, after: string): boolean {
  const [a, b] = [runsOf(before), runsOf(after)];
  const shared = [...a].filter((run) => b.has(run)).length;
  return shared >= Math.max(FEWEST_RUNS, Math.min(a.size, b.size) * ALIKE);
}

/** The runs of words of a text; its first line, which may be a headline, counts only where it is a sentence. */
function runsOf(text: string): ReadonlySet<string> {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const told = lines.filter((line, i) => i > 0 || /[.!?]["”’']?\s*$/.test(line)).join(' ');
  const words = readWords(told).map(({ fold }) => fold);
  return new Set(words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' ')));
}
