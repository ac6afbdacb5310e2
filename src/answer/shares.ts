import type { Matched, Sought, SoughtTerm } from './match.ts';

/** From here on a match counts as the word itself. */
const CLOSE = 0.7;
const EXACT = 0.99;
const NEIGHBOURS = 3; // tokens apart, at most, for two words to count as neighbours

/** Which part of a question's weight a sentence has. */
export interface Share {
  /** By the same stems. */
  readonly exact: number;
  /** By these, and synonyms and derivations. */
  readonly close: number;
  /** By these, and names by pronoun or description, and wider relatives. */
  readonly loose: number;
  /** The same stems, by their rarity in the story; a sum, no share. */
  readonly local: number;
}

export const NOTHING: Share = { exact: 0, close: 0, loose: 0, local: 0 };

/** The shares of a sentence. */
export function shareOf({ terms, total }: Sought, { strengths, loose }: Matched): Share {
  let exact = 0;
  let close = 0;
  let wide = 0;
  let local = 0;
  for (let i = 0; i < terms.length; i += 1) {
    const term = terms[i] as SoughtTerm;
    const strength = strengths[i] ?? 0;
    if (strength > EXACT) exact += term.weight;
    if (strength >= CLOSE) close += term.weight * strength;
    if (strength > EXACT) local += term.local;
    wide += term.weight * (loose[i] ?? 0);
  }
  return { exact: exact / total, close: close / total, loose: wide / total, local };
}

/** The most of each share that any sentence has. */
export function bestShare(shares: readonly Share[]): Share {
  return shares.reduce(
    (a, b) => ({
      exact: Math.max(a.exact, b.exact),
      close: Math.max(a.close, b.close),
      loose: Math.max(a.loose, b.loose),
      local: Math.max(a.local, b.local),
    }),
    NOTHING,
  );
}

/** The share matched of the words in each role, -1 where the question has none. */
export interface RoleShares {
  readonly verb: number;
  readonly focus: number;
  readonly names: number;
  readonly namesLoose: number;
  readonly numbers: number;
  readonly nouns: number;
}

/** How the words in each role are matched. */
export function roleSharesOf({ terms }: Sought, { strengths, loose }: Matched): RoleShares {
  return {
    verb: roleShare(terms, 'verb', strengths),
    focus: roleShare(terms, 'focus', strengths),
    names: roleShare(terms, 'name', strengths),
    namesLoose: roleShare(terms, 'name', loose),
    numbers: roleShare(terms, 'number', strengths),
    nouns: roleShare(terms, 'noun', loose),
  };
}

function roleShare(
  terms: readonly SoughtTerm[],
  role: SoughtTerm['role'],
  strengths: readonly number[],
): number {
  let sum = 0;
  let all = 0;
  for (let i = 0; i < terms.length; i += 1) {
    const term = terms[i] as SoughtTerm;
    if (term.role !== role) continue;
    sum += term.weight * (strengths[i] ?? 0);
    all += term.weight;
  }
  return all === 0 ? -1 : sum / all;
}

/** How the matched words stand to each other. */
export interface Shape {
  /** Neighbours in the question that are neighbours here. */
  readonly pairs: number;
  /** Matched words that follow each other as in the question. */
  readonly order: number;
  /** Matched words against the stretch they stand in. */
  readonly density: number;
}

/** The shape of a sentence's matches. */
export function shapeOf({ strengths, places }: Matched): Shape {
  let pairs = 0;
  let order = 0;
  let count = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] ?? -1;
    const before = places[i - 1] ?? -1;
    if (place >= 0 && (strengths[i] ?? 0) >= CLOSE) {
      count += 1;
      first = Math.min(first, place);
      last = Math.max(last, place);
    }
    if (place < 0 || before < 0 || place <= before) continue;
    order += 1;
    if (place - before <= NEIGHBOURS) pairs += 1;
  }
  const most = Math.max(1, places.length - 1);
  const stretch = count === 0 ? 1 : last - first + 1;
  return { pairs: pairs / most, order: order / most, density: count / stretch };
}

/** What the sentences before and after add. */
export interface Surroundings {
  /** The weight of words that only the neighbours have. */
  readonly around: number;
  /** The weight of words that any of the three has. */
  readonly three: number;
}

/** What stands around a sentence. */
export function surroundingsOf(
  { terms, total }: Sought,
  here: Matched,
  before: Matched | undefined,
  after: Matched | undefined,
): Surroundings {
  let around = 0;
  let three = 0;
  for (let i = 0; i < terms.length; i += 1) {
    const { weight } = terms[i] as SoughtTerm;
    const near = Math.max(before?.strengths[i] ?? 0, after?.strengths[i] ?? 0);
    if ((here.strengths[i] ?? 0) < 0.3 && near >= CLOSE) around += weight;
    three += weight * Math.max(here.loose[i] ?? 0, before?.loose[i] ?? 0, after?.loose[i] ?? 0);
  }
  return { around: around / total, three: three / total };
}
