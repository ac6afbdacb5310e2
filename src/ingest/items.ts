import { type Incoming, identifierIn, NOTHING, type Yield } from './incoming.ts';
import { MOST_STORIES } from './limits.ts';
import { IngestError } from './typed.ts';

/**
 * The stories of an agency's message, item by item. One that can't be read is a problem in one line, named by its
 * own name or else its number. Rejects with its `IngestError` where it is the only one.
 */
export async function readItems<T>(
  items: readonly T[],
  nameOf: (item: T) => string | null,
  origin: string,
  read: (item: T, origin: string) => Promise<Incoming>,
): Promise<Yield> {
  const incoming: Incoming[] = [];
  const problems: string[] = [];
  const fits = createRoom();
  for (const [i, item] of items.slice(0, MOST_STORIES).entries()) {
    const name = nameOf(item);
    const isAlone = items.length === 1 && identifierIn(`#${name ?? ''}`) === null;
    const at = isAlone ? origin : `${origin}#${name ?? i + 1}`;
    try {
      const story = await read(item, at);
      if (!fits(story))
        return { ...NOTHING, incoming, problems: [...problems, noRoom(items.length - i, origin)] };
      incoming.push(story);
    } catch (error) {
      if (items.length === 1 || !(error instanceof IngestError)) throw error;
      problems.push(`${at}: ${error.message}`);
    }
  }
  return { ...NOTHING, incoming, problems: [...problems, ...tooMany(items.length, origin)] };
}

const MOST_PARAGRAPHS = 40_000; // of all stories in a file: each takes 20 µs to be judged

/** Tells of one story of a file after the other whether there is room for it. */
export function createRoom(): (story: Incoming) => boolean {
  let left = MOST_PARAGRAPHS;
  return ({ text }) => {
    for (let at = 0; at >= 0; at = text.indexOf('\n\n', at + 1)) left -= 1;
    return left >= 0;
  };
}

/** A line that says how many stories of a file are left out, where there is no room for them. */
export function noRoom(count: number, origin: string): string {
  const most = MOST_PARAGRAPHS.toLocaleString('en');
  return `${origin}: ${areLeftOut(count)}: ${most} paragraphs at most are read of one file`;
}

/** A line that says how many stories of a file are left out, where it has more than are read. */
export function tooMany(count: number, origin: string): readonly string[] {
  if (count <= MOST_STORIES) return [];
  const most = MOST_STORIES.toLocaleString('en');
  return [`${origin}: ${areLeftOut(count - MOST_STORIES)}: ${most} at most are read of one file`];
}

function areLeftOut(count: number): string {
  return count === 1
    ? 'one story is left out'
    : `${count.toLocaleString('en')} stories are left out`;
}

/** The dateline before a story that does not begin with it: `Hamburg (dpa) -` in its first line, others by themselves. */
export function withDateline(
  dateline: string | null,
  paragraphs: readonly string[],
): readonly string[] {
  const [first = '', ...rest] = paragraphs;
  if (dateline === null || first.startsWith(dateline)) return paragraphs;
  return /[–—-]$/.test(dateline) ? [`${dateline} ${first}`, ...rest] : [dateline, ...paragraphs];
}

/** The paragraphs of plain text as agencies and mails have it: each line by itself, so that lines broken at a width can be told. */
export function splitPlain(text: string): readonly string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((block) => block.replace(/^[ \t]+|[ \t]+$/gm, '').trim())
    .filter((block) => block !== '');
}
