import { whomDescribed } from '../names/descriptions/fits.ts';
import { whomIntroduced } from '../names/descriptions/introduced.ts';
import type { Named } from '../names/named.ts';
import type { Statement } from '../statements/statement.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { FOCUS_NOUNS } from '../text/lexicon/focus-nouns.ts';
import { genderOfForename } from '../text/lexicon/forenames.ts';
import { isOrganisationWord } from '../text/lexicon/organisations.ts';
import { sourceKindOf } from '../text/lexicon/source-words.ts';
import { among } from '../text/span.ts';
import { readWords } from '../text/words.ts';
import { foldName, nameWords, withoutTitles } from './name-words.ts';

/** Someone who speaks in a story, or is named there. */
export interface Person {
  /** The fullest name the story gives, or the words at the first place when it names nobody. */
  readonly name: string;
  readonly named: boolean;
  /** What they say, in story order. */
  readonly statements: readonly Statement[];
}

/** What a typed name can mean in some stories. */
export type PersonFound =
  | {
      readonly kind: 'found';
      readonly people: readonly (Person & { readonly story: HeardStory })[];
    }
  | { readonly kind: 'ambiguous'; readonly names: readonly string[] }
  | { readonly kind: 'nobody' };

const speakersOf = new WeakMap<Story, readonly Person[]>();

/** Everyone who speaks in a story, in order of their first words; unnamed sources as worded. */
export function findSpeakers(story: HeardStory): readonly Person[] {
  const known = speakersOf.get(story) ?? gatherSpeakers(story);
  speakersOf.set(story, known);
  return known;
}

function gatherSpeakers(story: HeardStory): readonly Person[] {
  const found = new Map<string, { name: string; named: boolean; statements: Statement[] }>();
  for (const statement of story.statements) {
    const { name, words } = statement.speaker;
    const shown = name ?? (words && story.article.text.slice(words.start, words.end));
    if (!statement.speech || shown === null || isPronoun(shown)) continue;
    const key = name === null ? unnamedKey(shown, [...found.keys()]) : foldName(shown);
    const person = found.get(key) ?? { name: shown, named: name !== null, statements: [] };
    person.statements.push(statement);
    found.set(key, person);
  }
  return [...found.values()];
}

const UNNAMED = 'unnamed:';

/** `a porter at the court`, `A porter at the court` and later `the porter` are one. */
function unnamedKey(shown: string, keys: readonly string[]): string {
  const words = foldName(shown).replace(/^(?:the|an?) /, '');
  const isBack = /^the /i.test(shown) && !words.includes(' ');
  const before = isBack && keys.findLast((key) => key.startsWith(UNNAMED) && headOf(key) === words);
  return before || `${UNNAMED} ${words}`;
}

/** The word that a description is about, folded: the last before `of`, `at`, `familiar with`. */
export function headOf(description: string): string {
  const [core = description] = description.split(
    /\s(?:of|by|in|from|with|on|at|for|to|about|close|familiar|published|seen|briefed|who)\s/,
  );
  return readWords(core).at(-1)?.fold ?? '';
}

const GROUPS: ReadonlySet<string> = new Set(FOCUS_NOUNS.group);

/** Whether a description is of an organisation or a paper, which no name is kept back of: `the airline`. */
export function isOfNobody(description: string): boolean {
  const head = headOf(description);
  return GROUPS.has(head) || isOrganisationWord(head) || sourceKindOf(head) !== null;
}

/**
 * Whom a typed name means: a full name, a surname, a short form, a title with a name, or how the
 * story describes someone ("the coach"). Several people of one name are ambiguous, unless one of
 * them bears exactly the name that was typed.
 */
export function findPerson(stories: readonly HeardStory[], typed: string): PersonFound {
  if (isPronoun(typed.trim())) return { kind: 'nobody' };
  const introduced = onlyName(
    stories.flatMap(({ article, names }) => whomIntroduced(article, names, typed) ?? []),
  );
  return findByName(stories, introduced ?? typed);
}

function findByName(stories: readonly HeardStory[], typed: string): PersonFound {
  const wanted = { words: nameWords(typed), described: withoutTitles(typed) };
  const matches = stories.flatMap((story) =>
    everyone(story).flatMap((one) => {
      const fit = fitOf(story, one, wanted);
      return fit > 0 ? [{ ...one.person, story, fit }] : [];
    }),
  );
  const best = Math.max(0, ...matches.map((person) => person.fit));
  const people = matches.filter((person) => person.fit === best);
  if (people.length === 0) return findDescribed(stories, typed);
  const names = new Map(people.map((person) => [foldName(person.name), person.name]));
  if (names.size > 1 && people.some((person) => person.named)) {
    return { kind: 'ambiguous', names: [...names.values()] };
  }
  return { kind: 'found', people };
}

/** `the airline`, `the Transport Secretary`: whom the stories mean by that. */
function findDescribed(stories: readonly HeardStory[], typed: string): PersonFound {
  if (!/^the\s/iu.test(typed.trim())) return { kind: 'nobody' };
  const [first] = stories.flatMap((story) => whomDescribed(story, story.names, typed) ?? []);
  return first === undefined ? { kind: 'nobody' } : findByName(stories, first.name);
}

function onlyName(meant: readonly Named[]): string | null {
  const [only, other] = new Set(meant.map(({ name }) => name));
  return only === undefined || other !== undefined ? null : only;
}

/** Someone in a story with all that a typed name is compared with, computed once. */
interface Known {
  readonly person: Person;
  /** The words of the name. */
  readonly own: readonly string[];
  /** The names of the story that are the same; none for one that two people share. */
  readonly named: readonly Named[];
  /** Every form that the story uses. */
  readonly forms: ReadonlySet<string>;
}

const everyoneOf = new WeakMap<Story, readonly Known[]>();

/** Those who speak, and those who are only named. */
function everyone(story: HeardStory): readonly Known[] {
  const known = everyoneOf.get(story) ?? gatherEveryone(story);
  everyoneOf.set(story, known);
  return known;
}

function gatherEveryone(story: HeardStory): readonly Known[] {
  const speakers = findSpeakers(story);
  const speaking = new Set(speakers.map((person) => foldName(person.name)));
  const byFold = groupBy(story.names, ({ name }) => foldName(name));
  const silent = story.names
    .filter((one) => one.kind !== 'place' && !speaking.has(foldName(one.name)))
    .map((one) => ({ name: one.name, named: true, statements: [] }));
  return [...speakers, ...silent].map((person): Known => {
    const named = byFold.get(foldName(person.name)) ?? [];
    const aliases = named.flatMap((one) => one.aliases.map((alias) => nameWords(alias).join(' ')));
    // `a Lund Air spokesperson` is not Lund Air
    const own = person.named ? nameWords(person.name) : withoutTitles(person.name);
    return { person, own, named, forms: new Set(aliases) };
  });
}

/** A name as it was typed: its words, with and without titles. */
interface Wanted {
  readonly words: readonly string[];
  readonly described: readonly string[];
}

/** 4 the full name, 3 a form the story uses, 2 a part of the name, 1 the description; 0 no match. */
function fitOf(story: Story, { person, own, named, forms }: Known, wanted: Wanted): number {
  const { words } = wanted;
  if (words.length === 0) return 0;
  if (person.named && named.length === 0) return 0; // a name that two people share
  if (words.join(' ') === own.join(' ')) return 4;
  if (forms.has(words.join(' '))) return 3;
  if (words.every((word) => own.includes(word)) || isFuller(story, own, words)) return 2;
  const roles = [
    ...named.map((one) => one.role),
    ...person.statements.flatMap((one) => [one.speaker.role, one.source]),
  ];
  const isDescribed = roles.some((role) => {
    const said = role === null ? [] : readWords(story.article.text, role).map((word) => word.fold);
    return wanted.described.every((word) => said.includes(word));
  });
  return isDescribed ? 1 : 0;
}

/**
 * Whether a typed name only says more than the story: `David Orme` where it has no `Orme` but one without a
 * first name; `Ann B. Ode` and `A. Ode` for `Ann Ode`; `Ben Lund` for `Benjamin Lund`.
 */
function isFuller(story: Story, own: readonly string[], wanted: readonly string[]): boolean {
  const [given = '', surname = ''] = [wanted[0], wanted.at(-1)];
  if (wanted.length < 2 || own.at(-1) !== surname) return false;
  if (own.length > 1) return isSameGiven(given, own[0] ?? '');
  const bearers = everyBearer(story).get(surname) ?? [];
  const [only] = bearers;
  const gender = genderOfForename(given);
  return (
    bearers.length === 1 &&
    (only?.kind === 'person' || only?.kind === 'other') &&
    (only.gender === null || gender === null || only.gender === gender)
  );
}

const bearersOf = new WeakMap<Story, ReadonlyMap<string, readonly Named[]>>();

/** The names of a story by the last word of each. */
function everyBearer(story: Story): ReadonlyMap<string, readonly Named[]> {
  const known =
    bearersOf.get(story) ?? groupBy(story.names, ({ name }) => nameWords(name).at(-1) ?? '');
  bearersOf.set(story, known);
  return known;
}

function groupBy<One>(
  all: readonly One[],
  keyOf: (one: One) => string,
): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** `Ben` and `Benjamin`, `B` and `Ben`. */
function isSameGiven(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length);
  return long.startsWith(short) && short.length !== 2; // `Jo` is not `Joan`
}

/** Whether words name nobody: `he`, `they`, `who`. */
export function isPronoun(words: string): boolean {
  return /^(?:i|we|he|she|they|it|who|which|that|him|her|them|his|hers|their|one|you)$/i.test(
    words,
  );
}

/** The numbers of the paragraphs that hold a statement's words, each once. */
export function paragraphsOf(story: Story, statement: Statement): readonly number[] {
  const held = new Set(statement.content.flatMap((piece) => among(story.paragraphs, piece)));
  const numbers = [...held].flatMap(({ number }) => (number === null ? [] : [number]));
  return numbers.sort((a, b) => a - b);
}
