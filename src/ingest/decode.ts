import { count, latinOf, readAs, tellCharset, withMarks } from './charsets.ts';
import { IngestError } from './typed.ts';

/** The text of some bytes, and a note on how it was read; or null. */
export interface Decoded {
  readonly text: string;
  readonly note: string | null;
}

/**
 * Reads bytes as text, of whatever format: by a byte order mark; as UTF-8 where they are that, whatever is
 * declared; else as the server (`type`) or the document says; else in the charset in which it makes words. Some bytes that break a
 * charset don't change it: they are read by themselves as windows-1252 where that makes words, else they become
 * U+FFFD, and the note says so. Throws an `IngestError` where it is no text, or in no charset that is told for sure.
 */
export function decodeText(bytes: Uint8Array, type: string | null): Decoded {
  const decoded = decode(bytes, type);
  if (decoded.text.trim() === '') throw new IngestError('is empty');
  return decoded;
}

function decode(bytes: Uint8Array, type: string | null): Decoded {
  const wide = readMark(bytes) ?? guessWide(bytes);
  if (wide !== null && wide !== 'utf-8') {
    const text = new TextDecoder(wide).decode(bytes);
    if (text.includes('\0')) throw new IngestError(NOT_TOLD); // UTF-32
    return said(text, 0, wide);
  }
  if (bytes.includes(0)) return decode(withoutZeros(bytes), type);
  const declared = wide ?? readDeclared(bytes, type);
  const text = new TextDecoder('utf-8').decode(bytes);
  const signs = countSigns(text, bytes, wide !== null);
  const { good, bad } = signs;
  if (good > 0 && bad === 0) return { text, note: null };
  if (good + bad === 0)
    return {
      text: readAs(declared ?? (isShifted(text) ? 'iso-2022-jp' : 'utf-8'), bytes),
      note: null,
    };
  const isOther = declared !== null && declared !== 'utf-8';
  const foreign = isOther || bad <= good ? null : tellForeign(bytes);
  if (foreign !== null) return guessed(foreign, bytes);
  const pasted = isOther || bad < 2 || bad > MOST_PASTED ? null : readPasted(bytes);
  if (isUtf8(signs, isOther, pasted !== null, text.length)) {
    return pasted === null
      ? said(text, bad, 'utf-8')
      : { text: pasted, note: `Where it is not UTF-8, it was read as windows-1252.` };
  }
  if (declared === 'utf-8' && bad === 1) return said(text, bad, 'utf-8');
  if (isOther) {
    const read = readAs(declared, bytes);
    return said(read, countUnknown(read), declared);
  }
  const charset = tellCharset(bytes);
  if (charset === null) throw new IngestError(NOT_TOLD);
  return guessed(charset, bytes);
}

/** Japanese in seven bits: what is not ASCII stands between `ESC $ B` and `ESC ( B`. */
function isShifted(text: string): boolean {
  return /\x1b\$[@B][\s\S]*?\x1b\([BJ]/.test(text);
}

const NOT_TOLD =
  'is not UTF-8 text, and which encoding it has is not sure: save it as UTF-8 (in most editors under “Save as”)';

function guessed(charset: string, bytes: Uint8Array): Decoded {
  const name = charset === 'macintosh' ? 'Mac Roman' : charset;
  return {
    text: readAs(charset, bytes),
    note: `It is not UTF-8: its letters were read as ${name}.`,
  };
}

/** A charset that is not of western Europe: some of its words may be UTF-8 by chance, and none are windows-1252. */
function tellForeign(bytes: Uint8Array): string | null {
  const charset = tellCharset(bytes);
  return charset === 'windows-1252' || charset === 'macintosh' ? null : charset;
}

const RARE = 2_000; // bytes of text for each zero byte: a picture has one in 200

/** A few zero bytes come from a broken program, and browsers pass over them. Throws where there are more: then it is no text. */
function withoutZeros(bytes: Uint8Array): Uint8Array {
  const kept = bytes.filter((byte) => byte !== 0);
  if ((bytes.length - kept.length) * RARE > bytes.length)
    throw new IngestError('is binary, not text');
  return kept;
}

/** What speaks for UTF-8 in a text and what against it. */
interface Signs {
  /** Characters beyond ASCII that were read. */
  readonly good: number;
  /** Those of them that no other charset has by chance: `£` would be `Â£`, but `ɔ` may be `É”`. */
  readonly sure: number;
  /** Places that mean nothing. */
  readonly bad: number;
}

/** Whether bytes are UTF-8 although some of them mean nothing; `isPasted`: those are words of windows-1252. */
function isUtf8(
  { good, sure, bad }: Signs,
  isOther: boolean,
  isPasted: boolean,
  length: number,
): boolean {
  if (good >= bad && sure > 0) return true;
  if (good > bad * MANY_TIMES) return true;
  return !isOther && sure > 0 && (isPasted || (bad <= sure * 10 && bad * 100 <= length));
}

const MOST_PASTED = 20_000; // letters of another charset: a pasted passage has hundreds

const MANY_TIMES = 3; // `Spaß“` makes one sequence by chance, and its opening mark one bad byte

const SEQUENCE =
  /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|([\x80-\xff])/g;

/**
 * UTF-8 with a passage pasted in as windows-1252: what is no UTF-8 is a mark, or a letter in a word: `caf\xe9`.
 * Null where some of it is neither.
 */
function readPasted(bytes: Uint8Array): string | null {
  const own = latinOf(bytes);
  let isWords = true;
  const text = own.replace(SEQUENCE, (sequence, alone: string | undefined, at: number) => {
    if (alone === undefined) return Buffer.from(sequence, 'latin1').toString('utf8');
    const letter = withMarks(alone);
    isWords &&= /\p{L}/u.test(letter)
      ? /[a-z]/i.test(`${own[at - 1] ?? ''}${own[at + 1] ?? ''}`)
      : !/[\x80-\x9f]/.test(letter);
    return letter;
  });
  return isWords ? text.replace(/^\ufeff/, '') : null;
}

function said(text: string, bad: number, charset: string): Decoded {
  const count = bad === 1 ? 'One byte of it is' : `${bad} bytes of it are`;
  const note = `${count} not ${charset.toUpperCase()} text and appear${bad === 1 ? 's' : ''} as \ufffd.`;
  return { text, note: bad === 0 ? null : note };
}

function readMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}

/** UTF-16 without a mark: every other byte of its English letters is 0. */
function guessWide(bytes: Uint8Array): string | null {
  const opening = bytes.subarray(0, 512);
  const zeros = [0, 0];
  opening.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > opening.length * 0.4 && even === 0) return 'utf-16le';
  return even > opening.length * 0.4 && odd === 0 ? 'utf-16be' : null;
}

/** The declared encoding, by its decoder's name; null for none that is known. */
function readDeclared(bytes: Uint8Array, type: string | null): string | null {
  const opening = Buffer.from(bytes.subarray(0, 16_384)).toString('latin1');
  const names = [
    /charset\s*=\s*["']?([\w-]+)/i.exec(type ?? '')?.[1],
    /<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]+)/i.exec(opening)?.[1],
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(opening)?.[1],
  ];
  for (const name of names) {
    try {
      const { encoding } = new TextDecoder(name ?? 'none');
      return encoding.startsWith('utf-16') ? 'utf-8' : encoding; // read by then, so it is not
    } catch {
      // a name that no decoder knows declares nothing
    }
  }
  return null;
}

function countSigns(text: string, bytes: Uint8Array, isMarked: boolean): Signs {
  const meant = count(latinOf(bytes), /\xef\xbf\xbd/g); // U+FFFD that the author wrote
  const own = meant + (isMarked ? 1 : 0);
  return {
    good: count(text, /[^\0-\x7f\ufffd]/gu) + own,
    sure: count(text, /[\x80-\xff\u0800-\ufffc\u{10000}-\u{10ffff}]/gu) + own,
    bad: Math.max(0, countUnknown(text) - meant),
  };
}

function countUnknown(text: string): number {
  return count(text, /\ufffd/g);
}
