import { canBeBoth } from '../../text/lexicon/epithets.ts';
import type { Discourse } from '../discourse.ts';
import type { Named } from '../named.ts';
import type { Description } from './description.ts';
import { ageOf, salient } from './salient.ts';

/** `the 54-year-old`: the person said to be that old, else the person spoken of, if their age is not given. */
export function byAge(discourse: Discourse, { words, at }: Description): readonly Named[] {
  const [, age, noun = ''] =
    /^(?:the|his|her) (\d{1,3})-year-old(?: (\p{L}+)$)?/u.exec(words) ?? [];
  if (age === undefined) return [];
  const { text, names } = discourse;
  const people = names.filter(({ kind }) => kind === 'person');
  const told = people.filter((named) => ageOf(text, named) === Number(age));
  if (told.length > 0) return told;
  const untold = people.filter((named) => ageOf(text, named) === null);
  // `the 71-year-old farmer`: the person introduced as one
  const fits = noun === '' ? [] : untold.filter((named) => isIntroducedAs(text, named, noun));
  if (fits.length > 0) return fits;
  const spokenOf = salient(discourse, at);
  return spokenOf !== null && untold.includes(spokenOf) && canBeCalled(text, spokenOf, noun)
    ? [spokenOf]
    : [];
}

function isIntroducedAs(text: string, { role }: Named, noun: string): boolean {
  return role !== null && wordsOf(text.slice(role.start, role.end)).includes(noun);
}

function canBeCalled(text: string, { role }: Named, noun: string): boolean {
  if (noun === '' || role === null) return true;
  return wordsOf(text.slice(role.start, role.end)).some((word) => canBeBoth(noun, word));
}

/** The words of a role without its complement: `cousin` in `a cousin of the farmer`. */
function wordsOf(role: string): readonly string[] {
  const words = role.toLowerCase().split(/[^\p{L}-]+/u);
  const of = words.findIndex((word) => /^(?:of|for|at|in|with|who)$/.test(word));
  return of < 0 ? words : words.slice(0, of);
}

const YOUNGER = /\b(?:younger|youngest|son|daughter|nephew|niece|grandson|granddaughter)\b/;
const OLDER = /\b(?:older|elder|eldest|father|mother|uncle|aunt|grandfather|grandmother)\b/;

/** `the older Mr Ode`, `the younger brother`: of two who share a surname, by age or kinship. */
export function byOrder({ text, names }: Discourse, { words }: Description): readonly Named[] {
  const order = /^the (older|elder|younger) (?:m[rs]s?\.? )?(.+)$/.exec(words);
  const [, which = '', noun = ''] = order ?? [];
  if (order === null) return [];
  const people = names.filter(({ kind, name }) => kind === 'person' && name.includes(' '));
  const bearers = people.filter((one) => surnameOf(one) === noun);
  const counts = new Map<string, number>();
  for (const one of people) counts.set(surnameOf(one), (counts.get(surnameOf(one)) ?? 0) + 1);
  const akin = people.filter((one) => (counts.get(surnameOf(one)) ?? 0) > 1);
  const pair = bearers.length > 1 ? bearers : akin;
  const [a, b] = pair;
  if (pair.length !== 2 || a === undefined || b === undefined) return [];
  const [ageA, ageB] = [ageOf(text, a), ageOf(text, b)];
  const byAges = ageA === null || ageB === null || ageA === ageB ? null : ageA > ageB;
  const isFirstOlder = byAges ?? isOlder(text, a) ?? not(isOlder(text, b));
  if (isFirstOlder === null) return [];
  return [isFirstOlder === /^(?:older|elder)$/.test(which) ? a : b];
}

function surnameOf({ name }: Named): string {
  const words = name.toLowerCase().split(' ');
  const bare = words.filter((word) => !/^(?:jr|sr|ii|iii)\.?$/.test(word));
  return bare.at(-1) ?? '';
}

function isOlder(text: string, { role, name }: Named): boolean | null {
  const words = role === null ? '' : text.slice(role.start, role.end).toLowerCase();
  if (YOUNGER.test(words) || /\b(?:Jr\.?|II|III)$/.test(name)) return false;
  return OLDER.test(words) || /\bSr\.?$/.test(name) ? true : null;
}

function not(known: boolean | null): boolean | null {
  return known === null ? null : !known;
}
