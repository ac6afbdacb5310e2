import { isKin } from '../text/lexicon/person-nouns.ts';
import { isSaying } from '../text/lexicon/saying.ts';
import { genderOfPronoun } from './gender.ts';
import type { Gender } from './name-group.ts';
import type { NameRun } from './name-runs.ts';

/** `ms` of `Ms Ode`; empty for the bare name. */
export function courtesyOf({ titleWords }: NameRun): string {
  return /^(m[rsx]s?|miss)\.?$/.exec(titleWords.at(-1) ?? '')?.[1] ?? '';
}

/** `Ms Ode … her mother, Ann Ode, … Mrs Ode`: a courtesy that the one before was not shown. */
export function isCalledAnew(run: NameRun, called: ReadonlySet<string>): boolean {
  const courtesy = courtesyOf(run);
  return courtesy !== '' && called.size > 0 && !called.has(courtesy);
}

/** `Ode said | her grandfather | was cold`: the gender of who speaks of a relative. */
export function genderByKin({ sentence: { tokens }, to }: NameRun): Gender {
  const own = tokens.findIndex((token, i) => i >= to && /^(?:his|her)$/.test(token.lower));
  const between = tokens.slice(to, own);
  const isSpoken =
    own > to &&
    between.some(({ tag, lemma }) => tag === 'VERB' && isSaying(lemma)) &&
    between.every(({ tag, text }) => !/^(?:PROPN|PRON)$/.test(tag) && !/^[“”"‘’,]/.test(text));
  const isOf = isKin(tokens[own + 1]?.lower ?? '');
  return isSpoken && isOf ? genderOfPronoun(tokens[own]?.lower ?? '') : null;
}
