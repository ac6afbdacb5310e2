import { fromParagraphs, type Incoming } from './incoming.ts';
import { type PdfLine, readPdfParagraphs } from './pdf-paragraphs.ts';
import { IngestError } from './typed.ts';

/** Said of every story from a PDF: a PDF holds places of letters, and no paragraphs. */
const EXTRACTED = 'Its words are those extracted from the PDF: compare with the page.';
const MOST_PAGES = 500;

/** The text of a PDF, its lines joined to paragraphs. Rejects with an `IngestError`. */
export async function readPdf(bytes: Uint8Array, origin: string): Promise<Incoming> {
  const paragraphs = readPdfParagraphs(await readPages(bytes));
  if (paragraphs.length === 0) {
    throw new IngestError('there is no text in it; pictures of pages are not read');
  }
  return fromParagraphs(paragraphs, origin, EXTRACTED);
}

async function readPages(bytes: Uint8Array): Promise<readonly (readonly PdfLine[])[]> {
  const { getDocumentProxy } = await import('unpdf');
  const pages: (readonly PdfLine[])[] = [];
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    if (pdf.numPages > MOST_PAGES) throw new IngestError(`has more than ${MOST_PAGES} pages`);
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(readLines(items as readonly Piece[]));
    }
    return pages;
  } catch (cause) {
    if (cause instanceof IngestError) throw cause;
    const isLocked = cause instanceof Error && cause.name === 'PasswordException';
    throw new IngestError(
      isLocked ? 'is encrypted: it needs a password' : 'is damaged: it is no PDF',
      {
        cause,
      },
    );
  }
}

/** A run of letters as the PDF places it. */
interface Piece {
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly height?: number;
  readonly hasEOL?: boolean;
}

function readLines(pieces: readonly Piece[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let text = '';
  let first: Piece | undefined;
  for (const piece of pieces) {
    if (typeof piece.str !== 'string') continue;
    if (piece.str.trim() !== '') first ??= piece;
    text += piece.str;
    if (piece.hasEOL === true) {
      lines.push(...toLine(text, first));
      text = '';
      first = undefined;
    }
  }
  return [...lines, ...toLine(text, first)];
}

function toLine(text: string, first: Piece | undefined): readonly PdfLine[] {
  const tidy = text.replace(/\s+/g, ' ').trim();
  if (tidy === '' || first === undefined) return [];
  const [, , , , left = 0, bottom = 0] = first.transform ?? [];
  return [{ text: tidy, left, bottom, height: first.height || 10 }];
}
