import { relatedStems } from '../answer/synonyms.ts';
import type { Archive } from '../archive/archive.ts';
import type { Known } from '../talk/chatter.ts';
import { stem } from '../text/stem.ts';

/** Whether some stories have a word, or one that WordNet relates to it. */
export function lookUp(archive: Archive, word: string, within: readonly string[] | null): Known {
  const has = (stems: readonly string[]): boolean =>
    archive.findPassages(stems, within, 1).length > 0;
  if (has([stem(word)])) return 'word';
  return has([...relatedStems(stem(word)).keys()]) ? 'meaning' : null;
}
