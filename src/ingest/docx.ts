import { readParagraphs } from './blocks.ts';
import { parsePage } from './dom.ts';
import { fromParagraphs, type Incoming } from './incoming.ts';
import { IngestError } from './typed.ts';
import { makePlainZip, readZip } from './zip.ts';

const PROTECTED = 0xd0cf11e0; // how an encrypted or pre-2007 Office file begins
const LARGEST_PART = 12_000_000; // bytes of XML: of a long book 6 MB, and each takes 30 in memory

/** The paragraphs of a DOCX file. Rejects with an `IngestError`. */
export async function readDocx(bytes: Uint8Array, origin: string): Promise<Incoming> {
  if (bytes.length > 4 && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) === PROTECTED) {
    throw new IngestError('is encrypted, or a .doc of old: save it as .docx without a password');
  }
  const parts = readZip(bytes, (name) => /\.(?:xml|rels)$/i.test(name));
  const paragraphs = readParagraphs(await parsePage(await convert(parts)));
  if (paragraphs.length === 0) throw new IngestError('is empty');
  return fromParagraphs(paragraphs, origin, null);
}

/** What mammoth is given is what was looked at, and nothing else: no pictures, no second directory. */
async function convert(parts: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const seen = new Map([...parts].map(([name, part]) => [name, withoutUnshown(name, part)]));
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(makePlainZip(seen)) },
      {
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    );
    return `<!doctype html><html><body>${value}</body></html>`;
  } catch (cause) {
    throw new IngestError('is damaged: it is no DOCX file', { cause });
  }
}

/** Mammoth knows one kind of strike, and no hidden text: both are written as what it leaves to us to leave out. */
function withoutUnshown(name: string, part: Uint8Array): Uint8Array {
  if (part.length > LARGEST_PART) throw new IngestError('has too much text in it: 12 MB at most');
  if (!/^word\/[^/]+\.xml$/.test(name)) return part;
  const xml = Buffer.from(part).toString('utf8');
  const plain = xml.replace(/<w:(?:dstrike|vanish)\b/g, '<w:strike');
  return plain === xml ? part : Buffer.from(plain);
}
