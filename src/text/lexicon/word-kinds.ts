import { GROUP_NOUNS, PERSON_NOUNS, WRITING_NOUNS } from './noun-kinds.ts';
import { SAYING_VERBS, THINKING_VERBS } from './verb-kinds.ts';

const kinds: ReadonlyMap<string, number> = new Map([
  ...numbered(SAYING_VERBS, 1),
  ...numbered(THINKING_VERBS, 2),
]);

const nounKinds: ReadonlyMap<string, number> = new Map([
  ...numbered(WRITING_NOUNS, 5),
  ...numbered(GROUP_NOUNS, 4),
  ...numbered(PERSON_NOUNS, 3),
]);

/** What a lemma is: 1 a verb of saying, 2 of thinking or feeling; 3, 4, 5 a noun for a person, a group, something said or written; 0 none. */
export function kindOfLemma(lemma: string, tag: string): number {
  return (tag === 'VERB' ? kinds.get(lemma) : tag === 'NOUN' ? nounKinds.get(lemma) : 0) ?? 0;
}

function numbered(words: string, kind: number): readonly (readonly [string, number])[] {
  return words.split(/\s+/).map((word) => [word, kind] as const);
}
