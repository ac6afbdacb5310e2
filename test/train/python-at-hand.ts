import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pythonIn } from '../../src/train/python.ts';
import { REQUIREMENTS } from '../../src/train/weights.ts';

/** The Python that a training has made beside the checkout, or the one on the path: if it has all. */
function pythonAtHand(): string | undefined {
  const made = join('..', 'verbatim-training', 'python');
  const finished = existsSync(join(made, 'requirements.txt')) ? [pythonIn(made)] : [];
  return [...finished, 'python3'].find((python) => {
    const modules = "'torch transformers tokenizers onnx onnxruntime safetensors'.split()";
    const all = `import sys, importlib.util as u; sys.exit(not all(map(u.find_spec, ${modules})))`;
    return spawnSync(python, ['-c', all]).status === 0;
  });
}

export const python = process.platform === 'win32' ? undefined : pythonAtHand();

/** What a test's name says where it can't run. */
export const lacking = python === undefined ? ' (skipped: no Python with PyTorch at hand)' : '';

/** Makes the Python at hand that of a work folder. */
export function lendPython(work: string): void {
  const lent = pythonIn(join(work, 'python'));
  mkdirSync(join(lent, '..'), { recursive: true });
  writeFileSync(lent, `#!/bin/sh\nexec "${python}" "$@"\n`);
  chmodSync(lent, 0o755);
  cpSync(REQUIREMENTS, join(work, 'python', 'requirements.txt'));
}

/** Writes rows, one a line, as JSON. */
export function writeLines(file: string, rows: readonly object[]): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}
