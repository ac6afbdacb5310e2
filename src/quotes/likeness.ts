import { isContent } from '../text/terms.ts';
import type { Token } from '../text/tokens.ts';
import { rarity } from './rarity.ts';

/**
 * How much of what was asked for is in some words, from 0 to 1: the wanted stems that are held, each
 * weighted by its rarity. 0 when nothing is wanted.
 */
export function coverage(wanted: readonly string[], held: ReadonlySet<string>): number {
  const all = wanted.reduce((sum, stem) => sum + rarity(stem), 0);
  const found = wanted.reduce((sum, stem) => sum + (held.has(stem) ? rarity(stem) : 0), 0);
  return all === 0 ? 0 : found / all;
}

/** From here up, nearly all that was asked for is there. */
export const WHOLE = 0.8; // a fragment that is nearly all there is similar, however long the rest
const RECALL = 1.5; // how much more what was asked for counts than what else was said

/**
 * How similar two sets of stems are, from 0 to 1: the F measure of how much of each is in the other. Of
 * long words that hold a stem or two by chance little is in what was asked for.
 */
export function likenessOf(wanted: readonly string[], said: readonly string[]): number {
  const found = coverage(wanted, new Set(said));
  if (found >= WHOLE) return found;
  const back = coverage(said, new Set(wanted));
  const weight = RECALL * RECALL;
  return found + back === 0 ? 0 : ((1 + weight) * found * back) / (weight * back + found);
}

/**
 * What words are compared by: the stems of the content words. `Nobody`, `one` and `another` are no content
 * here: they tell no sentence from others.
 */
export function likenessStems(tokens: readonly Token[]): readonly string[] {
  const content = tokens.filter(
    (token) => isContent(token) && !/^(?:PRON|DET)$/.test(token.tag) && token.lower !== 'one',
  );
  return [...new Set(content.map((token) => token.stem))];
}
