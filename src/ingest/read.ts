import { readFileSync, statSync } from 'node:fs';
import { readAside } from './aside.ts';
import { readsAs } from './content-kind.ts';
import { decodeText } from './decode.ts';
import { endingOf, KINDS, type Kind } from './endings.ts';
import { type Incoming, NOTHING, oneStory, type Part, withGiven, type Yield } from './incoming.ts';
import { type Reading, readKind } from './kinds.ts';
import { LARGEST_FILE, LARGEST_TEXT, LARGEST_TRANSCRIPT } from './limits.ts';
import { readStoryFile, StoryFileError } from './story-files.ts';
import { withTextFields } from './text-fields.ts';
import { IngestError, readTyped } from './typed.ts';
import { createWork, goOn, type OnPart, type Work } from './work.ts';

const DEEPEST = 3; // files in files: a document attached to a mail in a mailbox

/** Reads the stories of a file. Rejects with a `StoryFileError`: a line that names the file. */
export async function readAnyFile(file: string, onPart: OnPart = goOn): Promise<Yield> {
  try {
    const bytes = readBytes(file);
    const kind = readsAs(bytes, file, null);
    checkSize(bytes, kind);
    // for what is wrong with its front matter
    if (kind === 'text' && KINDS[endingOf(file)] === 'text') readStoryFile(file);
    return await readAll({ kind, bytes, origin: file, type: null }, createWork(onPart));
  } catch (cause) {
    if (cause instanceof IngestError)
      throw new StoryFileError(`${file}: ${cause.message}`, { cause });
    if (cause instanceof StoryFileError) throw cause;
    throw new StoryFileError(`${file}: ${whyNot(cause)}`, { cause });
  }
}

/** Reads the stories of what an address gave; `type` is its content type. Rejects with an `IngestError`. */
export async function readDownload(
  bytes: Uint8Array,
  address: string,
  type: string | null,
): Promise<Yield> {
  const kind = readsAs(bytes, address, type);
  return readAll({ kind, bytes, origin: address, type }, createWork(goOn));
}

/** Reads the stories of what was pasted or piped in and is no plain text. Rejects with an `IngestError`. */
export async function readPasted(bytes: Uint8Array): Promise<Yield> {
  if (bytes.length > LARGEST_FILE) throw new IngestError('is larger than 20 MB');
  const kind = readsAs(bytes, '', null);
  if (kind === 'text') return oneStory(withTextFields(readTyped(decodeText(bytes, null).text)));
  const read = await readAll({ kind, bytes, origin: PASTED, type: null }, createWork(goOn));
  const incoming = read.incoming.map((story): Incoming => {
    const isHere = story.origin?.startsWith(PASTED) ?? false;
    const name = story.known?.headline ?? story.text.trim().split(/\s+/).slice(0, 6).join(' ');
    return isHere ? { ...story, name, origin: null } : story;
  });
  return { ...read, incoming };
}

const PASTED = 'the text';

/** Reads some bytes, and what lies in them, each by itself with its own limits. */
async function readAll(reading: Reading, work: Work, depth = 1): Promise<Yield> {
  checkSize(reading.bytes, reading.kind);
  const read = await (reading.kind === 'text' ? readKind(reading) : readAside(reading));
  const large = read.incoming.map(({ text }) => whyTooLarge(text));
  const stories = read.incoming.filter((_, i) => large[i] === null);
  const inside: Yield[] = [];
  for (const [i, part] of read.parts.entries()) {
    const end = await work.begin(i, read.parts);
    if (end !== null) {
      inside.push({ ...NOTHING, problems: [`${reading.origin}: ${end}`] });
      break;
    }
    inside.push(await readPart(part, reading.kind, work, depth + 1));
    const slow = inside.filter(({ problems }) => problems.some((line) => TOO_MUCH.test(line)));
    if (slow.length < MOST_SLOW) continue;
    inside.push({
      ...NOTHING,
      problems: [`${reading.origin}: the rest is left: too much of it is too large`],
    });
    break;
  }
  return {
    incoming: [...stories, ...inside.flatMap((one) => one.incoming)],
    parts: [],
    pages: [...read.pages, ...inside.flatMap((one) => one.pages)],
    problems: [
      ...read.problems,
      ...read.incoming.flatMap(({ origin, name }, i) =>
        typeof large[i] === 'string' ? [`${origin ?? name}: ${large[i]}`] : [],
      ),
      ...inside.flatMap((one) => one.problems),
    ],
    leftOut: [...read.leftOut, ...inside.flatMap((one) => one.leftOut)],
  };
}

const MOST_TEXT_LINES = 60_000; // a long book, broken at a width, has 40,000

/** How many lines a file may have: a file of line breaks takes long to split. */
const MOST_LINES: Partial<Readonly<Record<Kind, number>>> = {
  text: MOST_TEXT_LINES,
  cues: 200_000, // three hours have 20,000
  mail: MOST_TEXT_LINES,
};

function checkSize(bytes: Uint8Array, kind: Kind): void {
  const isText = kind === 'text' || kind === 'wire';
  if (isText && bytes.length > LARGEST_TEXT) throw new IngestError('is larger than 5 MB');
  if (kind === 'cues' && bytes.length > LARGEST_TRANSCRIPT)
    throw new IngestError('is larger than 2 MB');
  const most = MOST_LINES[kind];
  if (most === undefined) return;
  if ((kind === 'mail' ? countOwnLines(bytes) : countBreaks(bytes)) > most)
    throw new IngestError(tooManyLines(most));
}

function countBreaks(bytes: Uint8Array): number {
  let lines = 0;
  for (const byte of bytes) if (byte === 0x0a) lines += 1;
  return lines;
}

const SHORTEST_PACKED = 60; // letters of a line of base64, which has no space: in attachments of 20 MB 350,000

/** Lines of a mail's own: not those of what is attached to it. */
function countOwnLines(bytes: Uint8Array): number {
  let [lines, length, spaces] = [0, 0, 0];
  for (const byte of bytes) {
    if (byte === 0x20) spaces += 1;
    length += 1;
    if (byte !== 0x0a) continue;
    if (spaces > 0 || length < SHORTEST_PACKED) lines += 1;
    [length, spaces] = [0, 0];
  }
  return lines;
}

/** What a story's text must not be, whatever it was read from; null where it is fine. */
function whyTooLarge(text: string): string | null {
  if (text.length > LARGEST_TEXT) return 'has too much text in it: 5 MB at most';
  return countLines(text) > MOST_TEXT_LINES ? tooManyLines(MOST_TEXT_LINES) : null;
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function tooManyLines(most: number): string {
  return `has more than ${most.toLocaleString('en')} lines`;
}

const TOO_MUCH =
  /: (?:takes too (?:long|much memory) to read$|unpacks to more than|is larger than)/;
const MOST_SLOW = 3; // files in a file that are too many: such an archive is hostile

/** A bad file inside a file costs only itself. */
async function readPart(
  { bytes, origin, type, given }: Part,
  within: Kind,
  work: Work,
  depth: number,
): Promise<Yield> {
  try {
    const kind = readsAs(bytes, origin, type);
    if (depth > DEEPEST) throw new IngestError('lies too deep: in a file in a file in a file');
    if (isPacked(kind) && isPacked(within))
      throw new IngestError('is packed twice: unpack it first');
    const read = await readAll({ kind, bytes, origin, type }, work, depth);
    return { ...read, incoming: read.incoming.map((story) => withGiven(story, given)) };
  } catch (cause) {
    return { ...NOTHING, problems: [`${origin}: ${whyNot(cause)}`] };
  }
}

function isPacked(kind: Kind): boolean {
  return kind === 'zip' || kind === 'gzip';
}

/** A parser's failure is reported by its error's name, as its message may contain the text. */
function whyNot(cause: unknown): string {
  if (cause instanceof IngestError) return cause.message;
  return `can't be read (${cause instanceof Error ? cause.name : 'unknown error'})`;
}

function readBytes(file: string): Uint8Array {
  try {
    const { size } = statSync(file);
    if (KINDS[endingOf(file)] === 'text' && size > LARGEST_TEXT)
      throw new IngestError('is larger than 5 MB');
    if (size > LARGEST_FILE) throw new IngestError('is larger than 20 MB');
    if (size === 0) throw new IngestError('is empty');
    return readFileSync(file);
  } catch (cause) {
    if (cause instanceof IngestError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
    const reason = code === 'ENOENT' ? 'there is no such file' : `can't be read (${code})`;
    throw new IngestError(reason, { cause });
  }
}
