import { readFileSync } from 'node:fs';
import type { Sought } from './match.ts';
import type { Ranked } from './rank.ts';
import type { Weighed } from './reading.ts';
import { measureSilence, SILENCE_FEATURES } from './silence-features.ts';
import { scoreTrees, type Trees } from './trees.ts';

/** The learnt trees with what makes their score a probability, and the least that is answered. */
interface Silence extends Trees {
  readonly slope: number;
  readonly offset: number;
  readonly threshold: number;
}

let silence: Silence | undefined;

/** How likely it is, from 0 to 1, that the sentences answer the question. */
export function probability(
  sought: Sought,
  ranked: readonly Ranked[],
  phrases: readonly Weighed[],
): number {
  if (ranked.length === 0 || sought.terms.length === 0) return 0;
  silence ??= load();
  const score = scoreTrees(silence, measureSilence(sought, ranked, phrases));
  return 1 / (1 + Math.exp(-(silence.slope * score + silence.offset)));
}

/** The least probability at which an answer is given: chosen on half of the NewsQA stories. */
export function threshold(): number {
  silence ??= load();
  return silence.threshold;
}

function load(): Silence {
  const url = new URL('./silence.weights.json', import.meta.url);
  const model = JSON.parse(readFileSync(url, 'utf8')) as Silence;
  if (model.names.join() !== SILENCE_FEATURES.join())
    throw new Error('silence.weights.json is for other features');
  return model;
}
