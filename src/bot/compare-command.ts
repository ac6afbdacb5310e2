import { type Archive, listStories } from '../archive/archive.ts';
import { type Compared, compareSpeakers, compareStories } from '../quotes/compare.ts';
import { foldName } from '../quotes/name-words.ts';
import { findPerson } from '../quotes/person.ts';
import { type ComparedReply, composeCompare } from '../reply/compare-reply.ts';
import type { Story } from '../story/story.ts';

/** What was typed behind `/compare`: the two where something parts them, else the second is empty. */
export interface Compare {
  readonly sides: readonly [string, string];
  readonly topic: string | null;
}

/** Compares two people of the stories a place is about, or two of its stories; null where it is not told which two. */
export async function compare(
  archive: Archive,
  { sides, topic }: Compare,
  within: readonly string[] | null,
  storiesAbout: (words: string) => readonly Story[],
): Promise<ComparedReply | null> {
  const stories = listStories(archive, within);
  const few = storiesAbout(`${sides.join(' ')} ${topic ?? ''}`);
  const two = sides[1] === '' ? splitSides(few, stories, sides[0]) : sides;
  if (two === null) return null;
  const [one, other] = two.map((typed) => storyCalled(stories, typed));
  return composeCompare(await compareThem(), topic, stories.length);

  async function compareThem(): Promise<Compared> {
    const [first, second] = [two?.[0] ?? '', two?.[1] ?? ''];
    const [isFirst, isSecond] = [first, second].map(
      (typed) => findPerson(few, typed).kind !== 'nobody',
    );
    if ((isFirst && isSecond) || (one === undefined && other === undefined))
      return compareSpeakers(few, [first, second], topic);
    if (one !== undefined && other !== undefined) return compareStories([one, other], topic);
    const [story, person, isSomebody] =
      one === undefined ? [second, first, isFirst] : [first, second, isSecond];
    return isSomebody
      ? { kind: 'mixed', story, person }
      : { kind: 'unread', typed: person, quotes: { kind: 'no-such-person' } };
  }
}

/** A story by its id or its headline. */
function storyCalled(stories: readonly Story[], typed: string): Story | undefined {
  const wanted = foldName(typed);
  return stories.find(
    ({ article }) =>
      article.id === typed.toLowerCase() ||
      (article.headline !== null && foldName(article.headline) === wanted),
  );
}

/** `Ma Trump`: where both halves are somebody, or a story, they are the two. */
function splitSides(
  few: readonly Story[],
  stories: readonly Story[],
  typed: string,
): readonly [string, string] | null {
  const words = typed.split(' ');
  const isKnown = (side: string): boolean =>
    storyCalled(stories, side) !== undefined || findPerson(few, side).kind !== 'nobody';
  for (let at = 1; at < words.length; at += 1) {
    const [one, other] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    if (isKnown(one) && isKnown(other)) return [one, other];
  }
  return words.length === 2 && words[0] !== undefined && words[1] !== undefined
    ? [words[0], words[1]]
    : null;
}
