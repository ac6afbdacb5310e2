import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { root } from '../stories.ts';

vi.setConfig({ testTimeout: 120_000 });

const main = fileURLToPath(new URL('dist/adapters/main.js', root));

test.each([
  [['console', 'vote.txt'], 'verbatim console: "vote.txt" was not expected'],
  [['start', 'vote.txt'], 'verbatim start: "vote.txt" was not expected'],
  [['slack', 'vote.txt'], 'verbatim slack: "vote.txt" was not expected'],
  [['discord', 'register', 'twice'], 'verbatim discord: "twice" was not expected'],
  [['stories', 'vote.txt'], 'verbatim stories: "vote.txt" was not expected'],
  [['import', 'a.jsonl', 'b.jsonl'], 'verbatim import: "b.jsonl" was not expected'],
  [['vote.txt', 'other.txt'], 'there is no "verbatim vote.txt"'],
])('verbatim %s is told in one line what was not expected', (args, line) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH ?? '' },
    input: '',
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr.trim()).toMatch(/^[^\n]+$/);
  expect(stderr).toContain(line);
});
