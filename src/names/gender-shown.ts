import type { Sentence } from '../article/sentence.ts';
import { isPerson } from '../text/lexicon/person-nouns.ts';
import { isSaying } from '../text/lexicon/saying.ts';
import { genderOfPronoun } from './gender.ts';
import { type Gender, TELLING } from './name-group.ts';
import type { NameRun } from './name-runs.ts';

const OWN = /^(?:his|her|hers|himself|herself)$/;
const SUBJECT = /^(?:he|she)$/;
const WHEN = /^(?:when|as|while|because|after|before|although|though|until|since|where|who)$/;
const FAR = 25; // tokens

/**
 * The gender that pronouns show where no title and no forename tells it: `Sioned Ode was cheered when she …`, `Ode
 * left. She …`. Null if nothing shows it, or if they differ.
 */
export function genderShown(
  runs: readonly NameRun[],
  bySentence: ReadonlyMap<Sentence, readonly NameRun[]>,
  next: (sentence: Sentence) => Sentence | undefined,
): Gender {
  const shown = new Set<Gender>();
  for (const run of runs.slice(0, TELLING)) {
    const others = bySentence.get(run.sentence)?.filter((other) => other !== run) ?? [];
    const here = pronounBehind(run, others);
    if (here !== null) shown.add(here);
    const after = next(run.sentence);
    const [first] = after?.tokens ?? [];
    const isOne =
      others.length === 0 && first !== undefined && after?.paragraph === run.sentence.paragraph;
    if (isOne && SUBJECT.test(first.lower) && isSubject(run))
      shown.add(genderOfPronoun(first.lower));
  }
  const [only = null] = shown;
  return shown.size === 1 ? only : null;
}

/** The first pronoun behind a name that can mean nobody else. */
function pronounBehind({ sentence, from, to }: NameRun, others: readonly NameRun[]): Gender {
  const { tokens } = sentence;
  if (others.some((other) => other.from < from)) return null;
  let isBehindWhen = false;
  for (const [i, token] of tokens.slice(to, to + FAR).entries()) {
    if (others.some((other) => other.from === to + i)) return null;
    if (/^["“”‘’']/.test(token.text) && !/^['’]s$/.test(token.text)) return null;
    if (token.tag === 'VERB' && isSaying(token.lemma)) return null;
    if (token.tag === 'NOUN' && isPerson(token.lemma)) return null;
    if (OWN.test(token.lower)) return genderOfPronoun(token.lower);
    if (SUBJECT.test(token.lower)) return isBehindWhen ? genderOfPronoun(token.lower) : null;
    if (WHEN.test(token.lower)) isBehindWhen = true;
  }
  return null;
}

/** Whether nothing but its titles stands before a name. */
function isSubject({ from, titleWords }: NameRun): boolean {
  return from === titleWords.length;
}
