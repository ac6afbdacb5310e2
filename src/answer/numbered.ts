import type { Sentence } from '../article/sentence.ts';
import type { Story } from '../story/story.ts';
import { DAYS, MONTHS, TIME_UNITS } from '../text/lexicon/time-words.ts';
import { MEASURE_WORDS, MONEY_WORDS, NUMBER_WORDS } from '../text/lexicon/units.ts';
import type { Token } from '../text/tokens.ts';
import type { Question } from './question.ts';

/** Something distinguished from others of its kind by a number: `hall 7`, `Route 12`. */
interface Numbered {
  /** Stems. */
  readonly noun: string;
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

/** `ward 3`, `halls 7 and 8`, `Routes 12, 17 and 21`. */
function numberedIn(tokens: readonly Token[]): readonly Numbered[] {
  return tokens.flatMap((token, at): readonly Numbered[] => {
    if (!isKind(token, tokens[at - 1])) return [];
    const found: Numbered[] = [];
    let next = at + 1;
    while (isNumber(tokens, next)) {
      found.push({ noun: token.stem, number: tokens[next]?.stem ?? '' });
      next += 1;
      while (/^(?:,|and|or|&|to)$/.test(tokens[next]?.lower ?? '')) next += 1;
    }
    return found;
  });
}

/** A noun that may take a number after it; nouns of time, money or size have it before them. */
function isKind({ tag, lower }: Token, before: Token | undefined): boolean {
  const isTaken = /^(?:VERB|ADJ)$/.test(tag) && /^(?:ADP|DET)$/.test(before?.tag ?? ''); // `on ward`
  if (!(isTaken || /^(?:NOUN|PROPN)$/.test(tag)) || !/^\p{L}{2,}$/u.test(lower)) return false;
  return ![MONTHS, DAYS, TIME_UNITS, MONEY_WORDS, MEASURE_WORDS, NUMBER_WORDS].some((words) =>
    words.has(lower),
  );
}

/** A small whole number: not `7 million`, `7-4` or `7.5`, and not a number that counts the next word. */
function isNumber(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (
    next !== undefined &&
    (NUMBER_WORDS.has(next.lower) ||
      (/^[-–.:%]\d?/.test(next.text) && next.start === token?.end && next.text !== '.'))
  )
    return false;
  if (/^\d{1,4}$/.test(token?.text ?? '')) return true;
  const isWord = /^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/.test(token?.lower ?? '');
  return isWord && !/^(?:NOUN|PROPN|ADJ|NUM|ADP)$/.test(next?.tag ?? '');
}
