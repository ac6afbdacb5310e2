import { IngestError } from './typed.ts';

/**
 * The text of a page or feed: by its byte order mark, by what the server or the document itself
 * says, else as UTF-8. Throws an `IngestError` where it is none of these.
 */
export function decodeText(bytes: Uint8Array, type: string | null): string {
  const opening = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const charset =
    readMark(bytes) ??
    /charset\s*=\s*["']?([\w-]+)/i.exec(type ?? '')?.[1] ??
    /<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]+)/i.exec(opening)?.[1] ??
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(opening)?.[1] ??
    'utf-8';
  if (readMark(bytes) === null && bytes.includes(0)) throw new IngestError('is binary, not text');
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
    if (text.trim() === '') throw new IngestError('is empty');
    return text;
  } catch (cause) {
    if (cause instanceof IngestError) throw cause;
    throw new IngestError(`is not ${charset.toUpperCase()} text`, { cause });
  }
}

function readMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}
