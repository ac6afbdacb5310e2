import type { Sentence } from '../article/sentence.ts';
import type { Story } from '../story/story.ts';
import { NUMBER_VALUES } from '../text/lexicon/figure-words.ts';
import { DAYS, MONTHS, TIME_UNITS } from '../text/lexicon/time-words.ts';
import { MEASURE_WORDS, MONEY_WORDS, NUMBER_WORDS } from '../text/lexicon/units.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Question } from './question.ts';

/** Something distinguished from others of its kind by a number: `hall 7`, `Route 12`. */
interface Numbered extends Span {
  /** A stem. */
  readonly noun: string;
  /** In figures. */
  readonly number: string;
}

/** The numbered things of a story: the numbers of each noun, and the sentences with each. */
type Kinds = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<number>>>;

const kinds = new WeakMap<Story, Kinds>(); // shared by all questions

/**
 * Whether a question is about a numbered thing, and the story only about others: `hall 4`, when it
 * has halls 7 and 8; `in 2023`, when it has other years and none relative to its own date.
 */
export function asksOfAnother({ tokens }: Question, story: Story): boolean {
  const told = kindsIn(story);
  const isOther = numberedIn(tokens).some(({ noun, number }) => {
    const numbers = told.get(noun);
    return numbers !== undefined && !numbers.has(number);
  });
  return isOther || tokens.some(({ text }) => YEAR.test(text) && isOtherYear(text, story));
}

/** Whether words of a sentence that has several numbered things of the kind asked for belong to another one. */
export function belongsToAnother({ tokens }: Question, sentence: Sentence, words: Span): boolean {
  const found = numberedIn(sentence.tokens);
  const [first] = found;
  if (first === undefined) return false;
  return numberedIn(tokens).some(({ noun, number }) => {
    const alike = found.filter((one) => one.noun === noun);
    if (!alike.some((one) => one.number === number)) return false;
    const own = alike.filter((one) => one.number === number);
    // `ward 3 has 28 beds, ward 5 has 36`, or `28 beds in ward 3 and 36 in ward 5`
    const isAhead = sentence.tokens.some(
      (token) => token.tag === 'NUM' && token.start < first.start,
    );
    const whose = isAhead
      ? alike.find(({ end }) => end > words.start)
      : alike.findLast(({ start }) => start < words.end);
    return whose !== undefined && !own.includes(whose);
  });
}

/** Whether a sentence has other numbered things of the kind asked for, while the right one is elsewhere. */
export function tellsOfAnother({ tokens }: Question, story: Story, { index }: Sentence): boolean {
  const told = kindsIn(story);
  return numberedIn(tokens).some(({ noun, number }) => {
    const numbers = told.get(noun);
    const own = numbers?.get(number);
    if (numbers === undefined || own === undefined || own.has(index)) return false;
    return [...numbers.values()].some((sentences) => sentences.has(index));
  });
}

const YEAR = /^(?:19|20)\d\d$/;

/** `last year`, `two years ago`: years given without their number. */
const RELATIVE_YEAR =
  /\b(?:last|this|next|that|previous|following|same) year\b|\byears? (?:ago|earlier|later|before|after)\b|\bsince then\b/i;

function isOtherYear(year: string, { article: { text, published } }: Story): boolean {
  const others: readonly string[] = text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];
  if (others.length === 0 || others.includes(year)) return false;
  const isDated = published !== null && Math.abs(Number(published.slice(0, 4)) - Number(year)) <= 1;
  return !isDated && !RELATIVE_YEAR.test(text) && !spansYear(others, year);
}

/** Whether a year falls within a range: `from 2010 to 2015`. */
function spansYear(others: readonly string[], year: string): boolean {
  return others.some((one) => one < year) && others.some((one) => one > year) && others.length > 2;
}

function kindsIn(story: Story): Kinds {
  const known = kinds.get(story);
  if (known !== undefined) return known;
  const found = new Map<string, Map<string, Set<number>>>();
  for (const { tokens, index } of story.sentences) {
    for (const { noun, number } of numberedIn(tokens)) {
      const numbers = found.get(noun) ?? new Map<string, Set<number>>();
      found.set(noun, numbers);
      numbers.set(number, (numbers.get(number) ?? new Set()).add(index));
    }
  }
  kinds.set(story, found);
  return found;
}

/** `ward 3`, `ward no. 3`, `halls 7 and 8`, `Routes 12, 17 and 21`. */
function numberedIn(tokens: readonly Token[]): readonly Numbered[] {
  return tokens.flatMap((token, at): readonly Numbered[] => {
    let next = at + 1;
    while (/^(?:numbers?|nos?|\.|#)$/.test(tokens[next]?.lower ?? '')) next += 1;
    const isBare = isTakenForVerb(tokens, at, next);
    if (!isKind(token, tokens[at - 1], isBare)) return [];
    const found: Numbered[] = [];
    for (let one = tokens[next]; one !== undefined; one = tokens[next]) {
      if (!isNumber(one, tokens[next + 1], isBare)) break;
      // `in hall 7 and 27 in hall 8`
      if (found.length > 0 && !token.lower.endsWith('s') && tokens[next + 1]?.tag === 'ADP') break;
      found.push({ start: one.start, end: one.end, noun: token.stem, number: figuresOf(one) });
      next += 1;
      while (/^(?:,|and|or|&|to)$/.test(tokens[next]?.lower ?? '')) next += 1;
    }
    return found;
  });
}

/** `did room 14 take in …?`, `Pump three failed`, not `will stage 3 plays`: a noun that the tagger takes for a verb. */
function isTakenForVerb(tokens: readonly Token[], at: number, next: number): boolean {
  const [before, token, number, then] = [at - 1, at, next, next + 1].map((one) => tokens[one]);
  const isFirst = before === undefined || before.tag === 'AUX';
  if (!isFirst || token?.tag !== 'VERB' || token.lemma !== token.lower) return false;
  return number?.tag === 'NUM' && !(then?.tag === 'NOUN' && then.lower.endsWith('s'));
}

/** A noun that may take a number after it; nouns of time, money or size have it before them. */
function isKind({ tag, lower }: Token, before: Token | undefined, isBare: boolean): boolean {
  const isTaken = isBare || (/^(?:VERB|ADJ)$/.test(tag) && /^(?:ADP|DET)$/.test(before?.tag ?? '')); // `on ward`
  if (!(isTaken || /^(?:NOUN|PROPN)$/.test(tag)) || !/^\p{L}{2,}$/u.test(lower)) return false;
  return ![MONTHS, DAYS, TIME_UNITS, MONEY_WORDS, MEASURE_WORDS, NUMBER_WORDS].some((words) =>
    words.has(lower),
  );
}

/** `14` for `fourteen` and `014`. */
function figuresOf({ lower }: Token): string {
  const value = NUMBER_VALUES.get(lower);
  return value === undefined ? lower.replace(/^0+(?=\d)/, '') : String(value);
}

/** A small whole number: not `7 million`, `7-4` or `7.5`, and not a number that counts the next word. */
function isNumber(token: Token, next: Token | undefined, isBare: boolean): boolean {
  if (
    next !== undefined &&
    (NUMBER_WORDS.has(next.lower) ||
      (/^[-–.:%]\d?/.test(next.text) && next.start === token.end && next.text !== '.'))
  )
    return false;
  if (/^\d{1,4}$/.test(token.text)) return true;
  if (!NUMBER_VALUES.has(token.lower)) return false;
  return isBare || !/^(?:NOUN|PROPN|ADJ|NUM|ADP)$/.test(next?.tag ?? '');
}
