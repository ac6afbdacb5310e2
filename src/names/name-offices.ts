import { isForename } from '../text/lexicon/forenames.ts';
import { isOrganisationWord } from '../text/lexicon/organisations.ts';
import { isPlace } from '../text/lexicon/places.ts';
import { isOutletWord } from '../text/lexicon/source-words.ts';
import { isEnglishWord } from '../text/tokens.ts';
import type { NameRun } from './name-runs.ts';

/**
 * The office in another language that a full name behind it holds: `Llywydd` for `The Llywydd, Elin Ode, ruled`;
 * null where the word is English, a place, a forename or an outlet's.
 */
export function officeBefore({
  sentence: { tokens },
  from,
  to,
  titleWords,
}: NameRun): string | null {
  const own = from - titleWords.length;
  if (tokens[to]?.text !== ',' || tokens[own - 1]?.text !== ',') return null;
  const [the, office] = [tokens[own - 3], tokens[own - 2]];
  if (the?.lower !== 'the') return null;
  const word = office?.text ?? '';
  if (to - from < 2 || !/^\p{Lu}\p{Ll}{3,}$/u.test(word) || isEnglishWord(word.toLowerCase()))
    return null;
  const names = [isForename, isPlace, isOrganisationWord, isOutletWord];
  return names.some((is) => is(word)) ? null : word;
}
