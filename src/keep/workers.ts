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

const IDLE = 60_000; // milliseconds without a story after which the thread ends

/**
 * Prepares stories one by one in a thread of its own, so that answering goes on meanwhile. The thread
 * starts with the first of them. What it can't do is left to be done when the story is asked about.
 */
export function prepareAside(folder: string): (article: Article) => Promise<void> {
  if (import.meta.url.endsWith('.ts')) {
    const cabinet = openCabinet(folder);
    return async (article) => cabinet.put(article);
  }
  const waiting: (() => void)[] = [];
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  const start = (): Worker => {
    const thread = new Worker(fileURLToPath(import.meta.url), { workerData: { folder } });
    thread.on('message', () => {
      waiting.shift()?.();
      if (waiting.length > 0) return;
      thread.unref();
      idle = setTimeout(() => void thread.terminate(), IDLE).unref();
    });
    thread.on('error', () => undefined); // it ends then
    thread.on('exit', () => {
      worker = undefined;
      for (const done of waiting.splice(0)) done();
    });
    return thread;
  };
  return (article) => {
    clearTimeout(idle);
    worker ??= start();
    worker.ref();
    worker.postMessage([article]);
    return new Promise((resolve) => waiting.push(resolve));
  };
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
