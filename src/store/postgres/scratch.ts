import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from '../../text/lazy.ts';
import { clearPrepared, openPrepared } from '../prepared/prepared-stories.ts';
import { prepareAside } from '../prepared/workers.ts';
import type { Prepare } from '../store.ts';

/** Prepares stories in a separate process while questions are answered; nothing of them stays on disk. */
export function prepareInScratch(): Prepare {
  const open = once(() => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    return { folder, aside: prepareAside(folder), prepared: openPrepared(folder) };
  });
  return async (article) => {
    const { folder, aside, prepared } = open();
    await aside(article);
    const story = prepared.take(article);
    void story.sentences; // already read, so its file can go
    clearPrepared(folder, article.id);
    return story;
  };
}
