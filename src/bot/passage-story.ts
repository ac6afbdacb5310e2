import type { Catalogue } from '../archive/archive.ts';
import type { PassageKey } from '../commands/command.ts';
import type { Story } from '../story/story.ts';
import { covers } from '../text/span.ts';

/** The story of a passage, where the passage still lies inside one of its paragraphs. */
export async function findPassageStory(
  catalogue: Pick<Catalogue, 'find'>,
  { story: id, span }: PassageKey,
): Promise<Story | null> {
  const story = await catalogue.find(id);
  const inside = story?.paragraphs.some((one) => one.number !== null && covers(one, span));
  return inside && span.start < span.end ? story : null;
}
