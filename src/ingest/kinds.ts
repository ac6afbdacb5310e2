import { basename } from 'node:path';
import { decodeText } from './decode.ts';
import { type FeedRead, readFeed } from './feed.ts';
import type { Incoming } from './incoming.ts';
import { readTextFile } from './text-file.ts';

/** What can be read, each in its own way. */
export type Kind = 'text' | 'page' | 'xml' | 'feed' | 'docx' | 'pdf';

/** Some bytes, what they are, and where they came from: a file, or an address and its content type. */
export interface Reading {
  readonly kind: Kind;
  readonly bytes: Uint8Array;
  readonly origin: string;
  readonly type: string | null;
}

/** The stories in some bytes. Rejects with an `IngestError`. */
export async function readKind({ kind, bytes, origin, type }: Reading): Promise<FeedRead> {
  switch (kind) {
    case 'docx':
      return one(await (await import('./docx.ts')).readDocx(bytes, origin));
    case 'pdf':
      return one(await (await import('./pdf.ts')).readPdf(bytes, origin));
    case 'text':
      return readDecoded((text) => one(readTextFile(text, origin)));
    case 'feed':
      return readDecoded((text) => readFeed(text, origin));
    case 'xml':
      return readDecoded((text) => readXml(text, origin));
    case 'page':
      return readDecoded(async (text) => one(await readHtml(text, origin)));
  }

  /** What has to be said of how the bytes were read is said of each story. */
  async function readDecoded(
    read: (text: string) => FeedRead | Promise<FeedRead>,
  ): Promise<FeedRead> {
    const { text, note } = decodeText(bytes, type);
    const found = await read(text);
    if (note === null) return found;
    return { ...found, incoming: found.incoming.map((story) => ({ ...story, note })) };
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

function one(incoming: Incoming): FeedRead {
  return { incoming: [incoming], pages: [], problems: [] };
}
