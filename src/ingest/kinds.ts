import { decodeText } from './decode.ts';
import type { Kind } from './endings.ts';
import { type Incoming, nameIn, oneStory, type Yield } from './incoming.ts';
import { whyTooMuch } from './json-size.ts';
import { readTextFile } from './text-file.ts';
import { IngestError } from './typed.ts';

/** Some bytes, their kind, and where they came from: a file, or an address and its content type. */
export interface Reading {
  readonly kind: Kind;
  readonly bytes: Uint8Array;
  readonly origin: string;
  readonly type: string | null;
}

/** The stories in some bytes. Rejects with an `IngestError`. Each reader is loaded when it is needed. */
export async function readKind({ kind, bytes, origin, type }: Reading): Promise<Yield> {
  switch (kind) {
    case 'docx':
      return oneStory(await (await import('./docx.ts')).readDocx(bytes, origin));
    case 'odt':
      return oneStory(await (await import('./odt.ts')).readOdt(bytes, origin));
    case 'epub':
      return (await import('./epub.ts')).readEpub(bytes, origin);
    case 'pdf':
      return oneStory(await (await import('./pdf.ts')).readPdf(bytes, origin));
    case 'rtf':
      return oneStory((await import('./rtf.ts')).readRtf(bytes, origin));
    case 'wire':
      return (await import('./wire.ts')).readWire(bytes, origin);
    case 'mail':
      return (await import('./mail.ts')).readMail(bytes, origin);
    case 'mailbox':
      return (await import('./mailbox.ts')).readMailbox(bytes, origin);
    case 'zip':
      return (await import('./packed.ts')).readPacked(bytes, origin);
    case 'gzip':
      return (await import('./packed.ts')).readGzip(bytes, origin);
    case 'text':
      return readDecoded((text) => oneStory(readTextFile(text, origin)));
    case 'cues':
      return readDecoded(async (text) =>
        oneStory((await import('./cues.ts')).readCues(text, origin)),
      );
    case 'json':
      return readDecoded((text) => readJson(text, origin));
    case 'xml':
      return readDecoded((text) => readXml(text, origin));
    case 'page':
      return readDecoded(async (text) => oneStory(await readHtml(text, origin)));
  }

  /** A note on how the bytes were read goes to each story. */
  async function readDecoded(read: (text: string) => Yield | Promise<Yield>): Promise<Yield> {
    const { text, note } = decodeText(bytes, type);
    const found = await read(text);
    if (note === null) return found;
    return { ...found, incoming: found.incoming.map((story) => ({ ...story, note })) };
  }
}

/** XML is recognized by its first element, whatever its prefix. */
async function readXml(text: string, origin: string): Promise<Yield> {
  const root = /<(?:[\w.-]+:)?([a-z][\w.-]*)[\s/>]/i.exec(text.slice(0, 20_000))?.[1] ?? '';
  switch (root.toLowerCase()) {
    case 'nitf':
      return oneStory(await (await import('./nitf.ts')).readNitf(text, origin));
    case 'newsmessage':
    case 'newsitem':
    case 'packageitem':
    case 'knowledgeitem':
      return (await import('./newsml.ts')).readNewsml(text, origin);
    case 'urlset':
    case 'sitemapindex':
      return (await import('./sitemap.ts')).readSitemap(text, origin);
    case 'html':
      return oneStory(await readHtml(text, origin));
    default:
      return (await import('./feed.ts')).readFeed(text, origin);
  }
}

async function readJson(text: string, origin: string): Promise<Yield> {
  const { isNinjs, readNinjs } = await import('./ninjs.ts');
  const tooMuch = whyTooMuch(text);
  if (tooMuch !== null) throw new IngestError(tooMuch);
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new IngestError('is damaged: it is no JSON', { cause });
  }
  if (isNinjs(json)) return readNinjs(json, origin);
  return (await import('./feed.ts')).readFeed(text, origin);
}

/** A page from a file was found at no address. */
async function readHtml(text: string, origin: string): Promise<Incoming> {
  const { readPage } = await import('./html.ts');
  const isAddress = /^https?:/i.test(origin);
  // `<!-- saved from url=(0031)https://news.example/vote -->`, as browsers write it
  const saved = /<!--\s*saved from url=\(\d+\)(https?:[^\s<>]+)/i.exec(text.slice(0, 2_000))?.[1];
  const page = await readPage(text, isAddress ? origin : (saved ?? null));
  return isAddress ? page : { ...page, name: page.known?.headline ?? nameIn(origin), origin };
}
