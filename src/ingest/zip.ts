import { crc32, inflateRawSync } from 'node:zlib';
import { IngestError } from './typed.ts';

const LARGEST = 60_000_000; // bytes, all files together: the text of a long book is 5 MB
const MOST_FILES = 5_000;

/** A file in a ZIP file, as its central directory has it. */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly checksum: number;
  /** Where its local header is, and how long its data are. */
  readonly local: number;
  readonly packed: number;
}

/**
 * The wanted files of a ZIP file, unpacked; the others are unpacked and discarded, to see how large all
 * of it gets: what a file says of its own size is not believed. Throws an `IngestError` where the directory,
 * its end and the files themselves disagree, or where it unpacks to more than 60 MB.
 */
export function readZip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files = new Map<string, Uint8Array>();
  let left = LARGEST;
  try {
    for (const entry of readDirectory(view, bytes)) {
      const unpacked = unpack(view, bytes, entry, left);
      left -= unpacked.length;
      if (isWanted(entry.name)) files.set(entry.name, unpacked);
    }
  } catch (cause) {
    if (cause instanceof IngestError) throw cause;
    throw new IngestError('is damaged: it does not unpack', { cause });
  }
  return files;
}

/** The names of the files in a ZIP file. Throws an `IngestError` where its directory is damaged. */
export function namesIn(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readDirectory(view, bytes).map(({ name }) => name);
  } catch (cause) {
    if (cause instanceof IngestError) throw cause;
    throw new IngestError('is damaged: it does not unpack', { cause });
  }
}

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;

/** Walks the directory by the signature of its entries, which must end where the end record stands. */
function readDirectory(view: DataView, bytes: Uint8Array): readonly Entry[] {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  while (at + 46 <= end && view.getUint32(at, true) === CENTRAL) {
    const [nameLength, extra, comment] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true),
    );
    const name = bytes.subarray(at + 46, at + 46 + (nameLength ?? 0));
    entries.push({
      name: new TextDecoder().decode(name),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      local: view.getUint32(at + 42, true),
    });
    if (entries.length > MOST_FILES)
      throw new IngestError('is a ZIP file with too many files in it');
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  const isWhole = at === end && entries.length === count && count === view.getUint16(end + 8, true);
  const names = new Set(entries.map(({ name }) => name));
  if (!isWhole || names.size < entries.length) {
    throw new IngestError('is damaged: its ZIP directory contradicts itself');
  }
  return entries;
}

/** The record at the end of every ZIP file; only a comment stands behind it. */
function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new IngestError('is damaged: it is no ZIP file, or only a part of one');
}

/** A file, unpacked. One whose bytes are not those that were packed is refused: its words might be others. */
function unpack(view: DataView, bytes: Uint8Array, entry: Entry, left: number): Uint8Array {
  const { method, local, packed } = entry;
  if (entry.isEncrypted) throw new IngestError('is encrypted: it needs a password');
  if (view.getUint32(local, true) !== LOCAL)
    throw new IngestError('is damaged: it does not unpack');
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (method !== 0 && method !== 8) throw new IngestError('is packed in a way that is not read');
  try {
    const unpacked =
      method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, left) });
    if (unpacked.length <= left) {
      if (crc32(unpacked) === entry.checksum) return unpacked;
      throw new IngestError('is damaged: it does not unpack');
    }
  } catch (cause) {
    if (cause instanceof IngestError) throw cause;
    const isTooLarge =
      cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    if (!isTooLarge) throw cause;
  }
  throw new IngestError('unpacks to more than 60 MB: it is refused');
}

/** A ZIP file of some files, uncompressed: for a library that accepts nothing else. */
export function makePlainZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of files) {
    const named = Buffer.from(name);
    const fields = Buffer.alloc(26); // compression, times and checksums: all zero
    fields.writeUInt32LE(bytes.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(named.length, 22);
    locals.push(signed(LOCAL), fields, named, Buffer.from(bytes));
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    centrals.push(signed(CENTRAL), Buffer.alloc(2), fields, place, named);
    at += 30 + named.length + bytes.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.size, 4);
  end.writeUInt16LE(files.size, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, directory, signed(END), end]);
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
