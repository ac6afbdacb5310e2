import type { ArticleParts } from '../article/parts.ts';
import type { Named } from '../names/named.ts';
import { findAttributions } from './attributions.ts';
import type { Marks } from './marking/marker.ts';
import { chooseWho } from './speakers/choice.ts';
import { nameSpeakers } from './speakers/speaker.ts';
import type { Statement } from './statement.ts';

/**
 * The statements of a story, in order, including thoughts and wishes, for which `speech` is false. `marks`: what the
 * marker made of the story; null where it can't be loaded: some statements more are then missed, and some speakers.
 */
export function findStatements(
  parts: ArticleParts,
  names: readonly Named[],
  marks: Marks | null,
): readonly Statement[] {
  return nameSpeakers(parts, names, findAttributions(parts, names, marks), chooseWho, marks);
}
