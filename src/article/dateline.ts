import { isPlace as isKnownPlace } from '../text/lexicon/places.ts';
import type { Span } from '../text/span.ts';

// `SYDNEY: A company said`: with a colon, as broadcasters in Asia have it; a label of an interview is no place
const COLON_DATELINE = /^(\p{Lu}[\p{Lu} ]{2,30}): (?=\p{Lu})/u;

// `Halpur, Aug 14 (UNS) Members of …`: without a dash, as Indian agencies have it
const AGENCY_DATELINE =
  /^\p{Lu}[\p{L}' ]{1,40}, (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}*\.? \d{1,2}(?:, \d{4})? \(\p{Lu}{2,8}\):?\s+(?=\S)/u;

/**
 * The dateline before the first sentence of a paragraph: `WESTHAVEN, March 3 (Coast News) — `.
 * In front of a dash a place in capitals, or an agency between brackets. Null when there is none.
 */
export function findDateline(text: string, paragraph: Span): Span | null {
  const words = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 120));
  const colon = COLON_DATELINE.exec(words);
  const agency = isKnownPlace(colon?.[1] ?? '') ? colon?.[0] : AGENCY_DATELINE.exec(words)?.[0];
  if (agency !== undefined) return { start: paragraph.start, end: paragraph.start + agency.length };
  const found = /^(\p{Lu}[^—–:;"“”]{1,80}?)\s*(?:—|–|--|\s-)\s+(?=\S)/u.exec(words);
  const before = found?.[1] ?? '';
  const isPlace = /^(?:\p{Lu}{2,}[\p{Lu}.' -]*)(?:,|\(|$)/u.test(before);
  if (found === null || !(isPlace || /\([^()]{2,30}\)$/.test(before))) return null;
  return { start: paragraph.start, end: paragraph.start + found[0].length };
}
