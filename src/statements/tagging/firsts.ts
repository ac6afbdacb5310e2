import type { Unit } from './unit.ts';
import { wordAt } from './word-features.ts';

/** The position of the first word of each word's sentence, and of its stretch between marks. */
export interface Firsts {
  readonly ofSentence: Int32Array;
  readonly ofStretch: Int32Array;
}

const read = new WeakMap<Unit, Firsts>(); // shared by all words and cues of a unit

/** Where the sentences and stretches of a unit begin. */
export function readFirsts(unit: Unit): Firsts {
  const known = read.get(unit);
  if (known !== undefined) return known;
  const ofSentence = new Int32Array(unit.words.length);
  const ofStretch = new Int32Array(unit.words.length);
  for (let i = 1; i < unit.words.length; i += 1) {
    const [before, word] = [wordAt(unit, i - 1), wordAt(unit, i)];
    ofSentence[i] = word.sentence === before.sentence ? (ofSentence[i - 1] ?? 0) : i;
    ofStretch[i] = word.stretch === before.stretch ? (ofStretch[i - 1] ?? 0) : i;
  }
  const firsts = { ofSentence, ofStretch };
  read.set(unit, firsts);
  return firsts;
}
