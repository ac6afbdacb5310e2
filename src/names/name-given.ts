import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { NameRun } from './name-runs.ts';

const LONGEST = 12; // tokens from `who` to the name: `who would be known only by the name of`
const FARTHEST = 14; // tokens of a description: `A tea seller at the foot of the bridge`

const NAMING = [
  /^who (?:\w+ ){0,2}(?:gave|gives|give|given) (?:\w+ ){0,2}(?:his|her|their|the|a) (?:\w+ )?name(?: only| simply| just)?(?: as| of)?$/,
  /^who (?:\w+ ){0,2}(?:goes|went|go|going) (?:only |simply )?by(?: the name(?: of)?)?$/,
  /^who (?:\w+ ){0,3}to be (?:called|named|known|identified|quoted)(?: only| just| simply)?(?: as| by (?:the|his|her|their) (?:\w+ )?name(?: of)?)?$/,
  /^who (?:\w+ ){0,2}(?:identified|identifies|called|calls|introduced|introduces) (?:him|her|them)sel(?:f|ves)(?: only| just| simply)?(?: as)?$/,
  // `who would give only her first name, Pat`, `who asked that only his name, Ali, be used`
  /^who (?:\w+ ){0,6}(?:his|her|their) (?:\w+ )?name ,$/,
  /^who (?:\w+ ){0,3}under the name(?: of)?$/,
  /^(?:identified|named)(?: \w+){0,3} as$/,
  /^(?:who (?:is|was) )?(?:\w+ )?known (?:\w+ ){0,2}(?:as|by the name(?: of)?)$/,
];

/**
 * The person whom a source names for a reporter: `A cleaner, who gave her name as Rosie`, `a busker known as
 * Old Tam`; null where the words before the name give it to nobody.
 */
export function roleOfGiven(
  run: NameRun,
  isHead: (words: readonly Token[]) => boolean,
): Span | null {
  const { tokens } = run.sentence;
  const own = run.from - run.titleWords.length;
  for (let at = own - 2; at >= Math.max(1, own - LONGEST); at -= 1) {
    if (!/^(?:who|known|identified|named)$/.test(tokens[at]?.lower ?? '')) continue;
    const words = tokens.slice(at, own).map(({ lower }) => lower);
    if (!NAMING.some((form) => form.test(words.join(' ')))) continue;
    const described = describedBefore(tokens, at, isHead);
    if (described !== null) return described;
  }
  return null;
}

/** The description that ends before a token, or before its comma. */
function describedBefore(
  tokens: readonly Token[],
  at: number,
  isHead: (words: readonly Token[]) => boolean,
): Span | null {
  const to = tokens[at - 1]?.text === ',' ? at - 1 : at;
  const last = tokens[to - 1];
  for (let from = to - 2; last !== undefined && from >= Math.max(0, to - FARTHEST); from -= 1) {
    const first = tokens[from];
    if (first === undefined || /^(?:VERB|AUX|PUNCT)$/.test(first.tag)) return null;
    const opens = /^(?:an?|the|one|another|his|her|its|their)$/.test(first.lower);
    if (opens && isHead(tokens.slice(from, to))) return { start: first.start, end: last.end };
  }
  return null;
}
