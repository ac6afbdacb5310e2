/** A file that has hurt, or might: of a kind that is read, and as large as wanted. */
export interface HostileFile {
  readonly ending: string;
  /** Its content, of at most so many bytes; of what is packed, of so many before it is packed. */
  readonly make: (size: number) => string | Uint8Array;
  /** Whether its size on the disk says nothing about the work. */
  readonly isPacked?: boolean;
}

/** A sentence as news has it. */
export const SENTENCE =
  'The harbour master said on Tuesday that the lamp would shine until the spring, and nobody laughed at all. ';

/** The same, marked up. */
export const MARKED = `<p>${SENTENCE}</p>`;

/** The head of a mail. */
export const HEAD =
  'From: a@b.example\r\nSubject: Lamp\r\nMessage-ID: <1@b>\r\nMIME-Version: 1.0\r\n';

/** Something over and over, up to a size, and what is around it. */
export function fill(
  size: number,
  unit: string | ((i: number) => string),
  before = '',
  after = '',
): string {
  let left = size - before.length - after.length;
  if (typeof unit === 'string')
    return before + unit.repeat(Math.max(1, Math.floor(left / unit.length))) + after;
  const pieces: string[] = [];
  for (let i = 0; left > 0 || i === 0; i += 1) {
    const piece = unit(i);
    left -= piece.length;
    if (left >= 0 || i === 0) pieces.push(piece);
  }
  return before + pieces.join('') + after;
}
