import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Yield } from './incoming.ts';
import { type Reading, readKind } from './kinds.ts';
import { IngestError } from './typed.ts';

const PATIENCE = 10_000; // milliseconds of processing a file may take: pages take 0.2, a PDF of 200 pages 1
const LONGEST = 60_000; // milliseconds it may take on a busy machine
const MOST_MEMORY = 224; // megabytes of what is parsed: a page of 1 MB takes 60
const LOOK_EVERY = 250; // milliseconds
const IDLE = 30_000; // milliseconds without a file after which the thread ends

type Answer =
  | { readonly kind: 'read'; readonly read: Yield }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'failed'; readonly name: string };

const here = fileURLToPath(import.meta.url);

/**
 * Reads files on a separate thread, one after the other, so that answering goes on whatever is in them.
 * Rejects with an `IngestError`, also where it takes too long or too much memory.
 */
export const readAside: (reading: Reading) => Promise<Yield> = here.endsWith('.ts')
  ? readKind // unbuilt, in tests
  : createAside(PATIENCE);

/** The same, with another limit on the processing of a file, in milliseconds. */
export function createAside(patience: number): (reading: Reading) => Promise<Yield> {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const end = (): void => {
    void worker?.terminate();
    worker = undefined;
  };
  const start = (): Worker => {
    const limits = { maxOldGenerationSizeMb: MOST_MEMORY };
    const started = new Worker(here, { workerData: { ingest: true }, resourceLimits: limits });
    started.on('error', () => undefined); // reported to whoever waits, and to nobody else
    return started;
  };
  const readOne = async (reading: Reading): Promise<Yield> => {
    clearTimeout(idle);
    worker ??= start();
    worker.ref();
    const answer = await ask(worker, reading, patience);
    if (answer === 'too long' || answer === 'too much') end();
    worker?.unref();
    idle = setTimeout(end, IDLE).unref();
    if (answer === 'too long') throw new IngestError('takes too long to read');
    if (answer === 'too much') throw new IngestError('takes too much memory to read');
    switch (answer.kind) {
      case 'read':
        return answer.read;
      case 'refused':
        throw new IngestError(answer.message);
      case 'failed':
        throw Object.assign(new Error('could not be read'), { name: answer.name });
    }
  };
  return (reading) => {
    const done = last.then(() => readOne(reading));
    last = done.catch(() => undefined);
    return done;
  };
}

function ask(
  worker: Worker,
  reading: Reading,
  patience: number,
): Promise<Answer | 'too long' | 'too much'> {
  return new Promise((resolve) => {
    const since = Date.now();
    const used = process.cpuUsage();
    // load from other processes is not the file's fault
    const look = (): void => {
      const { user, system } = process.cpuUsage(used);
      const isOver = user + system > patience * 1_000 || Date.now() - since > LONGEST;
      if (isOver) settle('too long');
    };
    const settle = (given: Answer | 'too long' | 'too much'): void => {
      clearInterval(timer);
      worker.off('message', settle).off('error', fail).off('exit', fail);
      resolve(given);
    };
    const fail = (): void => settle('too much');
    const timer = setInterval(look, LOOK_EVERY);
    worker.on('message', settle).on('error', fail).on('exit', fail);
    worker.postMessage(reading);
  });
}

/** In the thread: reads files as they come. */
async function answer(reading: Reading): Promise<Answer> {
  try {
    return { kind: 'read', read: await readKind(reading) };
  } catch (error) {
    if (error instanceof IngestError) return { kind: 'refused', message: error.message };
    return { kind: 'failed', name: error instanceof Error ? error.name : 'unknown error' };
  }
}

const given: unknown = isMainThread ? null : workerData;
if (typeof given === 'object' && given !== null && 'ingest' in given) {
  parentPort?.on('message', async (reading: Reading) => {
    parentPort?.postMessage(await answer(reading));
  });
}
