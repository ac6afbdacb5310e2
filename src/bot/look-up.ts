import { relatedStems } from '../answer/synonyms.ts';
import type { Archive } from '../archive/archive.ts';
import type { Scope } from '../archive/scope.ts';
import type { Known } from '../talk/chatter.ts';
import { stem } from '../text/stem.ts';

/** Whether some stories have a word, or one that WordNet relates to it. */
export async function lookUp(
  archive: Pick<Archive, 'findPassages'>,
  word: string,
  scope: Scope | null,
): Promise<Known> {
  const has = async (stems: readonly string[]): Promise<boolean> =>
    (await archive.findPassages(stems, scope, 1)).length > 0;
  if (await has([stem(word)])) return 'word';
  return (await has([...relatedStems(stem(word)).keys()])) ? 'meaning' : null;
}
