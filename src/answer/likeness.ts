import { stem } from '../text/stem.ts';
import { isContent } from '../text/terms.ts';
import type { Token } from '../text/tokens.ts';
import { rarity } from './rarity.ts';
import { type Relation, relatedStems } from './synonyms.ts';

/**
 * How much of what was asked for is in some words, from 0 to 1: the wanted stems, each weighted by
 * its rarity and by how well it is held. 0 when nothing is wanted.
 */
export function coverage(wanted: readonly string[], held: (stem: string) => number): number {
  const all = wanted.reduce((sum, stem) => sum + rarity(stem), 0);
  const found = wanted.reduce((sum, stem) => sum + rarity(stem) * held(stem), 0);
  return all === 0 ? 0 : found / all;
}

/** From here on a likeness is that of nearly all that was asked for. */
export const WHOLE = 0.8; // a fragment nearly all of which is held is like, however long the rest
const RECALL = 1.5; // how much more what was asked for counts than what else was said

/**
 * How like two sets of stems are, from 0 to 1: the F measure of how much of each is in the other. Of
 * long words that hold a stem or two by chance little is in what was asked for.
 */
export function likenessOf(wanted: readonly string[], said: readonly string[]): number {
  const found = coverage(wanted, holds(new Set(said)));
  if (found >= WHOLE) return found;
  const back = coverage(said, holds(new Set(wanted)));
  const weight = RECALL * RECALL;
  return found + back === 0 ? 0 : ((1 + weight) * found * back) / (weight * back + found);
}

/**
 * What words are compared by: the stems of the content words as a lexicon has them, `sold` as `sell`.
 * `Nobody`, `one` and `another` are no content here: they tell no sentence from others.
 */
export function likenessStems(tokens: readonly Token[]): readonly string[] {
  const stems = tokens
    .filter(
      (token) => isContent(token) && !/^(?:PRON|DET)$/.test(token.tag) && token.lower !== 'one',
    )
    .map((token) =>
      /^(?:VERB|NOUN)$/.test(token.tag) ? stem(token.lemma.toLowerCase()) : token.stem,
    );
  return [...new Set(stems)];
}

// How far a related word stands for the one that was typed: a paraphrase must not become a guess.
const WORTH: Readonly<Record<Relation, number>> = {
  synonym: 0.8,
  derived: 0.8,
  near: 0.5,
  narrower: 0.6,
  broader: 0.5,
  opposite: 0,
};

/** How well a set of stems holds one: 1 the stem itself, less a word related to it, else 0. */
export function holds(stems: ReadonlySet<string>): (stem: string) => number {
  return (stem) => {
    if (stems.has(stem)) return 1;
    let best = 0;
    for (const [other, relation] of relatedStems(stem)) {
      if (stems.has(other)) best = Math.max(best, WORTH[relation]);
    }
    return best;
  };
}
