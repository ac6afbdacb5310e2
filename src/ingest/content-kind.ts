import {
  ARE_READ,
  endingOf,
  KINDS,
  type Kind,
  NOT_READ,
  type Other,
  otherByName,
} from './endings.ts';
import { IngestError } from './typed.ts';
import { namesIn } from './zip.ts';

const OPENING = 8_192; // bytes: the kind shows at the beginning

/** A kind that is read, or what an unreadable file is; `unknown` where nothing shows it. */
export type Told = { readonly kind: Kind } | { readonly other: Other | 'unknown' };

/**
 * What some bytes are, by their content; else by the content type that came with them, and last by
 * the file's ending. Throws an `IngestError` that names the kind where it is not read.
 */
export function readsAs(bytes: Uint8Array, name: string, type: string | null): Kind {
  const told = tellKind(bytes, name, type);
  if ('kind' in told) return told.kind;
  if (told.other === 'office') throw new IngestError(`is ${NOT_READ.office[0]}`);
  const what = told.other === 'unknown' ? '' : `: it is ${NOT_READ[told.other][0]}`;
  throw new IngestError(`is of a kind that is not read${what}. What is read: ${ARE_READ}`);
}

/** The same, without judging. The beginning of a large file is enough, except for a ZIP file. */
export function tellKind(bytes: Uint8Array, name: string, type: string | null): Told {
  const ending = endingOf(name);
  const found = tellByContent(bytes, ending);
  if (found !== null) return found;
  const isAddress = /^https?:/i.test(name) && !name.includes('#');
  const kind = kindByType(type) ?? (isAddress ? 'page' : KINDS[ending]);
  const other = otherByName(ending) ?? 'unknown';
  const isDoubtful = kind === undefined ? MAY_BE_TEXT.has(other) : type === null && !isAddress;
  if (isDoubtful && isProse(bytes)) return { kind: 'text' };
  return kind === undefined ? { other } : { kind };
}

/** What a file of a name that says so may yet be plain text: `story.doc`, `story.bak`. */
const MAY_BE_TEXT: ReadonlySet<string> = new Set(['unknown', 'document', 'outlook']);

function tellByContent(bytes: Uint8Array, ending: string): Told | null {
  const raw = Buffer.from(bytes.subarray(0, OPENING)).toString('latin1');
  if (isZip(bytes)) return tellZip(bytes, ending);
  const [, other] = OTHERS.find(([pattern]) => pattern.test(raw)) ?? [];
  // an Outlook mail is packed like an old Office file: only its name tells them apart
  if (other === 'office' && otherByName(ending) === 'outlook') return { other: 'outlook' };
  if (other !== undefined) return { other };
  const [, signed] = SIGNATURES.find(([pattern]) => pattern.test(raw)) ?? [];
  if (signed !== undefined) return { kind: signed };
  const kind = otherByName(ending) === 'code' ? null : kindOfText(withoutMark(bytes, raw), ending);
  return kind === null ? null : { kind };
}

/** Whether some bytes begin as a ZIP file does. */
export function isZip(bytes: Uint8Array): boolean {
  return /^PK(?:\x03\x04|\x05\x06)/.test(Buffer.from(bytes.subarray(0, 4)).toString('latin1'));
}

type Signature<T> = readonly [RegExp, T];

const SIGNATURES: readonly Signature<Kind>[] = [
  [/^[\s\S]{0,1024}%PDF-\d/, 'pdf'],
  [/^\s*\{\\rtf/, 'rtf'],
  [/^\x1f\x8b/, 'gzip'],
  // ANPA 1312 and IPTC 7901: a header, and the text between STX and ETX
  [/^[\x16\s\0]{0,64}\x01[^\x02\0]{1,1000}\x02/, 'wire'],
];

const OTHERS: readonly Signature<Other>[] = [
  [/^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|BM.{4}\0\0\0\0|RIFF.{4}WEBP)/s, 'picture'],
  [/^(?:ID3[\x02-\x04]|\xff[\xfb\xf3\xf2]|OggS|fLaC|RIFF.{4}WAVE)/s, 'sound'],
  [/^(?:.{4}ftyp|\x1aE\xdf\xa3|RIFF.{4}AVI )/s, 'video'],
  [/^(?:Rar!|7z\xbc\xaf|BZh\d|\xfd7zXZ)/, 'archive'],
  [/^(?:MZ.{2}\0|\x7fELF|SQLite format 3)/s, 'program'],
  [/^\xd0\xcf\x11\xe0/, 'office'],
];

/** What a ZIP file holds: a document, or files. */
function tellZip(bytes: Uint8Array, ending: string): Told {
  const names = namesIn(bytes);
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^word\/document\d*\.xml$/)) return { kind: 'docx' };
  if (has(/^META-INF\/container\.xml$/)) return { kind: 'epub' };
  if (has(/^xl\/workbook\.(?:xml|bin)$/)) return { other: 'sheet' };
  if (has(/^ppt\/presentation\.xml$/)) return { other: 'slides' };
  if (has(/^content\.xml$/)) return { kind: 'odt' };
  const named = KINDS[ending];
  return { kind: named === 'docx' || named === 'odt' || named === 'epub' ? named : 'zip' };
}

function withoutMark(bytes: Uint8Array, raw: string): string {
  const wide = raw.startsWith('\xff\xfe')
    ? 'utf-16le'
    : raw.startsWith('\xfe\xff')
      ? 'utf-16be'
      : null;
  const text = wide === null ? raw : new TextDecoder(wide).decode(bytes.subarray(0, OPENING));
  return text.replace(/^(?:\xef\xbb\xbf|\ufeff)/, '');
}

function kindOfText(text: string, ending: string): Kind | null {
  const opening = text.trimStart();
  if (/^WEBVTT(?:[ \t][^\n]*)?\r?\n/.test(text)) return 'cues';
  if (/^(?:\d+[ \t]*\r?\n)\d+:\d\d:\d\d[,.]\d{1,3}[ \t]+-->/.test(opening)) return 'cues';
  if (/^From [^\r\n]{3,200}\d\d:\d\d[^\r\n]*\d{4}[^\r\n]*\r?\n[\w-]+:/.test(text)) return 'mailbox';
  if (isMail(text, ending)) return 'mail';
  if (/^(?:\[\s*)?\{\s*"[\w$@:.-]{1,60}"\s*:/.test(opening)) return 'json';
  if (isXml(opening)) return 'xml';
  if (isWholePage(opening)) return 'page';
  const isMarkdown = KINDS[ending] === 'text' && /^\.m/.test(ending); // may hold HTML, and begin with it
  return !isMarkdown && isPartOfPage(opening) ? 'page' : null;
}

const FEWEST_LETTERS = 60; // a sentence of a story has so many

/** Whether some bytes are sentences and nothing else: no markup, no code, no list of values. */
function isProse(bytes: Uint8Array): boolean {
  const raw = Buffer.from(bytes.subarray(0, OPENING)).toString('latin1');
  const isWide = /^(?:\xff\xfe|\xfe\xff)/.test(raw);
  const text = isWide
    ? withoutMark(bytes, raw)
    : new TextDecoder().decode(bytes.subarray(0, OPENING));
  if (/[\0-\x08\x0e-\x1f\x7f]/.test(text)) return false;
  const letters = text.match(/[\p{L}\ufffd]/gu)?.length ?? 0;
  const signs = text.match(/[{}<>=;\\|$@#_^~]/g)?.length ?? 0;
  return (
    letters >= FEWEST_LETTERS &&
    signs * 50 <= letters &&
    /[\p{L}\p{N}][.!?…]["”’'»)\]]*(?:\s|$)|[。！？]/u.test(text)
  );
}

/** Only a mail's own headers make a text a mail: `From:` and `Date:` alone may open a story. */
function isMail(text: string, ending: string): boolean {
  const head = /^(?:[\w-]{2,40}:[^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*\r?\n){2,}/.exec(text)?.[0] ?? '';
  const isKnown = ending === '.eml' || ending === '.mht' || ending === '.mhtml';
  return (
    (isKnown && head !== '') ||
    /^(?:MIME-Version|Message-ID|Received|Return-Path|Delivered-To)[ \t]*:/im.test(head)
  );
}

function isXml(opening: string): boolean {
  const root = opening.replace(/^(?:<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>|\s)+/i, '');
  return /^<(?:[\w.-]+:)?(?:nitf|newsMessage|newsItem|packageItem|knowledgeItem|urlset|sitemapindex|rss|feed|RDF)[\s>]/i.test(
    root,
  );
}

const FEWEST_TAGS = 3; // of paragraphs: a story that tells of HTML may have one or two

/** A page, whatever its ending. */
function isWholePage(opening: string): boolean {
  return (
    /^(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<(?:html|head|body)[\s>])/i.test(opening) ||
    /^<!--[\s\S]{0,2000}?-->\s*<(?:!doctype\s+html|html)/i.test(opening)
  );
}

/** A part of a page: what opens with a tag of HTML, or has paragraphs' tags. */
function isPartOfPage(opening: string): boolean {
  const closed = opening.match(/<\/(?:p|div|h[1-6]|li|article|section)\s*>/gi)?.length ?? 0;
  const opens =
    /^<(?:div|p|article|section|main|header|h[1-6]|table|ul|figure|meta|title|span|link)\b[^>]*>/i;
  return (closed > 0 && opens.test(opening)) || closed >= FEWEST_TAGS;
}

function kindByType(type: string | null): Kind | undefined {
  return TYPES.find(([pattern]) => pattern.test(type ?? ''))?.[1];
}

const TYPES: readonly Signature<Kind>[] = [
  [/\bpdf\b/i, 'pdf'],
  [/officedocument\.wordprocessing/i, 'docx'],
  [/opendocument\.text/i, 'odt'],
  [/\bepub\b/i, 'epub'],
  [/\brtf\b/i, 'rtf'],
  [/\bjson\b/i, 'json'],
  [/\bmessage\/rfc822/i, 'mail'],
  [/\b(?:vtt|x-subrip)\b/i, 'cues'],
  [/\bhtml\b/i, 'page'],
  [/\bxml\b/i, 'xml'],
  [/\btext\/(?:plain|markdown)/i, 'text'],
];
