import type { Named } from './named.ts';

/** The gender that a pronoun shows; null for one that is not a person's. */
export function genderOfPronoun(word: string): 'male' | 'female' | null {
  if (/^(?:he|his|him|himself)$/i.test(word)) return 'male';
  return /^(?:she|her|hers|herself)$/i.test(word) ? 'female' : null;
}

/** Whether a pronoun's gender allows someone. */
export function canBe(named: Named, gender: 'male' | 'female'): boolean {
  if (named.gender !== null) return named.gender === gender;
  return named.kind === 'person' || (named.kind === 'other' && named.name.includes(' '));
}
