import { availableParallelism } from 'node:os';
import type { Article } from '../../article/article.ts';
import type { Extent } from './prepared-stories.ts';
import { openWorker } from './worker.ts';

const WORTH_ONE_MORE = 24; // stories: below, starting one more worker takes longer than the work
const MOST = 8; // workers: each takes 0.3 GB
const AT_ONCE = 8; // stories in a worker's hands

/** How to prepare stories, who hears of progress, and whether to stop after the stories in hand. */
export interface Preparing {
  readonly extent: Extent;
  /** In the background, one core is left free and the process may end meanwhile. */
  readonly behind: boolean;
  readonly onDone: (done: number) => void;
  readonly isStopped: () => boolean;
}

/**
 * Prepares what is not prepared yet of some stories, with as many workers as there are cores. Resolves
 * to how many stories that was. What was done before a stop, or a kill, stays; what can't be done is
 * left to be done when the story is asked about.
 */
export async function prepareMissing(
  folder: string,
  articles: readonly Article[],
  { extent, behind, onDone, isStopped }: Preparing,
): Promise<number> {
  const left = [...articles].reverse();
  const next = (): readonly Article[] =>
    isStopped() ? [] : Array.from({ length: AT_ONCE }, () => left.pop()).filter((one) => !!one);
  let looked = 0;
  let prepared = 0;
  const work = async (): Promise<void> => {
    const worker = openWorker(folder);
    worker.hold(!behind);
    for (let batch = next(); batch.length > 0; batch = next()) {
      const done = await worker.prepare({ articles: batch, extent });
      prepared += done;
      looked += batch.length;
      onDone(looked);
    }
    await worker.rest();
  };
  const cores = Math.max(1, availableParallelism() - (behind ? 1 : 0));
  const wanted = Math.ceil(articles.length / WORTH_ONE_MORE);
  await Promise.all(Array.from({ length: Math.min(MOST, cores, wanted) }, work));
  return prepared;
}

const IDLE = 60_000; // milliseconds without a story after which the worker rests

/** Prepares stories one by one as they come, while others are answered. */
export function prepareAside(folder: string): (article: Article) => Promise<void> {
  const worker = openWorker(folder);
  let idle: NodeJS.Timeout | undefined;
  let inHand = 0;
  return async (article) => {
    clearTimeout(idle);
    worker.hold(true);
    inHand += 1;
    await worker.prepare({ articles: [article], extent: 'all' });
    inHand -= 1;
    if (inHand > 0) return;
    worker.hold(false);
    idle = setTimeout(() => void worker.rest(), IDLE).unref();
  };
}
