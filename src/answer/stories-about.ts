import { type Holdings, listStories, OFFERED, openPassages } from '../archive/archive.ts';
import type { Scope } from '../archive/scope.ts';
import type { Sentence } from '../article/sentence.ts';
import type { Story } from '../story/story.ts';
import { contentStems, readStanding } from '../text/terms.ts';
import { readTokens } from '../text/tokens.ts';

/** A story that has something about some words, and its best sentence for them. */
export interface StoryAbout {
  readonly story: Story;
  /** Null if only the headline has the words. */
  readonly sentence: Sentence | null;
}

const ENOUGH = 0.5; // share of the words in the best story: one with fewer is about something else

/**
 * The stories about some words, best match first, in a scope, or in all if it is
 * null. A headline's words count as the text's.
 */
export async function findStoriesAbout(
  holdings: Holdings,
  words: string,
  scope: Scope | null,
): Promise<readonly StoryAbout[]> {
  const stems = [...new Set(contentStems(readTokens(words)))];
  const offered = await openPassages(holdings, stems, scope, OFFERED);
  const { entries } = await listStories(holdings, scope);
  const found = entries.flatMap(({ id, headline }) => {
    const inside = offered.filter((one) => one.story.article.id === id);
    const [best] = inside;
    const held = new Set([
      ...(mayHold(headline, stems) ? stemsIn(readTokens(headline)) : []),
      ...inside.flatMap(({ sentence }) => stemsIn(sentence.tokens)),
    ]);
    const has = stems.filter((stem) => held.has(stem)).length;
    return has === 0
      ? []
      : [{ id, sentence: best?.sentence ?? null, has, score: best?.score ?? 0 }];
  });
  const most = Math.max(0, ...found.map(({ has }) => has));
  const close = found
    .filter(({ has }) => has >= most * ENOUGH)
    .toSorted((a, b) => b.has - a.has || b.score - a.score)
    .slice(0, MOST);
  const open = await holdings.open(close.map(({ id }) => id));
  return close.flatMap(({ id, sentence }) => {
    const story = open.get(id);
    return story === undefined ? [] : [{ story, sentence }];
  });
}

const MOST = 100; // stories: the most that can be looked through

/** A cheap check, as there may be thousands: a word begins as its stem does. */
function mayHold(headline: string | null, stems: readonly string[]): headline is string {
  const folded = headline?.toLowerCase() ?? '';
  return stems.some((stem) => folded.includes(stem.slice(0, BEGINNING)));
}

const BEGINNING = 4; // letters

function stemsIn(tokens: Parameters<typeof readStanding>[0]): readonly string[] {
  return readStanding(tokens).map(({ stem }) => stem);
}
