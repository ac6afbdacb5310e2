import type { ArticleParts } from '../article/parts.ts';
import type { Named } from '../names/named.ts';
import { findAttributions } from './attributions.ts';
import { nameSpeakers } from './speakers/speaker.ts';
import type { Statement } from './statement.ts';

/** The statements of a story, in order, including thoughts and wishes, for which `speech` is false. */
export function findStatements(parts: ArticleParts, names: readonly Named[]): readonly Statement[] {
  return nameSpeakers(parts, names, findAttributions(parts, names));
}
