import type { ArticleParts } from '../article/parts.ts';
import type { Named } from '../names/named.ts';
import type { Vectors } from '../reader/vectors.ts';
import type { Statement } from '../statements/statement.ts';

/** An article made ready for questions. What costs time is worked out when it is first asked for. */
export interface Story extends ArticleParts {
  /** People, organisations and places of the story, each with every place it is named at. */
  readonly names: readonly Named[];
  /** What was heard when it was prepared; null where `hear` still has to. */
  readonly heardBefore: Heard | null;
  /** A prepared vector for each sentence; null where `vectorsOf` still has to make them. */
  readonly vectors: Vectors | null;
}

/** What is said in a story. */
export interface Heard {
  /** Reported speech in story order. */
  readonly statements: readonly Statement[];
  /** Whether the marker read the story; else it couldn't be loaded, and rules and taggers alone found them. */
  readonly isMarked: boolean;
}

/** A story whose statements are known: `hear` makes it of a story. */
export interface HeardStory extends Story, Heard {}
