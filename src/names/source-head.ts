import { isPerson } from '../text/lexicon/person-nouns.ts';
import { isPostnominal, isTitle } from '../text/lexicon/titles.ts';
import { overlaps } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Mention } from './discourse.ts';

const DAY = /^(?:today|yesterday|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** The main word of a noun phrase: the last before a comma, a preposition, `who`, `and`. */
export function headOf(tokens: readonly Token[], inside: readonly Mention[]): Token | undefined {
  let head: Token | undefined;
  let modified = false;
  for (const [i, token] of tokens.entries()) {
    const named = inside.some((mention) => overlaps(mention, token));
    if (head !== undefined && token.text === '-' && token.start === head.end) {
      head = undefined; // `Hong Kong-based South China Morning Post`
      modified = true;
      continue;
    }
    if (modified && !named) {
      modified = false;
      continue;
    }
    modified = false;
    const ends =
      /^(?:[,(—–:;]|--|who|which|that|whose|and|or|but)$/.test(token.lower) ||
      /^(?:ADP|SCONJ|CCONJ)$/.test(token.tag) ||
      (token.tag === 'VERB' && !named && head !== undefined && !isNounInside(tokens, i, inside));
    const isTurned = token.lower === 'turned' && !named; // `boxer turned novelist Ann Ode`
    if (isTurned || (token.lower === 'and' && isDescriptionOf(tokens, token, inside))) {
      head = undefined;
      continue;
    }
    if (ends && !named) {
      if (head !== undefined) break;
      continue; // `As for Ma`, `(Ma`
    }
    if (/^['’]s?$/.test(token.text)) {
      if (token === tokens.at(-1)) break; // `Trump's`, of `Trump's claim that …`
      head = undefined; // `Trump's running mate`
    }
    if (/sel(?:f|ves)$/.test(token.lower) && token.tag === 'PRON' && head !== undefined) continue; // `Ann Ode herself`
    if (isPostnominal(token.text) && !named && head !== undefined) continue; // `Ann Ode KC`
    if ((token.tag === 'ADV' || DAY.test(token.lower)) && head !== undefined && !named) continue; // `Ann Ode finally`, `Ann Ode today`
    if ((/^(?:PUNCT|PART)$/.test(token.tag) || !/[\p{L}\p{N}]/u.test(token.text)) && !named)
      continue;
    head = token;
  }
  return head;
}

/** `deputy | works | minister Ann Ode`, `chief | operating | officer`, `Lund | lock | Ann Ode`: a verb by its looks. */
function isNounInside(tokens: readonly Token[], at: number, inside: readonly Mention[]): boolean {
  const [before, token, next] = tokens.slice(at - 1, at + 2);
  if (before === undefined || token === undefined || next === undefined) return false;
  const isNamed = (one: Token): boolean => inside.some((mention) => overlaps(mention, one));
  if (isNamed(before) && isNamed(next)) return token.lower === token.lemma;
  const isOffice = next.tag === 'NOUN' && next.lower === next.lemma;
  return isOffice && AS_NOUN.test(token.lower) && (isTitle(next.text) || isPerson(next.lemma));
}

const AS_NOUN = /(?:ing|s)$|^lead$/;

/** `its | lead | author`, `the | investigating | officer`: what a tagger takes for a verb before a word for a person. */
export function isBeforePerson(token: Token, next: Token | undefined): boolean {
  const isOne = /^(?:NOUN|PROPN)$/.test(next?.tag ?? '');
  return isOne && AS_NOUN.test(token.lower) && isPerson(next?.lemma ?? '');
}

/** `night porter and union member Tom Ode`: one person, without an article; not `the porter and Tom Ode`. */
function isDescriptionOf(
  tokens: readonly Token[],
  and: Token,
  inside: readonly Mention[],
): boolean {
  const before = tokens.slice(0, tokens.indexOf(and));
  const [first, ...others] = inside;
  const last = before.at(-1);
  const isPlain = before.every(
    ({ tag, text }) => /^(?:NOUN|ADJ|NUM)$/.test(tag) || /^(?:-|of)$/.test(text), // `father-of-two`
  );
  const isOne =
    isPerson(last?.lemma ?? '') || (last?.tag === 'NUM' && isPerson(before[0]?.lemma ?? ''));
  return isPlain && isOne && others.length === 0 && first !== undefined;
}
