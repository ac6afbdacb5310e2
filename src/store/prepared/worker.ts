import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Article } from '../../article/article.ts';
import { type Extent, openPrepared, type PreparedStories } from './prepared-stories.ts';

/** Some stories to be prepared. */
export interface Batch {
  readonly articles: readonly Article[];
  readonly extent: Extent;
}

/**
 * Prepares stories in a separate process, so that answering goes on meanwhile, and as many cores work
 * as there are workers: the encoder's runtime can't be in several threads of one process.
 */
export interface Worker {
  /** Batches are done in turn. Resolves to how many stories there was something to do for. */
  readonly prepare: (batch: Batch) => Promise<number>;
  /** Whether to keep this process alive while it works. */
  readonly hold: (holds: boolean) => void;
  /** Ends its process; another batch restarts it. */
  readonly rest: () => Promise<void>;
}

const here = fileURLToPath(import.meta.url);

/** A worker on a data folder. It starts with the first batch. */
export function openWorker(folder: string): Worker {
  if (here.endsWith('.ts')) return workHere(openPrepared(folder)); // unbuilt, in tests
  const waiting: ((done: number) => void)[] = []; // replies come in the order of the batches
  let child: ChildProcess | undefined;
  let holding = true;
  const start = (): ChildProcess => {
    const started = fork(here, [folder], {
      execArgv: [], // it must not inherit Node's options
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const end = (): void => {
      if (child === started) child = undefined;
      for (const done of waiting.splice(0)) done(0); // it will be done when the story is asked about
    };
    started.on('message', (done: number) => waiting.shift()?.(done));
    started.once('error', end).once('exit', end);
    return started;
  };
  const hold = (holds: boolean): void => {
    holding = holds;
    for (const one of [child, child?.channel]) holds ? one?.ref() : one?.unref();
  };
  return {
    prepare: (batch) =>
      new Promise((resolve) => {
        child ??= start();
        hold(holding);
        waiting.push(resolve);
        child.send(batch, () => undefined); // reached also where it has just ended
      }),
    hold,
    rest: () =>
      new Promise((resolve) => {
        const ended = child;
        child = undefined;
        if (ended?.connected !== true) return resolve();
        ended.once('exit', () => resolve());
        ended.disconnect();
      }),
  };
}

function workHere(preparedStories: PreparedStories): Worker {
  return {
    prepare: (batch) => prepareAll(preparedStories, batch),
    hold: () => undefined,
    rest: async () => undefined,
  };
}

async function prepareAll(
  preparedStories: PreparedStories,
  { articles, extent }: Batch,
): Promise<number> {
  let done = 0;
  for (const article of articles) if (await preparedStories.put(article, extent)) done += 1;
  return done;
}

/** In a separate process: handles messages one after the other until the parent is gone. */
function work(preparedStories: PreparedStories): void {
  let last = Promise.resolve();
  process.on('message', (batch: Batch) => {
    last = last.then(async () => void process.send?.(await prepareAll(preparedStories, batch)));
  });
  process.on('disconnect', () => process.exit());
  process.on('SIGINT', () => undefined); // Ctrl-C is for the parent: it waits for the stories in hand
}

const [, module, folder] = process.argv;
if (process.send !== undefined && module === here && folder !== undefined) {
  work(openPrepared(folder));
}
