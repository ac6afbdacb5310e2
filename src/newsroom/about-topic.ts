import type { Sentence } from '../article/sentence.ts';
import type { Story } from '../story/story.ts';
import { contentStems } from '../text/terms.ts';
import { readTokens } from '../text/tokens.ts';

/**
 * The items whose sentence is about a topic: it has all content words of the topic, or if no
 * sentence does, those with the most of them. Without a topic, or with one of function words
 * only, all items.
 */
export function aboutTopic<T extends { readonly sentence: Sentence }>(
  story: Story,
  items: readonly T[],
  topic: string | null,
): readonly T[] {
  const wanted = topic === null ? [] : contentStems(readTokens(topic));
  if (wanted.length === 0) return items;
  const shared = new Map(
    story.sentences.map((sentence) => {
      const stems = new Set(sentence.tokens.map((token) => token.stem));
      return [sentence, wanted.filter((stem) => stems.has(stem)).length] as const;
    }),
  );
  const most = Math.max(0, ...items.map((item) => shared.get(item.sentence) ?? 0));
  return most === 0 ? [] : items.filter((item) => shared.get(item.sentence) === most);
}
