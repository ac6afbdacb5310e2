import type { Holdings } from '../archive/archive.ts';
import { type Compared, compareSpeakers, compareStories } from '../quotes/compare.ts';
import { findPerson } from '../quotes/person.ts';
import { type ComparedReply, composeCompare } from '../reply/compare-reply.ts';
import { hear } from '../story/hear.ts';
import type { HeardStory, Story } from '../story/story.ts';

/** What was typed after `/compare`: the two sides if something separates them, else the second is empty. */
export interface Compare {
  readonly sides: readonly [string, string];
  readonly topic: string | null;
}

/** A side, and what it can mean. */
interface Meant {
  readonly typed: string;
  readonly isPerson: boolean;
  readonly story: Story | null;
}

/** Compares two people in some stories, or two stories; null if it is unclear which two. */
export async function compare(
  holdings: Holdings,
  { sides, topic }: Compare,
  stories: readonly HeardStory[],
): Promise<ComparedReply | null> {
  const mean = async (typed: string): Promise<Meant> => {
    const id = await holdings.lookUp(typed);
    const isPerson = findPerson(stories, typed).kind !== 'nobody';
    return { typed, isPerson, story: id === null ? null : await holdings.find(id) };
  };
  const both = await readSides(sides, mean);
  if (both === null) return null;
  return composeCompare(await compareBoth(stories, both, topic), topic, await holdings.count(null));
}

async function compareBoth(
  stories: readonly HeardStory[],
  [one, other]: readonly [Meant, Meant],
  topic: string | null,
): Promise<Compared> {
  const areNone = one.story === null && other.story === null;
  if (areNone || (one.isPerson && other.isPerson))
    return compareSpeakers(stories, [one.typed, other.typed], topic);
  if (one.story !== null && other.story !== null)
    return compareStories([await hear(one.story), await hear(other.story)], topic);
  const [story, person] = one.story === null ? [other, one] : [one, other];
  return person.isPerson
    ? { kind: 'mixed', story: story.typed, person: person.typed }
    : { kind: 'unread', typed: person.typed, quotes: { kind: 'no-such-person' } };
}

const MOST_WORDS = 12; // for two names without a separator

/** `Ma Trump`: if both halves are somebody, or a story, those are the two. */
async function readSides(
  [one, other]: readonly [string, string],
  mean: (typed: string) => Promise<Meant>,
): Promise<readonly [Meant, Meant] | null> {
  if (other !== '') return [await mean(one), await mean(other)];
  const words = one.split(' ').slice(0, MOST_WORDS);
  for (let at = 1; at < words.length; at += 1) {
    const halves = [words.slice(0, at).join(' '), words.slice(at).join(' ')] as const;
    const both = [await mean(halves[0]), await mean(halves[1])] as const;
    if (both.every(({ isPerson, story }) => isPerson || story !== null)) return both;
  }
  const [first, second] = words;
  if (words.length !== 2 || first === undefined || second === undefined) return null;
  return [await mean(first), await mean(second)];
}
