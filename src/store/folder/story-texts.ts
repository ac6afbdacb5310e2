import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ArticleError, readArticle, reopenArticle } from '../../article/article.ts';
import { clearPrepared } from '../prepared/prepared-stories.ts';
import {
  checkTexts,
  fingerprint,
  firstRecord,
  formatRecord,
  lacksUnchanged,
  newest,
  nextRecord,
  readRecord,
  type StoryRecord,
  withUnchanged,
} from '../record.ts';
import { orLost, StoreError } from '../store-error.ts';
import type { Kept, StoryTexts } from '../texts.ts';
import {
  guard,
  listNames,
  makeFolder,
  readWhole,
  UNFINISHED,
  type Write,
  writeWhole,
} from './disk.ts';

/** The texts in a data folder, each story in its own folder under `stories/`. */
export function openStoryTexts(folder: string, write: Write, now: () => number): StoryTexts {
  const root = join(folder, 'stories');
  const names = new Set(listNames(root));

  const read = (id: string): Kept => {
    const record = readOne(root, id);
    const text = readText(root, record, newest(record).number);
    return toKept(complete(root, record, text), text, reopenArticle);
  };

  /** All files of a story in a folder aside, which then takes its name in one step. */
  const place = (record: StoryRecord, texts: readonly string[]): void => {
    const unfinished = join(root, `${UNFINISHED}${process.pid}-${record.id}`);
    guard(join(root, record.id), "can't be kept", () => {
      makeFolder(unfinished);
      try {
        for (const [i, { file }] of record.versions.entries()) {
          write(join(unfinished, file), texts[i] ?? '');
        }
        write(join(unfinished, 'story.json'), formatRecord(record));
        renameSync(unfinished, join(root, record.id));
      } catch (cause) {
        rmSync(unfinished, { recursive: true, force: true });
        throw cause;
      }
    });
    names.add(record.id);
  };

  return {
    readAll: () => {
      const kept: Kept[] = [];
      const problems: string[] = [];
      for (const id of listNames(root).filter((name) => !name.startsWith('.'))) {
        try {
          kept.push(read(id));
        } catch (error) {
          if (!(error instanceof StoreError)) throw error;
          problems.push(error.message);
        }
      }
      return { kept: kept.sort(byAge), problems };
    },
    has: (id) => names.has(id),
    create: (id, incoming) => {
      const record = firstRecord(id, incoming, now());
      const kept = toKept(record, incoming.text);
      place(record, [incoming.text]);
      return kept;
    },
    restore: (record, texts) => {
      checkTexts(record, texts);
      toKept(record, texts.at(-1) ?? '');
      place(record, texts);
    },
    update: (record, incoming) => {
      const next = nextRecord(record, readBefore(root, record, 1), incoming, now());
      const kept = toKept(next, incoming.text);
      const file = join(root, record.id, newest(next).file);
      if (next.versions.length > record.versions.length) writeWhole(file, incoming.text, write);
      writeWhole(join(root, record.id, 'story.json'), formatRecord(next), write);
      return kept;
    },
    remove: (id) => {
      const gone = join(root, `${UNFINISHED}${process.pid}-gone-${id}`);
      guard(join(root, id), "can't be removed", () => {
        renameSync(join(root, id), gone);
        names.delete(id);
        rmSync(gone, { recursive: true, force: true });
        clearPrepared(folder, id);
      });
    },
    readVersion: (record, number) => readText(root, record, number),
  };
}

function readOne(root: string, id: string): StoryRecord {
  const file = join(root, id, 'story.json');
  const text = readWhole(file);
  if (text === null) throw new StoreError(`${file}: there is no such file`);
  return readRecord(file, id, text);
}

function readText(root: string, record: StoryRecord, number: number): string {
  const version = record.versions.find((one) => one.number === number);
  if (version === undefined) throw new StoreError(`${record.id}: there is no version ${number}`);
  const file = join(root, record.id, version.file);
  const text = readWhole(file);
  if (text === null) throw new StoreError(`${file}: there is no such file`);
  if (fingerprint(text) !== version.sha256) throw new StoreError(`${file}: is not what was stored`);
  return text;
}

/** The text of the newest version, or of the `back`th from the end; null where it is gone or damaged. */
function readBefore(root: string, record: StoryRecord, back: number): string | null {
  try {
    return readText(root, record, record.versions.at(-back)?.number ?? 0);
  } catch (error) {
    return orLost(error);
  }
}

/** A version before that was gone when the newest came in may be back. */
function complete(root: string, record: StoryRecord, text: string): StoryRecord {
  return lacksUnchanged(record) ? withUnchanged(record, readBefore(root, record, 2), text) : record;
}

function toKept(record: StoryRecord, text: string, read = readArticle): Kept {
  try {
    return { record, article: read(record.id, text, record.known) };
  } catch (cause) {
    if (cause instanceof ArticleError) throw new StoreError(`${record.id}: ${cause.message}`);
    throw cause;
  }
}

/** By the time they came in; stories of one moment by name. */
function byAge(a: Kept, b: Kept): number {
  const [before, after] = [a.record.versions[0].added, b.record.versions[0].added];
  if (before !== after) return before < after ? -1 : 1;
  return a.record.id < b.record.id ? -1 : 1;
}
