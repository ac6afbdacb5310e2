/** What a conversation is about, for questions that leave it unsaid. Kept in memory only. */
export interface Topic {
  /** People and organisations last spoken of, the latest first, as the story names them. */
  readonly names: readonly {
    readonly name: string;
    readonly gender: 'male' | 'female' | null;
    readonly person: boolean;
  }[];
  /** The words of the last question that say something, as written. */
  readonly words: readonly string[];
  /** The last question as it was understood. */
  readonly question: string;
}
