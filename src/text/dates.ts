/** Where a date was written: decides which number is the day. */
export interface DateHabit {
  /** `de`, `en-GB`: the language of the page, or null. */
  readonly language: string | null;
  /** `GB`: the country, as its address or its language tells it; or null. */
  readonly country: string | null;
}

const NO_HABIT: DateHabit = { language: null, country: null };

/** Countries that write the month first. */
const MONTH_FIRST = new Set(['US', 'PH', 'FM', 'MH', 'PW', 'GU', 'PR']);

/** Languages whose slashed dates have no settled order, or begin with the year. */
const UNSETTLED = /^(?:en|zh|ja|ko|hu|lt|mn|fa|eo|und)\b/;

/**
 * A date as ISO 8601 writes it, or null: what is written so already stays as it is. Numbers that could be
 * either day or month are read by the writer's convention only: no date is better than a wrong one.
 * `10.12.2022, 07:00` → `2022-12-10T07:00`.
 */
export function readDate(written: string, habit: DateHabit = NO_HABIT): string | null {
  const text = written
    .replace(/[０-９]/g, narrow)
    .replace(/\s+/g, ' ')
    .trim();
  const date = ISO.test(text)
    ? readIso(text)
    : (readEastern(text) ??
      readNumeric(text, habit) ??
      readYearFirst(text) ??
      readNamed(text, habit));
  const year = Number(date?.slice(0, 4));
  return date !== null && year >= 1600 && year < 2100 && !Number.isNaN(Date.parse(date))
    ? date
    : null;
}

const ISO =
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;

function readIso(text: string): string | null {
  const [, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? text : null;
}

/** `３` → `3` */
function narrow(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) - 0xfee0);
}

/** `2026年4月3日 8時15分`, `2026년 4월 3일`: the year is named, and comes first. */
function readEastern(text: string): string | null {
  const found =
    /(?<!\d)(\d{4}) ?(?:年|년) ?(\d{1,2}) ?(?:月|월) ?(\d{1,2}) ?(?:日|일)[ (（]*\p{L}?(?:曜日|요일)?[)） ]*(?:(午前|午後|上午|下午|오전|오후) ?)?(?:(\d{1,2})(?:[:時时]|시) ?(\d{2}))?/u.exec(
      text,
    );
  if (found === null) return null;
  const [, year, month, day, half = '', hour, minute = '00'] = found;
  const isLate = /後|下午|오후/.test(half);
  const time =
    hour === undefined
      ? ''
      : timeIn(` ${hour}:${minute} ${half === '' ? '' : isLate ? 'pm' : 'am'}`);
  return made(year, month, day, time);
}

/** `2026. április 3.`, `2026 m. balandžio 3 d.`: a named month between the year and the day. */
function readYearFirst(text: string): string | null {
  const [, year, name = '', day, rest] =
    /^(\d{4})(?:\. ?| m\. | )(\p{L}{3,})\.? (\d{1,2})(?!\d)\.?(?: d\.)?(.*)$/u.exec(
      text.toLowerCase(),
    ) ?? [];
  const month = ['hu', 'lt', 'en'].map((one) => monthOf(name, one)).find((one) => one !== null);
  return month === undefined || month === null
    ? null
    : made(year, String(month), day, timeIn(rest));
}

/** `20160304`, `2016/03/04 09:30`, `4.3.2016`, `03/04/2016`. */
function readNumeric(text: string, habit: DateHabit): string | null {
  const stamp = /^(\d{10})(?:\d{3})?$/.exec(text)?.[1];
  if (stamp !== undefined) return new Date(Number(stamp) * 1_000).toISOString();
  const packed = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$/.exec(text);
  if (packed !== null) {
    const [, year, month, day, hour, minute, second = '00', zone = ''] = packed;
    const time = hour === undefined ? '' : `T${hour}:${minute}:${second}${withColon(zone)}`;
    return made(year, month, day, time);
  }
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b(.*)$/.exec(text);
  if (yearFirst !== null) {
    const [, year, month, day, rest] = yearFirst;
    return made(year, month, day, timeIn(rest));
  }
  const found =
    /^(?:\p{L}+\.?,? )?(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d{2}(?![\d.:]))\b(.*)$/u.exec(text);
  if (found === null) return null;
  const [, a = '', mark = '', b = '', given = '', rest] = found;
  if (given.length === 2 && (mark !== '.' || !putsDayFirst(habit))) return null;
  const year = given.length === 2 ? `20${given}` : given;
  const isMonthFirst = isMonth(a) && (!isMonth(b) || a === b || monthComesFirst(mark, habit));
  if (isMonth(a) && isMonth(b) && a !== b && monthComesFirst(mark, habit) === null) return null;
  return isMonthFirst ? made(year, a, b, timeIn(rest)) : made(year, b, a, timeIn(rest));
}

function isMonth(number: string): boolean {
  return Number(number) >= 1 && Number(number) <= 12;
}

/** `31.10.23`: only where no custom would begin with the year. */
function putsDayFirst({ language }: DateHabit): boolean {
  return language !== null && !UNSETTLED.test(language);
}

/** Null where nothing decides. Full stops follow days all over the world. */
function monthComesFirst(mark: string, { language, country }: DateHabit): boolean | null {
  if (country !== null && MONTH_FIRST.has(country)) return true;
  if (mark === '.') return false;
  if (country !== null && language !== null && /^en\b/.test(language))
    return country === 'CA' ? null : false;
  return language === null || UNSETTLED.test(language) ? null : false;
}

/** `March 3, 2026`, `3. Dezember 2022`, `Tue, 03 Mar 2026 10:15:00 GMT`, `14 Gennaio 20`, `Mar 03 10:15 2026`. */
function readNamed(text: string, { language }: DateHabit): string | null {
  const plain = text.toLowerCase();
  const found =
    /(?<!\p{N}:?)(\d{1,2})(?:(?:st|nd|rd|th|er|º|°)?[.,]?[\s-](?:de |of )?|\.)(\p{L}{3,})\.?,?[\s-](?:de |del )?(\d{4})\b(.*)$/u.exec(
      plain,
    );
  const american = /(?<!\p{L})(\p{L}{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b(.*)$/u.exec(
    plain,
  );
  const short = /(?<!\p{N}:?)(\d{1,2})\.? (\p{L}{3,})\.? [’']?(\d{2})[\s)]*$/u.exec(plain);
  const logged = /(?<!\p{L})(\p{L}{3}) (\d{1,2}) (\d{2}:\d{2}(?::\d{2})?) (\d{4})$/u.exec(plain);
  const [day, name = '', year, rest] =
    found?.slice(1) ??
    (american && [american[2], american[1], american[3], american[4]]) ??
    (logged && [logged[2], logged[1], logged[4], ` ${logged[3]}`]) ??
    (short && [short[1], short[2], `20${short[3]}`]) ??
    [];
  if (day === undefined) return null;
  const month = monthOf(name, language ?? 'en') ?? monthOf(name, 'en') ?? monthAnywhere(name);
  return month === null ? null : made(year, String(month), day, timeIn(rest));
}

/** Where pages don't say, or say wrongly, what language they are in. */
const LANGUAGES = 'de fr es it pt nl pl cs sk hr sl ru uk sv da nb fi tr ro el hu id'.split(' ');

/** A month that is the same in every language that has its name: `Mai`, but not `listopad`. */
function monthAnywhere(name: string): number | null {
  const found = new Set(LANGUAGES.map((language) => monthOf(name, language)));
  found.delete(null);
  const [month = null] = found;
  return found.size === 1 ? month : null;
}

/** What stands beside the numbers of a date: `de`, `Uhr`, `à`, `年`. */
const BESIDE = new Set(
  'de del den der le la um uhr à a h o ore alle às kl klo om am at d m 年 月 日 時 分 년 월 일'.split(
    ' ',
  ),
);

const weekdays = new Set<string>();

/** Whether a word belongs to a date: a month or a day of the week in a language whose dates are read, or what links them. */
export function isDateWord(word: string): boolean {
  if (weekdays.size === 0) for (const language of ['en', ...LANGUAGES]) nameWeekdays(language);
  const plain = word.toLowerCase();
  return (
    BESIDE.has(plain) ||
    weekdays.has(foldName(word)) ||
    monthAnywhere(plain) !== null ||
    monthOf(plain, 'en') !== null
  );
}

function nameWeekdays(language: string): void {
  for (const weekday of ['long', 'short'] as const) {
    const names = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
    for (let day = 1; day <= 7; day += 1)
      for (const one of names.format(new Date(Date.UTC(2024, 0, day))).split(/[^\p{L}\p{M}]+/u))
        weekdays.add(foldName(one));
  }
}

const months = new Map<string, readonly (readonly string[])[]>();

/** The month of a name in a language, long or short; null for none. */
function monthOf(name: string, language: string): number | null {
  const names = months.get(language) ?? nameMonths(language);
  months.set(language, names);
  const wanted = foldName(name);
  const at = names.findIndex((spellings) =>
    spellings.some((one) => one === wanted || (wanted.length >= 3 && one.startsWith(wanted))),
  );
  return at < 0 ? null : at + 1;
}

function nameMonths(language: string): readonly (readonly string[])[] {
  const locale = isLocale(language) ? language : 'en';
  return Array.from({ length: 12 }, (_, month) => {
    const date = new Date(Date.UTC(2020, month, 15));
    const alone = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(date);
    const inside = new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    })
      .formatToParts(date)
      .find(({ type }) => type === 'month')?.value;
    return [alone, inside ?? alone].map(foldName);
  });
}

function isLocale(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}

function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}

function made(year = '', month = '', day = '', time = ''): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const isReal = isMonth(month) && new Date(`${date}T00:00:00Z`).getUTCDate() === Number(day);
  return isReal ? `${date}${time}` : null;
}

/** `, 07:00`, ` 10:15:00 GMT`, `T07:00:00+01:00`, ` at 7.30pm` → `T07:00`. Anything else is ''. */
function timeIn(rest = ''): string {
  const found =
    /^[T,\s|–-]*(?:at|um|à|klo)?\s*(\d{1,2})[:.h](\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(uhr|[ap]\.?m\.?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?/i.exec(
      rest,
    );
  if (found === null) return '';
  const [, hour = '', minute = '', second, half = '', zone = ''] = found;
  const hours = (Number(hour) % (/^[ap]/i.test(half) ? 12 : 24)) + (/^p/i.test(half) ? 12 : 0);
  if (Number(hour) > 24 || Number(minute) > 59) return '';
  const seconds = second === undefined ? '' : `:${second}`;
  return `T${String(hours).padStart(2, '0')}:${minute}${seconds}${withColon(zone)}`;
}

function withColon(zone: string): string {
  return /^(?:z|utc|gmt)$/i.test(zone) ? 'Z' : zone.replace(/(\d{2}):?(\d{2})$/, '$1:$2');
}
