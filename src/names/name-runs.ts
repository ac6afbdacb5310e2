import type { Sentence } from '../article/sentence.ts';
import { isForename } from '../text/lexicon/forenames.ts';
import { isOrganisationWord } from '../text/lexicon/organisations.ts';
import { isNationality, isOfPeople } from '../text/lexicon/places.ts';
import { isShortTitle, isTitle } from '../text/lexicon/titles.ts';
import type { Span } from '../text/span.ts';
import { isEnglishWord, type Token } from '../text/tokens.ts';
import { collectiveOf } from './collective.ts';
import { afterTitles, beforeSuffixes } from './name-titles.ts';
import {
  isCapital,
  isNameWord,
  isParticle,
  type NameWords,
  opensSentence,
  PARTICLES,
} from './name-words.ts';

/** A run of capitalised words that names someone or something, without its title. */
export interface NameRun extends Span {
  /** As written, with single spaces: `Henry Kissinger`. */
  readonly words: string;
  /** The words before it that are title or description: `former US Secretary of State`; or null. */
  readonly title: Span | null;
  readonly titleWords: readonly string[];
  readonly sentence: Sentence;
  /** Positions of its tokens in `sentence.tokens`, half-open. */
  readonly from: number;
  readonly to: number;
}

const LONGEST_RUN = 40; // tokens: beyond that, a list or a text in capitals, not a name

const LINKS = new RegExp(`^(?:of|the|and|for|on|${PARTICLES}|&|-|['’]s?)$`, 'iu');
/** Whether a run opens its sentence, or what is quoted in it: its capital then tells nothing. */
export function isOpening({ sentence, from, titleWords }: NameRun): boolean {
  return opensSentence(sentence.tokens, from - titleWords.length);
}

/** Whether a form mostly stands behind `in`, `at`, `near`: a place. */
export function isPlaced(runs: readonly NameRun[]): boolean {
  return runs.filter(isLocated).length * 2 > runs.length;
}

function isLocated({ sentence, from, titleWords }: NameRun): boolean {
  const before = sentence.tokens[from - titleWords.length - 1]?.lower ?? '';
  return /^(?:in|at|near|from|to|across|around)$/.test(before);
}

/** The runs of names in a sentence, in order. */
export function findNameRuns(
  text: string,
  sentence: Sentence,
  words: NameWords,
): readonly NameRun[] {
  const { tokens } = sentence;
  const runs: NameRun[] = [];
  let i = 0;
  while (i < tokens.length) {
    if (!isNameWord(tokens, i, words)) {
      i += 1;
      continue;
    }
    const to = findEnd(tokens, i, words);
    const isEndless = to - i > LONGEST_RUN || (i === 0 && goesOn(text, sentence));
    for (const run of isEndless ? [] : splitRun(text, sentence, i, to)) runs.push(run);
    i = to;
  }
  return runs;
}

/** Whether a sentence is the next part of one without an end: then its first run of names began before it. */
function goesOn(text: string, { start }: Sentence): boolean {
  return /\p{L}[^\S\n]+$/u.test(text.slice(Math.max(0, start - 9), start));
}

function findEnd(tokens: readonly Token[], from: number, words: NameWords): number {
  let to = from + 1;
  while (to < tokens.length) {
    if (isNameWord(tokens, to, words)) to += 1;
    else if (joins(tokens, to) && isNameWord(tokens, to + 1, words)) to += 2;
    else if (joins(tokens, to) && joins(tokens, to + 1) && isNameWord(tokens, to + 2, words))
      to += 3;
    else if (isSyllable(tokens, from, to)) to += 2;
    else if (
      tokens[to]?.text === '.' &&
      isShortTitle(tokens[to - 1]?.text ?? '') &&
      isCapital(tokens[to + 1])
    )
      to += 1; // `the Rev. Ann Ode`
    else if (isListed(tokens, from, to)) to += 2;
    else if (/^-$/.test(tokens[to]?.text ?? '') && tokens[to + 1]?.lower === 'elect') to += 2;
    else break;
  }
  return to;
}

function joins(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before === undefined || !LINKS.test(token.text)) return false;
  if (token.text === '-') return token.start === before.end && tokens[at + 1]?.start === token.end;
  if (/^['’]$/.test(token.text)) return token.start === before.end && isOwner(tokens, at);
  return true;
}

const COMPOUND =
  /^(?:based|led|run|born|era|wide|like|style|elect|old|owned|made|only|free|backed|bound|area|level|class|size|type|held|built|fed|bred|time|hit|long|past)$/;

/** `Han Ji-min`: the small half of a given name; not `the Ode-led talks`. */
function isSyllable(tokens: readonly Token[], from: number, at: number): boolean {
  const [before, hyphen, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (hyphen?.text !== '-' || hyphen.start !== before?.end || next?.start !== hyphen.end)
    return false;
  const isShort = /^\p{Lu}\p{Ll}{0,4}$/u.test(before.text) && /^\p{Ll}{1,5}$/u.test(next.text);
  const isFollowed = /^(?:NOUN|ADJ)$/.test(tokens[at + 2]?.tag ?? '');
  const isFull = at - from > 1 || isCapital(tokens[at + 2]);
  return isShort && isFull && !isFollowed && !COMPOUND.test(next.text);
}

/** `Department for Culture, Media and Sport`: a comma inside the name of an office. */
function isListed(tokens: readonly Token[], from: number, at: number): boolean {
  const [comma, word, and, last] = tokens.slice(at, at + 4);
  const head = tokens.slice(from, at);
  return (
    comma?.text === ',' &&
    /^(?:and|&)$/.test(and?.lower ?? '') &&
    isPlainCapital(word) &&
    isPlainCapital(last) &&
    head.some(({ lower }) =>
      /^(?:department|ministry|committee|office|board|agency)$/.test(lower),
    ) &&
    head.some(({ lower }) => /^(?:of|for|on)$/.test(lower))
  );
}

/** A word of English with a capital, no forename: `Culture`, `Tenants`. */
function isPlainCapital(token: Token | undefined): boolean {
  const { text, lower } = token ?? { text: '', lower: '' };
  return isCapital(token) && isEnglishWord(lower) && !isForename(text);
}

/** `Tenants’ Association`, `Women’s Institute`, `St Ode’s Hospital`: an owner that is part of the name. */
function isOwner(tokens: readonly Token[], at: number): boolean {
  const owner = tokens[at - 1];
  const isSaint = /^(?:st|saint)\.?$/.test(tokens[at - 2]?.lower ?? '');
  const isPlural = tokens[at]?.text.length === 1 && isPlainCapital(owner);
  if (
    !isSaint &&
    !isPlural &&
    !/^(?:(?:wo)?men|children|people|queen|king)$/i.test(owner?.text ?? '')
  )
    return false;
  const next = tokens.slice(at + 1, at + 5);
  const end = next.findIndex((token) => !isCapital(token));
  return (end < 0 ? next : next.slice(0, end)).some(({ text }) => isOrganisationWord(text));
}

/** Splits a run that is more than one name: at `and`, `'s`, after a title, before `of the`. */
function splitRun(text: string, sentence: Sentence, from: number, to: number): readonly NameRun[] {
  const { tokens } = sentence;
  const runs: NameRun[] = [];
  let start = from;
  for (let i = from; i <= to; i += 1) {
    const token = tokens[i];
    const cut = i === to || (token !== undefined && parts(tokens, start, i, to));
    if (!cut) continue;
    const run = readRun(text, sentence, start, i);
    if (run !== null) runs.push(run);
    start = i === to || LINKS.test(token?.text ?? '') ? i + 1 : i;
    if (start > i && /^the$/i.test(tokens[start]?.text ?? '')) start += 1;
  }
  return runs;
}

/** Whether the joining word at `at` separates two names instead of joining one. */
function parts(tokens: readonly Token[], start: number, at: number, to: number): boolean {
  const word = tokens[at]?.lower ?? '';
  if (!LINKS.test(word) || at === start) return false;
  const before = tokens.slice(start, at);
  if (/^['’]s?$/.test(word)) return !isOwner(tokens, at);
  if (word === 'of' || word === 'for') {
    // `Ministry of Commerce`, `Secretary of State` hold together; `Smith of Ohio` does not
    const held = before.at(-1)?.text ?? '';
    // `Managing Director of Orrin Mills Ltd`: who heads an organisation is not part of its name
    const after = tokens.slice(at + 1, to).filter(({ lower }) => lower !== 'the');
    const isHead = isTitle(held) && isOrganisationWord(after.at(-1)?.text ?? '');
    if (isHead && after.some((token) => !isEnglishWord(token.lower))) return true;
    return !isOrganisationWord(held) && !isTitle(held);
  }
  if (word === 'on') return !isTitle(before.at(-1)?.text ?? ''); // `Special Adviser on Media`
  if (word === 'the') return !/^(?:of|for)$/.test(tokens[at - 1]?.lower ?? '');
  if (word === 'and' || word === '&') {
    const after = tokens.slice(at + 1, to);
    const organised = before.some((token) => isOrganisationWord(token.text));
    const isOne =
      word === '&' ||
      (organised && before.some((token) => /^(?:of|for)$/.test(token.lower))) ||
      isPairOf(tokens, start, at, to);
    return !isOne || isTitle(after[0]?.text ?? '') || isForename(after[0]?.text ?? '');
  }
  return word !== '-' && !isParticle(word);
}

/** `the Cabin and Ground Staff Union`: two plain words that one organisation is for. */
function isPairOf(tokens: readonly Token[], start: number, and: number, to: number): boolean {
  const before = tokens.slice(start, and);
  return (
    tokens[start - 1]?.lower === 'the' &&
    before.length <= 2 &&
    before.every((token) => isPlainCapital(token) && !isOrganisationWord(token.text)) &&
    isPlainCapital(tokens[and + 1]) &&
    (isOrganisationWord(tokens[to - 1]?.text ?? '') || tokens[to - 1]?.lower === 'executive') &&
    to - and > 2
  );
}

/** The run between two tokens without titles and suffixes, or null when nothing is left. */
function readRun(text: string, sentence: Sentence, start: number, end: number): NameRun | null {
  const { tokens } = sentence;
  let last = end;
  while (last > start && LINKS.test(tokens[last - 1]?.text ?? '')) last -= 1;
  const from = afterTitles(tokens, start, last);
  const to = beforeSuffixes(tokens, from, last);
  const [first, final] = [tokens[from], tokens[to - 1]];
  if (first === undefined || final === undefined || from >= to) return null;
  const whole = collectiveOf(tokens, start, to);
  const { start: at } = first;
  const until = (whole ?? final).end - possessive(final.text);
  const words = text.slice(at, until).replace(/\s+/g, ' ');
  if (!/\p{L}{2}/u.test(words) || /^[RDI]-\p{Lu}/u.test(words)) return null; // `(R-Ohio)`
  const isThe = tokens[from - 1]?.lower === 'the';
  if (to - from === 1 && (isThe ? isOfPeople(words) : isNationality(words))) return null;
  const opening = tokens[start];
  const title =
    from > start && opening !== undefined
      ? { start: opening.start, end: (tokens[from - 1] ?? opening).end }
      : null;
  const titleWords = tokens.slice(start, from).map((token) => token.lower);
  const after = whole === null ? to : to + 1;
  return { start: at, end: until, words, title, titleWords, sentence, from, to: after };
}

function possessive(word: string): number {
  return /['’]s$/i.test(word) ? 2 : /['’]$/.test(word) ? 1 : 0;
}
