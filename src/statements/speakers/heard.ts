import { isPersonLike, salient } from '../../names/descriptions/salient.ts';
import { type Discourse, isSameEntry, type Spoken, sentenceAt } from '../../names/discourse.ts';
import { canBe } from '../../names/gender.ts';
import type { Named } from '../../names/named.ts';
import { genderOfNoun } from '../../names/role-gender.ts';
import { canBeBoth } from '../../text/lexicon/epithets.ts';
import { isPerson } from '../../text/lexicon/person-nouns.ts';
import { isOfPeople } from '../../text/lexicon/places.ts';
import type { Span } from '../../text/span.ts';

const FAR = 3; // sentences: further back, `the agent` may be anyone
const DESCRIPTION =
  /^[Tt]he (?:[\p{L}\d’'-]+ ){0,3}?(?:(\d{1,3}-year-old)|(\p{Lu}?\p{Ll}[\p{Ll}-]+|MEP|MLA|M?S?P|TD))$/u;

/**
 * `Lund denied it. “Not a word of it,” the agent said.`: the last speaker, if the description fits nobody by what the
 * story says and nothing said about that speaker contradicts it. Nobody if the story has `an agent` or `two agents`
 * before, or calls someone else so.
 */
export function heardLast(
  discourse: Discourse,
  spoken: readonly Spoken[],
  source: Span,
): Named | null {
  const { text, names } = discourse;
  const found = DESCRIPTION.exec(text.slice(source.start, source.end));
  const noun = (found?.[2] ?? '').toLowerCase();
  const office = /\b((?:prime|shadow|deputy|vice)\s)\p{L}+$/iu.exec(found?.[0] ?? '')?.[1] ?? '';
  const here = sentenceAt(discourse, source.start);
  if (found === null || here === undefined) return null;
  const isNation = /\p{Lu}/u.test(found[2] ?? '') && isOfPeople(noun);
  if (noun !== '' && !isPerson(noun) && !isNation && !/^\p{Lu}+$/u.test(found[2] ?? ''))
    return null;
  const last = spoken.findLast(({ sentence }) => sentence !== here);
  const isNear =
    last !== undefined &&
    here.index - last.sentence.index <= FAR &&
    isSameEntry(discourse, last.at, source.start);
  // `the Pole` is whoever is spoken of, though another spoke last
  const named =
    (isNation ? salient(discourse, source.start) : null) ?? (isNear ? last.named : null);
  if (named === null || !isPersonLike(named)) return null;
  const gender = genderOfNoun(noun);
  if (gender !== null && !canBe(named, gender)) return null;
  if (
    noun !== '' &&
    isSomeoneElse(text, names, named, `${office.toLowerCase()}${noun}`, source.start)
  )
    return null;
  const role = roleOf(text, named);
  // `the Prime Minister`: an office, and no other one's
  const isOffice = !isNation && /^\p{Lu}\p{Ll}/u.test(found[2] ?? '');
  if (isOffice && role !== '' && !wordsOf(role).includes(noun)) return null;
  return noun === '' ||
    isNation ||
    role === '' ||
    /^(?:an?|his|her|their|the)? ?(?:\p{L}+ )?(?:cousin|friend|relative|neighbou?r|colleague)(?!\p{L})/u.test(
      role,
    ) || // says nothing of a job
    wordsOf(role).some((word) => canBeBoth(noun, word))
    ? named
    : null;
}

/** Whether a story has already mentioned another person by that description: `an agent`, `two agents`, `the agent Ann Ode`. */
function isSomeoneElse(
  text: string,
  names: readonly Named[],
  named: Named,
  noun: string,
  before: number,
): boolean {
  const told = text.slice(Math.max(0, before - FAR_BACK), before);
  const met = new RegExp(
    `(?<!\\p{L})(?:an?|one|another|two|three|some|his|her|their|its)\\s(?:[\\p{L}-]+\\s){0,3}?${noun}s?(?!\\p{L})`,
    'iu',
  );
  return (
    (told.toLowerCase().includes(noun) && met.test(told)) ||
    names.some((other) => other !== named && isCalled(roleOf(text, other), noun))
  );
}

/** Not someone who used to be one: `former agent`. */
function isCalled(role: string, noun: string): boolean {
  return role.includes(noun) && !/(?<!\p{L})(?:former|ex|late)(?!\p{L})/u.test(role);
}

const FAR_BACK = 6000; // characters: more than almost any story has, so that a book costs no more

function roleOf(text: string, { role }: Named): string {
  return role === null ? '' : text.slice(role.start, role.end).toLowerCase();
}

function wordsOf(role: string): readonly string[] {
  return role.split(/[^\p{L}-]+/u);
}
