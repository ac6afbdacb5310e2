import { isForename } from '../text/lexicon/forenames.ts';
import { isHeadBefore, isOfficeHead } from '../text/lexicon/organisation-heads.ts';
import { isBeforeBusiness } from '../text/lexicon/organisation-kinds.ts';
import { isOrganisationWord } from '../text/lexicon/organisations.ts';
import { isPerson } from '../text/lexicon/person-nouns.ts';
import { isNationality, isPlace } from '../text/lexicon/places.ts';
import {
  isOffice,
  isPairedTitle,
  isPostnominal,
  isShortTitle,
  isTitle,
} from '../text/lexicon/titles.ts';
import { isEnglishWord, type Token } from '../text/tokens.ts';
import { opensSentence } from './name-words.ts';

const LONGEST_TITLE = 6; // words: `former US Deputy Secretary of State`

/** Where the name between two tokens starts, after `Sen.`, `Ranger Supervisor`, `Chinese President`. */
export function afterTitles(tokens: readonly Token[], start: number, to: number): number {
  const last = tokens[to - 1];
  if (last === undefined) return start;
  const opening = tokens[start]?.text ?? '';
  const isBody = isOrganisationWord(last.text) || /^\d+$/.test(last.text); // `Bakers Local 12`
  if (to - start > 1 && isBody && !isShortTitle(opening)) return start;
  let from = start;
  for (let i = start; i < to; i += 1) {
    if (!isTitleWord(tokens, start, i, to) || isMiddleName(tokens, start, i, to)) continue;
    let next = i + 1;
    while (next < to && TITLE_TAIL.test(tokens[next]?.text ?? '')) next += 1;
    // `Leader of the | Opposition | Ann Ode` too
    if (/^(?:for|of|on|the)$/i.test(tokens[next - 1]?.text ?? ''))
      next = afterField(tokens, next, to);
    if (next < to && next - from <= LONGEST_TITLE) from = next;
  }
  while (from < to - 1 && isBeforeForename(tokens, from, to)) from += 1;
  return from;
}

/** `Fatuma | Haji | Ode`: a title that names are made of, behind a forename; not `Jordan | King | Abdullah Ode`. */
function isMiddleName(tokens: readonly Token[], start: number, at: number, to: number): boolean {
  const [before, word] = [tokens[at - 1]?.text ?? '', tokens[at]?.text ?? ''];
  const isFirst = at > start && isForename(before) && !isPlace(before) && !isTitle(before);
  return isFirst && at < to - 1 && isTitle(word) && !isOffice(word) && !isShortTitle(word);
}

/** `Commissioner for | Public Works | Ann Ode`: what an office is for, where a full name follows. */
function afterField(tokens: readonly Token[], start: number, to: number): number {
  let from = start;
  while (to - from > 2 && isPlain(tokens[from]) && /^\p{Lu}/u.test(tokens[from]?.text ?? ''))
    from += 1;
  // `Mayor of | Lund | Ann Ode`
  if (
    to - from > 2 &&
    isForename(tokens[from + 1]?.text ?? '') &&
    !isForename(tokens[from]?.text ?? '')
  )
    from += 1;
  return to - from >= 2 ? from : start;
}

// `Secretary of State Henry Ode`, `Chancellor of the Exchequer Ann Ode`, `President-elect`
const TITLE_TAIL = /^(?:of|the|for|on|-|elect|state|exchequer|defen[cs]e|general|staff|\.)$/i;

/** `Mayor`; `Labour MP`; a noun for a person with a name of two words or more behind it: `Investigator`. */
function isTitleWord(tokens: readonly Token[], start: number, at: number, to: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (isHeadOfOrganisation(tokens, at, to) || isFieldOfBody(tokens, start, at, to)) return false;
  if (token.text.split('-').every(isTitle)) return true; // `Vice-President`
  if (isPostnominal(token.text)) return at < to - 1;
  if (isPairedTitle(token.text, tokens[at + 1]?.text ?? '')) return at < to - 2;
  if (isPairedTitle(tokens[at - 1]?.text ?? '', token.text)) return at < to - 1;
  if (isBeforeBusiness(token.lower) && opensSentence(tokens, at)) return at < to - 1;
  const isNoun = isPerson(token.lower) && !isForename(token.text) && !isNationality(token.text);
  const next = tokens[at + 1]?.text ?? '';
  if (!isNoun || to - at < 3 || /^[-&]$/.test(next) || tokens.slice(start, at).some(isOrganised))
    return false;
  // `Marine Systems Letters`: plain words are no name of somebody
  return !tokens.slice(at + 1, to).every(isPlain);
}

/** `Human Rights League of Ode`, `Justice for Porters`; not `Registrar of Births Ann Ode`, a title. */
function isHeadOfOrganisation(tokens: readonly Token[], at: number, to: number): boolean {
  const link = tokens.findIndex(({ lower }, i) => i > at && /^(?:of|for)$/.test(lower));
  const [head, word] = [tokens[link - 1]?.text ?? '', tokens[link]?.lower ?? ''];
  if (link < 0 || link >= to || !isHeadBefore(head, word)) return false;
  const after = tokens.slice(link + 1, to);
  // not `Committee for | Private | Works`
  if (after.some(({ text }) => isForename(text) || isTitle(text)) && !after.every(isEnglish))
    return false;
  return !isOfficeHead(head) || after.length === 1 || after.every(isPlain);
}

/** `Committee for | Private | Works`: a word for what an organisation is for, which elsewhere is a title. */
function isFieldOfBody(tokens: readonly Token[], start: number, at: number, to: number): boolean {
  const link = tokens.findLastIndex(({ lower }, i) => i < at && /^(?:of|for)$/.test(lower));
  const isBody = link > start && isOrganisationWord(tokens[link - 1]?.text ?? '');
  return isBody && tokens.slice(link + 1, to).every(isEnglish);
}

const isPlain = (token: Token | undefined): boolean =>
  token !== undefined && !isForename(token.text) && isEnglishWord(token.lower);

const isEnglish = ({ text, lower }: Token): boolean => isEnglishWord(lower) && !isForename(text);

const isOrganised = ({ text }: Token): boolean => isOrganisationWord(text);

/** `Welsh Ann Ode`; `F.B.I. Thomas B. Ode`, where a full name follows. */
function isBeforeForename(tokens: readonly Token[], at: number, to: number): boolean {
  if (!isForename(tokens[at + 1]?.text ?? '')) return false;
  const word = tokens[at]?.text ?? '';
  if (to - at > 2 && opensSentence(tokens, at) && isPlain(tokens[at])) return true; // `Walker Tim Ode`
  return isNationality(word) || (to - at > 2 && /^(?:\p{Lu}\.){2,}$/u.test(word));
}

/** Where the name between two tokens ends, before `KC`, `MP`, `Jr.`: at least two words are left. */
export function beforeSuffixes(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (end - from > 2 && isPostnominal(tokens[end - 1]?.text ?? '')) end -= 1;
  return end;
}

/** Whether all of it is a title or an office, and names nobody: `MP`, `Transport Secretary`, `Commissioner for Works`. */
export function isBareTitle(written: readonly string[]): boolean {
  const words = written.flatMap((word) => word.split('-')); // `Attorney-General`
  const [last = ''] = words.slice(-1);
  const held = words.slice(0, -1);
  const link = words.findIndex((word) => /^(?:for|of|on)$/i.test(word));
  return (
    words.every(isPostnominal) ||
    (isPostnominal(last) && held.every((word) => isLetters(word) || isPlainWord(word))) || // `SDLP MLA`
    (held.length === 1 && isPairedTitle(words[0] ?? '', last)) ||
    (link > 0 && isOfficeOnly(words.slice(0, link)) && words.slice(link + 1).every(isPlainWord)) ||
    (held.length > 0 && words.every((word) => isTitle(word) && !isForename(word))) ||
    /(?:^| )chief executive$/i.test(words.join(' ')) ||
    isOfficeOnly(words)
  );
}

const isLetters = (word: string): boolean => /^\p{Lu}{2,}$/u.test(word);

const isPlainWord = (word: string): boolean =>
  isEnglishWord(word.toLowerCase()) && !isForename(word);

/** `Transport Secretary` */
function isOfficeOnly(words: readonly string[]): boolean {
  return isOffice(words.at(-1) ?? '') && words.slice(0, -1).every(isPlainWord);
}

const LIKE =
  /^(?:namesake|colleague|counterpart|predecessor|successor|rival|opponent|fellow|neighbou?r)$/;

/** `her namesake | Councillor Ann Ode`: what she is to another, before a title of her own, is no part of that. */
export function withoutLikeness(words: readonly Token[]): readonly Token[] {
  const [first, next] = words;
  const isTitled = next !== undefined && /^\p{Lu}/u.test(next.text) && isTitle(next.text);
  return isTitled && LIKE.test(first?.lower ?? '') ? words.slice(1) : words;
}
