/** A cue in its unit: positions of its words, half-open. */
export interface CueRange {
  readonly from: number;
  readonly to: number;
}

/** A cue and how likely it is one. */
export interface Cue extends CueRange {
  readonly chance: number;
}
