import { genderOfForename, isForename } from '../text/lexicon/forenames.ts';
import type { Span } from '../text/span.ts';
import { isPersonTitle, kindOf } from './name-kinds.ts';
import { findRole, genderOfRole, genderOfTitles } from './name-roles.ts';
import { findNameRuns, isParticle, isPlainPlural, type NameRun } from './name-runs.ts';
import type { Sentence } from './story.ts';

/** Someone or something with a name, as the story names it. */
export interface Named {
  /** The fullest form in the story, titles stripped: `Jack Ma`. */
  readonly name: string;
  readonly kind: 'person' | 'organisation' | 'place' | 'other';
  /** Every form that means it: `Jack Ma`, `Ma`. A form that two share is in both. */
  readonly aliases: readonly string[];
  /** Each place it is named at, in order; pronouns are not among them. */
  readonly mentions: readonly Span[];
  /** How the story describes it: `Alibaba's founder`, `a research fellow at …`. */
  readonly role: Span | null;
  readonly gender: 'male' | 'female' | null;
}

interface Group {
  readonly forms: Set<string>;
  readonly runs: NameRun[];
}

/** The people, organisations and places that the sentences name, in order of first mention. */
export function findNames(text: string, sentences: readonly Sentence[]): readonly Named[] {
  const common = commonWords(sentences);
  const found = sentences.flatMap((sentence) =>
    isTitleCase(sentence) ? [] : findNameRuns(text, sentence, common),
  );
  const forms = new Set(found.filter((run) => !isPlainPlural(run)).map(({ words }) => words));
  const runs = found
    .filter((run) => !isPlainPlural(run) || forms.has(run.words))
    .map((run) => withoutOpening(run, forms));
  const headlines = sentences
    .filter(isTitleCase)
    .flatMap((sentence) => findNameRuns(text, sentence, common));
  const groups = groupRuns(runs);
  const known = new Set(groups.flatMap((group) => [...group.forms]));
  for (const run of headlines) if (known.has(run.words)) place(groups, run);
  return groups
    .map((group) => describe(text, group))
    .sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

/** Words that the story also writes with a small letter: their capital at a sentence's start says nothing. */
function commonWords(sentences: readonly Sentence[]): ReadonlySet<string> {
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  return new Set(tokens.filter((token) => /^\p{Ll}/u.test(token.text)).map((token) => token.lower));
}

/** `Glassmaker Orrin & Vale` at a sentence's start, where the story has `Orrin & Vale` as well. */
function withoutOpening(run: NameRun, forms: ReadonlySet<string>): NameRun {
  const [opening = '', ...rest] = run.words.split(' ');
  const words = rest.join(' ');
  const [first, next] = run.sentence.tokens.slice(run.from, run.from + 2);
  const opens = run.from === 0 && rest.length > 1 && !isForename(opening);
  if (!opens || first === undefined || next === undefined || !forms.has(words)) return run;
  const title = { start: first.start, end: first.end };
  return { ...run, start: next.start, from: run.from + 1, words, title, titleWords: [first.lower] };
}

/** A headline's Capitals On Every Word, from which no names are read. */
function isTitleCase(sentence: Sentence): boolean {
  const words = sentence.tokens.filter((token) => /^\p{L}{4}/u.test(token.text));
  return (
    words.length >= 5 &&
    words.filter((token) => /^\p{Lu}/u.test(token.text)).length > words.length * 0.75
  );
}

/** Full forms first, longest first; then each shorter form joins those it can mean. */
function groupRuns(runs: readonly NameRun[]): readonly Group[] {
  const groups: Group[] = [];
  const forms = groupByWords(runs);
  const byLength = [...forms].sort(
    ([a], [b]) => wordCount(b) - wordCount(a) || b.length - a.length,
  );
  for (const [words, same] of byLength) {
    const genders = new Set(same.map(genderOfTitles).filter((one) => one !== null));
    for (const run of same) {
      const hosts = hostsOf(groups, run, genders);
      for (const host of hosts) {
        host.forms.add(words);
        host.runs.push(run);
      }
      if (hosts.length === 0) groups.push({ forms: new Set([words]), runs: [run] });
    }
  }
  return groups;
}

function groupByWords(runs: readonly NameRun[]): ReadonlyMap<string, readonly NameRun[]> {
  const forms = new Map<string, NameRun[]>();
  for (const run of runs) {
    const same = forms.get(run.words);
    if (same === undefined) forms.set(run.words, [run]);
    else same.push(run);
  }
  return forms;
}

function place(groups: readonly Group[], run: NameRun): void {
  for (const host of hostsOf(groups, run, new Set())) host.runs.push(run);
}

/**
 * The groups that a form can mean, but for those whose gender it contradicts: `Mr. Obama`, and so
 * `President Obama` too, is not `Michelle Obama`.
 */
function hostsOf(
  groups: readonly Group[],
  run: NameRun,
  genders: ReadonlySet<'male' | 'female'>,
): readonly Group[] {
  const same = run.words.includes(' ') ? groups.filter(({ forms }) => forms.has(run.words)) : [];
  if (same.length > 0) return same;
  const own = genderOfTitles(run);
  const allowed = groups
    .map((group) => [group, suit(group, run)] as const)
    .filter(([group, score]) => {
      if (score === 0) return false;
      const gender = genderOf(group, genderOfTitles);
      if (gender === null) return true;
      return own === null ? genders.size === 0 || genders.has(gender) : own === gender;
    });
  const best = Math.max(0, ...allowed.map(([, score]) => score));
  return allowed.filter(([, score]) => score === best).map(([group]) => group);
}

/** How well a run's words suit a group: 3 the same name, 2 its surname, 1 its first word; 0 not at all. */
function suit(group: Group, run: NameRun): number {
  let best = 0;
  for (const form of group.forms) best = Math.max(best, fitWords(form, run));
  // `Solmark` before there was a `Solmark Embassy` is something of its own
  return best === 1 && group.runs.every((own) => run.start < own.start) ? 0 : best;
}

function fitWords(form: string, run: NameRun): number {
  if (form === run.words) return 3;
  const long = plainWords(form);
  const short = plainWords(run.words);
  const first = short[0] ?? '';
  if (short.length > 1) return sameFullName(long, short) ? 3 : isWholeSurname(long, short) ? 2 : 0;
  if (long.length === 1) return 0;
  if (isAcronym(run.words, form)) return 2;
  if (/^\p{Lu}+$/u.test(run.words) && run.words.length > 1 && !long.includes(first)) return 0;
  if (long.at(-1) === first && !/^(?:of|for|&)$/.test(long.at(-2) ?? '')) return 2;
  if (isPersonTitle(run.titleWords)) return long.length === 2 && long[0] === first ? 1 : 0;
  return long[0] === first && !long.includes('of') ? 1 : 0;
}

/** `Donald J. Trump` and `Donald Trump`; `J. Ode` and `Jane Ode`; never Ann and Jane Ode. */
function sameFullName(long: readonly string[], short: readonly string[]): boolean {
  if (long.at(-1) !== short.at(-1)) return false;
  const [a = '', b = ''] = [long[0], short[0]];
  if (short.length > long.length || /^(?:jr|sr|ii|iii)$/.test(short.at(-1) ?? '')) return false;
  if (a === b) return true;
  return (a.length === 1 || b.length === 1) && a[0] === b[0];
}

/** `Van der Meer` for `Ilse van der Meer`. */
function isWholeSurname(long: readonly string[], short: readonly string[]): boolean {
  return (
    isParticle(short[0] ?? '') &&
    long.length > short.length &&
    short.every((word, i) => word === long[long.length - short.length + i])
  );
}

function isAcronym(word: string, form: string): boolean {
  if (!/^(?:\p{Lu}\.?){2,7}$/u.test(word)) return false;
  const letters = form
    .split(/[\s-]+/)
    .filter((part) => /^\p{Lu}/u.test(part))
    .map((part) => part.charAt(0))
    .join('');
  return letters === word.replaceAll('.', '');
}

const MOST_KNOWN = 2_000; // each name of a story is compared with every other, again and again
const known = new Map<string, readonly string[]>();

function plainWords(name: string): readonly string[] {
  const found = known.get(name);
  if (found !== undefined) return found;
  const made = name.toLowerCase().replace(/\./g, '').split(/\s+/);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, made);
  return made;
}

const wordCount = (words: string): number => words.split(' ').length;

function describe(text: string, group: Group): Named {
  const runs = group.runs.toSorted((a, b) => a.start - b.start);
  const forms = [...group.forms].sort((a, b) => wordCount(b) - wordCount(a) || b.length - a.length);
  const bare = forms[0] ?? '';
  const name = withTitle(text, bare, runs);
  return {
    name,
    kind: kindOf(bare, runs),
    aliases: name === bare ? forms : [name, ...forms],
    mentions: runs.map(({ start, end }) => ({ start, end })),
    role: firstRole(runs),
    gender: genderOf(group, (run) => genderOfRole(text, run)),
  };
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

function firstRole(runs: readonly NameRun[]): Span | null {
  for (const run of runs) {
    const role = findRole(run);
    if (role !== null) return role;
  }
  return null;
}

const TELLING = 20; // mentions that are looked at for a title or a role: later ones rarely have any

function genderOf(group: Group, ofRun: (run: NameRun) => Named['gender']): Named['gender'] {
  for (const run of group.runs.slice(0, TELLING)) {
    const gender = ofRun(run);
    if (gender !== null) return gender;
  }
  const full = [...group.forms].find((form) => form.includes(' ')) ?? '';
  return genderOfForename(full.split(' ')[0] ?? '');
}
