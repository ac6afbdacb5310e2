import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildHere } from '../store/build.ts';
import { tempFolder, VOTE } from '../store/opened.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const build = { folder: '', clear: (): void => undefined };
beforeAll(() => Object.assign(build, buildHere()));
afterAll(() => build.clear());

/** A program in a folder that keeps a story. */
async function start(args: readonly string[]) {
  const cwd = tempFolder();
  const main = join(build.folder, 'adapters/main.js');
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: 'kept', HTTP_PORT: '0' };
  writeFileSync(join(cwd, 'vote.txt'), VOTE);
  const added = spawn(process.execPath, [main, 'add', 'vote.txt'], { cwd, env });
  expect(await new Promise((done) => added.once('close', done))).toBe(0);
  const child = spawn(process.execPath, [main, ...args], { cwd, env });
  const said = { err: '' };
  child.stderr.on('data', (part) => {
    said.err += String(part);
  });
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  return { child, ended, said, lock: join(cwd, 'kept/lock') };
}

test.each([
  ['the console', ['console', '--json'], '', 143],
  ['stories that are typed in', ['add', '-'], '', 143],
  ['the HTTP server', ['serve'], 'serve: ready', 0],
  ['the bots and the server', ['start'], 'serve: ready', 0],
  ['assistants, with a folder that is watched', ['mcp', '--watch', '.'], '', 0],
] as const)('SIGTERM ends %s and gives the data folder back', async (_, args, ready, code) => {
  const { child, ended, said, lock } = await start(args);
  await vi.waitFor(() => expect(existsSync(lock)).toBe(true), 60_000);
  await vi.waitFor(() => expect(said.err).toContain(ready), 60_000);
  await new Promise((resolve) => setTimeout(resolve, 1_500)); // it has come as far as waiting
  const since = Date.now();
  child.kill('SIGTERM');
  expect(await ended).toBe(code);
  expect(existsSync(lock)).toBe(false);
  expect(said.err).not.toMatch(/Error|at .*\.js/);
  expect(Date.now() - since).toBeLessThan(30_000); // within six seconds where the machine is free
});
