import { canBeBoth, isEpithet } from '../../text/lexicon/epithets.ts';
import { isKin } from '../../text/lexicon/person-nouns.ts';
import { isNationality } from '../../text/lexicon/places.ts';
import { isTitle } from '../../text/lexicon/titles.ts';
import { covers } from '../../text/span.ts';
import { type Discourse, type Mention, mentionsIn } from '../discourse.ts';
import { canBe, genderOfPronoun } from '../gender.ts';
import type { Named } from '../named.ts';
import { genderOfNoun } from '../role-gender.ts';
import type { Description } from './description.ts';
import { isCalled } from './fits-thing.ts';
import { isPersonLike, salient } from './salient.ts';

/** `the mayor`, `his widow`: the person the story introduces that way. */
export function byRole(discourse: Discourse, description: Description): readonly Named[] {
  const { text } = discourse;
  const { noun, opening, owner, at, words, of, office } = description;
  if (office !== null) return peopleOf(discourse).all.filter((named) => holds(text, named, office));
  const isOwned = /^(?:his|her|their|its)$/.test(opening);
  const fits = peopleCalled(discourse, noun).filter(
    (named) =>
      isSameRank(text, named, words) &&
      isOfSame(text, named, of) &&
      (!isOwned || isOwnedBy(discourse, named, opening, noun)) &&
      (owner === null || (named !== owner && belongsTo(text, named, owner))),
  );
  const known = fits.filter((one) => (peopleOf(discourse).first.get(one) ?? at) < at);
  if (fits.length > 1) return known.length === 1 ? known : fits;
  if (known.length > 0 || isOwned) return fits;
  // named only later: the person spoken of here, if not described, may be one as well
  const spokenOf = isEpithet(noun) ? salient(discourse, at) : null;
  return spokenOf !== null && spokenOf.role === null ? [...fits, spokenOf] : fits;
}

/** Whether somebody is introduced with an office: `Vice-Chancellor Ann Ode`. */
function holds(text: string, { role }: Named, office: string): boolean {
  const own = role === null ? '' : text.slice(role.start, role.end).toLowerCase();
  const written = new RegExp(`(?<!\\p{L})(?:${office.replaceAll(' ', '[ -]')})(?!\\p{L})`, 'u');
  const others = own.replace(written, ' ');
  const isDeputy = /\bdeputy\b/.test(others) && !/\bpublic[ -]prosecutor\b/.test(own);
  return others !== own && !isDeputy && !/\b(?:former|ex)\b/.test(others);
}

/** The people of a story, and where each is named first. */
interface People {
  readonly all: readonly Named[];
  readonly first: ReadonlyMap<Named, number>;
  /** By what they are called, filled in as asked. */
  readonly called: Map<string, readonly Named[]>;
}

const people = new WeakMap<Discourse, People>(); // shared by all descriptions

function peopleOf(discourse: Discourse): People {
  const known = people.get(discourse);
  if (known !== undefined) return known;
  const first = new Map<Named, number>();
  for (const { named, start } of discourse.mentions) if (!first.has(named)) first.set(named, start);
  const all = discourse.names.filter(({ kind }) => kind === 'person');
  const read = { all, first, called: new Map<string, readonly Named[]>() };
  people.set(discourse, read);
  return read;
}

/** Whom the story introduces by a noun, or calls a relative so. */
function peopleCalled(discourse: Discourse, noun: string): readonly Named[] {
  const { all, called } = peopleOf(discourse);
  const isSo = (named: Named): boolean =>
    roleNounOf(discourse.text, named) === noun || (isKin(noun) && isCalled(discourse, named, noun));
  const found = called.get(noun) ?? all.filter(isSo);
  called.set(noun, found);
  return found;
}

const RANK =
  /(?<!\p{L})(?:prime|deputy|vice|former|ex|then|assistant|acting|shadow|district|junior|local)(?!\p{L})/u;

/** Whether a role has the rank asked for: `the mayor` is not the deputy mayor, nor the prime minister one. */
export function isSameRank(text: string, { role }: Named, words: string): boolean {
  const own = role === null ? '' : text.slice(role.start, role.end).toLowerCase();
  const [rank, asked] = [RANK.exec(own)?.[0], RANK.exec(words)?.[0]];
  return (
    (rank === undefined || words.includes(rank)) && (asked === undefined || own.includes(asked))
  );
}

/** `the secretary of state` for a role concerned with the state, or with nothing stated. */
function isOfSame(text: string, { role }: Named, of: string | null): boolean {
  const own = role === null ? '' : text.slice(role.start, role.end).toLowerCase();
  return of === null || own.includes(of.toLowerCase()) || /^(?:the |an? )?[^ ]+$/.test(own);
}

/** The main noun of someone's introduction, in lower case. */
export function roleNounOf(text: string, named: Named): string | null {
  const known = nouns.get(named);
  if (known !== undefined) return known;
  const noun = readRoleNoun(text, named);
  nouns.set(named, noun);
  return noun;
}

const nouns = new WeakMap<Named, string | null>(); // each is compared with every description

function readRoleNoun(text: string, { role }: Named): string | null {
  if (role === null) return null;
  const words = text
    .slice(role.start, role.end)
    .toLowerCase()
    .split(/[^\p{L}-]+/u);
  const of = words.findIndex((word) => /^(?:of|for|at|in|with|who)$/.test(word));
  return (of < 0 ? words : words.slice(0, of)).at(-1) ?? null;
}

/** `his lawyer` for someone who is introduced as `his lawyer, Ann Ode` or `Lund's lawyer`, not `her lawyer`. */
function isOwnedBy(discourse: Discourse, { role }: Named, owner: string, noun: string): boolean {
  if (role === null) return isKin(noun);
  const before = discourse.text.slice(Math.max(0, role.start - 7), role.end).toLowerCase();
  const [own] = /(?<!\p{L})(?:his|her|their|its)(?!\p{L})/u.exec(before) ?? [];
  if (own !== undefined) return own === owner;
  const gender = genderOfPronoun(owner);
  const whose = mentionsIn(discourse, role)[0]?.named;
  const canOwn = gender === null || whose === undefined || canBe(whose, gender);
  return canOwn && (/['’]s?\s/.test(before) || isKin(noun));
}

/** `Lund's widow` for someone introduced that way, or as `his widow` if Lund is a man. */
function belongsTo(text: string, { role }: Named, owner: Named): boolean {
  const words = role === null ? '' : text.slice(role.start, role.end);
  const [first = ''] = words.split(' ');
  const gender = genderOfPronoun(first);
  return gender === null
    ? owner.aliases.some((alias) => words.includes(alias))
    : canBe(owner, gender);
}

const PEOPLE =
  /(?:[aeio]n|ese|ish|ch|ss|ek|ai|i|er|ane|ede|inn|ole|urk|ot|rd|on|elo|ard|man|woman)$/; // `French`, `Thai`

/** `the Norwegian`: the person said to be one, or to come from there. */
export function byNation(
  discourse: Discourse,
  { words, at, opening }: Description,
): readonly Named[] {
  const { text, names, mentions } = discourse;
  const word = /^the (\p{L}{4,})$/u.exec(words)?.[1];
  const written = text.slice(at + 4, at + 5);
  if (opening !== 'the' || word === undefined || !/\p{Lu}/u.test(written)) return [];
  if (!PEOPLE.test(word) || (isTitle(word) && !isNationality(word))) return []; // `the Speaker`
  // `Dane` and `Danish`, `Norwegian` and `Norway`
  const root =
    word.length > 5
      ? new RegExp(`(?<!\\p{L})${word.slice(0, 4)}`, 'iu')
      : new RegExp(
          `(?<!\\p{L})${word.slice(0, 3)}\\p{L}*(?:ish|ch|land|mark|en|ia|ain|key)(?!\\p{L})`,
          'iu',
        );
  const isOfThere = ({ start, end, sentence }: Mention): boolean => {
    const before = /[^,.;]*$/.exec(text.slice(Math.max(sentence.start, start - 40), start))?.[0];
    const behind = /^,?[^,.;]*/.exec(text.slice(end, Math.min(sentence.end, end + 60)))?.[0];
    return root.test(before ?? '') || root.test(behind ?? '');
  };
  const known = ofNations.get(discourse) ?? new Map<string, readonly Mention[]>();
  ofNations.set(discourse, known);
  const there =
    known.get(word) ?? mentions.filter((one) => isPersonLike(one.named) && isOfThere(one));
  known.set(word, there);
  const elsewhere = there.filter(({ sentence }) => !covers(sentence, { start: at, end: at + 1 }));
  const found = new Set(elsewhere.map(({ named }) => named));
  return found.size === 0 ? [] : names.filter((named) => found.has(named));
}

/** The people said to be of a nation, by its word: worked out once per story. */
const ofNations = new WeakMap<Discourse, Map<string, readonly Mention[]>>();

/** `the campaigner`: the person spoken of, if nothing said about them contradicts it. */
export function byEpithet(
  discourse: Discourse,
  { noun, at, opening, words, of }: Description,
): readonly Named[] {
  if (/^the (?:man|woman) (?:himself|herself)$/.test(words)) return spokenAbout(discourse, at);
  if (/^an?$/.test(opening)) return [];
  const isOfName = of !== null && /^\p{Lu}/u.test(of); // `the chair of the Lund Club`: someone else's chair
  if (opening !== 'the' || !isEpithet(noun) || isOfName) return [];
  const spokenOf = salient(discourse, at);
  if (spokenOf === null) return [];
  const role = roleNounOf(discourse.text, spokenOf);
  const gender = genderOfNoun(noun);
  const isOther = gender !== null && spokenOf.gender !== null && spokenOf.gender !== gender;
  const isRank = role === null || isSameRank(discourse.text, spokenOf, words);
  return !isOther && isRank && (role === null || canBeBoth(noun, role)) ? [spokenOf] : [];
}

function spokenAbout(discourse: Discourse, at: number): readonly Named[] {
  const spokenOf = salient(discourse, at);
  return spokenOf === null ? [] : [spokenOf];
}
