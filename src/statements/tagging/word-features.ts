import type { Unit } from './unit.ts';
import type { Word } from './word.ts';
import { SHAPE } from './word.ts';

/** How many buckets features are hashed into, as a power of two: few collisions, a small file. */
export const FEATURE_BITS = 18;

/** A buffer that features are written to, one after another. */
export interface FeatureSink {
  ids: Int32Array;
  count: number;
}

/** Adds the feature that `template` makes of up to three values. Its steps are written out: as calls they take a third longer. */
export function add(sink: FeatureSink, template: number, a = 0, b = 0, c = 0): void {
  let hash = Math.imul(template + 0x51ed, 0x9e3779b1);
  hash = Math.imul(hash ^ a, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ b, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  sink.ids[sink.count] = (hash ^ (hash >>> 13)) >>> (32 - FEATURE_BITS);
  sink.count += 1;
}

// properties in the same order as a unit's words: objects of one shape are read faster
const NOTHING: Word = {
  start: 0,
  end: 0,
  token: { start: 0, end: 0, text: '', lower: '', tag: '', lemma: '', stem: '' },
  form: 1,
  lemma: 1,
  tag: 1,
  ending: 1,
  shape: SHAPE.none,
  link: 0,
  verbal: false,
  nominal: false,
  border: 0,
  kind: 0,
  quotation: 0,
  mark: 0,
  sentence: -1,
  stretch: -1,
  paragraph: -1,
};

/** The word at a position, or one that equals no other if there is none. */
export function wordAt(unit: Unit, at: number): Word {
  const inside = at >= 0 && at < unit.words.length; // reading past an array's ends is slow
  return inside ? (unit.words[at] ?? NOTHING) : NOTHING;
}

/** Coarse distances: 0–4 as they are, then 5–6, 7–9, 10–14, 15–22, more. */
export function coarse(distance: number): number {
  if (distance <= 4) return distance;
  return distance <= 6 ? 5 : distance <= 9 ? 6 : distance <= 14 ? 7 : distance <= 22 ? 8 : 9;
}

export const clamp = (value: number, most: number): number =>
  Math.max(-most, Math.min(most, value));
