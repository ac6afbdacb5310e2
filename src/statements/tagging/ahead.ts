import type { Unit } from './unit.ts';
import { wordAt } from './word-features.ts';

/** What follows each word in its sentence: verbs and words left, and the verbs of its stretch. */
export interface Ahead {
  readonly verbs: Uint8Array;
  readonly words: Uint8Array;
  readonly stretchVerbs: Uint8Array;
}

const read = new WeakMap<Unit, Ahead>(); // shared by all cues of a unit

/** What follows each word of a unit. */
export function readAhead(unit: Unit): Ahead {
  const known = read.get(unit);
  if (known !== undefined) return known;
  const length = unit.words.length;
  const ahead = {
    verbs: new Uint8Array(length),
    words: new Uint8Array(length),
    stretchVerbs: new Uint8Array(length),
  };
  for (let i = length - 1; i >= 0; i -= 1) {
    const [word, next] = [wordAt(unit, i), wordAt(unit, i + 1)];
    const goesOn = next.sentence === word.sentence;
    ahead.words[i] = goesOn ? Math.min((ahead.words[i + 1] ?? 0) + 1, 99) : 0;
    ahead.verbs[i] = goesOn ? Math.min((ahead.verbs[i + 1] ?? 0) + (next.verbal ? 1 : 0), 3) : 0;
    const sameStretch = goesOn && next.stretch === word.stretch;
    ahead.stretchVerbs[i] = Math.min(
      (sameStretch ? (ahead.stretchVerbs[i + 1] ?? 0) : 0) + (word.verbal ? 1 : 0),
      3,
    );
  }
  read.set(unit, ahead);
  return ahead;
}
