import { inflateRawSync } from 'node:zlib';
import { IngestError } from './typed.ts';

const LARGEST = 60_000_000; // bytes, all files together: the text of a long book is 5 MB
const MOST_FILES = 5_000;

/**
 * Unpacks a ZIP file to nowhere, to see how large it gets: what a file says of its own size is not
 * believed. Throws an `IngestError` where it is no ZIP file or unpacks to more than 60 MB.
 */
export function checkZip(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_FILES) throw new IngestError('is a ZIP file with too many files in it');
  let at = view.getUint32(end + 16, true);
  let left = LARGEST;
  try {
    for (let i = 0; i < count; i += 1) {
      left -= unpackedSize(view, bytes, at, left);
      at +=
        46 +
        view.getUint16(at + 28, true) +
        view.getUint16(at + 30, true) +
        view.getUint16(at + 32, true);
    }
  } catch (cause) {
    if (cause instanceof IngestError) throw cause;
    throw new IngestError('is damaged: it does not unpack', { cause });
  }
}

/** The record at the end of every ZIP file; only a comment stands behind it. */
function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new IngestError('is damaged: it is no ZIP file, as a DOCX file must be');
}

function unpackedSize(view: DataView, bytes: Uint8Array, at: number, left: number): number {
  const method = view.getUint16(at + 10, true);
  const packed = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (method === 0) return data.length;
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, left) }).length;
  } catch (cause) {
    const isTooLarge =
      cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    if (!isTooLarge) throw cause;
    throw new IngestError('unpacks to more than 60 MB: it is refused', { cause });
  }
}
