import { DIGIT, needsOf } from './needs.ts';

/**
 * All matches of a pattern with the flag `g`, in order. Most patterns of a list match nothing in most sentences: what a
 * match needs is looked for first, and `matchAll` copies the pattern each time, which takes longer than the look itself.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  if (!mayMatch(pattern, text)) return NONE;
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1; // else it is found for ever
  }
  return found;
}

const NONE: readonly RegExpExecArray[] = [];

/** What a pattern needs, each stretch of letters by its number: numbers are looked up faster than words. */
type Numbered = readonly (readonly number[])[];

const needsBy = new WeakMap<RegExp, Numbered>();
const stretches: string[] = [];
const numbers = new Map<string, number>();

// the text last asked for: a list of patterns is tried on one text after the other
let text = '';
let small = '';
let turn = 0;
const lookedUp: number[] = []; // the turn in which a stretch was last looked for
const isThere: boolean[] = [];

const ODD = /[\u017f\u212a\u0130]/; // letters that match `s`, `k` and `i`, but in small letters are others

function mayMatch(pattern: RegExp, asked: string): boolean {
  let needs = needsBy.get(pattern);
  if (needs === undefined) {
    needs = needsOf(pattern).map((some) => some.map(numberOf));
    needsBy.set(pattern, needs);
  }
  if (needs.length === 0) return true;
  if (text !== asked) {
    text = asked;
    small = asked.toLowerCase();
    turn += 1;
  }
  for (const some of needs) if (!hasOneOf(some)) return ODD.test(asked);
  return true;
}

function numberOf(stretch: string): number {
  const known = numbers.get(stretch);
  if (known !== undefined) return known;
  numbers.set(stretch, stretches.length);
  return stretches.push(stretch) - 1;
}

function hasOneOf(some: readonly number[]): boolean {
  for (const one of some) if (has(one)) return true;
  return false;
}

function has(number: number): boolean {
  if (lookedUp[number] === turn) return isThere[number] === true;
  const stretch = stretches[number] ?? '';
  const found = stretch === DIGIT ? /\d/.test(small) : small.includes(stretch);
  lookedUp[number] = turn;
  isThere[number] = found;
  return found;
}
