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
