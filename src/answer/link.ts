import type { Token } from '../text/tokens.ts';
import type { Sought, SoughtTerm } from './match.ts';
import type { SentenceView } from './view.ts';

/** The preposition that a question leaves open, and the word it belongs to. */
export interface OpenLink {
  readonly word: string;
  readonly term: SoughtTerm;
}

const PREPOSITION =
  /^(?:of|to|for|with|on|about|in|from|at|by|against|over|into|as|after|through|under)$/u;
const BEING = /^(?:being|doing|having)$/u;
const SAME = 0.7; // from here on a match is the word itself
const REACH = 8; // tokens between the two: `charged Ode on Monday with`
const FAR = 0.7; // what a link is worth that is not right behind its word

/** `charged` and `with` of "What is she charged with?", `With what is she charged?`; or null. */
export function findOpenLink({ question: { tokens, at }, terms }: Sought): OpenLink | null {
  const fronted = tokens[at - 1];
  if (fronted !== undefined && PREPOSITION.test(fronted.lower)) {
    const term = terms.find((one) => one.term.role === 'verb');
    return term === undefined ? null : { term, word: fronted.lower };
  }
  for (let i = tokens.length - 1; i > Math.max(1, at); i -= 1) {
    const word = tokens[i] as Token;
    if (!PREPOSITION.test(word.lower) || !isOpen(tokens[i + 1])) continue;
    const termOf = (token: Token | undefined) => terms.find((one) => one.term.token === token);
    const term = termOf(tokens[i - 1]) ?? termOf(tokens[i - 2]);
    return term === undefined ? null : { term, word: word.lower };
  }
  return null;
}

/** Whether nothing follows a preposition that it could belong to. */
function isOpen(next: Token | undefined): boolean {
  return next === undefined || /^(?:PUNCT|ADP)$/u.test(next.tag) || BEING.test(next.lower);
}

/** How far a sentence has the two together, from 0 to 1: `was charged with`. */
export function linkIn(
  { word, term }: OpenLink,
  { sentence: { tokens }, positions }: SentenceView,
): number {
  let best = 0;
  for (const { stem, strength } of term.expansions)
    for (const place of strength >= SAME ? (positions.get(stem) ?? []) : []) {
      const after = tokens.slice(place + 1, place + 1 + REACH);
      const end = after.findIndex(({ text }) => /^[.;:!?]$/u.test(text));
      const found = after.findIndex(({ lower }) => lower === word);
      if (found < 0 || (end >= 0 && end < found)) continue;
      best = Math.max(best, found === 0 ? 1 : FAR);
    }
  return best;
}
