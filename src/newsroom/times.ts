import type { Sentence } from '../article/sentence.ts';
import type { Statement } from '../statements/statement.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { MONTH_TIMES, NAMED_TIMES, WEEKDAY_TIMES } from '../text/lexicon/named-times.ts';
import { DIGIT_TIMES, PLAIN_TIMES, STRETCH_TIMES } from '../text/lexicon/plain-times.ts';
import { STRETCH, TIME_HINT, TIME_JOINTS } from '../text/lexicon/time-patterns.ts';
import { matchesOf } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import { type CalendarDate, dateOf, referenceOf } from './calendar.ts';
import { isNameOfOther } from './not-times.ts';
import { findOwner } from './owner.ts';

/** A time expression of the story, in its own words. */
export interface TimeExpression {
  readonly span: Span;
  /** The day, month or year it means; null if the story gives no date to count from. */
  readonly date: CalendarDate | null;
  readonly sentence: Sentence;
  /** Who says it; null if it is the reporter's. */
  readonly statement: Statement | null;
}

/** Patterns by what a sentence must have for one of them to match: a quick look before each group. */
const groups: readonly (readonly [RegExp, readonly RegExp[]])[] = [
  [
    /Jan|Feb|Ma[ry]|Apr|Ju[nl]|Aug|Sep|Oct|Nov|Dec/u,
    MONTH_TIMES.map((one) => new RegExp(one, 'gu')),
  ],
  [/Mon|Tue|Wed|Thu|Fri|Sat|Sun/u, WEEKDAY_TIMES.map((one) => new RegExp(one, 'gu'))],
  [/[\p{Lu}\d]|oliday/u, NAMED_TIMES.map((one) => new RegExp(one, 'gu'))],
  [/\d/u, DIGIT_TIMES.map((one) => new RegExp(one, 'giu'))],
  [STRETCH, STRETCH_TIMES.map((one) => new RegExp(one, 'giu'))],
  [TIME_HINT, PLAIN_TIMES.map((one) => new RegExp(one, 'giu'))],
];
const timesOf = new WeakMap<Story, readonly TimeExpression[]>();

/** The time expressions of a story, in story order: `yesterday`, `by 2020`, `9 p.m. on Tuesday`. */
export function findTimes(story: HeardStory): readonly TimeExpression[] {
  const known = timesOf.get(story) ?? readTimes(story);
  timesOf.set(story, known);
  return known;
}

function readTimes(story: HeardStory): readonly TimeExpression[] {
  const { text } = story.article;
  const reference = referenceOf(story);
  return story.sentences.flatMap((sentence) =>
    findTimeSpans(text, sentence)
      .filter((span) => !isNameOfOther(story, span))
      .map((span) => ({
        span,
        date: dateOf(text, span, sentence, reference),
        sentence,
        statement: findOwner(story, span, sentence),
      })),
  );
}

/** The time expressions inside a stretch of a text; adjacent parts, or the parts of a range, are one. */
export function findTimeSpans(text: string, within: Span): readonly Span[] {
  const known = spansOf.get(within);
  if (known?.text === text) return known.spans;
  const spans = readTimeSpans(text, within);
  spansOf.set(within, { text, spans });
  return spans;
}

// figures, speakers and the six questions ask for the same sentences
const spansOf = new WeakMap<Span, { readonly text: string; readonly spans: readonly Span[] }>();

function readTimeSpans(text: string, within: Span): readonly Span[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of findParts(text, within)) {
    const last = found.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else if (last !== undefined && isJoined(text, last, { start, end })) last.end = end;
    else found.push({ start, end });
  }
  return found.map((span) =>
    withoutPossessive(text, withBrackets(text, withNear(text, withBetween(text, span)))),
  );
}

/** `shortly after 7pm`, `just before Easter`: with what says that it was not quite then. */
function withNear(text: string, span: Span): Span {
  const ahead = text.slice(Math.max(0, span.start - LONGEST_NEAR), span.start);
  const [near = ''] = NEAR.exec(ahead) ?? [];
  return near === '' ? span : { start: span.start - near.length, end: span.end };
}

const LONGEST_NEAR = 20; // characters: `immediately before `
const NEAR =
  /(?<![\p{L}\p{N}’'-])(?:[Jj]ust|[Ss]hortly|[Ss]oon|[Mm]oments|[Rr]ight|[Ss]traight|[Ii]mmediately) (?:before|after) $/u;

function isJoined(text: string, a: Span, b: Span): boolean {
  const between = text.slice(a.end, b.start);
  if (/^\s*\($/.test(between)) return true;
  if (TIME_JOINTS.test(between)) return isOneTime(text, a, b);
  if (between === ' on the ') return /^\p{Lu}\p{Ll}+day$/u.test(text.slice(b.start, b.end));
  if (between === ' and ') return /\bbetween $/i.test(text.slice(a.start - 8, a.start));
  if (!/^(?: (?:to|until|till|through) | ?[-–] ?)$/.test(between)) return false;
  const isFrom = /\bfrom $/i.test(text.slice(a.start - 5, a.start));
  return !isFrom || [a, b].every(({ start, end }) => BOUND.test(text.slice(start, end)));
}

/** What bounds a range: `from mid-May to the first week of June`, but not `from 2011 to 2015`. */
const BOUND =
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[ap]\.?m\b|^(?:sunup|dawn|dusk|noon|midnight|sunrise|sunset|sundown)$/;

/** `between May 2016 and August 2020` is one. */
function withBetween(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const isRange =
    / and /.test(words) && /\bbetween $/i.test(text.slice(span.start - 8, span.start));
  return isRange ? { start: span.start - 8, end: span.end } : span;
}

/** `4 p.m. (0900 GMT)`: including the closing bracket. */
function withBrackets(text: string, span: Span): Span {
  const opens = text.slice(span.start, span.end).includes('(');
  return opens && text.charAt(span.end) === ')' ? { ...span, end: span.end + 1 } : span;
}

/** The matches of all patterns by where they start, the longer first. */
function findParts(text: string, within: Span): readonly Span[] {
  const words = text.slice(within.start, within.end);
  if (!TIME_HINT.test(words)) return [];
  return groups
    .flatMap(([needs, patterns]) => (needs.test(words) ? patterns : []))
    .flatMap((pattern) => matchesOf(pattern, words))
    .map((match) => ({
      start: within.start + match.index,
      end: within.start + match.index + match[0].length,
    }))
    .filter(({ start, end }) => !isInsideWord(text, start, end))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function isInsideWord(text: string, start: number, end: number): boolean {
  const letter = /[\p{L}\p{N}]/u;
  return (
    letter.test(text.charAt(start - 1)) ||
    (letter.test(text.charAt(end)) && letter.test(text.charAt(end - 1)))
  );
}

/** `Tuesday, Wednesday` are two; `9 a.m. on Tuesday` is one: the second is not a time of the same kind. */
function isOneTime(text: string, a: Span, b: Span): boolean {
  const [one, other] = [kindOfTime(text, a), kindOfTime(text, b)];
  if (one === 'day' && other === 'feast') return text.slice(a.end, b.start) === ', ';
  if (one === 'clock' && other === 'feast') return text.slice(a.end, b.start) === ' on ';
  return one !== other && ![one, other].some((kind) => /^(?:other|feast)$/.test(kind));
}

/** The kinds of parts in time expressions, the first that matches: two parts of one kind are two times. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  [
    'feast',
    /(?<!(?:mon|tues|wednes|thurs|fri|satur|sun|to|yester|mid))(?:\bday|Day|Eve|Christmas|Easter)$/,
  ],
  ['date', /^(?:the )?(?:night|evening|morning|afternoon) of /i],
  [
    'day',
    /^\D*(?:days?|Mon|Tue|Wed|Thu|Fri|Sat|Sun|today|tomorrow|yesterday|tonight)\b(?: week)?\D*$/,
  ],
  [
    'clock',
    /[aApP]\.?[mM]\b|^\d{1,2}[.:]\d\d$|noon|midnight|dawn|dusk|sunup|sundown|dark\b|tide$|clos(?:e|ing) of|rush hour|lunch|teatime|bedtime|(?:breakfast|dinner) time|kick-?off|closing time|on the dot|sharp$|half(?:[ -]past)? (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|^\w+ (?:till|to|until) \w+$|:\d\d|o['’]clock|past|hours|morning|evening|night| to (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/,
  ],
  ['year', /^(?:\d{4}|['’‘]\d\d)$/],
  ['date', /\d/],
];

function kindOfTime(text: string, span: Span): string {
  const words = text.slice(span.start, span.end);
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}

function withoutPossessive(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  return /['’]s$/.test(words) ? { start: span.start, end: span.end - 2 } : span;
}
