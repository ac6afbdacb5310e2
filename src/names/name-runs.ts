import type { Sentence } from '../article/sentence.ts';
import { isNationality, isOfPeople, isPlace } from '../text/lexicon/places.ts';
import { isShortTitle } from '../text/lexicon/titles.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { collectiveOf } from './collective.ts';
import { isLink, isListed, isSyllable, joins, parts } from './name-joints.ts';
import { afterTitles, beforeSuffixes } from './name-titles.ts';
import { isCapital, isDotted, isNameWord, type NameWords, opensSentence } from './name-words.ts';

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
    else if (isChapter(tokens, to)) to += 1;
    else if (/^-$/.test(tokens[to]?.text ?? '') && tokens[to + 1]?.lower === 'elect') to += 2;
    else break;
  }
  return to;
}

/** `Bakers Local | 12`: a union's number. */
function isChapter(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:Local|Lodge)$/.test(tokens[at - 1]?.text ?? '') && /^\d+$/.test(tokens[at]?.text ?? '')
  );
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
    start = i === to || isLink(token?.text ?? '') ? i + 1 : i;
    if (start > i && /^the$/i.test(tokens[start]?.text ?? '')) start += 1;
  }
  return runs;
}

/** The run between two tokens without titles and suffixes, or null when nothing is left. */
function readRun(text: string, sentence: Sentence, start: number, end: number): NameRun | null {
  const { tokens } = sentence;
  let last = end;
  while (last > start && isLink(tokens[last - 1]?.text ?? '')) last -= 1;
  const from = afterTitles(tokens, start, last);
  const to = beforeSuffixes(tokens, from, last);
  const [first, final] = [tokens[from], tokens[to - 1]];
  if (first === undefined || final === undefined || from >= to) return null;
  const whole = collectiveOf(tokens, start, to);
  const { start: at } = first;
  const until = (whole ?? final).end - possessive(final.text);
  const words = text.slice(at, until).replace(/\s+/g, ' ');
  const isThe = tokens[from - 1]?.lower === 'the';
  const isBody = isThe && isDotted(words) && !isPlace(words.replaceAll('.', '')); // `the S.E.C.`
  if (!isBody && !/\p{L}{2}/u.test(words)) return null;
  if (/^[RDI]-\p{Lu}/u.test(words)) return null; // `(R-Ohio)`
  if (isThe ? isOfPeople(words) : to - from === 1 && isNationality(words)) return null;
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
