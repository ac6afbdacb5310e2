import { DAYS, MONTHS } from './text/lexicon/time-words.ts';

/** A question as it is asked, and of which stories. */
export interface Narrowed {
  readonly question: string;
  readonly within: readonly string[] | null;
  /** How many stories that is, of how many. */
  readonly stories: number;
  readonly all: number;
  /** What chose them, in the question's words: `since Monday`; empty for nothing. */
  readonly filters: readonly string[];
}

/** What a story is known by from outside: when it was published (as it gives it), and by whom. */
export interface Published {
  readonly published: string | null;
  /** Publisher and byline, as far as they are known. */
  readonly by: readonly string[];
}

/** Which stories a question asks of. */
export interface Filters {
  /** The question without the words that choose stories. */
  readonly question: string;
  /** The filter in the words of the question: `since Monday`, `by AFP`. Empty: all stories. */
  readonly words: readonly string[];
  readonly holds: (story: Published) => boolean;
}

const EVERYWHERE = /^(?:everywhere|in all stories)\s*[:,]\s*/i;

/** A filter that was found: the words that mean it, and which stories it leaves. */
interface Filter {
  readonly words: string;
  readonly holds: (story: Published) => boolean;
}

/**
 * Reads filters out of a question over many stories: `in March 2016`, `since Monday`, `before 2020`,
 * `by AFP` (a publisher or author of the stories at hand). `everywhere:` in front of it turns them off.
 * `now` is in milliseconds; days are UTC's.
 */
export function readFilters(typed: string, now: number, publishers: readonly string[]): Filters {
  const off = typed.replace(EVERYWHERE, '');
  if (off !== typed) return { question: off, words: [], holds: () => true };
  const found = [readTime(typed, now), readPublisher(typed, publishers)].filter(
    (one) => one !== null,
  );
  const question = found.reduce((rest, { words }) => cut(rest, words), typed);
  const isLeft = /[\p{L}\p{N}]{2}/u.test(question);
  return {
    question: isLeft ? question : typed,
    words: found.map(({ words }) => words),
    holds: (story) => found.every((one) => one.holds(story)),
  };
}

function cut(text: string, words: string): string {
  return text
    .replace(words, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+([?.!,])/g, '$1')
    .trim();
}

const MONTH = `(?:${[...MONTHS].join('|')})\\.?`;
const YEAR = '(?:19|20)\\d\\d';
const TIME = new RegExp(
  `\\b(in|during|since|before|until)\\s+((?:the\\s+)?(?:(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?${MONTH}(?:\\s+\\d{1,2}(?:st|nd|rd|th)?)?(?:,?\\s+${YEAR})?|\\d{4}-\\d\\d-\\d\\d|${YEAR}|yesterday|(?:last\\s+)?(?:${[...DAYS].join('|')})))\\b`,
  'i',
);

/** A stretch of time, in milliseconds: from, and up to but not including. */
type Stretch = readonly [number, number];

/** "In" needs a month with its year: `in March` and `in 2016` are more often what a question is about. */
function readTime(typed: string, now: number): Filter | null {
  const [words, preposition = '', when = ''] = TIME.exec(typed) ?? [];
  const stretch = words === undefined ? null : readStretch(when.toLowerCase(), now);
  if (words === undefined || stretch === null) return null;
  const [from, to] = stretch;
  const within = (test: (time: number) => boolean): Filter => ({
    words,
    holds: ({ published }) => {
      const time = published === null ? Number.NaN : Date.parse(published);
      return !Number.isNaN(time) && test(time);
    },
  });
  switch (preposition.toLowerCase()) {
    case 'since':
      return within((time) => time >= from);
    case 'before':
    case 'until':
      return within((time) => time < from);
    default: {
      const isSure = new RegExp(YEAR).test(when) && /\p{L}/u.test(when);
      return isSure ? within((time) => time >= from && time < to) : null;
    }
  }
}

const DAY = 86_400_000;

function readStretch(when: string, now: number): Stretch | null {
  const today = now - (now % DAY);
  if (when === 'yesterday') return [today - DAY, today];
  const weekday = DAY_NAMES.findIndex((name) => when.replace(/^last\s+/, '').startsWith(name));
  if (weekday >= 0 && !/\d/.test(when)) {
    const back = (new Date(today).getUTCDay() - weekday + 7) % 7 || 7;
    return [today - back * DAY, today - (back - 1) * DAY];
  }
  const year = Number(new RegExp(YEAR).exec(when)?.[0] ?? new Date(now).getUTCFullYear());
  const month = MONTH_NAMES.findIndex((name) => new RegExp(`\\b${name}`).test(when));
  const iso = /^\d{4}-(\d\d)-(\d\d)$/.exec(when);
  if (iso !== null) return dayOf(year, Number(iso[1]) - 1, Number(iso[2]));
  if (month < 0) return [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
  const day = Number(/\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(when)?.[1] ?? 0);
  if (day > 0) return dayOf(year, month, day);
  const begun = Date.UTC(year, month) > now && !new RegExp(YEAR).test(when) ? year - 1 : year;
  return [Date.UTC(begun, month), Date.UTC(begun, month + 1)];
}

function dayOf(year: number, month: number, day: number): Stretch {
  return [Date.UTC(year, month, day), Date.UTC(year, month, day + 1)];
}

const DAY_NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTH_NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Only names that the stories at hand have: any other `by …` is what the question is about. */
function readPublisher(typed: string, publishers: readonly string[]): Filter | null {
  for (const publisher of publishers) {
    const name = publisher.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
    const words = new RegExp(
      `\\b(?:by|from|in)\\s+(?:the\\s+)?${name}(?![\\p{L}\\p{N}])`,
      'iu',
    ).exec(typed)?.[0];
    if (words === undefined) continue;
    return { words, holds: ({ by }) => by.includes(publisher) };
  }
  return null;
}
