import type { Holdings } from '../archive/archive.ts';
import { readArticle } from '../article/article.ts';
import { memoryChannels } from './channels.ts';
import { noFeedback } from './feedback.ts';
import { firstRecord, nextRecord, type StoryRecord } from './record.ts';
import { createStore, type Store } from './store.ts';
import { StoreError } from './store-error.ts';
import type { StoryTexts } from './texts.ts';

/** A store in memory, for the life of the process: for stories named at the start, and for trying things out. */
export function memoryStore(holdings: Holdings, now: () => number): Store {
  const [channels, watches] = [memoryChannels(), memoryChannels()];
  const parts = { texts: memoryTexts(now), channels, watches, feedback: noFeedback() };
  return createStore(parts, holdings, []);
}

function memoryTexts(now: () => number): StoryTexts {
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
      const before = texts.get(record.id) ?? [];
      const next = nextRecord(record, before.at(-1) ?? null, incoming, now());
      if (next.versions.length > before.length) texts.set(record.id, [...before, incoming.text]);
      return { record: next, article };
    },
    restore: ({ id }, all) => void texts.set(id, all),
    remove: (id) => void texts.delete(id),
    readVersion: (record: StoryRecord, number) => {
      const text = texts.get(record.id)?.[number - 1];
      if (text === undefined) throw new StoreError(`${record.id}: there is no version ${number}`);
      return text;
    },
  };
}
