import { genderOfForename } from '../text/lexicon/forenames.ts';
import type { NameRun } from './name-runs.ts';

/** The runs that mean one and the same, in no order, and the forms they take, fullest first. */
export interface Group {
  readonly forms: string[];
  readonly runs: NameRun[];
}

export type Gender = 'male' | 'female' | null;

/** Mentions examined for a title or a role: later ones rarely have any. */
export const TELLING = 20;

/** The gender that a group's runs show, or else its forename. */
export function genderOf(group: Group, ofRun: (run: NameRun) => Gender): Gender {
  for (const run of group.runs.slice(0, TELLING)) {
    const gender = ofRun(run);
    if (gender !== null) return gender;
  }
  const full = group.forms.find((form) => form.includes(' ')) ?? '';
  return genderOfForename(full.split(' ')[0] ?? '');
}
