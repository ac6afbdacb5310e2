import { isKin } from '../text/lexicon/person-nouns.ts';
import { genderOfTitle } from '../text/lexicon/titles.ts';
import { findPersonRoles, mainNoun } from './name-roles.ts';
import type { NameRun } from './name-runs.ts';

/** The gender that a run's title tells, or its role: `Mr. Ode`, `Anna Ode, a Welsh actress`. */
export function genderOfRole(text: string, run: NameRun): 'male' | 'female' | null {
  const own = genderOfTitles(run);
  if (own !== null) return own;
  const { tokens } = run.sentence;
  for (const role of findPersonRoles(run)) {
    const noun = mainNoun(
      tokens.filter(({ start, end }) => role.start <= start && end <= role.end),
    );
    const words = text.slice(role.start, role.end).split(/[^\p{L}]+/u);
    const gender = genderOfNoun(noun?.lower ?? '') ?? genderOfWords(words.slice(0, 8));
    if (gender !== null) return gender;
  }
  return genderOfClause(run);
}

/** `Sam Ode, who is the minister's former husband, said` */
function genderOfClause({ sentence: { tokens }, to }: NameRun): 'male' | 'female' | null {
  const [comma, who, is] = tokens.slice(to, to + 3);
  if (comma?.text !== ',' || who?.lower !== 'who' || !/^(?:is|was)$/.test(is?.lower ?? ''))
    return null;
  const clause = tokens.slice(to + 3, to + 3 + LONGEST_CLAUSE);
  const end = clause.findIndex(({ tag, text }) => tag === 'ADP' || tag === 'VERB' || text === ',');
  const noun = clause[end - 1]?.lower ?? '';
  return isKin(noun) ? genderOfNoun(noun) : null;
}

const LONGEST_CLAUSE = 8; // tokens

/** The gender that a noun for a person shows: `widow`, `great-grandson`. */
export function genderOfNoun(noun: string): 'male' | 'female' | null {
  const bare = noun.replace(/^(?:(?:great|step|half|god)-?)*(?:grand)?|-in-law$/g, '');
  return genderOfTitle(bare);
}

/** The gender that a run's title tells: `Mr. Ode`. */
export function genderOfTitles({ titleWords }: NameRun): 'male' | 'female' | null {
  return genderOfWords(titleWords);
}

function genderOfWords(words: readonly string[]): 'male' | 'female' | null {
  for (const word of words) {
    const gender = genderOfTitle(word);
    if (
      gender !== null &&
      /(?:man|woman|m[rs]s?|miss|sir|dame|lady|king|queen|princ|actr|bar|father|sister)/i.test(word)
    )
      return gender;
  }
  return null;
}
