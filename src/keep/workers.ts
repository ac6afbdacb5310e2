import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Article } from '../story/article.ts';
import { type Cabinet, openCabinet } from './cabinet.ts';

const WORTH_THREADS = 24; // stories: below, starting threads takes longer than the work
const AT_ONCE = 8; // stories in a thread's hands

/** How the work goes on, and whether it is to stop after the stories in hand. */
export interface Preparing {
  readonly onDone: (done: number) => void;
  readonly isStopped: () => boolean;
}

/**
 * Prepares those of some stories that are not prepared yet, in as many threads as there are cores.
 * Resolves to how many it was. What was done before a stop, or a kill, stays.
 */
export async function prepareMissing(
  folder: string,
  articles: readonly Article[],
  { onDone, isStopped }: Preparing,
): Promise<number> {
  const cabinet = openCabinet(folder);
  const missing = articles.filter((article) => !cabinet.has(article));
  const left = [...missing].reverse();
  let done = 0;
  const next = (): readonly Article[] =>
    isStopped() ? [] : Array.from({ length: AT_ONCE }, () => left.pop()).filter((one) => !!one);
  const count = (more: number): void => {
    done += more;
    onDone(done);
  };
  if (missing.length < WORTH_THREADS || import.meta.url.endsWith('.ts')) {
    for (let batch = next(); batch.length > 0; batch = next()) {
      for (const article of batch) cabinet.put(article);
      count(batch.length);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return done;
  }
  const threads = Array.from({ length: availableParallelism() }, () =>
    runThread(folder, next, count),
  );
  await Promise.all(threads);
  return done;
}

/** One thread: gets a batch, says when it is done, gets the next; none ends it. */
function runThread(
  folder: string,
  next: () => readonly Article[],
  count: (done: number) => void,
): Promise<void> {
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { folder } });
  return new Promise((resolve, reject) => {
    const give = (): void => {
      const batch = next();
      if (batch.length > 0) worker.postMessage(batch);
      else void worker.terminate().then(() => resolve());
    };
    worker.on('message', (done: number) => {
      count(done);
      give();
    });
    worker.once('error', reject);
    give();
  });
}

/** In a thread: prepares what it is given. */
function work(cabinet: Cabinet): void {
  parentPort?.on('message', (batch: readonly Article[]) => {
    for (const article of batch) cabinet.put(article);
    parentPort?.postMessage(batch.length);
  });
}

const given: unknown = isMainThread ? null : workerData;
if (typeof given === 'object' && given !== null && 'folder' in given) {
  work(openCabinet(String(given.folder)));
}
