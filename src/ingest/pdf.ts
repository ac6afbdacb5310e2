import { inflateSync, constants as zlib } from 'node:zlib';
import { readDocumentFields } from './document-fields.ts';
import { fromFields, type Incoming } from './incoming.ts';
import { type PdfPiece, readLines } from './pdf-lines.ts';
import { type PdfLine, readPdfParagraphs } from './pdf-paragraphs.ts';
import { IngestError } from './typed.ts';

/** Said of every story from a PDF: a PDF holds places of letters, and no paragraphs. */
const EXTRACTED = 'Its words are those extracted from the PDF: compare with the page.';
const MOST_PAGES = 200; // a Saturday's newspaper has 100, a long report 150; each takes 5 ms of processing
const LARGEST = 30_000_000; // bytes that all but its pictures unpack to: 200 pages are 4 MB

/** The text of a PDF, its lines joined to paragraphs. Rejects with an `IngestError`. */
export async function readPdf(bytes: Uint8Array, origin: string): Promise<Incoming> {
  checkPages(bytes);
  checkUnpacked(bytes);
  const paragraphs = readPdfParagraphs(await readPages(bytes));
  if (paragraphs.length === 0) {
    throw new IngestError('there is no text in it; pictures of pages are not read');
  }
  const fields = readDocumentFields(null, null, paragraphs); // a PDF's title is usually a file name
  return fromFields(fields, paragraphs, origin, EXTRACTED);
}

const MOST_REVISIONS = 10; // of each page: programs that save a PDF again add what they changed

/** Looks for a hundred thousand pages before the reader has made an object of each. */
function checkPages(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let pages = 0;
  for (let at = file.indexOf('/Page'); at >= 0; at = file.indexOf('/Page', at + 5)) {
    const next = String.fromCharCode(file[at + 5] ?? 0); // `/Pages` is their list
    if (!/\w/.test(next)) pages += 1;
  }
  if (pages > MOST_PAGES * MOST_REVISIONS) throw new IngestError(TOO_MANY_PAGES);
}

const TOO_MANY_PAGES = `has more than ${MOST_PAGES} pages: split it`;

/** Unpacks a PDF's compressed parts without keeping them, to see how large they get; pictures are never unpacked. */
function checkUnpacked(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = LARGEST;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const head = file.subarray(Math.max(0, at - 600), at).toString('latin1');
    const dictionary = head.slice(head.lastIndexOf(' obj') + 1);
    if (/\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    const end = file.indexOf('endstream', at);
    const start = at + (file[at + 6] === 0x0d ? 8 : 7);
    const data = file.subarray(start, end < 0 ? undefined : end);
    const isPacked = /\/Fl(?:ateDecode)?\b/.test(dictionary);
    const unpacked = isPacked ? unpack(data, left) : data;
    if (isPacked) left -= unpacked?.length ?? left;
    if (left <= 0) throw new IngestError('unpacks to more than 30 MB of text: it is refused');
    if (unpacked !== null && hasLongString(unpacked)) throw new IngestError('has a line too long');
    at = Math.max(at, end);
  }
}

/** Null where it is more than that. What does not unpack is encrypted or damaged: the reader handles that. */
function unpack(packed: Uint8Array, most: number): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: most, finishFlush: zlib.Z_SYNC_FLUSH });
  } catch (cause) {
    const isTooLarge =
      cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? null : Buffer.alloc(0);
  }
}

const LONGEST = 300_000; // bytes of one string: each letter of it takes a hundred in memory, all at once

/** Whether there is a string, `(…)` or `<…>`, that no line of a page is as long as. */
function hasLongString(bytes: Buffer): boolean {
  return [
    [0x28, 0x29],
    [0x3c, 0x3e],
  ].some(([open = 0, close = 0]) => {
    for (let at = bytes.indexOf(open); at >= 0; ) {
      const end = bytes.indexOf(close, at);
      if ((end < 0 ? bytes.length : end) - at > LONGEST) return true;
      at = end < 0 ? -1 : bytes.indexOf(open, end);
    }
    return false;
  });
}

/** As much of the reader's page as is used here. */
interface Page {
  readonly streamTextContent: () => ReadableStream<{ readonly items: readonly unknown[] }>;
}

const MOST_PIECES = 45_000; // runs of letters: 200 pages of 40 lines have 8,000, 100 pages word by word 40,000
const MOST_LETTERS = 3_000_000; // 100 pages of a newspaper have a million
const MOST_ON_A_PAGE = 10_000;
const LONGEST_PAGE = 1_500_000; // microseconds of processing: a page of 60 lines takes 8,000

/** The runs of letters of a page, counted as they come: a small file can draw one line a million times. */
async function readPieces(page: Page, left: number): Promise<readonly PdfPiece[]> {
  const pieces: PdfPiece[] = [];
  const used = process.cpuUsage();
  const reader = page.streamTextContent().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(...(next.value.items as readonly PdfPiece[]));
    const { user, system } = process.cpuUsage(used);
    const isMuch = pieces.length > MOST_ON_A_PAGE || user + system > LONGEST_PAGE;
    if (!isMuch && pieces.length <= left) continue;
    void reader.cancel(new Error('enough')).catch(() => undefined);
    throw new IngestError(
      isMuch
        ? 'has a page with too much on it'
        : `has more than ${MOST_PIECES.toLocaleString('en')} pieces of text: split it`,
    );
  }
  return pieces;
}

async function readPages(bytes: Uint8Array): Promise<readonly (readonly PdfLine[])[]> {
  const { getDocumentProxy } = await import('unpdf');
  const pages: (readonly PdfLine[])[] = [];
  let left = MOST_PIECES;
  let letters = 0;
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    if (pdf.numPages > MOST_PAGES) throw new IngestError(TOO_MANY_PAGES);
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const pieces = await readPieces(await pdf.getPage(number), left);
      left -= pieces.length;
      letters += pieces.reduce((sum, { str = '' }) => sum + str.length, 0);
      if (letters > MOST_LETTERS) throw new IngestError('has too much text in it: 3 MB at most');
      pages.push(readLines(pieces));
    }
    return pages;
  } catch (cause) {
    if (cause instanceof IngestError) throw cause;
    const isLocked = cause instanceof Error && cause.name === 'PasswordException';
    throw new IngestError(
      isLocked ? 'is encrypted: it needs a password' : 'is damaged: it is no PDF',
      { cause },
    );
  }
}
