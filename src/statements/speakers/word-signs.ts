import { isRelativeOf } from '../../names/descriptions/described.ts';
import { isSameRank, roleNounOf } from '../../names/descriptions/fits-person.ts';
import { isCalled } from '../../names/descriptions/fits-thing.ts';
import { isPersonLike } from '../../names/descriptions/salient.ts';
import type { Discourse } from '../../names/discourse.ts';
import { genderOfPronoun } from '../../names/gender.ts';
import type { Named } from '../../names/named.ts';
import { canBeBoth, isEpithet } from '../../text/lexicon/epithets.ts';
import {
  isAnyBusiness,
  isOrganisationKind,
  tellsKind,
} from '../../text/lexicon/organisation-kinds.ts';
import { isPerson } from '../../text/lexicon/person-nouns.ts';
import type { Token } from '../../text/tokens.ts';
import { type Asked, isDescription } from './asked.ts';
import { mentionsOf } from './place-signs.ts';
import type { Told } from './told.ts';

/** Who or what someone is, by the whole story, and whether the words for the speaker fit. */
export function wordSigns({ discourse }: Told, asked: Asked, named: Named): readonly string[] {
  const { chances, sentence } = asked;
  const { mentions } = named;
  const isThing = named.kind === 'other' && !isPersonLike(named);
  const rank = mostNamed(discourse).indexOf(named);
  const signs = [
    `is ${isThing ? 'a thing' : named.kind}`,
    `named ${mentions.length < 2 ? mentions.length : mentions.length < 4 ? 2 : mentions.length < 8 ? 4 : 8} times`,
    `rank ${rank < 0 ? 9 : Math.min(3, rank)}`,
  ];
  const { headline } = discourse;
  const isHeadlined = headline !== null && named.aliases.some((alias) => headline.includes(alias));
  const [first] = mentionsOf(discourse, named);
  if (isHeadlined || (first !== undefined && first.sentence.index <= 1))
    signs.push('named at the top');
  const [top, second] = mostNamed(discourse).filter(isPersonLike);
  if (top === named)
    signs.push(
      mentions.length >= 2 * (second?.mentions.length ?? 0) ? 'main person' : 'first person',
    );
  if (isRelativeOf(discourse, named, sentence)) signs.push('a relative');
  if (asked.gender !== null) signs.push(...genderSigns(discourse, asked.gender, named));
  if (isDescription(asked.kind)) signs.push(...descriptionSigns(discourse, asked, named));
  if (chances.size > 0) {
    const chance = chances.get(named) ?? 0;
    signs.push(`chance ${STEPS.filter((step) => chance >= step).length}`);
    if (chance === Math.max(...chances.values())) signs.push('likeliest');
  }
  return signs;
}

const STEPS = [0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9]; // of a pronoun's chance

const MOST_NAMED = 8;
const most = new WeakMap<Discourse, readonly Named[]>();

/** Those whom a story names most, in that order. */
export function mostNamed(discourse: Discourse): readonly Named[] {
  const known = most.get(discourse);
  if (known !== undefined) return known;
  const read = discourse.names
    .toSorted((a, b) => b.mentions.length - a.mentions.length)
    .slice(0, MOST_NAMED);
  most.set(discourse, read);
  return read;
}

function genderSigns(
  discourse: Discourse,
  gender: 'male' | 'female',
  named: Named,
): readonly string[] {
  const shown = pronounsBehind(discourse, named);
  const [own, other] = [shown[gender], shown[gender === 'male' ? 'female' : 'male']];
  const which = own > 2 * other ? 'own' : other > 2 * own ? 'other' : own > 0 ? 'both' : 'none';
  if (named.gender !== null)
    return [named.gender === gender ? 'fit' : 'unfit', `pronouns ${which}`];
  return [
    named.kind === 'person' ? 'perhaps fit' : 'hardly fit',
    `pronouns ${which}, gender unknown`,
  ];
}

/** Whether what a story says of someone fits a description: `the miner` for Lund Metals. */
function descriptionSigns(
  discourse: Discourse,
  { noun, tokens, words }: Asked,
  named: Named,
): readonly string[] {
  const { text } = discourse;
  const role = named.role === null ? '' : text.slice(named.role.start, named.role.end);
  const roleNoun = roleNounOf(text, named);
  const isInRole = role
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .includes(noun);
  const how =
    roleNoun === null ? 'no' : roleNoun === noun ? 'the same' : isInRole ? 'such a' : 'another';
  const signs = [`has ${how} role`];
  const parts = named.name.toLowerCase().split(/[ -]/);
  if (isCalled(discourse, named, noun)) signs.push('called so');
  if (parts.includes(noun)) signs.push('named so');
  if (parts.some((word) => tellsKind(word, noun))) signs.push('name tells the kind');
  const what = isPerson(noun)
    ? 'person'
    : isAnyBusiness(noun)
      ? 'business'
      : isOrganisationKind(noun)
        ? 'organisation'
        : 'other';
  signs.push(`${what} noun, ${isPersonLike(named) ? 'person' : named.kind}`);
  const loose = isEpithet(noun) ? 'epithet' : 'other noun';
  const agrees =
    roleNoun === null ? 'no role' : canBeBoth(noun, roleNoun) ? 'role agrees' : 'role differs';
  signs.push(`${loose}, ${agrees}`);
  if (!isSameRank(text, named, words)) signs.push('another rank');
  const beside = wordsBeside(discourse, named);
  const telling = tokens.filter(isTelling);
  const common = telling.filter((token) => beside.has(keyOf(token))).length;
  return [...signs, `${Math.min(2, common)} of ${Math.min(3, telling.length)} words beside`];
}

/** What a story says of each of its names, worked out once. */
interface Known {
  readonly beside: Map<Named, ReadonlySet<string>>;
  readonly behind: Map<Named, Readonly<Record<'male' | 'female', number>>>;
}

const known = new WeakMap<Discourse, Known>();

function knownOf(discourse: Discourse): Known {
  const own = known.get(discourse) ?? { beside: new Map(), behind: new Map() };
  known.set(discourse, own);
  return own;
}

const PLACES = 20; // of a name: as many tell enough
const AROUND = 8; // words

/** The stems of the words around a name, and the numbers: `the | 29-year-old | nurse`, `Ann Ode, | 29`. */
function wordsBeside(discourse: Discourse, named: Named): ReadonlySet<string> {
  const { beside } = knownOf(discourse);
  const own = beside.get(named);
  if (own !== undefined) return own;
  const found = new Set<string>();
  for (const { sentence, start, end } of mentionsOf(discourse, named).slice(0, PLACES)) {
    const { tokens } = sentence;
    const from = tokens.findIndex((token) => token.end > start);
    const to = tokens.findLastIndex((token) => token.start < end);
    const before = tokens.slice(Math.max(0, from - AROUND), from);
    for (const token of [...before, ...tokens.slice(to + 1, to + 1 + AROUND)])
      if (isTelling(token)) found.add(keyOf(token));
  }
  beside.set(named, found);
  return found;
}

function isTelling({ tag, text }: Token): boolean {
  return /^(?:NOUN|PROPN|ADJ|NUM)$/.test(tag) && text.length > 1;
}

function keyOf({ lower, stem }: Token): string {
  return /^\d+/.exec(lower)?.[0] ?? stem;
}

/** How many pronouns of each gender follow a name before another person is named. */
function pronounsBehind(
  discourse: Discourse,
  named: Named,
): Readonly<Record<'male' | 'female', number>> {
  const { behind } = knownOf(discourse);
  const own = behind.get(named);
  if (own !== undefined) return own;
  const found = { male: 0, female: 0 };
  const { bySentence, sentences } = discourse;
  for (const { sentence, end } of mentionsOf(discourse, named).slice(0, PLACES)) {
    const others = (bySentence[sentence.index] ?? []).filter(
      (one) => one.named !== named && isPersonLike(one.named),
    );
    const stop = others.find(({ start }) => start >= end)?.start ?? sentence.end;
    const after = sentences[sentence.index + 1];
    const isAlone =
      others.length === 0 &&
      after?.paragraph === sentence.paragraph &&
      bySentence[after.index]?.length === 0;
    const here = sentence.tokens.filter((token) => token.start >= end && token.end <= stop);
    for (const { lower } of isAlone ? [...here, ...after.tokens] : here) {
      const gender = genderOfPronoun(lower);
      if (gender !== null) found[gender] += 1;
    }
  }
  behind.set(named, found);
  return found;
}
