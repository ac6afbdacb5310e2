import { genderOfPronoun } from '../../names/gender.ts';
import type { Named } from '../../names/named.ts';
import { genderOfNoun } from '../../names/role-gender.ts';

/** What a source is in itself; a table of the marker has a row for each. */
export const SOURCE_SIGNS = [
  'none',
  'he',
  'she',
  'it',
  'they',
  'I',
  'who',
  'man',
  'woman',
  'name',
  'words',
] as const;
export type SourceSign = (typeof SOURCE_SIGNS)[number];

/** What a name is in itself; a column for each. */
export const NAME_SIGNS = ['male', 'female', 'person', 'organisation', 'place', 'other'] as const;
export type NameSign = (typeof NAME_SIGNS)[number];

const PRONOUNS: readonly (readonly [RegExp, SourceSign])[] = [
  [/^its?$/i, 'it'],
  [/^(?:they|them|their|both|some|others)$/i, 'they'],
  [/^(?:I|we|me|us|my|our)$/i, 'I'],
  [/^(?:who|whom|whose|which|that)$/i, 'who'],
];

/** The sign of the words for a speaker; null: there are none. */
export function signOfSource(words: string | null): SourceSign {
  if (words === null) return 'none';
  const gender = genderOfPronoun(words);
  if (gender !== null) return gender === 'male' ? 'he' : 'she';
  const pronoun = PRONOUNS.find(([pattern]) => pattern.test(words));
  if (pronoun !== undefined) return pronoun[1];
  const [phrase = ''] = words.split(/,| (?:of|who|from|in|at|with|for) /u, 1);
  if (/(?<!^)\p{Lu}/u.test(phrase.replace(/^The /, ''))) return 'name';
  const noun =
    phrase
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.at(-1) ?? '';
  const shown = genderOfNoun(noun);
  if (shown !== null) return shown === 'male' ? 'man' : 'woman';
  return 'words';
}

/** The sign of a name. */
export function signOfName({ kind, gender }: Named): NameSign {
  return kind === 'person' ? (gender ?? 'person') : kind;
}
