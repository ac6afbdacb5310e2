import { parsePage, readBlocks } from './dom.ts';
import { fromParagraphs, type Incoming } from './incoming.ts';
import { IngestError } from './typed.ts';
import { checkZip } from './zip.ts';

const PROTECTED = 0xd0cf11e0; // how an encrypted or pre-2007 Office file begins

/** The paragraphs of a DOCX file. Rejects with an `IngestError`. */
export async function readDocx(bytes: Uint8Array, origin: string): Promise<Incoming> {
  if (bytes.length > 4 && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) === PROTECTED) {
    throw new IngestError('is encrypted, or a .doc of old: save it as .docx without a password');
  }
  checkZip(bytes);
  const paragraphs = readBlocks(await parsePage(await convert(bytes)));
  if (paragraphs.length === 0) throw new IngestError('is empty');
  return fromParagraphs(paragraphs, origin, null);
}

async function convert(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { externalFileAccess: false, styleMap: 'comment-reference => ' },
    );
    return `<!doctype html><html><body>${value}</body></html>`;
  } catch (cause) {
    throw new IngestError('is damaged: it is no DOCX file', { cause });
  }
}
