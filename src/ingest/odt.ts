import { readBlocks } from './blocks.ts';
import { readDocumentFields } from './document-fields.ts';
import { allNamed, type DomElement, parseXml, wordsOf } from './dom.ts';
import { fromFields, type Incoming } from './incoming.ts';
import { LARGEST_XML } from './limits.ts';
import { IngestError } from './typed.ts';
import { readZip } from './zip.ts';

/** Parts of an OpenDocument text that are not its own text. */
const UNSHOWN = new Set(
  'annotation annotation-end bibliography deletion forms frame alphabetical-index illustration-index table-index object-index user-index table-of-content sequence-decls tracked-changes ruby-text variable-decls'.split(
    ' ',
  ),
);

/** The paragraphs of an OpenDocument text, and what its properties tell. Rejects with an `IngestError`. */
export async function readOdt(bytes: Uint8Array, origin: string): Promise<Incoming> {
  const parts = readZip(bytes, (name) =>
    /^(?:content|styles|meta)\.xml$|^META-INF\/manifest\.xml$/.test(name),
  );
  const read = (name: string): string => {
    const part = parts.get(name) ?? new Uint8Array();
    if (part.length > LARGEST_XML) throw new IngestError('has too much text in it: 8 MB at most');
    return new TextDecoder().decode(part);
  };
  if (/<manifest:encryption-data\b/.test(read('META-INF/manifest.xml'))) {
    throw new IngestError('is encrypted: save it without a password');
  }
  const content = parseXml(withSpaces(read('content.xml')));
  const body = allNamed(content, 'text').find((one) => one.localName === 'office:text');
  if (body === undefined) throw new IngestError('is damaged: it is no OpenDocument text');
  const gone = new Set([...struckStyles(content), ...struckStyles(parseXml(read('styles.xml')))]);
  const isUnshown = (name: string, element: DomElement): boolean =>
    UNSHOWN.has(name) || gone.has(element.getAttribute('text:style-name') ?? '');
  const paragraphs = readBlocks(body, isUnshown).map(({ text }) => text);
  if (paragraphs.length === 0) throw new IngestError('is empty');
  const meta = parseXml(read('meta.xml'));
  const title = wordsOf(allNamed(meta, 'title')[0]);
  const author =
    wordsOf(allNamed(meta, 'initial-creator')[0]) ?? wordsOf(allNamed(meta, 'creator')[0]);
  return fromFields(readDocumentFields(title, author, paragraphs), paragraphs, origin);
}

/** Spaces, tabs and line breaks are elements there. */
function withSpaces(xml: string): string {
  return xml
    .replace(/<text:(?:s|tab)(?:\s[^<>]*)?\/>/g, ' ')
    .replace(/<text:line-break(?:\s[^<>]*)?\/>/g, '<text:br/>');
}

/** The styles of struck-out or hidden words. */
function struckStyles(document: DomElement): readonly string[] {
  const isStruck = (one: DomElement): boolean => {
    const line = one.getAttribute('style:text-line-through-style') ?? 'none';
    const type = one.getAttribute('style:text-line-through-type') ?? 'none';
    return line !== 'none' || type !== 'none' || one.getAttribute('text:display') === 'none';
  };
  return allNamed(document, 'text-properties').flatMap((one) => {
    const name = one.parentElement?.getAttribute('style:name') ?? null;
    return name !== null && isStruck(one) ? [name] : [];
  });
}
