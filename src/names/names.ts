import type { Sentence } from '../article/sentence.ts';
import { once } from '../text/lazy.ts';
import { isForename } from '../text/lexicon/forenames.ts';
import { isOrganisationWord } from '../text/lexicon/organisations.ts';
import { endsLikePerson, isPerson } from '../text/lexicon/person-nouns.ts';
import { isPlace } from '../text/lexicon/places.ts';
import { isOutletWord } from '../text/lexicon/source-words.ts';
import { isTitle, officeByLetters } from '../text/lexicon/titles.ts';
import type { Span } from '../text/span.ts';
import { isEnglishWord, type Token } from '../text/tokens.ts';
import { isCollective } from './collective.ts';
import { genderShown } from './gender-shown.ts';
import { wordCount } from './name-fits.ts';
import { type Group, genderOf, TELLING } from './name-group.ts';
import { groupRuns, joinKnown, nameInFull } from './name-groups.ts';
import { kindOf } from './name-kinds.ts';
import { findGroupRole, findRole } from './name-roles.ts';
import { findNameRuns, isOpening, type NameRun } from './name-runs.ts';
import { isBareTitle } from './name-titles.ts';
import { isParticle, type NameWords } from './name-words.ts';
import type { Named } from './named.ts';
import { genderOfRole } from './role-gender.ts';

/**
 * The people, organisations and places that the sentences name, in order of first mention. `asides` are
 * lines set aside, as captions: they name nobody new, but may have the full name of somebody.
 */
export function findNames(
  text: string,
  sentences: readonly Sentence[],
  asides: readonly Sentence[],
): readonly Named[] {
  const read = readerOf(text, sentences);
  const headlines = new Set(sentences.filter(isTitleCase));
  const found = read(sentences.filter((sentence) => !headlines.has(sentence)));
  const forms = new Set(found.filter((run) => !isDoubtful(run)).map(({ words }) => words));
  const known = new Set([...forms].flatMap((form) => form.split(' ')));
  const runs = found
    .filter((run) => !isDoubtful(run) || known.has(run.words))
    .map((run) => withoutOpening(run, forms));
  const groups = groupRuns(text, runs);
  joinKnown(groups, read([...headlines]));
  nameInFull(groups, new Set(read(asides).map(({ words }) => words)));
  const bearers = countBearers(groups);
  const shown = shownBy(sentences, groups);
  return groups
    .map((group) => withGender(describe(text, group, bearers), group, shown))
    .sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

type Read = (sentences: readonly Sentence[]) => readonly NameRun[];

/** Reads names with what a first reading of the story tells of the words that may be some. */
function readerOf(text: string, sentences: readonly Sentence[]): Read {
  const common = commonWords(sentences);
  const unknown: NameWords = { common, people: new Set(), names: new Set() };
  const first = new Map(sentences.map((one) => [one, findNameRuns(text, one, unknown)]));
  const all = [...first.values()].flat();
  const people = wordsOfPeople(all);
  const inside = all.filter((run) => !isOpening(run));
  const names = new Set(inside.flatMap(ownWords).map((word) => word.toLowerCase()));
  const isTold = ({ lower }: Token): boolean => people.has(lower) || names.has(lower);
  const readAgain = (sentence: Sentence): readonly NameRun[] => {
    const known = first.get(sentence);
    if (known !== undefined && !sentence.tokens.some(isTold)) return known; // nothing new is told of it
    return findNameRuns(text, sentence, { common, people, names });
  };
  return (some) => some.flatMap(readAgain);
}

/** A name of one word, or a surname that is no word of English or is tagged as no name: `Barde` of `Sani Barde`. */
function ownWords({ words, title }: NameRun): readonly string[] {
  const parts = words.split(' ');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  const isPerson = parts.length === 2 && (isForename(first) || title !== null);
  return parts.length === 1 || (isPerson && !isOrganisationWord(last) && !isTitle(last))
    ? [last]
    : [];
}

/** Words that the story also writes with a small letter: their capital at a sentence's start says nothing. */
function commonWords(sentences: readonly Sentence[]): ReadonlySet<string> {
  const common = new Set<string>();
  for (const { tokens } of sentences)
    for (const { text, lower } of tokens) if (/^\p{Ll}/u.test(text)) common.add(lower);
  return common;
}

/** The words of full names that begin with a forename, where a tagger or a calendar has its own idea of them. */
function wordsOfPeople(runs: readonly NameRun[]): ReadonlySet<string> {
  const full = runs.filter(
    ({ words, from, to }) =>
      to - from > 1 && (isForename(words.split(' ')[0] ?? '') || SYLLABLES.test(words)),
  );
  return new Set(full.flatMap(({ words }) => words.toLowerCase().split(' ')).filter(isAlsoAWord));
}

const SYLLABLES = /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}{1,4}-\p{Ll}{1,5}$/u; // `Park Seo-yeon`

const isAlsoAWord = (word: string): boolean => /^\p{Ll}{2,}$/u.test(word) && isEnglishWord(word);

/**
 * Whether a run may be no name at all: a title alone (`the Transport Secretary`), people of a kind, or a
 * word of English that only opens its sentence (`Leaks were reported`).
 */
function isDoubtful(run: NameRun): boolean {
  const words = run.words.split(' ');
  if (isBareTitle([...run.titleWords, ...words])) return true;
  if (isPlainPlural(run) || isOfficeAlone(run)) return true;
  const [word = ''] = words;
  return (
    words.length === 1 &&
    run.title === null &&
    isOpening(run) &&
    /^\p{Lu}\p{Ll}+(?:-\p{Ll}+)?$/u.test(word) &&
    word.toLowerCase().split('-').every(isEnglishWord) &&
    !isForename(word) &&
    !isPlace(word) &&
    findRole(run) === null
  );
}

/** `the Speaker`, `the Rector`: a capital of respect. */
function isOfficeAlone({ words, titleWords, sentence, from }: NameRun): boolean {
  const isWord = /^\p{Lu}\p{Ll}{3,}$/u.test(words) && titleWords.length === 0;
  const noun = words.toLowerCase();
  const isAfterThe = sentence.tokens[from - 1]?.lower === 'the';
  if (isAfterThe && /^\p{Lu}+$/u.test(words) && officeByLetters(noun) !== null) return true; // `the CEO`
  const isAlone = isWord && isAfterThe; // `the Dean` is nobody's forename
  return isAlone && !isOutletWord(noun) && isEnglishWord(noun) && (isPerson(noun) || isTitle(noun));
}

/** `Prosecutors wept`, `Tens of thousands came`: no name in the plural that opens a sentence. */
function isPlainPlural(run: NameRun): boolean {
  const [first = '', of] = run.words.split(' ');
  if (!/^\p{Lu}\p{Ll}+(?:s|men|women|dai|daí)$/u.test(first) || !isOpening(run)) return false;
  if (of !== undefined) return of === 'of' && DWELLERS.test(first); // `Residents of Ode`
  const noun = first
    .toLowerCase()
    .replace(/s$/, '')
    .replace(/men$/, 'man')
    .replace(/da[ií]$/, 'da');
  return isPerson(noun) || /^(?:ten|dozen|score|hundred|thousand|[mb]illion)$/.test(noun);
}

const DWELLERS =
  /^(?:Residents|Parents|Tenants|Families|Members|Relatives|Supporters|Neighbours|Neighbors)$/;

/** `Glassmaker Orrin & Vale` at a sentence's start, where the story has `Orrin & Vale` as well. */
function withoutOpening(run: NameRun, forms: ReadonlySet<string>): NameRun {
  const [opening = '', ...rest] = run.words.split(' ');
  const words = rest.join(' ');
  const [first, next] = run.sentence.tokens.slice(run.from, run.from + 2);
  // `Paresh Ode Lane … Ode Lane`: who is no word opens nothing
  const isWord = isEnglishWord(opening.toLowerCase()) || endsLikePerson(opening.toLowerCase());
  const opens = run.from === 0 && rest.length > 1 && !isForename(opening) && isWord;
  if (!opens || first === undefined || next === undefined || !forms.has(words)) return run;
  const title = { start: first.start, end: first.end };
  return { ...run, start: next.start, from: run.from + 1, words, title, titleWords: [first.lower] };
}

/** A headline with Capitals On Every Word, from which no names are read. */
function isTitleCase({ tokens }: Sentence): boolean {
  const words = tokens.filter((token) => /^\p{L}{4}/u.test(token.text));
  if (words.length < 5) return false;
  const isTold = tokens.some(
    ({ tag, text }) => /^(?:VERB|AUX)$/.test(tag) && /^\p{Ll}/u.test(text),
  );
  const capitals = words.filter((token) => /^\p{Lu}/u.test(token.text));
  return !isTold && capitals.length > words.length * 0.75;
}

/** How many people bear each run's name: `Ms Ode` where the story has Ann and Tom Ode. */
function countBearers(groups: readonly Group[]): ReadonlyMap<NameRun, number> {
  const bearers = new Map<NameRun, number>();
  for (const run of groups.flatMap(({ runs }) => runs))
    bearers.set(run, (bearers.get(run) ?? 0) + 1);
  return bearers;
}

/** `Mr Ode` and `Ms Ode`, where the story has Ann and Tom Ode: what is told of either tells nothing of the other. */
function withoutOthers(text: string, group: Group, bearers: ReadonlyMap<NameRun, number>): Group {
  const runs = group.runs.slice(0, TELLING);
  const shared = runs.filter((run) => bearers.get(run) !== 1);
  const genders = new Set(shared.map((run) => genderOfRole(text, run)));
  const differ = genders.has('male') && genders.has('female');
  return differ ? { ...group, runs: runs.filter((run) => !shared.includes(run)) } : group;
}

function describe(text: string, group: Group, bearers: ReadonlyMap<NameRun, number>): Named {
  const own = withoutOthers(text, group, bearers);
  const runs = group.runs.toSorted((a, b) => a.start - b.start);
  const forms = [...group.forms].sort((a, b) => wordCount(b) - wordCount(a) || b.length - a.length);
  const bare = forms[0] ?? '';
  const name = isCollective(bare) ? withArticle(text, runs) : withTitle(text, bare, runs);
  const kind = kindOf(bare, runs);
  const isGroup = kind === 'organisation' || kind === 'other';
  const groupRole = isGroup ? firstRole(runs, findGroupRole) : null;
  return {
    name,
    kind,
    aliases: name === bare ? forms : [name, ...forms],
    mentions: runs.map(({ start, end }) => ({ start, end })),
    role: groupRole ?? firstRole(runs, findRole),
    gender: /^(?:organisation|place)$/.test(kind)
      ? null // `Lyle Center` is no Lyle
      : genderOf(own, (run) => genderOfRole(text, run)),
  };
}

/** What pronouns tell of the gender of a group, see `genderShown`. */
function shownBy(
  sentences: readonly Sentence[],
  groups: readonly Group[],
): (group: Group) => Named['gender'] {
  const order = once(() => new Map(sentences.map((sentence, at) => [sentence, at])));
  const bySentence = new Map<Sentence, NameRun[]>();
  for (const run of new Set(groups.flatMap(({ runs }) => runs))) {
    const same = bySentence.get(run.sentence);
    if (same === undefined) bySentence.set(run.sentence, [run]);
    else same.push(run);
  }
  const next = (sentence: Sentence): Sentence | undefined =>
    sentences[(order().get(sentence) ?? sentences.length) + 1];
  return ({ runs }) =>
    genderShown(
      runs.toSorted((a, b) => a.start - b.start),
      bySentence,
      next,
    );
}

/** With a gender for a person whose titles and forename tell none. */
function withGender(named: Named, group: Group, shown: (group: Group) => Named['gender']): Named {
  if (named.gender !== null || named.kind !== 'person') return named;
  return { ...named, gender: shown(group) };
}

/** `the Lund campaign`, in small letters where it is written so anywhere. */
function withArticle(text: string, runs: readonly NameRun[]): string {
  const whole = runs.map(({ start, end }) => text.slice(start - 4, end).replace(/\s/g, ' '));
  return whole.find((words) => words.startsWith('the ')) ?? whole[0] ?? '';
}

const BELONGS =
  /(?:(?:Mrs?|Ms|Lord|Lady)\.? (?:Chief )?Justice|Pope|King|Queen|Prince|Princess|Emperor|Lord|Lady|Baroness|Sister|Brother|Sheikh)\s+$/;

/** `Mr Justice Ode`, `Pope Francis`: who has a surname only goes by it with the title. */
function withTitle(text: string, bare: string, runs: readonly NameRun[]): string {
  const [first = '', ...rest] = bare.split(' ');
  if (rest.length > 0 && !isParticle(first)) return bare;
  for (const { title, start, end } of runs) {
    const own = title === null ? null : BELONGS.exec(text.slice(title.start, start));
    if (own) return text.slice(start - own[0].length, end).replace(/\s+/g, ' ');
  }
  return bare;
}

function firstRole(runs: readonly NameRun[], find: typeof findRole): Span | null {
  for (const run of runs) {
    const role = find(run);
    if (role !== null) return role;
  }
  return null;
}
