import { readDate } from '../text/dates.ts';
import { readAs } from './charsets.ts';
import { fromFields, type Incoming, NOTHING_KNOWN, type Yield } from './incoming.ts';
import { readItems } from './items.ts';
import { withoutCapitals } from './tags.ts';
import { IngestError } from './typed.ts';

/**
 * Stories as a wire carries them, in ANPA 1312 or IPTC 7901, one or a spool of them: a header behind SOH, the text
 * between STX and ETX, the time behind it. Rejects with an `IngestError` where none can be read.
 */
export async function readWire(bytes: Uint8Array, origin: string): Promise<Yield> {
  const found = decodeWire(bytes).matchAll(
    /\x01([^\x01\x02]*)\x02([^\x01\x03\x04]*)(?:\x03([^\x01]*))?/g,
  );
  const takes = [...found].map(([, header = '', text = '', footer = '']) => ({
    header,
    text,
    footer,
  }));
  if (takes.length === 0) throw new IngestError('there is no text between its marks');
  const nameTake = ({ header }: Take): string | null =>
    /^\s*([a-z]{1,6}\d{3,6})\b/i.exec(header)?.[1] ?? null;
  return readItems(takes, nameTake, origin, async (take, at) => readTake(take, at));
}

interface Take {
  readonly header: string;
  readonly text: string;
  readonly footer: string;
}

function readTake({ header, text, footer }: Take, origin: string): Incoming {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const isAnpa = /^[a-z]\d{4}\x1f/i.test(header) || lines.some((line) => /^\s*\^/.test(line));
  const story = isAnpa ? readAnpa(lines) : readIptc(lines);
  if (story.paragraphs.length === 0) throw new IngestError('there is no text between its marks');
  return fromFields(
    {
      ...NOTHING_KNOWN,
      headline: story.headline,
      publisher: story.agency ?? agencyIn(header),
      published: timeIn(footer),
      byline: story.byline,
      tags: [],
    },
    story.paragraphs,
    origin,
  );
}

/** Wires carry ASCII, Latin-1, or today UTF-8; the marks of teletypes mean nothing to a reader. */
function decodeWire(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const text = utf8.includes('\ufffd') ? readAs('windows-1252', bytes) : utf8;
  // wires have no quotation marks and dashes of their own: ``It is late,'' MERROW (CP) _ The bridge
  const told = text
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/ _(?= )/g, ' —');
  return told.replace(/[\0\x05-\x07\x0e-\x1a\x1c\x7f]/g, (mark) => (mark === '\x10' ? ' ' : ''));
}

interface WireStory {
  readonly headline: string | null;
  readonly byline: string | null;
  readonly agency: string | null;
  readonly paragraphs: readonly string[];
}

/** `^Headline<`, `^By Ann Ode<`, and paragraphs behind a tab or an indent, each over several lines. */
function readAnpa(lines: readonly string[]): WireStory {
  const heads: string[] = [];
  const paragraphs: string[][] = [];
  for (const line of lines) {
    const plain = line.replace(/[<=]+\s*$/, '').replace(/[\x08\x1d-\x1f]/g, ' ');
    const words = plain.replace(/^[\s^]+/, '').trim();
    if (words === '') continue;
    if (/^\s*\^/.test(line) && paragraphs.length === 0) heads.push(words);
    else if (/^(?:\t| {2,})/.test(plain) || paragraphs.length === 0) paragraphs.push([words]);
    else paragraphs.at(-1)?.push(words);
  }
  const bylines = heads.filter((head) => /^by\s/i.test(head));
  const behind = heads[heads.findLastIndex((head) => bylines.includes(head)) + 1]; // whose bylines it has
  const agencies = heads.filter(
    (head) =>
      AGENCY_LINE.test(head) || (bylines.length > 0 && head === behind && head.length <= 60),
  );
  const isNote = (head: string): boolean =>
    /^(?:eds?|editors?|.*\b(?:photos?|video)\b)\b.*[:.]/i.test(head);
  const titles = heads.filter(
    (head) => !bylines.includes(head) && !agencies.includes(head) && !isNote(head) && !isSlug(head),
  );
  return {
    headline: titles[0] ?? null,
    byline: tidyByline(bylines[0]),
    agency: agencies[0]?.replace(/ (?:staff )?writer$/i, '') ?? null,
    paragraphs: paragraphs.map((one) => one.join(' ').replace(/\s+/g, ' ').trim()),
  };
}

const AGENCY_LINE =
  /^(?:the )?(?:associated press|reuters|agence france-presse|[\p{L} -]{2,40}(?: press| news agency| wire| news service))(?: writer)?$/iu;

/** `BC-US--Bridge Vote,2nd Ld-Writethru`, `AM-Bridge, 1st Add`: a desk's name for a story, not a headline. */
function isSlug(head: string): boolean {
  return (
    /^(?:[AP]M|BC|AP)-\S/.test(head) ||
    /\b(?:writethru|\d(?:st|nd|rd|th) (?:ld|add|lead)\b)/i.test(head)
  );
}

/** A first line alone is the headline; paragraphs are separated by blank lines or indents. */
function readIptc(lines: readonly string[]): WireStory {
  const filled = lines.map((line) => line.replace(/[\x08\x1d-\x1f]/g, ' ').trimEnd());
  const start = filled.findIndex((line) => line.trim() !== '');
  const [first = '', ...rest] = filled.slice(Math.max(0, start));
  const isHeadline =
    first.length <= 120 &&
    !/[.!?]["”’']?$/.test(first.trim()) &&
    rest.some((line) => line.trim() !== '');
  const hidden = rest.findIndex((line) =>
    /following information is not (?:intended )?for publication/i.test(line),
  );
  const shown = hidden < 0 ? rest : rest.slice(0, hidden);
  const paragraphs: string[][] = [];
  let isOpen = false;
  for (const line of (isHeadline ? shown : [first, ...shown]).filter((one) => !isEnd(one.trim()))) {
    const isIndented = /^(?:\t| {2,})\S/.test(line);
    if (line.trim() === '') isOpen = false;
    else if (isOpen && !isIndented) paragraphs.at(-1)?.push(line.trim());
    else paragraphs.push([line.trim()]);
    if (line.trim() !== '') isOpen = true;
  }
  const joined = paragraphs.map((one) => one.join(' ').replace(/\s+/g, ' '));
  const at = joined.slice(0, 3).findIndex((one) => /^by\s+\p{Lu}[^.!?]{1,80}$/iu.test(one));
  return {
    headline: isHeadline ? first.trim() : null,
    byline: tidyByline(joined[at]),
    agency: null,
    paragraphs: joined.filter((_, i) => i !== at),
  };
}

/** `ao/jl`, `AFP`: who wrote and sent it, on a line at the end. */
function isEnd(line: string): boolean {
  return /^(?:[a-z]{2,4}(?:[/-][a-z]{2,4})+|NNNN)$/i.test(line);
}

function tidyByline(line: string | undefined): string | null {
  const name = line?.replace(/^by\s+/i, '').trim() ?? '';
  return name === '' ? null : withoutCapitals(name);
}

/** `AFP0123 3 i …` → `AFP` */
function agencyIn(header: string): string | null {
  return /^\s*([A-Z]{2,6})\d{1,6}\s/.exec(header)?.[1] ?? null;
}

/** `031015 GMT MAR 26`: day, hour and minute, month and year; `WX-AP-03-03-26 1015GMT`: month first. */
function timeIn(footer: string): string | null {
  const american = /(\d{1,2})-(\d{1,2})-(\d{2}) (\d{2})(\d{2})\s*(GMT)?/.exec(footer);
  if (american !== null) {
    const [, month = '', day = '', year, hour, minute, zone] = american;
    const date = `20${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return readDate(`${date}T${hour}:${minute}:00${zone === undefined ? '' : 'Z'}`);
  }
  const named =
    /(\d{2})(\d{2})(\d{2})\s*(GMT|UTC|Z)?\s+(\p{L}{3})\p{L}*\.? ?(\d{2}|\d{4})(?!\d)/u.exec(footer);
  if (named === null) return null;
  const [, day, hour, minute, zone = '', month, year = ''] = named;
  return readDate(
    `${day} ${month} ${year.length === 2 ? `20${year}` : year} ${hour}:${minute} ${zone === '' ? '' : 'GMT'}`.trim(),
  );
}
