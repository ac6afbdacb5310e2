import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { enter, type Gate, leave } from './gate.ts';

/** Word pieces with CLS and SEP, and where the second segment begins: `ids.length` for none. */
export interface Input {
  readonly ids: Int32Array;
  readonly passages: number;
}

/** What a model made of its input: for each piece, or as one row, `width` numbers. */
export interface Output {
  readonly values: Float32Array;
  readonly width: number;
}

/** A model's file, and what it is to read: null where it is only to be made ready. */
export interface Task {
  readonly file: string;
  readonly input: Input | null;
}

export type Result =
  | { readonly kind: 'ready' }
  | { readonly kind: 'output'; readonly output: Output }
  | { readonly kind: 'cannot load'; readonly message: string }
  | { readonly kind: 'cannot run'; readonly message: string };

/** What a worker thread is started with. */
export interface ThreadData {
  readonly readerGate: Gate;
}

/** Loads the model when it is first asked for, and runs it. Never rejects. */
export async function doTask({ file, input }: Task): Promise<Result> {
  let model: Model;
  try {
    model = await openModel(file);
  } catch (error) {
    return { kind: 'cannot load', message: firstLine(error) };
  }
  if (input === null) return { kind: 'ready' };
  try {
    return { kind: 'output', output: await run(model, input) };
  } catch (error) {
    return { kind: 'cannot run', message: firstLine(error) };
  }
}

interface Tensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

interface Model {
  readonly outputNames: readonly string[];
  run(inputs: object, outputs: readonly string[]): Promise<Readonly<Record<string, Tensor>>>;
}

interface Runtime {
  readonly InferenceSession: { create(file: string, options: object): Promise<Model> };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => Tensor;
}

const ONE_THREAD = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  logSeverityLevel: 4, // failures are reported by the error, not on the terminal
};

const models = new Map<string, Model>();

async function openModel(file: string): Promise<Model> {
  const known = models.get(file);
  if (known) return known;
  const { InferenceSession } = loadRuntime();
  if (!existsSync(file)) throw new Error(`${file}: there is no such file`);
  try {
    const model = await InferenceSession.create(file, ONE_THREAD);
    models.set(file, model);
    return model;
  } catch (error) {
    throw new Error(`${file}: ${firstLine(error)}`, { cause: error });
  }
}

const require = createRequire(import.meta.url);

/** The runtime is native: where a platform has none, only this fails. It comes without types. */
function loadRuntime(): Runtime {
  try {
    return require('onnxruntime-node') as Runtime;
  } catch (error) {
    const platform = `${process.platform} ${process.arch}`;
    throw new Error(`onnxruntime-node on ${platform}: ${firstLine(error)}`, { cause: error });
  }
}

async function run(model: Model, { ids, passages }: Input): Promise<Output> {
  const { Tensor } = loadRuntime();
  const tensor = (data: BigInt64Array): Tensor => new Tensor('int64', data, [1, ids.length]);
  const inputs = {
    input_ids: tensor(BigInt64Array.from(ids, BigInt)),
    token_type_ids: tensor(new BigInt64Array(ids.length).fill(1n, passages)),
    attention_mask: tensor(new BigInt64Array(ids.length).fill(1n)),
  };
  const [name = ''] = model.outputNames;
  const made = (await model.run(inputs, [name]))[name];
  if (!made) throw new Error('it has no output');
  return { values: Float32Array.from(made.data), width: made.dims.at(-1) ?? 0 };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}

/** In a thread: handles messages one after the other until the process ends. */
function work(gate: Gate): void {
  let last = Promise.resolve();
  parentPort?.on('message', (task: Task) => {
    last = last.then(async () => {
      if (!enter(gate)) return;
      const result = await doTask(task);
      leave(gate);
      const moved = result.kind === 'output' ? [result.output.values.buffer as ArrayBuffer] : [];
      parentPort?.postMessage(result, moved);
    });
  });
}

const given: unknown = isMainThread ? null : workerData;
if (typeof given === 'object' && given !== null && 'readerGate' in given) {
  work(given.readerGate as Gate);
}
