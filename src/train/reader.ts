import { join } from 'node:path';
import { fetchEncoderBase, fetchReaderBase } from './bases.ts';
import { mustBeThere, mustBeWhole, passOn, readFlags, workFolder } from './flags.ts';
import { Hindrance, makePython, run } from './python.ts';
import { copyToBuilt, REQUIREMENTS, WEIGHTS } from './weights.ts';

type Log = (line: string) => void;

const SCRIPTS = join('src', 'train', 'reader');
const VOCABULARY = join('src', 'reader', 'vocabulary.txt');

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
  const python = await makePython(work, REQUIREMENTS, log);
  const code = await run(python, [
    ...['-B', join(SCRIPTS, 'main.py'), '--data', data, '--base', base, '--encoder', encoder],
    ...['--vocabulary', VOCABULARY, '--work', join(work, 'reader'), '--out', out],
    ...passOn(asked, ['sets', 'rate', ...Object.keys(NUMBERS)]),
    ...(asked.resume === undefined ? [] : ['--resume']),
  ]);
  if (code === 0 && out === WEIGHTS) copyToBuilt(out, ['reader.onnx', 'reader.origin.json']);
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
  const python = await makePython(work, REQUIREMENTS, log);
  const pinned = join(SCRIPTS, 'encoder-base.txt');
  const base = asked.base ?? (await fetchEncoderBase(work, python, pinned));
  const file = join(out, 'encoder.onnx');
  const code = await run(python, [
    ...['-B', join(SCRIPTS, 'encoder.py'), '--base', base, '--out', file],
  ]);
  if (code === 0 && out === WEIGHTS) copyToBuilt(out, ['encoder.onnx', 'encoder.origin.json']);
  return code;
}
