import { type Archive, listStories } from '../archive/archive.ts';
import type { Story } from '../story/story.ts';
import type { Question } from './question.ts';
import { type SentenceView, viewOf } from './view.ts';

/** Sentences to rank, and in how many of them each stem stands. */
export interface Pool {
  readonly sentences: readonly SentenceView[];
  readonly vocabulary: ReadonlyMap<string, number>;
}

const OFFERED = 50; // sentences that search offers where many stories are asked
const FEW = 200; // up to here all sentences are ranked, found by search or not

/** Every sentence of one story or a few; what search offers where many are asked. */
export function findPool(
  archive: Archive,
  question: Question,
  within: readonly string[] | null,
): Pool {
  const stories = listStories(archive, within);
  if (stories.length === 1 || archive.countSentences(within) <= FEW) return poolOf(stories);
  const stems = question.terms.map(({ stem }) => stem);
  const found = archive.findPassages(stems, within, OFFERED);
  return countWords(
    found.flatMap(({ story, sentence }) => viewOf(story).sentences[sentence.index] ?? []),
  );
}

/** All sentences of some stories. */
export function poolOf(stories: readonly Story[]): Pool {
  const [only] = stories;
  if (only !== undefined && stories.length === 1) return viewOf(only);
  return countWords(stories.flatMap((story) => viewOf(story).sentences));
}

function countWords(sentences: readonly SentenceView[]): Pool {
  const vocabulary = new Map<string, number>();
  for (const { positions } of sentences)
    for (const stem of positions.keys()) vocabulary.set(stem, (vocabulary.get(stem) ?? 0) + 1);
  return { sentences, vocabulary };
}
