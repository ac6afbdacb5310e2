import { describedSubject } from '../../names/descriptions/described.ts';
import { isPersonLike } from '../../names/descriptions/salient.ts';
import { isSameEntry, namedIn, sentenceAt } from '../../names/discourse.ts';
import { canBe } from '../../names/gender.ts';
import type { Named } from '../../names/named.ts';
import type { Span } from '../../text/span.ts';
import type { Told } from './told.ts';

const FAR = 4; // sentences

/**
 * `He has not said so to Ann. ¶ “It will be true,” she says.`: the only one whom a pronoun can mean of those who are
 * named or speak in its paragraph and the one before; null for nobody, two, or where somebody is described since.
 */
export function onlyOneNear(
  { discourse, spoken }: Told,
  source: Span,
  gender: 'male' | 'female',
): Named | null {
  const here = sentenceAt(discourse, source.start);
  if (here === undefined) return null;
  const last = spoken.at(-1);
  const found = new Set<Named>();
  if (last?.named != null && here.index - last.sentence.index <= FAR && canBe(last.named, gender))
    found.add(last.named);
  const first = discourse.sentences[here.index - 1]?.paragraph ?? here.paragraph;
  for (let at = here.index; at >= 0; at -= 1) {
    const sentence = discourse.sentences[at];
    const isNear = sentence?.paragraph === here.paragraph || sentence?.paragraph === first;
    if (sentence === undefined || !isNear || !isSameEntry(discourse, sentence.start, source.start))
      break;
    const described = describedSubject(sentence);
    const inside = namedIn(discourse, sentence);
    // `Their daughter, Ann, left`: described and named
    const isNamed = inside.some(({ start }) => start - (described?.end ?? 0) <= 2);
    if (described !== null && !isNamed) return null;
    for (const { named, start } of inside)
      if (start < source.start && isPersonLike(named) && canBe(named, gender)) found.add(named);
  }
  const [only = null] = found;
  return found.size === 1 && only?.gender === gender ? only : null;
}
