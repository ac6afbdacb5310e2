import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { close, makeGate } from './gate.ts';
import { rememberRecent } from './recent.ts';
import {
  doTask,
  type Input,
  type Output,
  type Result,
  type Task,
  type ThreadData,
} from './thread.ts';

export type { Input, Output } from './thread.ts';

/** The reader points at answers; the encoder measures how similar sentences are; the marker marks who says what. */
export type ModelName = 'reader' | 'encoder' | 'marker';

export const LONGEST_INPUT = 512; // pieces: the models have no later positions

/** The runtime or the weights could not be loaded: one line that says which. */
export class ModelError extends Error {}

/** Null where a model can't be loaded; all other errors are rethrown. */
export async function orNull<T>(made: Promise<T>): Promise<T | null> {
  try {
    return await made;
  } catch (error) {
    if (error instanceof ModelError) return null;
    throw error;
  }
}

export interface Models {
  /** Runs one input, after those asked before it. Rejects with ModelError where it can't be loaded. */
  run(model: ModelName, input: Input): Promise<Output>;
  /** Loads a model, so that the first question need not wait; `aside`: the process may end meanwhile. */
  load(model: ModelName, how: 'awaited' | 'aside'): Promise<void>;
}

/** The models whose weights lie in a folder. They are loaded when first asked for. */
export function openModels(folder: URL): Models {
  const ask = async (
    name: ModelName,
    input: Input | null,
    holds: boolean,
  ): Promise<Output | null> => {
    const file = fileURLToPath(new URL(`${name}.onnx`, folder));
    const result = await inTurn({ file, input }, holds);
    switch (result.kind) {
      case 'ready':
        return null;
      case 'output':
        return result.output;
      case 'cannot load':
        throw new ModelError(`the ${name} can't be loaded: ${result.message}`);
      case 'cannot run':
        throw new Error(`the ${name} can't read this: ${result.message}`);
    }
  };
  return {
    async run(name, { ids, passages }) {
      const { length } = ids;
      if (length === 0 || length > LONGEST_INPUT) {
        throw new RangeError(`the ${name} reads 1 to ${LONGEST_INPUT} word pieces, not ${length}`);
      }
      const output = await ask(name, { ids, passages }, true); // nothing else goes to the thread
      if (output === null) throw new Error(`the ${name} gave nothing`);
      return output;
    },
    async load(name, how) {
      await ask(name, null, how === 'awaited');
    },
  };
}

// A thread can't load TypeScript: unbuilt, in tests, the work is done here.
const inTurn = import.meta.url.endsWith('.ts') ? doHere() : doAside();

const shipped = openModels(new URL('./weights/', import.meta.url));

const remembered = rememberRecent(shipped.run);

/** The models that ship. What the marker gives is large, and asked for once. */
export const models: Models = {
  ...shipped,
  run: (name, input) => (name === 'marker' ? shipped.run : remembered)(name, input),
};

export const { run: runModel, load: loadModel } = models;

/** Queues a task; if it `holds`, the process does not end before it is done. */
type Doing = (task: Task, holds: boolean) => Promise<Result>;

/** Does tasks in this thread, yielding between them. */
function doHere(): Doing {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return doTask(task);
    });
    last = result;
    return result;
  };
}

/** Does tasks in a thread of its own, which starts with the first and keeps no process from ending. */
function doAside(): Doing {
  const waiting: ((result: Result) => void)[] = []; // results come in the order of the tasks
  let thread: Worker | undefined;
  const start = (): Worker => {
    const gate = makeGate();
    const started = new Worker(new URL('./thread.js', import.meta.url), {
      workerData: { readerGate: gate } satisfies ThreadData,
      execArgv: [], // it must not inherit Node's options: `--input-type` would end it
    });
    const endWithProcess = (): void => close(gate);
    process.once('exit', endWithProcess);
    let why = 'its thread ended';
    started.on('message', (result: Result) => {
      waiting.shift()?.(result);
      if (waiting.length === 0) started.unref();
    });
    started.on('error', (error) => {
      why = `its thread ended: ${error.message.split('\n', 1)[0]}`;
    });
    started.on('exit', () => {
      process.off('exit', endWithProcess);
      thread = undefined;
      for (const done of waiting.splice(0)) done({ kind: 'cannot load', message: why });
    });
    return started;
  };
  return (task, holds) =>
    new Promise((resolve) => {
      thread ??= start();
      if (holds) thread.ref();
      else if (waiting.length === 0) thread.unref();
      waiting.push(resolve);
      thread.postMessage(task);
    });
}
