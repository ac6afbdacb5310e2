import { canBeBoth, isEpithet } from '../text/lexicon/epithets.ts';
import {
  isAnyBusiness,
  isOrganisationKind,
  tellsKind,
} from '../text/lexicon/organisation-kinds.ts';
import { isOrganisationWord } from '../text/lexicon/organisations.ts';
import { isOutletWord } from '../text/lexicon/source-words.ts';
import { isTitle } from '../text/lexicon/titles.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { type Discourse, isSameEntry, type Mention, namedIn, sentenceAt } from './discourse.ts';
import { genderOfNoun, isKin } from './name-roles.ts';
import type { Named } from './names.ts';
import { canBe, genderOfPronoun } from './pronoun.ts';
import { tokensOf } from './source-name.ts';

/** A definite description by its parts: `the` (`older`) `director` (`of rugby`). */
interface Description {
  readonly at: number;
  /** `the`, `his`; empty for a title alone, `Mayor`. */
  readonly opening: string;
  readonly noun: string;
  readonly words: string;
  /** The first noun of what hangs on it: `rugby` of `director of rugby`. */
  readonly of: string | null;
  /** Whether nothing hangs on it. */
  readonly alone: boolean;
}

type Rule = (discourse: Discourse, description: Description) => readonly Named[];

/** Whom a description fits, by what the story tells of them; of several rules the first that knows anyone. */
const rules: readonly Rule[] = [byAge, byOrder, byRole, byKind, byNation, byEpithet];

/** The one person or organisation that a definite description fits: `the minister`, `the airline`. */
export function namedByDescription(discourse: Discourse, source: Span): Named | null {
  const description = readDescription(discourse, source);
  if (description === null) return null;
  for (const rule of rules) {
    const fits = new Set(rule(discourse, description));
    const [first = null] = fits;
    if (first !== null) return fits.size === 1 ? first : null;
  }
  return null;
}

const LONGEST = 5; // words before what hangs on them

function readDescription(discourse: Discourse, source: Span): Description | null {
  const tokens = tokensOf(discourse, source);
  const stop = tokens.findIndex((token, i) => i > 0 && hangs(token, i));
  const own = stop < 0 ? tokens : tokens.slice(0, stop);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined || own.length > LONGEST + 2) return null;
  const opening = own.length > 1 ? first.lower : '';
  const isDefinite = /^(?:the|his|her|their|its)$/.test(opening) || opensStory(discourse, first);
  if (!isDefinite && !(own.length === 1 && isTitle(last.text))) return null;
  const words = discourse.text.slice(first.start, last.end).toLowerCase();
  const alone = stop < 0 || !/^(?:ADP|PART)$/.test(tokens[stop]?.tag ?? '');
  const of =
    alone || stop < 0
      ? null
      : (tokens.slice(stop).find(({ tag }) => /^(?:NOUN|PROPN)$/.test(tag))?.text ?? null);
  return { at: source.start, opening, noun: last.lower, words, of, alone };
}

/** `A comedian has accused …`: in the first paragraph, whoever it is is named in the next. */
function opensStory({ sentences }: Discourse, { lower, start }: Token): boolean {
  return /^an?$/.test(lower) && start === sentences[0]?.start;
}

/** What opens something that hangs on a description: `of rugby`, `, who is 40,`. */
function hangs({ tag, lower }: Token, at: number): boolean {
  return (
    tag === 'ADP' || (tag === 'VERB' && at > 1) || /^(?:[,(—–]|who|which|that|whose)$/.test(lower)
  );
}

/** `the 54-year-old`: whoever is told to be so old, else whoever is spoken of and whose age is not told. */
function byAge(discourse: Discourse, { words, at }: Description): readonly Named[] {
  const age = /^(?:the|his|her) (\d{1,3})-year-old\b/.exec(words)?.[1];
  if (age === undefined) return [];
  const people = discourse.names.filter(({ kind }) => kind === 'person');
  const told = people.filter((named) => ageOf(discourse.text, named) === Number(age));
  if (told.length > 0) return told;
  const spokenOf = salient(discourse, at);
  return spokenOf !== null && ageOf(discourse.text, spokenOf) === null ? [spokenOf] : [];
}

const AGE_BEFORE = /\b(\d{1,3})-year-old (?:\p{L}[\p{L}'’-]* ){0,4}$/u;
const AGE_BEHIND =
  /^(?: \p{L}+)?(?:,| \(|, (?:who is|aged)|, now| is| was) ?(\d{1,3})(?=[,.)]| year| who\b)/u;

/** `Ann Ode, 54,`, `the 54-year-old nurse Ann Ode`; null where it is not told. */
function ageOf(text: string, { mentions }: Named): number | null {
  for (const { start, end } of mentions) {
    const found =
      AGE_BEFORE.exec(text.slice(Math.max(0, start - 60), start)) ??
      AGE_BEHIND.exec(text.slice(end, end + 30));
    if (found !== null) return Number(found[1]);
  }
  return null;
}

const YOUNGER = /\b(?:younger|youngest|son|daughter|nephew|niece|grandson|granddaughter)\b/;
const OLDER = /\b(?:older|elder|eldest|father|mother|uncle|aunt|grandfather|grandmother)\b/;

/** `the older Mr Ode`, `the younger brother`: of two who share a surname, by their ages or how they are akin. */
function byOrder({ text, names }: Discourse, { words }: Description): readonly Named[] {
  const order = /^the (older|elder|younger) (?:m[rs]s?\.? )?(.+)$/.exec(words);
  const [, which = '', noun = ''] = order ?? [];
  if (order === null) return [];
  const people = names.filter(({ kind, name }) => kind === 'person' && name.includes(' '));
  const bearers = people.filter((one) => surnameOf(one) === noun);
  const akin = people.filter((one) =>
    people.some((other) => other !== one && surnameOf(other) === surnameOf(one)),
  );
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

/** `the mayor`, `his widow`: whom the story introduces so. */
function byRole(discourse: Discourse, description: Description): readonly Named[] {
  const { text, names, mentions } = discourse;
  const { noun, opening, at, words, of } = description;
  const isOwned = /^(?:his|her|their|its)$/.test(opening);
  const fits = names.filter(
    (named) =>
      named.kind === 'person' &&
      isSameRank(text, named, words) &&
      isOfSame(text, named, of) &&
      (roleNounOf(text, named) === noun || (isKin(noun) && isCalled(discourse, named, noun))) &&
      (!isOwned || isOwnedBy(discourse, named, opening, noun)),
  );
  const known = fits.filter((one) =>
    mentions.some(({ named, start }) => named === one && start < at),
  );
  if (fits.length > 1) return known.length === 1 ? known : fits;
  if (known.length > 0 || isOwned) return fits;
  // named only later: whoever is spoken of here, and is not described, may be one as well
  const spokenOf = isEpithet(noun) ? salient(discourse, at) : null;
  return spokenOf !== null && spokenOf.role === null ? [...fits, spokenOf] : fits;
}

const RANK =
  /(?<!\p{L})(?:deputy|vice|former|ex|then|assistant|acting|shadow|district|junior|local)(?!\p{L})/u;

/** Whether a role is the plain one that is asked for: `the mayor` is not the deputy mayor. */
function isSameRank(text: string, { role }: Named, words: string): boolean {
  const own = role === null ? '' : text.slice(role.start, role.end).toLowerCase();
  const rank = RANK.exec(own)?.[0];
  return rank === undefined || words.includes(rank);
}

/** `the secretary of state` for a role that has to do with the state, or that tells of nothing it is for. */
function isOfSame(text: string, { role }: Named, of: string | null): boolean {
  const own = role === null ? '' : text.slice(role.start, role.end).toLowerCase();
  return of === null || own.includes(of.toLowerCase()) || /^(?:the |an? )?[^ ]+$/.test(own);
}

/** The main noun of how someone is introduced, in small letters. */
function roleNounOf(text: string, { role }: Named): string | null {
  if (role === null) return null;
  const words = text
    .slice(role.start, role.end)
    .toLowerCase()
    .split(/[^\p{L}-]+/u);
  const of = words.findIndex((word) => /^(?:of|for|at|in|with|who)$/.test(word));
  return (of < 0 ? words : words.slice(0, of)).at(-1) ?? null;
}

/** `his lawyer` for someone who is introduced as `his lawyer, Ann Ode` or `Lund's lawyer`, not `her lawyer`. */
function isOwnedBy(
  { text, mentions }: Discourse,
  { role }: Named,
  owner: string,
  noun: string,
): boolean {
  if (role === null) return isKin(noun);
  const before = text.slice(Math.max(0, role.start - 7), role.end).toLowerCase();
  const [own] = /(?<!\p{L})(?:his|her|their|its)(?!\p{L})/u.exec(before) ?? [];
  if (own !== undefined) return own === owner;
  const gender = genderOfPronoun(owner);
  const whose = mentions.find((one) => overlaps(one, role))?.named;
  const canOwn = gender === null || whose === undefined || canBe(whose, gender);
  return canOwn && (/['’]s?\s/.test(before) || isKin(noun));
}

const OUTLETS = ['newspaper', 'paper', 'magazine', 'daily', 'weekly', 'broadcaster', 'station'];

/** `the airline` for `Lund Air`, or for `the airline Skywards`; of several the one spoken of here. */
function byKind(discourse: Discourse, { noun, alone, at, opening }: Description): readonly Named[] {
  if (!alone || opening !== 'the') return [];
  const things = discourse.names.filter(({ kind }) => kind === 'organisation' || kind === 'other');
  const isOne = (named: Named): boolean =>
    isCalled(discourse, named, noun) ||
    named.name.split(' ').some((word) => word.toLowerCase() === noun || tellsKind(word, noun)) ||
    (OUTLETS.includes(noun) &&
      (isOutletWord(named.name.split(' ').at(-1) ?? '') ||
        OUTLETS.some((one) => isCalled(discourse, named, one))));
  const fits = isOrganisationKind(noun) || OUTLETS.includes(noun) ? things.filter(isOne) : [];
  if (fits.length === 1) return fits;
  if (fits.length === 0 && !isAnyBusiness(noun)) {
    return things.filter(({ name }) => name.toLowerCase().split(' ').includes(noun));
  }
  const near = nearThings(discourse, at).filter((one) => fits.length === 0 || fits.includes(one));
  return near.length > 0 ? near : fits;
}

/** Whether the story says what it is right beside its name: `the insurer Lund Mutual`, `Avion, an airline`. */
function isCalled(discourse: Discourse, named: Named, noun: string): boolean {
  const all = called.get(discourse) ?? new Map<Named, ReadonlySet<string>>();
  called.set(discourse, all);
  const nouns = all.get(named) ?? nounsBeside(discourse, named);
  all.set(named, nouns);
  return nouns.has(noun);
}

// every description asks it of all names
const called = new WeakMap<Discourse, Map<Named, ReadonlySet<string>>>();

function nounsBeside(
  { text, headline }: Discourse,
  { name, mentions }: Named,
): ReadonlySet<string> {
  const at = headline?.indexOf(` ${name}`) ?? -1;
  const beside = mentions.flatMap(({ start, end }) => {
    const before = text.slice(Math.max(0, start - 80), start).trimEnd();
    const behind = /^,? (?:an?|the|one of|its|is an?|which is)((?: [\p{L}'’-]+){1,5})/u.exec(
      text.slice(end, end + 80),
    )?.[1];
    const apposed = /^[,.;)]/.test(text.slice(end, end + 1))
      ? /(?<!\p{L})(?:the|an?|its|his|her|their|\p{L}+['’]s?) (\p{L}[^,.;“”"]{1,60}),$/iu.exec(
          before,
        )
      : null;
    return [before, headOf(apposed?.[1] ?? ''), headOf(behind ?? '')];
  });
  const words = [...beside, at < 0 ? '' : (headline?.slice(0, at) ?? '')];
  return new Set(words.flatMap((some) => /[\p{L}-]+$/u.exec(some)?.[0].toLowerCase() ?? []));
}

/** `insurer` of `insurer named on the certificate`. */
function headOf(words: string): string {
  return words.split(/ (?:of|in|at|for|on|from|named|called|based|that|which|who) /)[0] ?? words;
}

const FAR = 2; // sentences: further back, nobody is spoken of any more

/** The organisations that are named in this sentence, else in the one before. */
function nearThings(discourse: Discourse, at: number): readonly Named[] {
  for (let back = 0; back <= FAR; back += 1) {
    const near = mentionsIn(discourse, at, back)
      .map(({ named }) => named)
      .filter(({ kind, name }) => {
        if (isOutletWord(name.split(' ').at(-1) ?? '')) return false;
        return kind === 'organisation' || (kind === 'other' && back === 0); // may be anyone further back
      });
    if (near.length > 0) return near;
  }
  return [];
}

const PEOPLE = /(?:[aeio]n|ese|ish|ch|ss|ek|ai|i|er|ane|ede|inn|ole|urk|ot|rd|on|elo|ard)$/; // `French`, `Thai`

/** `the Norwegian`: whoever is told to be one, or to come from there. */
function byNation(discourse: Discourse, { words, at, opening }: Description): readonly Named[] {
  const { text, names, mentions } = discourse;
  const word = /^the (\p{L}{5,})$/u.exec(words)?.[1];
  const written = text.slice(at + 4, at + 5);
  if (opening !== 'the' || word === undefined || !/\p{Lu}/u.test(written)) return [];
  if (!PEOPLE.test(word)) return [];
  const root = new RegExp(`(?<!\\p{L})${word.slice(0, 4)}`, 'iu');
  const isOfThere = ({ start, end, sentence }: Mention): boolean => {
    if (overlaps(sentence, { start: at, end: at + 1 })) return false;
    const near = text.slice(Math.max(sentence.start, start - 40), Math.min(sentence.end, end + 40));
    return root.test(near);
  };
  return names.filter(
    (named) => isPersonLike(named) && mentions.some((one) => one.named === named && isOfThere(one)),
  );
}

/** `the campaigner`: whoever is spoken of, when nothing told of them stands against it. */
function byEpithet(
  discourse: Discourse,
  { noun, at, opening, words, of }: Description,
): readonly Named[] {
  if (/^the (?:man|woman) (?:himself|herself)$/.test(words)) return spokenAbout(discourse, at);
  if (/^an?$/.test(opening)) return byLede(discourse, noun, at);
  const isOfName = of !== null && /^\p{Lu}/u.test(of); // `the chair of the Lund Club`: of someone else's
  if (opening !== 'the' || !isEpithet(noun) || isOfName) return [];
  const spokenOf = salient(discourse, at);
  if (spokenOf === null) return [];
  const role = roleNounOf(discourse.text, spokenOf);
  const gender = genderOfNoun(noun);
  const isOther = gender !== null && spokenOf.gender !== null && spokenOf.gender !== gender;
  return !isOther && (role === null || canBeBoth(noun, role)) ? [spokenOf] : [];
}

function spokenAbout(discourse: Discourse, at: number): readonly Named[] {
  const spokenOf = salient(discourse, at);
  return spokenOf === null ? [] : [spokenOf];
}

/** `A comedian has …` where a story begins, and the next paragraph with her name: `Ann Ode, 36, was …`. */
function byLede(discourse: Discourse, noun: string, at: number): readonly Named[] {
  const { text, sentences, mentions } = discourse;
  const [opening] = sentences;
  const here = sentenceAt(discourse, at);
  if (opening === undefined || here?.paragraph !== opening.paragraph) return [];
  const next = sentences.find(({ paragraph }) => paragraph !== opening.paragraph);
  const first = mentions.find(({ start, named }) => start === next?.start && isPersonLike(named));
  if (first === undefined || mentions.some((one) => one.named === first.named && one.start < at))
    return [];
  const role = roleNounOf(text, first.named);
  const gender = genderOfNoun(noun);
  const isOther = gender !== null && first.named.gender !== null && first.named.gender !== gender;
  if (isOther || (role !== null && !canBeBoth(noun, role))) return [];
  return isEpithet(noun) || ageOf(text, first.named) !== null ? [first.named] : [];
}

const LAST_NAMED = 4; // sentences back to whoever was named last

/** The person who is spoken of at a place: the one that the last sentence with a name is about; null for two. */
function salient(discourse: Discourse, at: number): Named | null {
  for (let back = 0; back <= LAST_NAMED; back += 1) {
    const near = mentionsIn(discourse, at, back).filter((mention) => isPersonLike(mention.named));
    const known = near.filter(({ named }) => named.kind === 'person');
    const people = (known.length > 0 ? known : near).filter((one) => back > 0 || !hangsOn(one));
    const first = people.find((mention) => mention.first) ?? people[0];
    if (first === undefined) continue;
    return first.first || new Set(people.map(({ named }) => named)).size === 1 ? first.named : null;
  }
  return null;
}

/** `In an interview with Lund, the director said`: a name behind a preposition is not whom it is about. */
function hangsOn({ sentence, start }: Mention): boolean {
  return sentence.tokens.findLast(({ end }) => end <= start)?.tag === 'ADP';
}

function mentionsIn(discourse: Discourse, at: number, back: number): readonly Mention[] {
  const here = sentenceAt(discourse, at);
  const sentence = discourse.sentences[(here?.index ?? 0) - back];
  if (sentence === undefined || !isSameEntry(discourse, sentence.start, at)) return [];
  return namedIn(discourse, sentence).filter(({ end }) => end <= at);
}

function isPersonLike({ kind, name }: Named): boolean {
  const last = name.split(' ').at(-1) ?? '';
  if (isOutletWord(last) || isOrganisationWord(last)) return false;
  return kind === 'person' || (kind === 'other' && name.includes(' '));
}
