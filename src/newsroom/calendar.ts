import type { Sentence } from '../article/sentence.ts';
import type { Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import { type Direction, directionOf } from './tense.ts';

/** A date as precisely as it is known: a year, a month or a day. Months count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** The day that "yesterday" in a story is relative to. */
export interface Reference {
  /** Days since 1 January 1970. */
  readonly day: number;
}

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
const DAYS = 'sunmontuewedthufrisat';
const DAY_MS = 86_400_000;

/**
 * The day a story was written: the dateline's day in the year of its publication, else the day it
 * was published. Null if it gives neither: "yesterday" then stays "yesterday".
 */
export function referenceOf({ article, dateline }: Story): Reference | null {
  const published = article.published === null ? null : readIso(article.published);
  const line = dateline === null ? '' : article.text.slice(dateline.start, dateline.end);
  const given = readDay(line, published);
  const date = given ?? published;
  return date === null ? null : { day: toDays(date) };
}

/** `2016-11-10T09:00:00Z`, `2016-11-10` → the day as written, regardless of time zone. */
function readIso(published: string): Full | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(published) ?? [];
  if (year !== undefined) return { year: Number(year), month: Number(month), day: Number(day) };
  const parsed = new Date(published);
  if (Number.isNaN(parsed.getTime())) return null;
  return { year: parsed.getFullYear(), month: parsed.getMonth() + 1, day: parsed.getDate() };
}

interface Full {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A date as people write it, `2016`, `2016-11` or `2016-11-10`: it sorts as text, too. */
export function formatDate({ year, month, day }: CalendarDate): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return [
    String(year),
    ...(month === null ? [] : [two(month)]),
    ...(day === null ? [] : [two(day)]),
  ].join('-');
}

/** The date a time expression means; relative ones only if the story gives a day to count from. */
export function dateOf(
  text: string,
  span: Span,
  sentence: Sentence,
  reference: Reference | null,
): CalendarDate | null {
  const words = text.slice(span.start, span.end);
  if (NO_DATE.test(words)) return null;
  const today = reference === null ? null : fromDays(reference.day);
  const given = readDay(words, today);
  if (given !== null) return given;
  const month = readMonthYear(words, today);
  if (month !== null) return month;
  const year = /(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d|s)/.exec(words)?.[1];
  if (year !== undefined) return { year: Number(year), month: null, day: null };
  if (today === null || reference === null) return null;
  return readRelative(words.toLowerCase(), directionOf(sentence, span), reference.day, today);
}

/** `the decade after 1585`, `1590 ± 15`, `Monday to Friday`: beside a date, or about it. */
const NO_DATE =
  /±|^the \w+ (?:after(?! tomorrow)|before(?! yesterday)|since|until) |day (?:to|until|till|through) \w+day\b/i;

/** `Nov. 10, 2016`, `3 March`: without a year, the date nearest to `today`; null without both. */
function readDay(words: string, today: Full | null): Full | null {
  const iso = /(\d{4})-(\d\d)-(\d\d)/.exec(words);
  if (iso !== null) return readIso(iso[0]);
  const name = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
  const one = new RegExp(`\\b${name} (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?`, 'i').exec(
    words,
  );
  const other = new RegExp(
    `\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${name}(?:,? (\\d{4}))?`,
    'i',
  ).exec(words);
  const [monthName, dayText, yearText] = one
    ? one.slice(1)
    : other
      ? [other[2], other[1], other[3]]
      : [];
  if (monthName === undefined || dayText === undefined) return null;
  const month = MONTHS.indexOf(monthName.slice(0, 3).toLowerCase()) / 3 + 1;
  const day = Number(dayText);
  if (day < 1 || day > 31) return null;
  if (yearText !== undefined) return { year: Number(yearText), month, day };
  if (today === null) return null;
  const years = [today.year - 1, today.year, today.year + 1].map((year) => ({ year, month, day }));
  const far = (date: Full): number => Math.abs(toDays(date) - toDays(today));
  return years.toSorted((a, b) => far(a) - far(b))[0] ?? null;
}

/** `May 2015`, `last March`; a bare `in May` stays undated: nothing says which year. */
function readMonthYear(words: string, today: Full | null): CalendarDate | null {
  const found =
    /\b(?:(last|next|this) )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?(?: of)?(?: (\d{4}))?/i.exec(
      words,
    );
  const [, which, name = '', year] = found ?? [];
  if (found === null) return null;
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) / 3 + 1;
  if (year !== undefined) return { year: Number(year), month, day: null };
  if (today === null || which === undefined) return null;
  const before = month < today.month;
  const shift =
    which.toLowerCase() === 'last'
      ? before
        ? 0
        : -1
      : which.toLowerCase() === 'next'
        ? month > today.month
          ? 0
          : 1
        : 0;
  return { year: today.year + shift, month, day: null };
}

function readRelative(
  words: string,
  direction: Direction,
  day: number,
  today: Full,
): CalendarDate | null {
  if (/\bday before yesterday\b/.test(words)) return fromDays(day - 2);
  if (/\bday after tomorrow\b/.test(words)) return fromDays(day + 2);
  if (/\byesterday\b|\blast night\b/.test(words)) return fromDays(day - 1);
  if (/\btomorrow\b/.test(words)) return fromDays(day + 1);
  if (/\b(?:today|tonight|this (?:morning|afternoon|evening))\b/.test(words)) return fromDays(day);
  const weekday = /\b(sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat)(?:day)?\b/.exec(
    words,
  )?.[1];
  if (weekday !== undefined && !/\b(?:every|each)\b|days\b/.test(words))
    return readWeekday(weekday, words, direction, day);
  const [, amount, unit] = /(\w+) (day|week|month|year|decade)s? ago/.exec(words) ?? [];
  if (unit !== undefined) return ago(numberOf(amount ?? ''), unit, day, today);
  const [, which, span] = /\b(last|next|this) (month|year)\b/.exec(words) ?? [];
  if (span === undefined) return null;
  const by = which === 'last' ? -1 : which === 'next' ? 1 : 0;
  return span === 'year'
    ? { year: today.year + by, month: null, day: null }
    : shiftMonths(today, by);
}

/** The last such day before the story, or the next one; null where the sentence does not tell which. */
function readWeekday(
  name: string,
  words: string,
  direction: Direction,
  day: number,
): CalendarDate | null {
  const wanted = DAYS.indexOf(name.slice(0, 3)) / 3;
  const today = (((day + 4) % 7) + 7) % 7; // 1 January 1970 was a Thursday
  const where = /\bnext\b/.test(words) ? 'ahead' : /\blast\b/.test(words) ? 'behind' : direction;
  if (wanted === today) return fromDays(day);
  if (where === null) return null;
  return fromDays(
    where === 'ahead' ? day + ((wanted - today + 7) % 7) : day - ((today - wanted + 7) % 7),
  );
}

function ago(amount: number | null, unit: string, day: number, today: Full): CalendarDate | null {
  if (amount === null) return null;
  if (unit === 'day') return fromDays(day - amount);
  if (unit === 'month') return shiftMonths(today, -amount);
  if (unit === 'year') return { year: today.year - amount, month: null, day: null };
  return null; // `two weeks ago` is not a single day
}

function shiftMonths({ year, month }: Full, by: number): CalendarDate {
  const count = year * 12 + month - 1 + by;
  return { year: Math.floor(count / 12), month: (count % 12) + 1, day: null };
}

const SMALL = 'a one two three four five six seven eight nine ten eleven twelve'.split(' ');

function numberOf(word: string): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const at = SMALL.indexOf(word === 'an' ? 'a' : word);
  return at < 0 ? null : Math.max(1, at);
}

function toDays({ year, month, day }: Full): number {
  return Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);
}

function fromDays(day: number): Full {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
