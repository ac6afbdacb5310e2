import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { readAside } from './aside.ts';
import type { FeedRead } from './feed.ts';
import { type Kind, readKind } from './kinds.ts';
import { readStoryFile, StoryFileError } from './story-files.ts';
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

const ARE_READ =
  'text (.txt, .md), pages (.html), NITF and feeds (.xml, .nitf, .rss, .atom, .json), .docx and .pdf are';

/** Whether a file's name says that it can be read, other than by having no ending. */
export function isReadable(file: string): boolean {
  const kind = KINDS[extname(file).toLowerCase()];
  return kind !== undefined && kind !== 'feed' && extname(file) !== '';
}

/** Reads the stories of a file. Rejects with a `StoryFileError`: a line that names the file. */
export async function readAnyFile(file: string): Promise<FeedRead> {
  try {
    const kind = KINDS[extname(file).toLowerCase()];
    if (kind === undefined) throw new IngestError(`is of a kind that is not read; ${ARE_READ}`);
    if (kind !== 'text')
      return await readAside({ kind, bytes: readBytes(file), origin: file, type: null });
    readStoryFile(file); // for its limits, and what is wrong with its front matter
    return await readKind({ kind, bytes: readBytes(file), origin: file, type: null });
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
  return readAside({ kind: kindOf(bytes, type), bytes, origin: address, type });
}

function kindOf(bytes: Uint8Array, type: string | null): Kind {
  const opening = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  if (/\bpdf\b/i.test(type ?? '') || /^%PDF-/.test(opening)) return 'pdf';
  if (/officedocument\.wordprocessing/i.test(type ?? '')) return 'docx';
  if (/\bjson\b/i.test(type ?? '')) return 'feed';
  if (/^[^<]*(?:<\?xml|<rss|<feed|<nitf|<rdf)/i.test(opening) && !/<html/i.test(opening))
    return 'xml';
  return /\btext\/(?:plain|markdown)/i.test(type ?? '') ? 'text' : 'page';
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
