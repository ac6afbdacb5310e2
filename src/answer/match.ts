import type { Question, Term } from './question.ts';
import { rarity } from './rarity.ts';
import { type Relation, relatedStems } from './synonyms.ts';
import type { SentenceView } from './view.ts';

/** A stem of the stories that may stand for a term of the question, and how well, from 0 to 1. */
interface Expansion {
  readonly stem: string;
  readonly strength: number;
}

/** A question's terms made ready to be looked for in a pool of sentences. */
export interface Sought {
  readonly question: Question;
  readonly terms: readonly SoughtTerm[];
  /** The sum of all weights, never 0. */
  readonly total: number;
}

export interface SoughtTerm {
  readonly term: Term;
  /** As in the question, but a name where the stories write it as one: "what did trump say". */
  readonly role: Term['role'];
  /** How much the word says: its rarity in English. */
  readonly weight: number;
  /** Its rarity among the sentences at hand; 0 where none has it. */
  readonly local: number;
  readonly expansions: readonly Expansion[];
  readonly opposites: readonly string[];
}

/** How well each term of a question is matched by a sentence. */
export interface Matched {
  /** 1 the same stem, less for a relative of it, 0 none; in the order of the terms. */
  readonly strengths: readonly number[];
  /** The token it stands at, or -1. */
  readonly places: readonly number[];
  /** As `strengths`, with names that pronouns or descriptions stand for. */
  readonly loose: readonly number[];
}

// How far a relative stands for the word itself; the ranker learns what each share is worth.
const STRENGTHS: Readonly<Record<Relation, number>> = {
  synonym: 0.85,
  derived: 0.85,
  near: 0.5,
  narrower: 0.45,
  broader: 0.35,
  opposite: 0,
};
const SAME_BEGINNING = 0.7; // `inaugurated`, `inaugural`
const MISSPELT = 0.8; // `gadaffi`, `gaddafi`
const MENTIONED = 0.9; // another name of the one asked about
const DESCRIBED = 0.4; // named here, and described elsewhere with this word
const ALONE = 0.5; // `broke` where `break up` is asked for
const CARRIED = 0.5; // a pronoun that may stand for the one asked about

/** Looks up what may stand for each term among the stems of the pool. */
export function seek(
  question: Question,
  vocabulary: ReadonlyMap<string, number>,
  size: number,
  isProper: (stem: string) => boolean,
): Sought {
  const terms = question.terms.map((term): SoughtTerm => {
    const found = vocabulary.get(term.stem);
    const related = relatedStems(term.stem);
    return {
      term,
      role: isProper(term.stem) && /^(?:noun|other|verb)$/u.test(term.role) ? 'name' : term.role,
      weight: rarity(term.stem),
      local: found === undefined ? 0 : Math.log(1 + (size - found + 0.5) / (found + 0.5)),
      expansions: expand(term.stem, vocabulary, related),
      opposites: [...related].flatMap(([other, relation]) =>
        relation === 'opposite' && vocabulary.has(other) ? [other] : [],
      ),
    };
  });
  return { question, terms, total: terms.reduce((sum, { weight }) => sum + weight, 0) || 1 };
}

function expand(
  word: string,
  vocabulary: ReadonlyMap<string, number>,
  related: ReadonlyMap<string, Relation>,
): readonly Expansion[] {
  const found: Expansion[] = vocabulary.has(word) ? [{ stem: word, strength: 1 }] : [];
  for (const [other, relation] of related) {
    if (STRENGTHS[relation] > 0 && vocabulary.has(other))
      found.push({ stem: other, strength: STRENGTHS[relation] });
  }
  for (const other of vocabulary.keys())
    if (other !== word && /[^ -~]/u.test(other) && withoutMarks(other) === withoutMarks(word))
      found.push({ stem: other, strength: MISSPELT });
  const [verb = '', particle] = word.split('_');
  if (particle !== undefined && vocabulary.has(verb)) found.push({ stem: verb, strength: ALONE });
  if (word.length < 5 || particle !== undefined)
    return found.sort((a, b) => b.strength - a.strength);
  for (const other of vocabulary.keys()) {
    if (other === word || related.has(other) || other.charAt(0) !== word.charAt(0)) continue;
    if (other.includes('_')) continue;
    if (sharesBeginning(word, other)) found.push({ stem: other, strength: SAME_BEGINNING });
    else if (!vocabulary.has(word) && isMisspelt(word, other))
      found.push({ stem: other, strength: MISSPELT });
  }
  return found.sort((a, b) => b.strength - a.strength);
}

/** `zurawska` for `żurawska`. */
function withoutMarks(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** The first five letters and most of the rest: `sudan`, `sudanes`. */
function sharesBeginning(a: string, b: string): boolean {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a.charAt(same) === b.charAt(same)) same += 1;
  return same >= 5 && a.length - same <= 3 && b.length - same <= 3;
}

/** One letter wrong, missing, too many, or two that changed places; numbers are never misspelt. */
function isMisspelt(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || /\d/u.test(a + b)) return false;
  let from = 0;
  while (from < a.length && a.charAt(from) === b.charAt(from)) from += 1;
  const restA = a.slice(from);
  const restB = b.slice(from);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) &&
      restA.charAt(0) === restB.charAt(1) &&
      restA.charAt(1) === restB.charAt(0))
  );
}

/** Finds the terms in a sentence. */
export function match(sought: Sought, view: SentenceView): Matched {
  const strengths: number[] = [];
  const places: number[] = [];
  const loose: number[] = [];
  for (const { term, expansions } of sought.terms) {
    let strength = 0;
    let place = -1;
    for (const expansion of expansions) {
      const found = view.positions.get(expansion.stem);
      if (found === undefined || expansion.strength <= strength) continue;
      strength = expansion.strength;
      place = found[0] ?? -1;
    }
    strengths.push(strength);
    places.push(place);
    loose.push(Math.max(strength, strength < MENTIONED ? matchName(term, view) : 0));
  }
  return { strengths, places, loose };
}

/** How far the sentence is about the one whom the term names, though by other words. */
function matchName({ stem }: Term, view: SentenceView): number {
  const { names } = view.story;
  let best = 0;
  for (const i of view.named) {
    if (names[i]?.stems.has(stem) === true) return MENTIONED;
    if (names[i]?.role.has(stem) === true) best = Math.max(best, DESCRIBED);
  }
  for (const i of view.carried)
    if (names[i]?.stems.has(stem) === true) best = Math.max(best, CARRIED);
  return best;
}
