import { identifierIn } from '../ingest/incoming.ts';
import { readWords } from '../text/words.ts';
import type { StoryRecord } from './record.ts';

/** What identifies where a story came from. */
type Placed = Pick<StoryRecord, 'known' | 'origin'>;

/**
 * The addresses, and the agency's name for it, by which a story is known again: each as it is written, and as it is without
 * what makes no difference. That of a whole site is none.
 */
export function placesOf({ known, origin }: Placed): readonly string[] {
  const url = known?.url ?? null;
  const own = url !== null && isFrontPage(url) ? null : url;
  const places = [identifierIn(origin), own, origin].flatMap((place) =>
    place === null ? [] : [place, plainAddress(place)],
  );
  return [...new Set(places)];
}

/** What campaigns and social networks add to an address. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|at_(?:medium|campaign|link\w*|bbc\w*)|ocid|ftag)$/;

/** `http://www.a.example/vote/?utm_source=x#top` → `https://a.example/vote`; what is no address stays as it is. */
export function plainAddress(place: string): string {
  if (!isAddress(place) || !URL.canParse(place)) return place;
  const { host, pathname, searchParams } = new URL(place);
  const kept = [...searchParams].filter(([name]) => !TRACKING.test(name));
  const asked = kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
  return `https://${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${asked}`;
}

function isFrontPage(url: string): boolean {
  return URL.canParse(url) && /^\/?$/.test(new URL(url).pathname) && new URL(url).search === '';
}

/** Whether both were fetched from different addresses: a page can name another one as its own. */
export function isElsewhere(a: Placed, b: Placed): boolean {
  const [before, after] = [a.origin, b.origin].map((origin) =>
    isAddress(origin) ? plainAddress(origin ?? '') : null,
  );
  return before !== null && after !== null && before !== after;
}

/**
 * Whether a place proves that two stories found there are one: an agency's name for it, or an address that one of
 * them was fetched from. A file can hold another story tomorrow, and a saved page can name its section as its address.
 */
export function isProof(place: string, a: Placed, b: Placed): boolean {
  const fetched = [a.origin, b.origin].map((origin) => plainAddress(origin ?? ''));
  const isFetched = isAddress(place) && fetched.includes(plainAddress(place));
  return isFetched || place === identifierIn(a.origin);
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

const AKIN = 0.1; // share of the shorter text: two stories of one desk share less, two versions of one more

/** Whether two texts from one place can be versions of one story: something of the one is in the other. */
export function isAkin(before: string, after: string): boolean {
  const [a, b] = [runsOf(before), runsOf(after)];
  const shared = [...a].filter((run) => b.has(run)).length;
  return shared >= Math.min(a.size, b.size) * AKIN;
}

/** The runs of words of a text; its first line, which may be a headline, counts only where it is a sentence. */
function runsOf(text: string): ReadonlySet<string> {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const told = lines.filter((line, i) => i > 0 || /[.!?]["”’']?\s*$/.test(line)).join(' ');
  const words = readWords(told).map(({ fold }) => fold);
  return new Set(words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' ')));
}
