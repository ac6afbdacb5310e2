import { isForename } from '../text/lexicon/forenames.ts';
import { isOrganisationWord } from '../text/lexicon/organisations.ts';
import { isPerson } from '../text/lexicon/person-nouns.ts';
import { isNationality, isPlace } from '../text/lexicon/places.ts';
import { isOutletWord } from '../text/lexicon/source-words.ts';
import { isShortTitle, isTitle } from '../text/lexicon/titles.ts';
import { isSite } from '../text/sites.ts';
import { isEnglishWord, type Token } from '../text/tokens.ts';

// `Rashid bin Ode`, `Kiprono arap Ode`: nobody but people has them
const DESCENT = 'bin|bint|binti|binte|ibn|arap|ould|ap';

/** Words in small letters that belong to a surname, as alternatives of a pattern: `van der Meer`. */
export const PARTICLES = `de|del|della|der|den|di|da|das|do|dos|du|la|le|van|von|vom|zu|zum|zur|ter|ten|abu|al|el|ul|ur|ud|af|av|ní|nic|nin|uí|ui|${DESCENT}`;

const PERSONS = new RegExp(`^(?:${DESCENT})$`, 'u');
const PARTICLE = new RegExp(`^(?:${PARTICLES})$`, 'iu');
const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|christmas|easter|gmt|bst|ist|cet|utc|est|edt|am|pm)\.?$/i;
// `No. 4`, `Rs 20 crore`, `Cons Ode 3. Pen Lane.`
const NO_NAME = /^(?:Nos?|Vol|Ch|Fig|Rs|Tries|Cons|Pens?|Subs|Att|Ref|HT|FT|MPs)\.?$/;

// what somebody calls a relative: `“Dad said no,” she wrote`
const CALLED =
  /^(?:dad(?:dy)?|mum(?:my)?|mom(?:my)?|papa|mama|maman|nan(?:n?a)|gran(?:ny|ma|pa|dad|dpa|dma|ddad)?|auntie|aunty)$/;

/** What the whole story shows about words that may be names. */
export interface NameWords {
  /** Words that the story also writes in lower case. */
  readonly common: ReadonlySet<string>;
  /** Words of people's full names, in small letters: `will` of `Will Ode`, `may` of `Ann May`. */
  readonly people: ReadonlySet<string>;
  /** Names of one word that stand inside a sentence, in small letters: `skyward`. */
  readonly names: ReadonlySet<string>;
}

const ELIDED = /^(?:d|dell|dall)['’]\p{Lu}/u; // `Rémy d’Ode`

/** Whether a token can be part of a name. */
export function isNameWord(tokens: readonly Token[], at: number, words: NameWords): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (isSite(token.text)) return true; // `kell.com`, in small letters too
  if (ELIDED.test(token.text)) return isCapital(tokens[at - 1]);
  if (!isCapital(token) || NO_NAME.test(token.text) || /^I['’]/.test(token.text)) return false;
  if (/^(?:I|Q|A)$/.test(token.text) && !isCapital(tokens[at + 1])) return false;
  if (words.people.has(token.lower) && isCalled(tokens, at)) return true;
  if (CALLED.test(token.lower) && !isCapital(tokens[at + 1]) && !isCapital(tokens[at - 1]))
    return false;
  if (CALENDAR.test(token.text) && !isSomeone(tokens, at)) return false;
  if (isFamilyName(tokens, at) || isGroupWord(tokens, at)) return true;
  if (/^(?:PRON|DET|AUX|CCONJ|SCONJ|PART|INTJ|SYM|NUM)$/.test(token.tag))
    return isGiven(tokens, at) || isInitial(tokens, at);
  if (!opensSentence(tokens, at)) {
    if (token.tag === 'ADV') return !SMALL.test(token.lower); // `the airline Skyward`
    return token.tag !== 'ADP' || isInside(tokens, at) || isHyphened(tokens, at);
  }
  const next = tokens[at + 1];
  const isSurname = isParticle(token.lower) && next?.tag === 'PROPN'; // `Van der Meer said`
  if (words.names.has(token.lower) && !words.common.has(token.lower)) return true;
  if (opensGroup(tokens, at)) return true;
  if (token.tag === 'PROPN') return isSurname || !words.common.has(token.lower);
  if (isTitle(token.text) && isOfficeOf(tokens, at)) return true;
  if (isForename(token.text) || isTitle(token.text)) return isCapital(next);
  if (isCapital(next) && isOrganisationWord(next?.text ?? '') && /^(?:NOUN|ADJ)$/.test(token.tag))
    return !/^(?:former|local|new|old)$/.test(token.lower); // `Trading Standards, which`
  return isPlace(token.text) || (isNationality(token.text) && next?.tag === 'PROPN');
}

/**
 * `Bakers Local 12`, `Health New Zealand said`, `Sea Corridor, a charity`: a plain word that opens a sentence and
 * the name of a group.
 */
function opensGroup(tokens: readonly Token[], at: number): boolean {
  const [word, next, third] = tokens.slice(at, at + 3);
  if (word === undefined || next === undefined || !isCapital(next)) return false;
  if (/^(?:Local|Lodge)$/.test(next.text)) return /^\d+$/.test(third?.text ?? '');
  if (word.tag !== 'PROPN' || next.tag !== 'PROPN' || isPerson(word.lower) || isTitle(word.text))
    return false;
  const end = isPlace(next.text) ? at + 2 : at + 3;
  const place = tokens.slice(at + 1, end).map(({ text }) => text);
  const isNational = isPlace(place.join(' ')) && !/s$/.test(word.lower);
  const isPlain = isEnglishWord(next.lower) && !isForename(next.text);
  const stop = tokens[isNational ? end : at + 2];
  return (isNational || isPlain) && (stop?.tag === 'VERB' || stop?.text === ',');
}

/** `Leader of the Opposition V. Ode`: an office that opens a sentence, with its field and a given name behind it. */
function isOfficeOf(tokens: readonly Token[], at: number): boolean {
  if (tokens[at + 1]?.lower !== 'of') return false;
  const field = tokens[at + 2]?.lower === 'the' ? at + 3 : at + 2;
  const names = tokens.slice(field, field + 4);
  const end = names.findIndex((token) => !isCapital(token));
  return (end < 0 ? names : names.slice(0, end))
    .slice(1)
    .some(({ text }) => isForename(text) || /^\p{Lu}\.$/u.test(text));
}

/** Whether a token is written with a capital. */
export function isCapital(token: Token | undefined): boolean {
  return /^\p{Lu}/u.test(token?.text ?? '');
}

const IN_TIME = /^(?:in|since|until|till|during|last|next|this|every|mid|late|early|by|of|from|-)$/;

/** `Will said`, `Ms May`, `May was`; not `in May`, `Will she`: a word that someone's full name has. */
function isCalled(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (isForename(before?.text ?? '') || isShortTitle(before?.text ?? '')) return true;
  const next = tokens[at + 1];
  return (
    !IN_TIME.test(before?.lower ?? '') &&
    (/^(?:VERB|AUX)$/.test(next?.tag ?? '') || /^['’]s$/.test(next?.text ?? ''))
  );
}

/** `Will Ode said`: a forename that is tagged as a small word, with a name behind it; not `Will Ode go?` */
function isGiven(tokens: readonly Token[], at: number): boolean {
  const [word, next] = [tokens[at], tokens[at + 1]];
  const isName = /^\p{Lu}\p{Ll}/u.test(next?.text ?? '') && !/^(?:PRON|DET)$/.test(next?.tag ?? '');
  if (!isForename(word?.text ?? '') || !isName || CALENDAR.test(next?.text ?? '')) return false;
  return !opensSentence(tokens, at) || !isAsked(tokens, at);
}

function isAsked(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at).some(({ text }) => text === '?');
}

/** `Ann Oh`, `Oh Jin-su`: a name that a tagger takes for a cry, beside a given one; not `Oh Ann, come`. */
function isFamilyName(tokens: readonly Token[], at: number): boolean {
  const [word, next, hyphen, last] = tokens.slice(at, at + 4);
  if (word?.tag !== 'INTJ' || !/^\p{Lu}\p{Ll}+$/u.test(word.text)) return false;
  const isTied = hyphen?.text === '-' && next?.end === hyphen.start && hyphen.end === last?.start;
  return isForename(tokens[at - 1]?.text ?? '') || (isCapital(next) && isTied);
}

/** `The All India Ode Union`, `Save Our Ode`: a small word with a capital between two of a name. */
function isGroupWord(tokens: readonly Token[], at: number): boolean {
  const [before, word, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!isCapital(next) || before === undefined) return false;
  if (word?.text === 'All') return before.lower === 'the';
  return word?.text === 'Our' && CAMPAIGNS.test(before.text);
}

const CAMPAIGNS = /^(?:Save|Keep|Protect|Defend|Reclaim|Heal|Clean|Free)$/;

/** `A J Ode`; not `A Lund spokesman`. */
function isInitial(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'A' && /^\p{Lu}$/u.test(tokens[at + 1]?.text ?? '');
}

const SMALL =
  /^(?:in|on|at|by|to|from|with|of|for|over|under|into|as|up|out|off|after|before|about|now|then|here|there|not|however|also|only|just|today|tomorrow|yesterday|tonight|so|yet|still|too|well|never|why|how|when|where)$/;

/** `Orrin Infra Works`: a word between two of a name, whatever its kind. */
function isInside(tokens: readonly Token[], at: number): boolean {
  const isEdge = (token: Token | undefined): boolean =>
    isCapital(token) && !SMALL.test(token?.lower ?? '');
  return isEdge(tokens[at]) && isEdge(tokens[at - 1]) && isEdge(tokens[at + 1]);
}

/** `June Ode said`, `April said`, `Theresa May`, `the Sunday Ledger`; not `in June`. */
function isSomeone(tokens: readonly Token[], at: number): boolean {
  const [before, word, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (word === undefined) return false;
  const isDate = /^\d/.test(next?.text ?? '');
  const isNamed = isForename(before?.text ?? '') || isShortTitle(before?.text ?? '');
  if (isNamed && isCapital(before) && !CALENDAR.test(before?.text ?? '') && !isDate) return true;
  if (isHyphened(tokens, at)) return true;
  if (next === undefined) return false;
  // `Comrade Friday Ode`: a day between a title and a surname
  const isTitled = isCapital(before) && isTitle(before?.text ?? '') && isCapital(next);
  if (isTitled && !CALENDAR.test(next.text) && !isEnglishWord(next.lower)) return true;
  const isPaper = isOutletWord(next.text) && isCapital(next);
  if (isPaper && /^the$/i.test(before?.text ?? '')) return true;
  if (!isForename(word.text) || IN_TIME.test(before?.lower ?? '')) return false;
  if (isCapital(next)) return !/^days?$/i.test(next.text);
  return next.tag === 'VERB' && before?.tag !== 'ADP';
}

/** `Ida-May`, `April-Rose`: half of a given name; not `April-June` */
function isHyphened(tokens: readonly Token[], at: number): boolean {
  return [-1, 1].some((side) => {
    const [hyphen, other] = [tokens[at + side], tokens[at + 2 * side]];
    const isTied =
      hyphen?.text === '-' && (hyphen.end === other?.start || other?.end === hyphen.start);
    return isTied && isForename(other?.text ?? '') && !CALENDAR.test(other?.text ?? '');
  });
}

/** Whether a capital letter means nothing here: at the start, after an opening mark or a colon. */
export function opensSentence(tokens: readonly Token[], at: number): boolean {
  if (isSecondHalf(tokens, at) || isOwned(tokens, at)) return false;
  const before = tokens[at - 1];
  return before === undefined || /^[.:?!;“"‘'`«([•*–—-]+$|^''$/.test(before.text);
}

/** `the Workers’ | Union`: behind the apostrophe of an owner in the plural, which looks like a closing mark. */
function isOwned(tokens: readonly Token[], at: number): boolean {
  if (isForename(tokens[at - 3]?.text ?? '')) return false; // `Ann Rogers’ Council`
  const [owner, mark, word] = tokens.slice(Math.max(0, at - 2), at + 1);
  const isTied = /^['’]$/.test(mark?.text ?? '') && owner?.end === mark?.start;
  return isTied && isCapital(owner) && /s$/.test(owner?.text ?? '') && mark?.end !== word?.start;
}

/** `Ode-Grant`: a capital behind a hyphen that is tied to another. */
function isSecondHalf(tokens: readonly Token[], at: number): boolean {
  const [first, hyphen, second] = tokens.slice(Math.max(0, at - 2), at + 1);
  const isTied =
    hyphen?.text === '-' && first?.end === hyphen.start && hyphen.end === second?.start;
  return isTied && isCapital(first) && isCapital(second);
}

/** Whether a word in small letters stands in names of people only: `bin`, `arap`. */
export function tellsDescent(word: string): boolean {
  return PERSONS.test(word);
}

/** Whether a word (any case) is a particle of surnames: `van`, `Ní`. */
export function isParticle(word: string): boolean {
  return PARTICLE.test(word);
}

/** Whether a word is initials with full stops: `S.E.C.` */
export function isDotted(word: string): boolean {
  return /^(?:\p{Lu}\.){2,6}$/u.test(word);
}
