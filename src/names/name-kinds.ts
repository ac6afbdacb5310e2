import { isForename } from '../text/lexicon/forenames.ts';
import { isSeat } from '../text/lexicon/organisation-heads.ts';
import { isBeforeBusiness } from '../text/lexicon/organisation-kinds.ts';
import { isOrganisationWord } from '../text/lexicon/organisations.ts';
import { isKin, isPerson } from '../text/lexicon/person-nouns.ts';
import { isNationality, isPlace } from '../text/lexicon/places.ts';
import { isSaying } from '../text/lexicon/saying.ts';
import { isOutletWord } from '../text/lexicon/source-words.ts';
import { isTitle } from '../text/lexicon/titles.ts';
import { isSite } from '../text/sites.ts';
import { isEnglishWord } from '../text/tokens.ts';
import { isCollective } from './collective.ts';
import { roleOfGiven } from './name-given.ts';
import { officeBefore } from './name-offices.ts';
import { findGroupRole, findRole } from './name-roles.ts';
import { isPlaced, type NameRun } from './name-runs.ts';
import { tellsDescent } from './name-words.ts';
import type { NameKind } from './named.ts';

/** What a name is, from its words and from the places it stands at. */
export function kindOf(words: string, runs: readonly NameRun[]): NameKind {
  const parts = words.split(' ');
  if (isSite(words)) return 'organisation';
  if (parts.length > 1 && isForename(parts[0] ?? '') && !isOrganised(parts)) return 'person';
  if (isPlace(words)) return 'place';
  if (parts.some(tellsDescent) && !isOrganised(parts)) return 'person';
  if (runs.some((run) => isPersonTitle(run.titleWords)) && !isOrganised(parts)) return 'person';
  if (runs.some((run) => officeBefore(run) !== null || isGiven(run))) return 'person';
  if (isCollective(words)) return 'organisation';
  if (isSeat(parts[0] ?? '') && parts[1] === 'of' && runs.some(isWithin)) return 'place';
  if (isOrganised(parts) || parts.some((part) => /^(?:of|for|and|&|the)$/i.test(part))) {
    return /^(?:isle|gulf|bay|cape|lake|mount|republic|river|sea|isles)$/i.test(parts[0] ?? '')
      ? 'place'
      : 'organisation';
  }
  if (runs.some((run) => findGroupRole(run) !== null || isSeveral(run))) return 'organisation';
  if (/^(?:st|saint)\.?$/i.test(parts[0] ?? '')) return 'place'; // a church or a town: saints are no news
  if (/^(?:river|lake|mount|port|cape|north|south|east|west|upper|lower)$/i.test(parts[0] ?? ''))
    return 'place';
  if (
    /^(?:street|road|avenue|lane|island|islands|river|bay|county|valley|beach|bridge|park|square|harbour|harbor)$/i.test(
      parts.at(-1) ?? '',
    )
  )
    return 'place';
  // firms go by their first word, `Bexar` for `Bexar Fabrics`; people by their last
  const short = parts.length > 1 ? runs.filter((run) => run.words === parts[0]) : [];
  if (runs.some((run) => isRelative(run) || (!short.includes(run) && isApposed(run))))
    return 'person';
  if (parts.length === 1) return kindOfWord(words, runs);
  if (!parts.every(isPlainWord) && runs.some(isIntroduced)) return 'person';
  const plain = parts.every((part) => /^\p{Lu}[\p{L}.’'-]*$/u.test(part)) && parts.length <= 4;
  if (!plain) return 'other';
  if (mostlyAfterThe(runs)) return 'organisation';
  if (isOutletWord(parts.at(-1) ?? '')) return 'organisation';
  if (isSomewhere(parts, runs)) return 'place';
  if (parts.some((part) => isForename(part))) return 'person';
  if (short.length > 0) return 'organisation';
  // `Marrow Lines said`: plain words may be a firm's
  return runs.some(speaks) && !parts.every(isPlainWord) && !isNationality(parts[0] ?? '')
    ? 'person'
    : 'other';
}

/** `in the City of Ode` */
function isWithin({ sentence: { tokens }, from }: NameRun): boolean {
  const before = tokens[from - 1]?.lower === 'the' ? from - 2 : from - 1;
  return /^(?:in|near|across|around)$/.test(tokens[before]?.lower ?? '');
}

/** `a busker known as Old Tam` */
function isGiven(run: NameRun): boolean {
  return roleOfGiven(run, (words) => words.some(({ lemma }) => isPerson(lemma))) !== null;
}

/** `Diario Ode are standing firm`: several people behind one name. */
function isSeveral({ sentence: { tokens }, from, to, titleWords }: NameRun): boolean {
  const before = tokens[from - titleWords.length - 1];
  const opens = before === undefined || /^(?:,|but|that|because|as|if|while)$/.test(before.lower);
  return opens && titleWords.length === 0 && /^(?:are|have|were)$/.test(tokens[to]?.lower ?? '');
}

const isPlainWord = (word: string): boolean => isEnglishWord(word.toLowerCase());

/** `the oceanographer Ann Ode`, `co-star Ann Ode`: a noun for a person right before the name. */
function isIntroduced(run: NameRun): boolean {
  if (run.to - run.from < 2) return false;
  // `Landlady Ann Ode`, not `Chipmaker Ode Logic`
  if (run.titleWords.some((word) => isPerson(word) && !isBeforeBusiness(word))) return true;
  const role = findRole(run);
  const { tokens } = run.sentence;
  const noun = tokens[run.from - run.titleWords.length - 1];
  if (role === null || noun === undefined || noun.tag !== 'NOUN') return false;
  return role.start <= noun.start && noun.end <= role.end && !MAYBE_FIRM.test(noun.text);
}

function kindOfWord(word: string, runs: readonly NameRun[]): NameKind {
  if (/^\p{Lu}{2,6}$/u.test(word.replaceAll('.', ''))) return 'organisation';
  if (isForename(word) && runs.some((run) => !after(run, /^(?:in|at|near)$/))) return 'person';
  if (isPlaced(runs)) return 'place';
  return runs.filter((run) => after(run, /^the$/)).length * 2 > runs.length
    ? 'organisation'
    : 'other';
}

/** `in Sankt Oden`, mostly; not `in Fenwick Stockbrokers`. */
function isSomewhere(parts: readonly string[], runs: readonly NameRun[]): boolean {
  const last = (parts.at(-1) ?? '').toLowerCase();
  if (isEnglishWord(last)) return false;
  return runs.filter((run) => after(run, /^(?:in|near)$/)).length * 2 > runs.length;
}

function mostlyAfterThe(runs: readonly NameRun[]): boolean {
  return runs.filter((run) => after(run, /^the$/)).length * 2 > runs.length;
}

/** Whether the words before a name are a person's: `Sen.`, `President`, not `Republican`. */
export function isPersonTitle(titleWords: readonly string[]): boolean {
  if (/^(?:of|the)$/.test(titleWords.at(-1) ?? '')) return false; // `Leader of the Opposition`
  return titleWords.some((word) => isTitle(word) && !isNationality(word));
}

function isOrganised(parts: readonly string[]): boolean {
  const last = parts.at(-1) ?? '';
  if (/^\d+$/.test(last) && parts.length > 2) return true; // `Bakers Local 12`
  return (
    isOrganisationWord(last) ||
    parts.slice(1).some((part) => isOrganisationWord(part)) ||
    (parts.length > 1 && isOrganisationWord(parts[0] ?? '') && !isForename(parts[0] ?? ''))
  );
}

function after(run: NameRun, pattern: RegExp): boolean {
  const before = run.from - run.titleWords.length - 1;
  return pattern.test(run.sentence.tokens[before]?.lower ?? '');
}

const MAYBE_FIRM =
  /(?:giant|rival|maker|partner|owner|supplier|publisher|newspaper|leader|seller|operator|arm|unit|neighbour|neighbor|ally|member|winner|champion|side|host)s?$/i;

/** `Ann Ode, 54,` or `Ann Ode, a nurse,` or `Ann Ode, who` or `the nurse, Ann Ode,`. */
function isApposed(run: NameRun): boolean {
  const { tokens } = run.sentence;
  const next = tokens[run.to + 1];
  if (tokens[run.to]?.text === ',' && next !== undefined) {
    if (/^\d\d?$/.test(next.text) && tokens[run.to + 2]?.text === ',') return run.to - run.from > 1;
    if (/^(?:who|whose)$/.test(next.lower)) return !after(run, /^(?:in|at|near|from)$/);
  }
  const role = findRole(run);
  if (role === null) return false;
  const words = tokens.filter((token) => token.start >= role.start && token.end <= role.end);
  const between =
    role.end < run.start &&
    tokens.some((token) => token.text === ',' && token.start >= role.end && token.end <= run.start);
  return (
    (role.start > run.end || between) &&
    !words.slice(0, 6).some((token) => MAYBE_FIRM.test(token.text))
  );
}

/** `her sister Ann` */
export function isRelative(run: NameRun): boolean {
  const role = findRole(run);
  if (role === null) return false;
  return isKin(run.sentence.tokens.findLast(({ end }) => end <= role.end)?.lower ?? '');
}

const SPEAKS_TO =
  /^(?:tell|accuse|inform|assure|urge|warn|advise|thank|call|brand|dub|label|phone|text)$/;

/** Whether a saying word stands right beside the name, and does not speak to it: `told Ode Weekly`. */
function speaks(run: NameRun): boolean {
  const { tokens } = run.sentence;
  const [after, before] = [tokens[run.to], tokens[run.from - run.titleWords.length - 1]];
  return (
    (after?.tag === 'VERB' && isSaying(after.lemma)) ||
    (before?.tag === 'VERB' && isSaying(before.lemma) && !SPEAKS_TO.test(before.lemma))
  );
}
