import { copyFileSync, existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fetchEncoderBase, fetchReaderBase } from './bases.ts';
import { Hindrance, makePython, run } from './python.ts';

type Log = (line: string) => void;

const SCRIPTS = join('src', 'train', 'reader');
const WEIGHTS = join('src', 'reader', 'weights');
const VOCABULARY = join('src', 'reader', 'vocabulary.txt');
const WORK = join('..', 'verbatim-training'); // beside the checkout: a Python and its packages weigh 7 GB

/** The reader's options that are whole numbers, with the least each may be. */
const NUMBERS = { steps: 1, until: 1, seed: 0, threads: 1, rows: 1 } as const;

/**
 * reader --data DIR [--sets a,b:TIMES] [--base FILE|tiny] [--resume] [--steps N] [--seed N] [--threads N]
 *   [--rate R] [--until STEP] [--rows N] [--encoder FILE] [--work DIR] [--out DIR]
 * Trains the reader (see src/train/reader/README.md); gives the exit code.
 */
export async function trainReader(flags: readonly string[], log: Log): Promise<number> {
  const asked = readFlags(flags, {
    ...{ data: 'string', sets: 'string', base: 'string', encoder: 'string' },
    ...{ steps: 'string', until: 'string', seed: 'string', threads: 'string', rows: 'string' },
    ...{ rate: 'string', work: 'string', out: 'string', resume: 'boolean' },
  });
  if (asked.data === undefined) throw new Hindrance('--data is missing: the folder of the sets');
  const data = join(asked.data, 'data');
  const encoder = asked.encoder ?? join(WEIGHTS, 'encoder.onnx'); // chooses the windows of stories
  for (const file of [data, VOCABULARY, encoder]) mustBeThere(file);
  for (const [name, least] of Object.entries(NUMBERS)) mustBeWhole(name, asked[name], least);
  const work = workFolder(asked.work);
  const out = asked.out ?? WEIGHTS;
  const base = asked.base ?? (await fetchReaderBase(work));
  if (base !== 'tiny') mustBeThere(base);
  const python = await makePython(work, join(SCRIPTS, 'requirements.txt'), log);
  const given = ['sets', 'rate', ...Object.keys(NUMBERS)].flatMap((name) => {
    const value = asked[name];
    return value === undefined ? [] : [`--${name}`, value];
  });
  const code = await run(python, [
    ...['-B', join(SCRIPTS, 'main.py'), '--data', data, '--base', base, '--encoder', encoder],
    ...['--vocabulary', VOCABULARY, '--work', join(work, 'reader'), '--out', out, ...given],
    ...(asked.resume === undefined ? [] : ['--resume']),
  ]);
  if (code === 0) copyToBuilt(out, ['reader.onnx', 'reader.origin.json']);
  return code;
}

/**
 * encoder [--base FILE] [--work DIR] [--out DIR]
 * Makes the sentence encoder from published weights, which are not trained further; gives the exit code.
 */
export async function makeEncoder(flags: readonly string[], log: Log): Promise<number> {
  const asked = readFlags(flags, { base: 'string', work: 'string', out: 'string' });
  const work = workFolder(asked.work);
  const out = asked.out ?? WEIGHTS;
  if (asked.base !== undefined) mustBeThere(asked.base);
  const python = await makePython(work, join(SCRIPTS, 'requirements.txt'), log);
  const pinned = join(SCRIPTS, 'encoder-base.txt');
  const base = asked.base ?? (await fetchEncoderBase(work, python, pinned));
  const file = join(out, 'encoder.onnx');
  const code = await run(python, [
    ...['-B', join(SCRIPTS, 'encoder.py'), '--base', base, '--out', file],
  ]);
  if (code === 0) copyToBuilt(out, ['encoder.onnx', 'encoder.origin.json']);
  return code;
}

type Flags = Readonly<Record<string, string | undefined>>;

/** The flags by name; a switch that is on is 'true'. */
function readFlags(
  flags: readonly string[],
  known: Readonly<Record<string, 'string' | 'boolean'>>,
): Flags {
  const options = Object.fromEntries(Object.entries(known).map(([name, type]) => [name, { type }]));
  try {
    const { values } = parseArgs({ args: [...flags], options, strict: true });
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
  } catch (cause) {
    const [line = ''] = (cause as Error).message.split(/[.\n]/); // what follows is advice on `--`
    throw new Hindrance(line);
  }
}

function mustBeThere(file: string): void {
  if (!existsSync(file)) throw new Hindrance(`${file} is not there`);
}

function mustBeWhole(name: string, value: string | undefined, least: number): void {
  if (value !== undefined && !(/^\d+$/.test(value) && Number(value) >= least)) {
    throw new Hindrance(`--${name}: ${value} is no whole number from ${least} on`);
  }
}

function workFolder(asked: string = WORK): string {
  const work = resolve(asked);
  const from = relative(process.cwd(), work);
  if (!from.startsWith('..') && resolve(from) === work) {
    throw new Hindrance(`--work: ${asked} lies inside the checkout`);
  }
  return work;
}

/** Gives the built program the new weights, if it has a folder for them. */
function copyToBuilt(out: string, files: readonly string[]): void {
  const built = fileURLToPath(new URL('../reader/weights/', import.meta.url));
  if (out !== WEIGHTS || !existsSync(built) || resolve(built) === resolve(out)) return;
  for (const file of files) copyFileSync(join(out, file), join(built, file));
}
