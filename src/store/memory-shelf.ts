import { readArticle } from '../article/article.ts';
import { KeepError } from './disk.ts';
import { firstRecord, nextRecord, type StoryRecord } from './record.ts';
import type { Shelf } from './shelf.ts';

/** A shelf in memory only: for stories that were named at the start, and for trying things out. */
export function memoryShelf(now: () => number): Shelf {
  const texts = new Map<string, readonly string[]>();
  return {
    readAll: () => ({ kept: [], problems: [] }),
    has: (id) => texts.has(id),
    create: (id, incoming) => {
      const article = readArticle(id, incoming.text, incoming.known);
      texts.set(id, [incoming.text]);
      return { record: firstRecord(id, incoming, now()), article };
    },
    update: (record, incoming) => {
      const article = readArticle(record.id, incoming.text, incoming.known);
      const next = nextRecord(record, incoming, now());
      const before = texts.get(record.id) ?? [];
      if (next.versions.length > before.length) texts.set(record.id, [...before, incoming.text]);
      return { record: next, article };
    },
    restore: ({ id }, all) => void texts.set(id, all),
    remove: (id) => void texts.delete(id),
    readVersion: (record: StoryRecord, number) => {
      const text = texts.get(record.id)?.[number - 1];
      if (text === undefined) throw new KeepError(`${record.id}: there is no version ${number}`);
      return text;
    },
  };
}
