import { SIZE, type Vectors, vectorOf } from '../reader/vectors.ts';
import type { Story } from './story.ts';

const made = new WeakMap<Story, Promise<Vectors>>();

/**
 * The vectors of a story's sentences: prepared, or made on first use.
 * Rejects with a `ModelError` where they can't be made.
 */
export function vectorsOf(story: Story): Promise<Vectors> {
  if (story.vectors !== null) return Promise.resolve(story.vectors);
  const before = made.get(story);
  if (before !== undefined) return before;
  const vectors = makeVectors(story);
  made.set(story, vectors);
  vectors.catch(() => made.delete(story)); // tried again the next time
  return vectors;
}

/** Whether they exist, or are being made already. */
export function hasVectors(story: Story): boolean {
  return story.vectors !== null || made.has(story);
}

/** One sentence at a time, so that a question meanwhile waits for one of them, not for all. */
async function makeVectors({ article, sentences }: Story): Promise<Vectors> {
  const all = new Int8Array(SIZE * sentences.length);
  for (const { start, end, index } of sentences)
    all.set(await vectorOf(article.text.slice(start, end)), SIZE * index);
  return all;
}
