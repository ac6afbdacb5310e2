import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/postgres/database.ts';
import { buildHere } from '../store/build.ts';
import { VOTE } from '../store/opened.ts';
import { DATABASE, describeWith, freshName, SEARCH } from './engines.ts';

const engines = { TEST_DATABASE_URL: DATABASE, TEST_SEARCH_URL: SEARCH };
describeWith(engines, 'verbatim over a database and a search engine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-fleet-'));
  const name = freshName();
  const url = new URL(DATABASE ?? 'postgres://none/none');
  url.pathname = `/${name}`;
  const build = { folder: '', clear: (): void => undefined };
  const env = {
    PATH: process.env.PATH ?? '',
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: url.href,
    SEARCH_URL: SEARCH ?? '',
  };
  const run = (
    args: readonly string[],
    input = '',
    more: Readonly<Record<string, string>> = {},
  ) => {
    const how = { cwd: folder, env: { ...env, ...more }, input, encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(build.folder, 'adapters/main.js'), ...args],
      how,
    );
    return { status, stdout, stderr };
  };
  beforeAll(async () => {
    Object.assign(build, buildHere());
    const server = openDatabase(DATABASE ?? '');
    await server.query(`create database ${name}`);
    await server.close();
    writeFileSync(join(folder, 'vote.txt'), VOTE);
  }, 300_000);
  afterAll(() => {
    build.clear();
    rmSync(folder, { recursive: true, force: true });
  });

  test('says what is missing', () => {
    expect(run(['stories'])).toMatchObject({
      stderr: expect.stringContaining('run "verbatim migrate" first'),
    });
    expect(run(['migrate'], '', { DATABASE_URL: '', SEARCH_URL: '' })).toMatchObject({
      stderr: expect.stringContaining('DATABASE_URL is not set'),
    });
    expect(run(['stories'], '', { DATABASE_URL: '' })).toMatchObject({
      stderr: expect.stringContaining('SEARCH_URL: needs DATABASE_URL'),
    });
    expect(run(['stories'], '', { DATABASE_URL: 'postgres://127.0.0.1:9/none' })).toMatchObject({
      stderr: expect.stringContaining("the database can't be asked (ECONNREFUSED)"),
    });
  });

  test('keeps stories that every process can ask, and moves them both ways', () => {
    expect(run(['migrate'])).toMatchObject({ status: 0, stderr: '' });
    expect(run(['migrate']).stdout).toContain('up to date');
    expect(run(['add', '--tag', 'bridges', 'vote.txt'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('added vote'),
    });
    expect(run(['stories']).stdout).toContain('vote');
    const asked = run(['console', '--json'], 'Who is the mayor?\n/stories\n');
    expect(asked).toMatchObject({ status: 0, stdout: expect.stringContaining('Ann Ode') });
    const exported = run(['export', 'all.jsonl']);
    expect(exported).toMatchObject({ status: 0, stderr: '' });
    const here = { DATABASE_URL: '', SEARCH_URL: '' };
    expect(run(['import', 'all.jsonl'], '', here).stdout).toContain('1 imported, 0 skipped.');
    expect(run(['console', '--json'], 'Who is the mayor?\n', here).stdout.split('\n')[0]).toBe(
      asked.stdout.split('\n')[0],
    );
    expect(run(['export', 'again.jsonl'], '', here).status).toBe(0);
    expect(run(['remove', 'vote']).status).toBe(0);
    expect(run(['import', 'again.jsonl']).stdout).toContain('1 imported, 0 skipped.');
    expect(run(['reindex'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('indexed'),
    });
    expect(run(['console', '--json'], 'Who is the mayor?\n').stdout.split('\n')[0]).toBe(
      asked.stdout.split('\n')[0],
    );
  }, 300_000);
});
