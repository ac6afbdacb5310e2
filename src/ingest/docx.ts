import { readParagraphs } from './blocks.ts';
import { readDocumentFields } from './document-fields.ts';
import { allNamed, countTags, parseMarkup, parseXml, tooManyTags, wordsOf } from './dom.ts';
import { fromFields, type Incoming } from './incoming.ts';
import { LARGEST_XML } from './limits.ts';
import { IngestError } from './typed.ts';
import { makePlainZip, readZip } from './zip.ts';

const MOST_TAGS = 100_000; // a report of 300 pages has 50,000; a thousand take 20 ms and 1 MB

/** The paragraphs of a DOCX file. Rejects with an `IngestError`. */
export async function readDocx(bytes: Uint8Array, origin: string): Promise<Incoming> {
  const parts = readZip(bytes, (name) => /\.(?:xml|rels)$/i.test(name));
  const page = parseMarkup(await convert(parts));
  const paragraphs = readParagraphs(page);
  if (paragraphs.length === 0) throw new IngestError('is empty');
  const core = parts.get('docProps/core.xml');
  const meta = core === undefined ? null : parseXml(Buffer.from(core).toString('utf8'));
  const [title = null, author = null] = ['title', 'creator'].map((name) =>
    wordsOf(allNamed(meta, name)[0]),
  );
  return fromFields(readDocumentFields(title, author, paragraphs), paragraphs, origin);
}

/** Mammoth gets only what was inspected: no pictures, no second directory. */
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
    return value;
  } catch (cause) {
    throw new IngestError('is damaged: it is no DOCX file', { cause });
  }
}

// a note is no part of the story, and Mammoth refuses a document whose notes are not where a mark says
const NOTE_MARK = /<w:(?:footnote|endnote|comment)Reference\b[^<>]*?(?:\/>|><\/w:\w+>)/g;

/** Mammoth knows one kind of strikethrough and no hidden text: both are rewritten as what we can leave out. */
function withoutUnshown(name: string, part: Uint8Array): Uint8Array {
  if (part.length > LARGEST_XML) throw new IngestError('has too much text in it: 8 MB at most');
  if (countTags(part) > MOST_TAGS) throw new IngestError(tooManyTags(MOST_TAGS));
  if (!/^word\/[^/]+\.xml$/.test(name)) return part;
  const xml = Buffer.from(part).toString('utf8');
  const plain = withoutFrames(
    xml.replace(/<w:(?:dstrike|vanish)\b/g, '<w:strike').replace(NOTE_MARK, ''),
  );
  return plain === xml ? part : Buffer.from(plain);
}

const DROP_CAP =
  /<w:p\b[^<>]*>\s*<w:pPr>(?:(?!<\/w:pPr>)[\s\S]){0,2000}?w:dropCap="(?:drop|margin)"[\s\S]{0,2000}?<\/w:pPr>((?:(?!<\/w:p>)[\s\S]){0,2000})<\/w:p>\s*<w:p\b[^<>]*>(\s*<w:pPr>[\s\S]{0,3000}?<\/w:pPr>)?/g;
const PLACEHOLDER =
  /<w:sdt>(?:(?!<\/?w:sdt>)[\s\S]){0,3000}?<w:showingPlcHdr\b(?:(?!<\/?w:sdt>)[\s\S]){0,3000}?<\/w:sdt>/g;

/**
 * A large first letter is a paragraph of its own in the file, and a field that nobody filled in has its advice as text.
 * A text box is beside the story, unless most of the text stands in boxes.
 */
function withoutFrames(xml: string): string {
  const joined = xml.includes('w:dropCap=') ? xml.replace(DROP_CAP, '<w:p>$2$1') : xml;
  const filled = joined.includes('<w:showingPlcHdr') ? joined.replace(PLACEHOLDER, '') : joined;
  if (!filled.includes('<w:txbxContent')) return filled;
  const unboxed = filled.replace(BOX, '');
  return countLetters(unboxed) * 2 > countLetters(filled) ? unboxed : filled;
}

const BOX = /<w:txbxContent\b[^<>]*>[\s\S]*?<\/w:txbxContent>/g;

function countLetters(xml: string): number {
  return [...xml.matchAll(/<w:t(?:\s[^<>]*)?>([^<]*)/g)].reduce(
    (sum, [, text = '']) => sum + text.length,
    0,
  );
}
