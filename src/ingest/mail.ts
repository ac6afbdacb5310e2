import type { Attachment, Email } from 'postal-mime';
import { readDate } from '../text/dates.ts';
import { readBlocks } from './blocks.ts';
import { withMarks } from './charsets.ts';
import { parseMarkup } from './dom.ts';
import { endingOf, KINDS, manyOf, otherByName } from './endings.ts';
import { readPage } from './html.ts';
import {
  fromFields,
  type Given,
  type LeftOut,
  NOTHING,
  oneStory,
  type Part,
  type Yield,
} from './incoming.ts';
import { splitPlain } from './items.ts';
import { LARGEST_TEXT } from './limits.ts';
import { createHidden } from './page-parts.ts';
import { IngestError } from './typed.ts';

const LIMITS = { maxNestingDepth: 30, maxHeadersSize: 500_000, maxRfc822NestingDepth: 3 };
const MOST_ATTACHED = 10;
const BEYOND = `attachments beyond the first ${MOST_ATTACHED}`;
const COVERING = 60; // words: a shorter text next to an attached story only announces it

/**
 * The story of a mail, such as a press release, and those attached to it; of a page that was saved as MHTML,
 * the page's. Rejects with an `IngestError`.
 */
export async function readMail(bytes: Uint8Array, origin: string): Promise<Yield> {
  const mail = await parse(bytes);
  const address = findSaved(mail, bytes);
  if (address !== null) {
    const page = await readPage(firstPage(mail.html ?? ''), address.href);
    return oneStory({ ...page, origin });
  }
  const given = readHead(mail);
  const attached = mail.attachments.flatMap((one) => readAttached(one, origin, given));
  const parts = attached.slice(0, MOST_ATTACHED);
  const beyond = attached.slice(MOST_ATTACHED).map((one) => ({ file: one.origin, kind: BEYOND }));
  const leftOut = [...mail.attachments.flatMap((one) => notRead(one, origin)), ...beyond];
  const paragraphs = readForwarded(await readBody(mail));
  const isCovering = parts.length > 0 && countWords(paragraphs) < COVERING;
  if (paragraphs.length === 0 && parts.length === 0) {
    const isLocked = mail.attachments.some(({ mimeType }) =>
      /pgp-encrypted|pkcs7-mime/.test(mimeType),
    );
    throw new IngestError(isLocked ? 'is encrypted' : 'there is no text in the mail');
  }
  if (isCovering) return { ...NOTHING, parts, leftOut };
  const story = fromFields({ ...given.known, byline: given.byline, tags: [] }, paragraphs, origin);
  return { ...oneStory(story), parts, leftOut };
}

const MOST_PARTS = 500; // in a mail: a newsletter with all its pictures has 60, and mail servers take 250 or so

/** How many parts a mail has, by the lines that announce one. */
function countParts(bytes: Uint8Array): number {
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = mail.indexOf('\n--'); at >= 0; at = mail.indexOf('\n--', at + 3)) {
    const line = mail.subarray(at + 1, at + 300).toString('latin1');
    if (/^--[^\r\n]{1,200}\r?\n[\w-]{2,40}:/.test(line)) count += 1;
  }
  return count;
}

async function parse(bytes: Uint8Array): Promise<Email> {
  if (countParts(bytes) > MOST_PARTS) throw new IngestError(`has more than ${MOST_PARTS} parts`);
  const { default: PostalMime } = await import('postal-mime');
  try {
    const mail = await PostalMime.parse(bytes, LIMITS);
    const { html = '', text = '', subject = '' } = mail;
    return { ...mail, html: withMarks(html), text: withMarks(text), subject: withMarks(subject) };
  } catch (cause) {
    const isDeep = cause instanceof Error && /nesting depth/i.test(cause.message);
    throw new IngestError(
      isDeep ? 'is nested too deep' : 'is damaged: it is no mail that can be read',
      { cause },
    );
  }
}

/** The address of a page that a browser saved as a mail; null for a mail. */
function findSaved(mail: Email, bytes: Uint8Array): { readonly href: string | null } | null {
  const header = (key: string): string | undefined =>
    mail.headers.find((one) => one.key === key)?.value;
  const isRelated = /^multipart\/related\b/i.test(header('content-type') ?? '');
  const isSaved =
    header('snapshot-content-location') !== undefined || /^saved by /i.test(mail.from?.name ?? '');
  if (!mail.html || !(isSaved || (isRelated && !mail.to?.length && mail.messageId === undefined)))
    return null;
  const opening = Buffer.from(bytes.subarray(0, 20_000)).toString('latin1');
  const given =
    header('snapshot-content-location') ?? /^content-location:\s*(https?:\S+)/im.exec(opening)?.[1];
  return {
    href: given !== undefined && /^https?:/i.test(given) && URL.canParse(given) ? given : null,
  };
}

/** Frames are pages behind the page. */
function firstPage(html: string): string {
  const end = /<\/html\s*>/i.exec(html);
  return end === null ? html : html.slice(0, end.index + end[0].length);
}

/** What a mail's header says about the story in it, and about those attached. */
function readHead(mail: Email): Given {
  const header = (key: string): string | undefined =>
    mail.headers.find((one) => one.key === key)?.value;
  const organisation = header('organization') ?? header('organisation') ?? null;
  const from = mail.from?.name.trim() || null;
  const archived = /https?:[^\s<>]+/i.exec(header('archived-at') ?? '')?.[0];
  return {
    known: {
      headline: tidySubject(mail.subject ?? ''),
      publisher: organisation ?? from ?? mail.from?.address ?? null,
      published:
        readDate((header('date') ?? '').replace(/\s*\([^()]*\)\s*$/, '')) ??
        readDate(mail.date ?? ''),
      url: archived !== undefined && URL.canParse(archived) ? archived : null,
    },
    byline: organisation === null ? null : from,
  };
}

/** `Fwd: [Press] PRESS RELEASE: Bridge to close` → `Bridge to close` */
function tidySubject(subject: string): string | null {
  const marks =
    /^(?:(?:re|fwd?|aw|wg|tr)\s*:|\[[^[\]]{1,40}\]|(?:for immediate release|(?:press|news|media) release|press notice|pressemitteilung|communiqu[eé](?: de presse)?|comunicado(?: de prensa)?|embargoed[^:–—]{0,60})\s*[:|–—-])\s*/i;
  let left = subject.replace(/\s+/g, ' ').trim();
  while (marks.test(left)) left = left.replace(marks, '');
  return left || null;
}

/** Marked-up mails have reliable paragraphs, but some mark up nothing but a link. */
async function readBody({ html = '', text = '' }: Email): Promise<readonly string[]> {
  if (html.length + text.length > LARGEST_TEXT)
    throw new IngestError('has too much text in it: 5 MB at most');
  const marked = html.trim() === '' ? [] : await readMarked(html);
  const plain = splitPlain(ownText(text));
  return countWords(marked) * 2 >= countWords(plain) ? marked : plain;
}

async function readMarked(html: string): Promise<readonly string[]> {
  const page = parseMarkup(html);
  const isHidden = createHidden();
  const isLeftOut = (name: string): boolean => name === 'title';
  const shown = readBlocks(page, isLeftOut).filter(({ within }) => !isHidden(within));
  return shown.map(({ text }) => text);
}

/** Without the signature, and without what is quoted of an earlier mail. */
function ownText(text: string): string {
  const [told = ''] = text.replace(/\r\n?/g, '\n').split(/\n--[ \t]*\n/);
  const lines = told.split('\n');
  const own = lines.filter((line) => !line.startsWith('>'));
  return (own.some((line) => line.trim() !== '') ? own : lines).join('\n');
}

const FORWARDED =
  /^[-–—_\s]*(?:original message|forwarded message|begin forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|message (?:d[’']origine|transféré)|mensaje (?:original|reenviado)|messaggio (?:originale|inoltrato)|mensagem (?:original|encaminhada)|oorspronkelijk bericht|doorgestuurd bericht)[-–—_:\s]*$/i;
const HEADER =
  /^(?:from|sent|date|to|cc|subject|reply-to|von|gesendet|datum|an|kopie|betreff|antwort an|de|envoyé|date|à|objet|enviado(?: el)?|fecha|para|asunto|da|inviato|data|a|oggetto|verzonden|aan|onderwerp|assunto)\s*:/i;

/** What a mail forwards, without the line that says so and the head below it: where little stands above, that is the story. */
function readForwarded(paragraphs: readonly string[]): readonly string[] {
  const lines = paragraphs.map((one) => one.split('\n'));
  const at = lines.findIndex(([first = '']) => FORWARDED.test(first));
  if (at < 0 || countWords(paragraphs.slice(0, at)) >= COVERING) return paragraphs;
  const below = lines.slice(at).map((block, i) => (i === 0 ? block.slice(1) : block));
  const head = below.findIndex((block) =>
    block.some((line) => line.trim() !== '' && !HEADER.test(line)),
  );
  return head < 0 ? paragraphs : below.slice(head).map((block) => block.join('\n'));
}

function countWords(paragraphs: readonly string[]): number {
  return paragraphs
    .join(' ')
    .split(/\s+/)
    .filter((word) => word !== '').length;
}

function readAttached(attached: Attachment, origin: string, given: Given): readonly Part[] {
  const { filename, mimeType, content, related } = attached;
  const isNamed =
    filename !== null && endingOf(filename) !== '' && KINDS[endingOf(filename)] !== undefined;
  if (related || typeof content === 'string' || !(isNamed || READ_TYPES.test(mimeType))) return [];
  const name = filename ?? 'attachment';
  const known = { ...given.known, headline: null };
  return [
    {
      bytes: new Uint8Array(content),
      origin: `${origin}#${name}`,
      type: mimeType,
      given: { known, byline: given.byline },
    },
  ];
}

const READ_TYPES =
  /wordprocessingml|opendocument\.text|\/(?:pdf|rtf|zip|x-zip-compressed)$|message\/rfc822/;

function notRead({ filename, related }: Attachment, origin: string): readonly LeftOut[] {
  const other = filename === null ? null : otherByName(endingOf(filename));
  return other === null || related ? [] : [{ file: `${origin}#${filename}`, kind: manyOf(other) }];
}
