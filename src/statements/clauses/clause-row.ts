/** A kind of clause as text (see `textOf`): its cue and what is said, and who says it, if stated. */
export interface Row {
  readonly pattern: RegExp;
  /** Where the speaker is: the subject of the cue, in the pattern, or nowhere. */
  readonly source: 'subject' | 'here' | 'none';
  /** Whether it overrides what the taggers make of its cue. */
  readonly replaces: boolean;
}
