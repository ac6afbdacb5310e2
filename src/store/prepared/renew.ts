import type { Article } from '../../article/article.ts';
import { loadModel, orNull } from '../../reader/session.ts';
import type { DataFolder } from '../folder/data-folder.ts';
import { allRecords } from '../store.ts';
import { FEW_NEW, type Filled } from './fill.ts';
import { openPrepared } from './prepared-stories.ts';
import { rulesVersion } from './rules.ts';
import { rulesOf } from './snapshot.ts';
import { type Preparing, prepareMissing } from './workers.ts';

/** Progress of preparing: so many of so many stories. */
export type Progress = (done: number, all: number) => void;

/** How many stories were prepared, and whether after an update; else an earlier run was cut short. */
export interface PreparedAnew {
  readonly count: number;
  readonly isUpdate: boolean;
}

/**
 * Prepares all stories if that was not completed under the current rules: after an update, or after an
 * interrupted addition. Otherwise each would be prepared when first asked about, while someone waits.
 * Resolves to null if there was no need, or too few stories to matter.
 */
export async function prepareAnew(
  data: DataFolder,
  extent: Preparing['extent'],
  onDone: Progress,
  isStopped: () => boolean = () => false,
): Promise<PreparedAnew | null> {
  const rules = rulesOf(data.folder);
  if (rules === rulesVersion()) return null;
  const articles = data.texts.readAll().kept.map(({ article }) => article);
  if (articles.length <= FEW_NEW) return null;
  const tell = (done: number): void => onDone(done, articles.length);
  const how = { extent, behind: false, onDone: tell, isStopped };
  const count = await prepareMissing(data.folder, articles, how);
  return { count, isUpdate: rules !== null };
}

/**
 * Prepares in the background what an open archive has unprepared: stories that did not come in through
 * this program, all vectors by another encoder, and what was prepared while the models couldn't be loaded. First reports
 * how many stories these are, if many.
 */
export async function prepareBehind(
  { folder }: DataFolder,
  { archive, store, reopen }: Filled,
  onStart: (count: number) => void,
): Promise<void> {
  const preparedStories = openPrepared(folder);
  const articles: Article[] = [];
  for await (const { id } of allRecords(store)) {
    const story = archive.at(id);
    if (story !== null) articles.push(story.article);
  }
  const missing = articles.filter((article) => !preparedStories.has(article));
  if (missing.length === 0 || (await orNull(loadModel('encoder', 'aside'))) === null) return;
  if (missing.length > FEW_NEW) onStart(missing.length);
  const how = { behind: true, onDone: () => undefined, isStopped: () => false } as const;
  await prepareMissing(folder, missing, { ...how, extent: 'all' });
  reopen();
}
