import { type LedeWeights, ledeChances, readLedeFeatures } from '../newsroom/lede.ts';
import type { Story } from '../story/story.ts';
import { learnChoice, type Ranking } from './conditional-logit.ts';
import type { MarkedStory } from './marked-glances.ts';

const PULL = 0.02;

/** What speaks for a sentence to be the one that says what happened. */
export function learnLede(stories: readonly MarkedStory[], pull = PULL): LedeWeights {
  return learnChoice(stories.map(rankingOf), pull);
}

function rankingOf({ story, lede }: MarkedStory): Ranking {
  const { text } = story.article;
  const sentences = story.sentences.slice(0, readLedeFeatures(story).length);
  const right = sentences.map(({ start, end }) => (isLede(lede, text.slice(start, end)) ? 1 : 0));
  return { rows: readLedeFeatures(story), right, counts: 1 };
}

/** Whether a sentence is what is marked: all of it, or the part of the mark behind a dateline. */
function isLede(marked: string, sentence: string): boolean {
  return sentence.includes(marked) || (marked.includes(sentence) && sentence.length > 40);
}

/** For each story how likely its sentences are the lede, learnt from the stories of other parts. */
export function ledesOutOfParts(
  stories: readonly MarkedStory[],
  log: (line: string) => void,
  pull = PULL,
): ReadonlyMap<Story, readonly number[]> {
  const found = new Map<Story, readonly number[]>();
  let right = 0;
  let first = 0;
  for (const part of new Set(stories.map((one) => one.event))) {
    const weights = learnLede(
      stories.filter((one) => one.event !== part),
      pull,
    );
    for (const one of stories.filter(({ event }) => event === part)) {
      const chances = ledeChances(one.story, weights);
      found.set(one.story, chances);
      const ranking = rankingOf(one);
      right += ranking.right[chances.indexOf(Math.max(...chances))] ?? 0;
      first += ranking.right[0] ?? 0;
    }
  }
  log(`lede: ${right} of ${stories.length}, the first sentence ${first}`);
  return found;
}
