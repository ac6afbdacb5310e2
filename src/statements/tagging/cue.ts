/** A cue in its unit: positions of its words, half-open. */
export interface CueRange {
  readonly from: number;
  readonly to: number;
}

/** A cue and how likely it is one. */
export interface Cue extends CueRange {
  readonly chance: number;
}

const CROWDED = 14; // cues of a unit: no unit of our stories has more than 10
const WORDS_A_CUE = 16; // of a long unit: every cue is read with hundreds of words around it

/** If a unit has more cues than any reporter would write (`Ann said that Ann said that …`) the likeliest. */
export function likeliest<One extends { readonly chance: number }>(
  cues: readonly One[],
  words: number,
): readonly One[] {
  const most = Math.max(CROWDED, Math.floor(words / WORDS_A_CUE));
  if (cues.length <= most) return cues;
  const kept = new Set(cues.toSorted((a, b) => b.chance - a.chance).slice(0, most));
  return cues.filter((cue) => kept.has(cue));
}
