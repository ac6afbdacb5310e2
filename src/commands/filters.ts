import type { Scope } from '../archive/scope.ts';
import { once } from '../text/lazy.ts';
import { DAYS, MONTHS } from '../text/lexicon/time-words.ts';

/** What was typed, in the fields of a command: `{ person: 'Ode', topic: 'wine' }`; '' for one left empty. */
export type Typed<Field extends string> = Readonly<Record<Field, string>>;

/** What is asked, and of which stories. */
export interface Narrowed<Field extends string = never> {
  /** What was typed, without the words that chose stories: empty where that is all of a field. */
  readonly typed: Typed<Field>;
  /** The same without words that would choose stories, where they chose none. */
  readonly bare: Typed<Field>;
  readonly scope: Scope | null;
  /** How many stories that is, of how many. */
  readonly stories: number;
  readonly all: number;
  /** What chose them, in the question's words: `since Monday`; empty for nothing. */
  readonly filters: readonly string[];
}

/** When stories were published, in milliseconds, and by whom. */
type Published = Pick<Scope, 'since' | 'until' | 'by'>;

/** Which stories are asked. */
export interface Filters<Field extends string> {
  /** What was typed, without the words that choose stories; empty where nothing else was. */
  readonly typed: Typed<Field>;
  /** The filter in the words that were typed: `since Monday`, `by AFP`. Empty: all stories. */
  readonly words: readonly string[];
  readonly published: Published;
}

/** What turns filters off, in front of what is asked. */
export const EVERYWHERE = /^(?:everywhere|in all stories)\s*[:,]\s*/i;

/** A filter that was found: the words that mean it, where they stand, and which stories it leaves. */
interface Filter {
  readonly words: string;
  readonly at: number;
  readonly published: Published;
}

/**
 * Reads filters out of what was typed over many stories, a question or a person and a topic:
 * `in March 2016`, `since Monday`, `before 2020`, `by AFP` (a publisher or author of the stories at hand).
 * `everywhere:` in front turns them off, and what stands between quotation marks is none. `now` is in
 * milliseconds; days are UTC's.
 */
export async function readFilters<Field extends string>(
  typed: Typed<Field>,
  now: number,
  publishers: () => Promise<readonly string[]>,
): Promise<Filters<Field>> {
  const fields = Object.entries<string>(typed);
  const [name = '', first = ''] = fields[0] ?? [];
  const off = first.replace(EVERYWHERE, '');
  if (off !== first) return { typed: { ...typed, [name]: off }, words: [], published: ANY };
  const read: (Awaited<ReturnType<typeof readFrom>> & { readonly field: string })[] = [];
  for (const [field, text] of fields)
    read.push({ field, ...(await readFrom(text, now, publishers)) });
  const found = read.flatMap((one) => one.found);
  const left = Object.fromEntries(read.map(({ field, text }) => [field, text]));
  return {
    typed: { ...typed, ...left },
    words: found.map(({ words }) => words),
    published: found.map((one) => one.published).reduce(both, ANY),
  };
}

const ANY: Published = { since: null, until: null, by: [] };

/** The intersection: the later start and the earlier end. */
function both(a: Published, b: Published): Published {
  const [since, until] = [
    [a.since, b.since],
    [a.until, b.until],
  ].map((times) => times.filter((time) => time !== null));
  return {
    since: since?.length ? Math.max(...since) : null,
    until: until?.length ? Math.min(...until) : null,
    by: [...new Set([...a.by, ...b.by])],
  };
}

async function readFrom(typed: string, now: number, publishers: () => Promise<readonly string[]>) {
  const open = typed.replace(QUOTED, (words) => ' '.repeat(words.length));
  const found = [readTime(open, now), await readPublisher(open, publishers)].filter(
    (one) => one !== null,
  );
  const text = tidy(found.toSorted((a, b) => b.at - a.at).reduce(cut, typed));
  return { text: /[\p{L}\p{N}]{2}/u.test(text) ? text : '', found };
}

const QUOTED = /["“”„«][^"“”«»]*["“”»]/g;

/** The last one first: then the places of the others still hold. */
function cut(text: string, { words, at }: Filter): string {
  return `${text.slice(0, at)} ${text.slice(at + words.length)}`;
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\s+([?.!,])/g, '$1')
    .replace(/[\s,]+$/, '')
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
  const named = TIME.exec(typed);
  const [words = '', preposition = '', when = ''] = named ?? [];
  const stretch = named && readStretch(when.toLowerCase(), now);
  if (named === null || stretch === null) return null;
  const [from, to] = stretch;
  const between = (since: number | null, until: number | null): Filter => ({
    words,
    at: named.index,
    published: { ...ANY, since, until },
  });
  switch (preposition.toLowerCase()) {
    case 'since':
      return between(from, null);
    case 'before':
    case 'until':
      return between(null, from);
    default: {
      const isSure = new RegExp(YEAR).test(when) && /\p{L}/u.test(when);
      return isSure ? between(from, to) : null;
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
async function readPublisher(
  typed: string,
  publishers: () => Promise<readonly string[]>,
): Promise<Filter | null> {
  const longestFirst = once(async () =>
    (await publishers()).toSorted((a, b) => b.length - a.length),
  );
  for (const { 0: opening, index } of typed.matchAll(/\b(?:by|from|in)\s+(?:the\s+)?/giu)) {
    const known = await longestFirst();
    const start = index + opening.length;
    const rest = fold(typed.slice(start, start + (known[0]?.length ?? 0) + 1));
    const named = known.find(
      (name) => rest.startsWith(fold(name)) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length)),
    );
    if (named === undefined) continue;
    const words = typed.slice(index, index + opening.length + named.length);
    return { words, at: index, published: { ...ANY, by: [named] } };
  }
  return null;
}

/** The same length, in lower case and with plain spaces. */
function fold(text: string): string {
  return text.replace(/\s/g, ' ').toLowerCase();
}
