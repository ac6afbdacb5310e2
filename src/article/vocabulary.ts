import { standingStems } from '../text/terms.ts';
import type { Sentence } from './sentence.ts';

/** The words of a story, by their stems. */
export interface Vocabulary {
  /** In how many sentences each content stem stands, in the order they first come. */
  readonly counts: ReadonlyMap<string, number>;
  /** Stems that are written as names inside sentences, and nowhere in lower case. */
  readonly proper: ReadonlySet<string>;
}

/** Reads the vocabulary of a story's sentences. */
export function readVocabulary(sentences: readonly Sentence[]): Vocabulary {
  const counts = new Map<string, number>();
  const proper = new Set<string>();
  const plain = new Set<string>();
  for (const { tokens } of sentences) {
    for (const stem of standingStems(tokens)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    tokens.forEach((token, i) => {
      if (!/^\p{Lu}/u.test(token.text)) plain.add(token.stem);
      else if (i > 0 && token.tag === 'PROPN') proper.add(token.stem);
    });
  }
  return { counts, proper: new Set([...proper].filter((stem) => !plain.has(stem))) };
}
