import { type DateHabit, readDate } from '../text/dates.ts';
import type { DomElement } from './dom.ts';
import type { LinkedData } from './linked-data.ts';
import { asLocalDay } from './local-time.ts';
import type { ReadTag } from './page-byline.ts';
import type { PageLines } from './page-lines.ts';
import { createOthers } from './page-parts.ts';

/** Meta tags that name the day of publication. */
const TAGS = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'article:published',
  'datepublished',
  'publishdate',
  'publish-date',
  'publish_date',
  'published_time',
  'publication_date',
  'pubdate',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
  'citation_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'itemprop:datepublished',
  'itemprop:datecreated',
  'datecreated',
];

/** Meta tags that name the day of the last change. */
const CHANGED_TAGS = [
  'article:modified_time',
  'og:updated_time',
  'itemprop:datemodified',
  'dcterms.modified',
  'last-modified',
  'lastmod',
];

/** Meta tags that name some day: often the one on which the page was made. */
const VAGUE_TAGS = ['dc.date', 'dcterms.date', 'date', 'itemprop:date'];

/** Where a page shows when it was published, surest first. */
const MARKED = [
  '[itemprop="datePublished"], [property$="datePublished" i]',
  '[itemprop="dateCreated"], [property$="dateCreated" i], [itemprop="dateUpdate"]',
  'time[pubdate]',
  'abbr.published',
  'time[class*="publish" i]',
  'time.entry-date',
  'article header time',
];

/** Where a page shows dates. */
const NAMED = [
  'time',
  '[class*="publi" i]',
  '[class*="time" i]',
  '.entry-date, .post-date, .article-date, .date-header, [class*="date" i], [id*="date" i]',
];

/**
 * When a page's story was published: as it says of itself, else as it shows. Where it says several days, the one that
 * it shows counts; so does the day shown where a time in UTC is still the day before or already the next.
 */
export function readPublished(
  page: DomElement,
  { published, modified }: Pick<LinkedData, 'published' | 'modified'>,
  meta: ReadTag,
  url: string | null,
  lines: () => PageLines,
): string | null {
  const habit = readHabit(page, url);
  const read = (values: readonly (string | null)[]): readonly string[] =>
    values.flatMap((value) => (value === null ? [] : (readDate(value, habit) ?? [])));
  const given = read([published, ...TAGS.map((tag) => meta(tag))]);
  const marked = datesAt(page, MARKED, habit);
  const near = datesIn(lines().near, habit);
  const vague = read(VAGUE_TAGS.map((tag) => meta(tag)));
  const inAddress = read([dayIn(url)]);
  const local = (one: string): string => asLocalDay(one, habit.country);
  const shown = [...inAddress, ...marked, ...near].map(local);
  const changed = read([modified, ...CHANGED_TAGS.map((tag) => meta(tag))]);
  const isShown = (one: string): boolean => shown.some((day) => isSameDay(one, day));
  const [first] = given;
  const found =
    first === undefined
      ? (shown[0] ??
        vague[0] ??
        datesAt(page, NAMED, habit)[0] ??
        readScripts(page) ??
        datesIn(lines().below, habit, (line) => CHANGED.test(line))[0] ??
        changed[0])
      : ([...given.map(local), ...given, ...changed.map(local)].find(isShown) ??
        asShown(first, shown, local));
  const same = [...given.map(local), ...marked.map(local), ...near, ...vague].filter((one) =>
    isSameDay(one, found ?? ''),
  );
  return same.reduce((a, b) => (isTimed(b) && !isTimed(a) ? b : a), found ?? '') || null;
}

/** Whether a date says the hour. */
function isTimed(date: string): boolean {
  return date.length > 10;
}

function dayIn(url: string | null): string | null {
  const found = /\/((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})(?:\/|$)/.exec(url ?? '');
  return found === null ? null : found.slice(1).join('/');
}

function isSameDay(one: string, other: string): boolean {
  return one.slice(0, 10) === other.slice(0, 10);
}

/** `2022-05-04T00:25:56Z`, shown as 3 May: the day where it was published. */
function asShown(
  given: string,
  shown: readonly string[],
  local: (given: string) => string,
): string {
  const hour = Number(/[T ](\d{2}):.*(?:Z|[+-]00:?00)$/.exec(given)?.[1] ?? Number.NaN);
  if (Number.isNaN(hour)) return given;
  if (local(given) !== given) return local(given); // the hour there is known: no need to guess
  const other = hour < EARLY ? -1 : hour >= LATE ? 1 : 0;
  const day = new Date(Date.parse(given.slice(0, 10)) + other * 86_400_000);
  const beside = day.toISOString().slice(0, 10);
  return shown.find((one) => isSameDay(one, beside))?.slice(0, 10) ?? local(given);
}

const EARLY = 10; // hours: in America it may still be the day before
const LATE = 11; // hours: in Asia and Australia it may be the next day

const MOST_LOOKED_AT = 5; // elements of a kind: further down are the dates of other stories

function datesAt(page: DomElement, places: readonly string[], habit: DateHabit): readonly string[] {
  const isOthers = createOthers();
  return places.flatMap((place) => {
    const own = [...page.querySelectorAll(place)].filter((one) => !isOthers(one));
    return own.slice(0, MOST_LOOKED_AT).flatMap((one) => dateAt(one, habit) ?? []);
  });
}

function dateAt(element: DomElement, habit: DateHabit): string | null {
  for (const name of ['datetime', 'content', 'title', 'data-datetime']) {
    const date = readDate(element.getAttribute(name) ?? '', habit);
    if (date !== null) return date;
  }
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  return text.length > 100 ? null : readDateIn(text, habit);
}

const LONGEST_LINE = 100; // characters: with a date in it, a longer one is a sentence

function datesIn(
  lines: readonly string[],
  habit: DateHabit,
  isRight = (line: string): boolean => !CHANGED.test(line),
): readonly string[] {
  const dated = lines.filter((line) => line.length <= LONGEST_LINE && isRight(line));
  return dated.flatMap((line) => readDateIn(line, habit) ?? []);
}

/** `Updated 4 March 2020`: not when it was published. */
export const CHANGED =
  /^\W*(?:(?:zuletzt |last |laatst |última |dernière )?(?:updated?|aktualisiert|geändert|modified|edited|mis à jour|mise à jour|actualizado|actualización|atualizado|aggiornato|bijgewerkt|zaktualizowano|aktualizacja)|letzte (?:änderung|aktualisierung)|(?:ultima modifica|ultimo aggiornamento)|stand:?)(?!\p{L})/iu;

/** `Veröffentlicht am 3. Mai 2020`, `Published: 25/12/2022`. */
export function readDateIn(text: string, habit: DateHabit): string | null {
  const numeric = /\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}.*$/.exec(text)?.[0];
  return (numeric === undefined ? null : readDate(numeric, habit)) ?? readDate(text, habit);
}

/** `"published_at":"2019-03-02T06:22:28+01:00"`: in data that a page embeds for its scripts. */
const IN_SCRIPT =
  /"(?:date_?published|published_?(?:at|on|date|time)?|publi(?:sh|cation)_?date|first_?publish(?:ed)?(?:_?(?:at|date))?|created_?at|date_?created)"\s*:\s*"(\d{4}-\d{2}-\d{2}[^"]{0,20})"/i;

function readScripts(page: DomElement): string | null {
  for (const script of page.querySelectorAll('script')) {
    const written = IN_SCRIPT.exec(script.textContent ?? '')?.[1];
    const date = written === undefined ? null : readDate(written);
    if (date !== null) return date;
  }
  return null;
}

/** The language and country of a page, as declared or from its address. */
function readHabit(page: DomElement, url: string | null): DateHabit {
  const locale = page.querySelector('meta[property="og:locale"]')?.getAttribute('content');
  const root = page.querySelector('html');
  const declared = root?.getAttribute('lang') || root?.getAttribute('xml:lang') || locale || '';
  const [language = '', ...rest] = declared.replace(/_/g, '-').split('-');
  const named = [...rest, ...(locale?.split(/[_-]/).slice(1) ?? [])];
  const country = named.find((part) => /^[a-z]{2}$/i.test(part))?.toUpperCase() ?? countryOf(url);
  return { language: language.toLowerCase() || null, country };
}

/** `co.uk` → `GB`; of `com` and the like, nothing. */
function countryOf(url: string | null): string | null {
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname : '';
  const end = /\.([a-z]{2})$/.exec(host)?.[1];
  if (end === undefined || /^(?:io|tv|me|co|ai|eu|fm|ly)$/.test(end)) return null;
  return end === 'uk' ? 'GB' : end.toUpperCase();
}
