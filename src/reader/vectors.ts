import { runModel } from './session.ts';
import { CLS, readPieces, SEP } from './word-pieces.ts';

/** Vectors of length 1 as int8 (127 is 1), one after the other, `SIZE` numbers each. */
export type Vectors = Int8Array;

export const SIZE = 384;
const LONGEST = 126; // pieces of a sentence that its vector is made of
const LONGEST_TEXT = 1_200; // UTF-16 units that are cut into pieces for them

/** The vector of a text: similar for texts of similar meaning. */
export async function vectorOf(text: string): Promise<Vectors> {
  const { ids } = readPieces(text.slice(0, LONGEST_TEXT));
  const input = Int32Array.from([CLS, ...ids.subarray(0, LONGEST), SEP]);
  const { values } = await runModel('encoder', { ids: input, passages: input.length });
  return Int8Array.from(values, (value) => Math.round(127 * value));
}

/** The cosine of a vector with the one at `at` among others, from -1 to 1. */
export function cosine(vector: Vectors, others: Vectors, at: number): number {
  let sum = 0;
  for (let i = 0; i < SIZE; i += 1) sum += (vector[i] ?? 0) * (others[at * SIZE + i] ?? 0);
  return sum / (127 * 127);
}
