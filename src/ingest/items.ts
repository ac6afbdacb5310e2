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
  for (const [i, item] of items.slice(0, MOST_STORIES).entries()) {
    const name = nameOf(item);
    const isAlone = items.length === 1 && identifierIn(`#${name ?? ''}`) === null;
    const at = isAlone ? origin : `${origin}#${name ?? i + 1}`;
    try {
      incoming.push(await read(item, at));
    } catch (error) {
      if (items.length === 1 || !(error instanceof IngestError)) throw error;
      problems.push(`${at}: ${error.message}`);
    }
  }
  return { ...NOTHING, incoming, problems: [...problems, ...tooMany(items.length, origin)] };
}

/** A line that says how many stories of a file are left out, where it has more than are read. */
export function tooMany(count: number, origin: string): readonly string[] {
  const [more, most] = [count - MOST_STORIES, MOST_STORIES].map((n) => n.toLocaleString('en'));
  if (count <= MOST_STORIES) return [];
  return [`${origin}: ${more} stories are left out: ${most} at most are read of one file`];
}

/** The paragraphs of plain text as agencies and mails have it: each line by itself, so that lines broken at a width can be told. */
export function splitPlain(text: string): readonly string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((block) => block.replace(/^[ \t]+|[ \t]+$/gm, '').trim())
    .filter((block) => block !== '');
}
