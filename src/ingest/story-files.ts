import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Article, ArticleError, readArticle, storyId } from '../article/article.ts';
import { decodeText } from './decode.ts';
import { LARGEST_TEXT } from './limits.ts';
import { IngestError } from './typed.ts';

/** A story that can't be read: the message is one line that names the file and what is wrong. */
export class StoryFileError extends Error {}

/** Reads one story from a `.txt` or `.md` file. Throws a `StoryFileError`. */
export function readStoryFile(file: string, id = storyId(basename(file))): Article {
  const text = readText(file);
  try {
    return readArticle(id, text);
  } catch (cause) {
    if (cause instanceof ArticleError) throw new StoryFileError(`${file}: ${cause.message}`);
    throw cause;
  }
}

/** Reads several files; a second story of the same name gets `-2` behind it. */
export function readStoryFiles(files: readonly string[]): readonly Article[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const wanted = storyId(basename(file));
    let id = wanted;
    for (let n = 2; taken.has(id); n += 1) id = `${wanted.slice(0, 36)}-${n}`;
    taken.add(id);
    return readStoryFile(file, id);
  });
}

/**
 * The stories that ship with the bot: each folder under `folder` is one, named after the folder;
 * of several articles in it each is one, named after its file. Throws a `StoryFileError`.
 */
export function readSeeds(folder: string): readonly Article[] {
  if (!existsSync(folder))
    throw new StoryFileError(`${folder}: there is no such folder of stories`);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .flatMap((name) => {
      const files = readdirSync(join(folder, name)).filter((file) => /\.(?:txt|md)$/i.test(file));
      const paths = files.sort().map((file) => join(folder, name, file));
      return paths.length === 1
        ? paths.map((path) => readStoryFile(path, storyId(name)))
        : readStoryFiles(paths);
    });
}

function readText(file: string): string {
  const bytes = readBytes(file);
  if (bytes.length > LARGEST_TEXT) throw new StoryFileError(`${file}: is larger than 5 MB`);
  try {
    return decodeText(bytes, null).text;
  } catch (cause) {
    if (cause instanceof IngestError)
      throw new StoryFileError(`${file}: ${cause.message}`, { cause });
    throw cause;
  }
}

function readBytes(file: string): Uint8Array {
  const isText = /(?:^|[/\\])[^./\\]+$|\.(?:txt|text|md|markdown)$/i.test(file);
  try {
    const stat = statSync(file);
    if (isText || stat.isDirectory()) {
      return stat.size > LARGEST_TEXT ? new Uint8Array(stat.size) : readFileSync(file);
    }
  } catch (cause) {
    throw new StoryFileError(`${file}: ${reasonOf(cause)}`, { cause });
  }
  throw new StoryFileError(`${file}: only .txt and .md files can be read`);
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such file';
    case 'EISDIR':
      return 'is a folder, not a file';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read';
    default:
      return `can't be read (${code})`;
  }
}
