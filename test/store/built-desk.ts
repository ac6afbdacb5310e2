import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, vi } from 'vitest';
import { buildHere } from './build.ts';
import { tempFolder, VOTE } from './opened.ts';

vi.setConfig({ testTimeout: 120_000 }); // a busy machine takes its time
/** The program, built for one test file. */
export const build = { folder: '', clear: (): void => undefined };
beforeAll(() => Object.assign(build, buildHere()), 120_000);
afterAll(() => build.clear());

export const FERRY =
  'A ferry ran aground off the north pier on Friday. “Nobody was hurt,” said Bo Lund, the harbour master.\n';

/** A folder with two stories and a broken one, and the program in it. */
export function makeDesk() {
  const cwd = tempFolder();
  mkdirSync(join(cwd, 'in'));
  writeFileSync(join(cwd, 'in/vote.txt'), VOTE);
  writeFileSync(join(cwd, 'in/ferry.md'), FERRY);
  writeFileSync(join(cwd, 'in/photo.txt'), Buffer.from([1, 0, 2]));
  const main = join(build.folder, 'adapters/main.js');
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: 'kept' };
  const run = (args: readonly string[], input = '') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
      cwd,
      env,
      input,
    });
    return {
      status,
      out: String(stdout).trim().split('\n'),
      err: String(stderr).trim().split('\n'),
    };
  };
  const start = (args: readonly string[]) => spawn(process.execPath, [main, ...args], { cwd, env });
  return { cwd, run, start };
}

/** Waits until a stream has said something; resolves to all it has said by then. */
export function listen(stream: Readable): (words: string) => Promise<string> {
  let said = '';
  stream.on('data', (chunk) => {
    said += chunk;
  });
  return async (words) => {
    while (!said.includes(words)) {
      await new Promise((more, end) => {
        stream.once('data', more);
        stream.once('end', () => end(new Error(`never said ${words}, but ${said}`)));
      });
    }
    return said;
  };
}

/** Thirty stories in the folder. */
export function addPorts(cwd: string): void {
  for (let n = 0; n < 30; n += 1) {
    const text = `Port ${n} reopened on Friday after ${n} weeks. “It is done,” said Bo Lund, the harbour master.\n`;
    writeFileSync(join(cwd, `in/port-${n}.txt`), text);
  }
}
