import { gunzipSync } from 'node:zlib';
import { tellKind } from './content-kind.ts';
import { endingOf, manyOf, otherByName } from './endings.ts';
import { type LeftOut, NOTHING, type Part, type Yield } from './incoming.ts';
import { tooMany } from './items.ts';
import { LARGEST_FILE, MOST_STORIES } from './limits.ts';
import { IngestError } from './typed.ts';
import { readZip } from './zip.ts';

/** The files in a ZIP file that can be read, each by itself. Throws an `IngestError` where there is none. */
export function readPacked(bytes: Uint8Array, origin: string): Yield {
  const parts: Part[] = [];
  const leftOut: LeftOut[] = [];
  const isWanted = (name: string): boolean => {
    const other = otherByName(endingOf(name));
    if (isHidden(name) || name.endsWith('/')) return false;
    if (other !== null) leftOut.push({ file: `${origin}#${name}`, kind: manyOf(other) });
    return other === null;
  };
  for (const [name, file] of readZip(bytes, isWanted)) {
    const at = `${origin}#${name}`;
    const told = file.length === 0 ? null : tellKind(file, at, null);
    if (told === null) continue;
    if ('kind' in told) parts.push({ bytes: file, origin: at, type: null, given: null });
    else leftOut.push({ file: at, kind: manyOf(told.other) });
  }
  if (parts.length === 0)
    throw new IngestError('is a ZIP file with no file in it that can be read');
  const problems = tooMany(parts.length, origin);
  return { ...NOTHING, parts: parts.slice(0, MOST_STORIES), problems, leftOut };
}

/** What operating systems add to folders: `__MACOSX/…`, `.DS_Store`. */
function isHidden(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}

/** A single compressed file, such as a sitemap: `news.xml.gz`. Throws an `IngestError`. */
export function readGzip(bytes: Uint8Array, origin: string): Yield {
  const name = /[^/#\\]*$/.exec(origin)?.[0].replace(/\.gz$/i, '') || 'file';
  try {
    const unpacked = gunzipSync(bytes, { maxOutputLength: LARGEST_FILE });
    const part = { bytes: unpacked, origin: `${origin}#${name}`, type: null, given: null };
    return { ...NOTHING, parts: [part] };
  } catch (cause) {
    const isTooLarge =
      cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw new IngestError(
      isTooLarge ? 'unpacks to more than 20 MB: it is refused' : 'is damaged: it does not unpack',
      { cause },
    );
  }
}
