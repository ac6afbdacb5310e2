import { isForename } from '../text/lexicon/forenames.ts';
import { isHeadBefore } from '../text/lexicon/organisation-heads.ts';
import { isOrganisationWord } from '../text/lexicon/organisations.ts';
import { isPlace } from '../text/lexicon/places.ts';
import { isEnglishWord } from '../text/tokens.ts';
import { isCollective } from './collective.ts';
import { isLink } from './name-joints.ts';
import { isPersonTitle } from './name-kinds.ts';
import { isPlaced, type NameRun } from './name-runs.ts';
import { isDotted, isParticle } from './name-words.ts';

/** How well a form fits a longer one: 3 the same name, 2 its surname or initials, 1 its first word; 0 not at all. */
export function fitWords(form: string, words: string, same: readonly NameRun[]): number {
  const long = plainWords(form);
  const short = plainWords(words);
  const first = short[0] ?? '';
  if (short.length > 1) {
    if (sameFullName(long, short)) return 3;
    const isSurname = isWholeSurname(long, short) || areSurnames(long, short);
    return isSurname || isShortName(form, long, words, short, same) ? 2 : 0;
  }
  if (long.length === 1 || isCollective(form)) return 0;
  if (isAcronym(words) && initialsOf(form).includes(words.replaceAll('.', ''))) return 2;
  if (isDotted(words)) return 0; // `the U.N.` is no short form of `Kim Jong Un`
  if (/^\p{Lu}+$/u.test(words) && words.length > 1 && !long.includes(first)) return 0;
  const last = GENERATION.test(long.at(-1) ?? '') ? long.length - 2 : long.length - 1;
  if (long[last] === first && !/^(?:of|for|&)$/.test(long[last - 1] ?? '')) return 2;
  if (same.some(({ titleWords }) => isPersonTitle(titleWords)))
    return (long.length === 2 && long[0] === first) || isPartOf(long, first) ? 1 : 0;
  if (long[0] !== first) return isPartOf(long, first) ? 1 : 0;
  if (long.includes('of')) return isHeadAlone(first, same) ? 1 : 0;
  return isOrganisationWord(long.at(-1) ?? '') && isPlaced(same) ? 0 : 1;
}

/** `Madam Ong` for `Ong Siew Lan`, `Yeoh` for `Desmond Yeoh Kah Meng`: the family's name before given ones, or inside. */
function isPartOf(long: readonly string[], part: string): boolean {
  const at = long.indexOf(part);
  if (long.length < 3 || long.length > 5 || at < 0 || at === long.length - 1) return false;
  if (isParticle(part) || part.length < 2 || (at === 0 && isForename(part) && !FAMILIES.test(part)))
    return false;
  return long.every(
    (word) => /^[\p{L}-]+$/u.test(word) && !isLink(word) && !isOrganisationWord(word),
  );
}

// forenames that are families' as well
const FAMILIES = /^(?:lee|kim|han|min|lin|tan|jin|chong|park|yoon|song|wang|li|ma|hu|gan)$/;

/** `Dutta Ode` for `Paresh Dutta Ode`: two surnames behind one given name. */
function areSurnames(long: readonly string[], short: readonly string[]): boolean {
  return (
    short.length === 2 &&
    long.length === 3 &&
    endsWith(long, short) &&
    ![...short, ...long].some((word) => isOrganisationWord(word) || isLink(word)) &&
    !isForename(short[0] ?? '') &&
    !isEnglishWord(long[0] ?? '')
  );
}

/** `the Diocese`, behind a `Diocese of Ode`. */
function isHeadAlone(head: string, same: readonly NameRun[]): boolean {
  return (
    isHeadBefore(head, 'of') &&
    same.some(({ sentence: { tokens }, from }) => tokens[from - 1]?.lower === 'the')
  );
}

/** `Donald J. Trump` and `Donald Trump`; `J. Ode` and `Jane Ode`; never Ann and Jane Ode. */
function sameFullName(long: readonly string[], short: readonly string[]): boolean {
  if (long.at(-1) !== short.at(-1)) return false;
  const [a = '', b = ''] = [long[0], short[0]];
  if (short.length > long.length || GENERATION.test(short.at(-1) ?? '')) return false;
  if (a === b) return true;
  return (a.length === 1 || b.length === 1) && a[0] === b[0];
}

/** `Van der Meer` for `Ilse van der Meer`. */
function isWholeSurname(long: readonly string[], short: readonly string[]): boolean {
  return isParticle(short[0] ?? '') && endsWith(long, short);
}

/** `Odean Institute` for `Odean Institute for Reefs`, `Justice Department` for `Odean Justice Department`. */
function isShortName(
  form: string,
  long: readonly string[],
  words: string,
  short: readonly string[],
  same: readonly NameRun[],
): boolean {
  if (isForename(short[0] ?? '') || isPlace(words)) return false;
  const isOrganised = isOrganisationWord(short.at(-1) ?? '');
  if (isOrganised && endsWith(long, short)) return true;
  if (!form.startsWith(`${words} `) || GENERATION.test(long[short.length] ?? '')) return false;
  return isOrganised || (long.slice(short.length).some(isOrganisationWord) && !isPlaced(same));
}

function endsWith(long: readonly string[], short: readonly string[]): boolean {
  const from = long.length - short.length;
  return from > 0 && short.every((word, i) => word === long[from + i]);
}

function isAcronym(word: string): boolean {
  return /^(?:\p{Lu}\.?){2,7}$/u.test(word);
}

/** `CGSU` of `Cabin and Ground Staff Union`, `DOJ` too of `Department of Justice`. */
function initialsOf(form: string): readonly string[] {
  const parts = form.split(/[\s-]+/);
  const all = parts.map((part) => part.charAt(0).toUpperCase()).join('');
  const capital = parts.filter((part) => /^\p{Lu}/u.test(part)).map((part) => part.charAt(0));
  return parts.length < 2 ? [] : [...new Set([all, capital.join('')])];
}

const GENERATION = /^(?:jr|sr|ii|iii|iv)$/;

/** The keys a form is looked up by: its first word, its last, its letters. */
export function keysOf(form: string): readonly string[] {
  const words = plainWords(form).filter((word) => !GENERATION.test(word));
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const acronym = isAcronym(form) ? [form.replaceAll('.', '')] : [];
  return first === '' ? [] : [...new Set([first, last]), ...acronym];
}

/** The keys of a full name: also what stands inside it, and its initials. */
export function keysOfFull(form: string): readonly string[] {
  const words = plainWords(form);
  const inner = words.length > 2 && words.length < 6 ? words.slice(1, -1) : [];
  return [...new Set([...keysOf(form), ...inner, ...initialsOf(form)])];
}

function plainWords(name: string): readonly string[] {
  return name.toLowerCase().replace(/\./g, '').split(/\s+/);
}

/** How many words a name has. */
export const wordCount = (words: string): number => words.split(' ').length;
