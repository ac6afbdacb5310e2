import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { decodeText } from './decode.ts';
import { type FeedRead, readFeed } from './feed.ts';
import { readStoryFile, StoryFileError } from './files.ts';
import type { Incoming } from './incoming.ts';
import { IngestError } from './typed.ts';

const LARGEST = 20_000_000; // bytes: of a page or document; its text is far smaller

/** What kinds of files can be read, by the end of their names. */
const KINDS: Readonly<Record<string, Kind>> = {
  '.txt': 'text',
  '.md': 'text',
  '': 'text',
  '.html': 'page',
  '.htm': 'page',
  '.xhtml': 'page',
  '.xml': 'xml',
  '.nitf': 'xml',
  '.rss': 'xml',
  '.atom': 'xml',
  '.json': 'feed',
  '.docx': 'docx',
  '.pdf': 'pdf',
};

type Kind = 'text' | 'page' | 'xml' | 'feed' | 'docx' | 'pdf';

/** Whether a file's name says that it can be read, other than by having no ending. */
export function isReadable(file: string): boolean {
  const kind = KINDS[extname(file).toLowerCase()];
  return kind !== undefined && kind !== 'feed' && extname(file) !== '';
}

/** Reads the stories of a file. Rejects with a `StoryFileError`: a line that names the file. */
export async function readAnyFile(file: string): Promise<FeedRead> {
  try {
    const kind = KINDS[extname(file).toLowerCase()];
    if (kind === undefined) throw new IngestError('is of a kind that is not read');
    if (kind === 'text') return one(readText(file));
    return await readKind(kind, readBytes(file), file, null);
  } catch (cause) {
    if (cause instanceof IngestError)
      throw new StoryFileError(`${file}: ${cause.message}`, { cause });
    if (cause instanceof StoryFileError) throw cause;
    // what a parser trips over costs that file only
    const name = cause instanceof Error ? cause.name : 'unknown error';
    throw new StoryFileError(`${file}: can't be read (${name})`, { cause });
  }
}

/** Reads the stories of what an address gave; `type` is its content type. Rejects with an `IngestError`. */
export async function readDownload(
  bytes: Uint8Array,
  address: string,
  type: string | null,
): Promise<FeedRead> {
  if (/\bpdf\b/i.test(type ?? '')) return readKind('pdf', bytes, address, type);
  if (/officedocument\.wordprocessing/i.test(type ?? ''))
    return readKind('docx', bytes, address, type);
  if (/\bjson\b/i.test(type ?? '')) return readKind('feed', bytes, address, type);
  const opening = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  if (/^%PDF-/.test(opening)) return readKind('pdf', bytes, address, type);
  if (/^[^<]*(?:<\?xml|<rss|<feed|<nitf|<rdf)/i.test(opening) && !/<html/i.test(opening)) {
    return readKind('xml', bytes, address, type);
  }
  if (/\btext\/(?:plain|markdown)/i.test(type ?? '')) {
    return one(typed(decodeText(bytes, type), address));
  }
  return readKind('page', bytes, address, type);
}

async function readKind(
  kind: Exclude<Kind, 'text'>,
  bytes: Uint8Array,
  origin: string,
  type: string | null,
): Promise<FeedRead> {
  switch (kind) {
    case 'docx':
      return one(await (await import('./docx.ts')).readDocx(bytes, origin));
    case 'pdf':
      return one(await (await import('./pdf.ts')).readPdf(bytes, origin));
    case 'feed':
      return readFeed(decodeText(bytes, type), origin);
    case 'xml':
      return readXml(decodeText(bytes, type), origin);
    case 'page':
      return one(await readHtml(decodeText(bytes, type), origin));
  }
}

async function readXml(text: string, origin: string): Promise<FeedRead> {
  const opening = text.slice(0, 2_000);
  if (/<nitf[\s>]/i.test(opening))
    return one(await (await import('./nitf.ts')).readNitf(text, origin));
  if (/<html[\s>]/i.test(opening)) return one(await readHtml(text, origin));
  return readFeed(text, origin);
}

/** A page from a file was found at no address. */
async function readHtml(text: string, origin: string): Promise<Incoming> {
  const { readPage } = await import('./html.ts');
  const isAddress = /^https?:/i.test(origin);
  const page = await readPage(text, isAddress ? origin : null);
  return isAddress ? page : { ...page, name: page.known?.headline ?? basename(origin), origin };
}

/** The file's name is its wish for an id; `tags: a, b` in its front matter are its tags. */
function readText(file: string): Incoming {
  return { ...typed(readStoryFile(file).text, file), name: basename(file) };
}

function typed(text: string, origin: string): Incoming {
  const format = /\.md$/i.test(origin) ? 'md' : 'txt';
  const matter = /^---[ \t]*\r?\n[\s\S]*?\r?\n---/.exec(text)?.[0] ?? '';
  const tags = /^tags[ \t]*:(.+)$/im.exec(matter)?.[1] ?? '';
  return {
    name: basename(origin),
    text,
    format,
    known: null,
    byline: /^(?:by|byline|author)[ \t]*:[ \t]*(.+)$/im.exec(matter)?.[1]?.trim() ?? null,
    tags: [...tags.matchAll(/[\p{L}\p{N}][\p{L}\p{N}_ -]*/gu)].map(([tag]) =>
      tag.trim().toLowerCase().replace(/\s+/g, '-'),
    ),
    origin,
    note: null,
  };
}

function readBytes(file: string): Uint8Array {
  try {
    const { size } = statSync(file);
    if (size > LARGEST) throw new IngestError('is larger than 20 MB');
    if (size === 0) throw new IngestError('is empty');
    return readFileSync(file);
  } catch (cause) {
    if (cause instanceof IngestError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
    const reason = code === 'ENOENT' ? 'there is no such file' : `can't be read (${code})`;
    throw new IngestError(reason, { cause });
  }
}

function one(incoming: Incoming): FeedRead {
  return { incoming: [incoming], pages: [], problems: [] };
}
