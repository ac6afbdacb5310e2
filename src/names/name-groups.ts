import type { Paragraph } from '../article/paragraphs.ts';
import { isForename } from '../text/lexicon/forenames.ts';
import { isOrganisationWord } from '../text/lexicon/organisations.ts';
import { isPlace } from '../text/lexicon/places.ts';
import { courtesyOf, genderByKin, isCalledAnew } from './name-bearers.ts';
import { fitWords, keysOf, keysOfFull, wordCount } from './name-fits.ts';
import { type Gender, type Group, genderOf, TELLING } from './name-group.ts';
import { isPersonTitle, isRelative } from './name-kinds.ts';
import { officeBefore } from './name-offices.ts';
import { findRole } from './name-roles.ts';
import type { NameRun } from './name-runs.ts';
import { genderOfRole, genderOfTitles } from './role-gender.ts';

/** How well a form fits a group: 3 the same name, 2 its surname or initials, 1 its first word. */
interface Fit {
  readonly group: Group;
  readonly score: number;
  readonly gender: Gender;
  /** Where the group's full name stands first, and where in each paragraph it is a subject. */
  readonly introduced: number;
  readonly paragraphs: ReadonlyMap<Paragraph, number>;
  /** The titles it bears: `mayor`. */
  readonly titles: ReadonlySet<string>;
}

const MOST_SHARED = 6; // a form that more people bear tells nothing about any of them

/**
 * Full forms first, longest first; then each shorter form joins those it can mean. A form is compared only
 * with names that begin or end alike or have its initials: the time grows with the story, not its square.
 */
export function groupRuns(text: string, runs: readonly NameRun[]): readonly Group[] {
  const groups: Group[] = [];
  const index = new Map<string, Group[]>();
  const spelt = spellings(runs);
  const byLength = [...formsOf(runs)]
    .map(([form, same]) => ({ form, same, words: wordCount(form) }))
    .sort((a, b) => b.words - a.words || b.form.length - a.form.length);
  for (const { form, same } of byLength) {
    const keys = [...keysOf(form), ...keysOf(spelt.get(form) ?? '')];
    const candidates = [...new Set(keys.flatMap((key) => index.get(key) ?? []))];
    const fitting = candidates
      .map((group) => ({ group, score: scoreOf(group, form, same, spelt.get(form)) }))
      .filter(({ score }) => score > 0);
    const fits = fitting.length > MOST_SHARED ? [] : fitting.map(fitOf);
    const own = placeRuns(form, same, fits);
    for (const group of own) {
      const isWife = fitting.length > 0 && group.runs.some(isMarried);
      const spouse = isWife ? findSpouse(text, groups, group) : null;
      if (spouse !== null) {
        join(spouse, form, group.runs);
        continue;
      }
      groups.push(group);
      for (const key of keysOfFull(form)) {
        const known = index.get(key);
        if (known === undefined) index.set(key, [group]);
        else known.push(group);
      }
    }
  }
  return groups;
}

/** Adds runs to the groups that already have their form. */
export function joinKnown(groups: readonly Group[], runs: readonly NameRun[]): void {
  const known = new Map(groups.flatMap((group) => group.forms.map((form) => [form, group])));
  for (const run of runs) known.get(run.words)?.runs.push(run);
}

/** Takes over the full name of someone whom the story calls only by the first: `Ann Ode` under a picture. */
export function nameInFull(groups: readonly Group[], forms: Iterable<string>): void {
  const short = groups.filter(({ forms: own }) => own.length === 1 && !own[0]?.includes(' '));
  for (const form of forms) {
    const [first = ''] = form.split(' ');
    const [group, other] = short.filter(({ forms: own }) => own.at(-1) === first);
    const isFull = wordCount(form) > 1 && isForenamed(form, group?.runs ?? []);
    if (group !== undefined && other === undefined && isFull && group.forms.length === 1)
      group.forms.unshift(form);
  }
}

function join(group: Group, form: string, runs: readonly NameRun[]): void {
  if (!group.forms.includes(form)) group.forms.push(form);
  group.runs.push(...runs);
}

function formsOf(runs: readonly NameRun[]): ReadonlyMap<string, readonly NameRun[]> {
  const forms = new Map<string, NameRun[]>();
  for (const run of runs) {
    const same = forms.get(run.words);
    if (same === undefined) forms.set(run.words, [run]);
    else same.push(run);
  }
  return forms;
}

/**
 * `the Ilm Union of Bakers (ILUBA)`: a short form in brackets, by the name in front of it; `The Llywydd, Ann Ode,`:
 * an office in another language, by who holds it.
 */
function spellings(runs: readonly NameRun[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [i, run] of runs.entries()) {
    const before = runs[i - 1];
    const { tokens } = run.sentence;
    const office = officeBefore(run);
    if (office !== null) found.set(office, run.words);
    const isBracketed = tokens[run.from - 1]?.text === '(' && tokens[run.to]?.text === ')';
    if (!isBracketed || before?.sentence !== run.sentence || before.to !== run.from - 1) continue;
    const isShort = /^\p{Lu}[\p{L}.]*\p{Lu}[\p{L}.]*$/u.test(run.words);
    if (isShort && wordCount(before.words) > 1 && before.words[0] === run.words[0])
      found.set(run.words, before.words);
  }
  return found;
}

/** Puts each run to whom it means, and gives those that mean nobody known groups of their own. */
function placeRuns(form: string, same: readonly NameRun[], fits: readonly Fit[]): readonly Group[] {
  const genders = new Set(same.map(genderOfTitles).filter((one) => one !== null));
  const own: Group[] = [];
  let settled: Fit | undefined; // on whom the form was settled while it could mean only one
  const called = new Set<string>(); // how he or she was called until then: `ms`, or by the bare name
  for (const run of same) {
    // what had a form to itself before keeps it: `Solmark`, once there is a `Solmark Embassy`
    const hosts = hostsOf(fits, run, genders).filter(({ score }) => score > 1 || own.length === 0);
    const there = hosts.filter(({ introduced }) => introduced < run.start);
    const was =
      settled !== undefined && isCalledAnew(run, called) ? lastBeside(there, settled) : settled;
    const meant = there.length > 1 ? settle(there, run, was) : there.length > 0 ? there : hosts;
    if (there.length === 1) {
      settled = there[0];
      called.add(courtesyOf(run));
    }
    for (const { group } of hosts) if (!group.forms.includes(form)) group.forms.push(form);
    for (const { group } of meant) group.runs.push(run);
    if (meant.length > 0) continue;
    const gender = genderOfTitles(run);
    const alike = own.find((group) => {
      const other = genderOf(group, genderOfTitles);
      return gender === null || other === null || gender === other;
    });
    if (alike === undefined) own.push({ forms: [form], runs: [run] });
    else alike.runs.push(run);
  }
  return own;
}

/** The one bearer beside another; the other where there are more. */
function lastBeside(there: readonly Fit[], settled: Fit): Fit {
  const [only, another] = there.filter((one) => one !== settled);
  return only !== undefined && another === undefined ? only : settled;
}

/**
 * The groups that a form can mean, but for those whose gender it contradicts: `Mr. Obama`, and so
 * `President Obama` too, is not `Michelle Obama`.
 */
function hostsOf(
  fits: readonly Fit[],
  run: NameRun,
  genders: ReadonlySet<'male' | 'female'>,
): readonly Fit[] {
  const own = genderOfTitles(run);
  const allowed = fits.filter(({ gender, score, introduced, group, paragraphs }) => {
    // `Solmark` before there was a `Solmark Embassy`
    if (score === 1 && run.start < introduced && !isForenamed(group.forms[0] ?? '', group.runs))
      return false;
    if (isMarried(run) && run.start < introduced && isKnown(fits, run)) return false;
    if (gender === null || isIntroducedBeside(run, paragraphs))
      return own === null || gender !== other(own);
    return own === null ? genders.size === 0 || genders.has(gender) : own === gender;
  });
  const best = Math.max(0, ...allowed.map(({ score }) => score));
  const hosts = allowed.filter(({ score }) => score === best);
  const certain = hosts.filter(({ gender }) => own !== null && gender === own);
  // `Vireo Ode … Mr Ode … his uncle Tom Ode`: who is not there yet is not meant
  const isThere = certain.some(({ introduced }) => introduced < run.start) || !isKnown(hosts, run);
  // `Vireo Ode … his brother Tom Ode … Mr Ode`: nor is it the relative for his forename alone
  const isMain = certain.some(({ group }) => !group.runs.some(isRelative));
  return isThere && isMain ? certain : hosts;
}

const other = (gender: 'male' | 'female'): Gender => (gender === 'male' ? 'female' : 'male');

/** `Mrs Justice Ode … The barrister, Tom Ode, left. Ode said so`: a full name in the same paragraph before it. */
function isIntroducedBeside(
  { sentence, start }: NameRun,
  paragraphs: ReadonlyMap<Paragraph, number>,
): boolean {
  return (paragraphs.get(sentence.paragraph) ?? start) < start;
}

/** Of several bearers: who has that title; who alone is a subject in this paragraph; who was meant before. */
function settle(there: readonly Fit[], run: NameRun, settled: Fit | undefined): readonly Fit[] {
  const titled = there.filter(({ titles }) => officesOf(run).some((word) => titles.has(word)));
  if (titled.length === 1) return titled;
  const kin = there.filter(({ gender }) => gender !== null && gender === genderByKin(run));
  if (kin.length === 1) return kin;
  const { paragraph } = run.sentence;
  const named = there.filter(
    ({ paragraphs }) => (paragraphs.get(paragraph) ?? run.start) < run.start,
  );
  if (named.length === 1) return named;
  return named.length === 0 && settled !== undefined && there.includes(settled) ? [settled] : there;
}

/** `mayor` of `Mayor Ode`: what tells one of the Odes from the others. */
function officesOf({ titleWords }: NameRun): readonly string[] {
  return titleWords.filter((word) => !/^(?:m[rsx]s?|miss|dr)\.?$/.test(word));
}

const isMarried = (run: NameRun): boolean => /^mrs\.?$/.test(run.titleWords.at(-1) ?? '');

/** Whether somebody of that name is there already. */
function isKnown(fits: readonly Fit[], { start }: NameRun): boolean {
  return fits.some(({ introduced }) => introduced < start);
}

/** `There he met Ann Lane. They married in 1957. Mrs. Ode said`: the woman who took the name. */
function findSpouse(text: string, groups: readonly Group[], { runs }: Group): Group | null {
  const [first] = runs;
  if (first === undefined) return null;
  let found: { readonly group: Group; readonly end: number } | null = null;
  for (const group of groups) {
    const near = group.runs.filter(
      ({ start, sentence }) =>
        sentence.paragraph === first.sentence.paragraph && start < first.start,
    );
    const end = Math.max(0, ...near.map((run) => run.end));
    if (end <= (found?.end ?? 0)) continue;
    if (genderOf(group, (run) => genderOfRole(text, run)) === 'female') found = { group, end };
  }
  const between = found === null ? '' : text.slice(found.end, first.start);
  return found !== null && /\b(?:married|wed|wife|husband)\b/.test(between) ? found.group : null;
}

function scoreOf(
  { forms }: Group,
  form: string,
  same: readonly NameRun[],
  spelt: string | undefined,
): number {
  return Math.max(...forms.map((long) => (long === spelt ? 3 : fitWords(long, form, same))));
}

function fitOf({ group, score }: Pick<Fit, 'group' | 'score'>): Fit {
  const full = group.runs
    .filter(({ words }) => words.includes(' '))
    .sort((a, b) => b.start - a.start);
  return {
    group,
    score,
    gender: genderOf(group, genderOfTitles),
    introduced: full.at(-1)?.start ?? Number.POSITIVE_INFINITY,
    paragraphs: new Map(
      full.filter(isSubject).map(({ sentence, start }) => [sentence.paragraph, start]),
    ),
    titles: new Set(full.flatMap(officesOf)),
  };
}

/** `Ann Ode left`, `said Ann Ode`; not `the house of Ann Ode`. */
function isSubject({ sentence: { tokens }, from, titleWords }: NameRun): boolean {
  const before = tokens.slice(0, from - titleWords.length);
  const last = before.at(-1);
  return last?.tag === 'VERB' || !before.some(({ tag }) => /^(?:VERB|AUX|ADP)$/.test(tag));
}

/** Whether a full name is a person's: by its forename, or by a title or a description in the story. */
function isForenamed(form: string, runs: readonly NameRun[]): boolean {
  const [first = ''] = form.split(' ');
  const parts = form.split(' ').slice(1);
  if (parts.some(isOrganisationWord) || isPlace(form)) return false;
  const isIntroduced = (run: NameRun): boolean =>
    isPersonTitle(run.titleWords) || findRole(run) !== null;
  return isForename(first) || runs.slice(0, TELLING).some(isIntroduced);
}
