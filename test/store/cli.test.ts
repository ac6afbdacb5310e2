import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { VOTE } from './opened.ts';

vi.setConfig({ testTimeout: 120_000 }); // a busy machine takes its time

import { FERRY, makeDesk } from './built-desk.ts';

describe('verbatim add, stories, remove, refresh', () => {
  test('keep what can be read, and name what can’t', () => {
    const { run, cwd } = makeDesk();
    const added = run(['add', '--tag', 'harbour', 'in']);
    expect(added).toMatchObject({
      status: 2,
      out: ['added ferry', 'added vote', '2 added, 0 changed, 0 here already, 1 failed.'],
      err: [`${resolve(cwd, 'in/photo.txt')}: is binary, not text`],
    });
    expect(run(['stories']).out).toEqual([
      expect.stringMatching(/^ferry · version 1 · .* · harbour$/),
      expect.stringMatching(/^vote · version 1 · .* · harbour$/),
    ]);
    writeFileSync(join(cwd, 'in/vote.txt'), VOTE.replace('£4m', '£5m'));
    expect(run(['refresh']).out).toEqual([
      'here already: ferry',
      'changed vote (version 2)',
      '0 added, 1 changed, 1 here already, 0 failed.',
    ]);
    expect(run(['remove', 'ferry', 'zebra'])).toMatchObject({
      status: 2,
      err: ['zebra: there is no such story'],
    });
    expect(readdirSync(join(cwd, 'kept/stories'))).toEqual(['vote']);
  });

  test('take a story from the input, and refuse addresses while FETCH is off', () => {
    const { run } = makeDesk();
    expect(run(['add', '-'], FERRY).out[0]).toBe('added a-ferry-ran-aground-off-the');
    expect(run(['add', 'https://news.example/'])).toMatchObject({
      status: 2,
      err: [expect.stringContaining('FETCH=on')],
    });
    expect(run(['add', 'nowhere']).err).toEqual(['nowhere: there is no such file or folder']);
    expect(run(['add'])).toMatchObject({ status: 2, out: [''] });
  });

  test('add --dry-run shows what would become of each file, and keeps nothing', () => {
    const { run, cwd } = makeDesk();
    const mail = `From: Coast Council <press@coast.example>\r\nSubject: Press release: Ferry aground\r\nDate: Tue, 3 Mar 2026 10:15:00 +0000\r\nMessage-ID: <1@coast.example>\r\nMIME-Version: 1.0\r\n\r\n${FERRY.trim()}\r\n\r\nENDS\r\n`;
    writeFileSync(join(cwd, 'in/ferry.eml'), mail);
    writeFileSync(join(cwd, 'in/pier.png'), 'x');
    writeFileSync(join(cwd, 'in/dock.jpg'), 'x');
    const shown = run(['add', '--dry-run', 'in']);
    expect(shown.out).toEqual(
      expect.arrayContaining([
        resolve(cwd, 'in/ferry.eml'),
        '  headline   Ferry aground',
        '  publisher  Coast Council',
        '  date       2026-03-03T10:15:00+00:00',
        '  paragraphs 1',
        '  set aside  1',
        '    separator: ENDS',
        '3 would be read, 1 failed. Nothing is kept.',
      ]),
    );
    expect(shown).toMatchObject({
      status: 2,
      err: [
        `${resolve(cwd, 'in/photo.txt')}: is binary, not text`,
        'Left out, 2 pictures: dock.jpg, pier.png',
      ],
    });
    expect(readdirSync(cwd)).toEqual(['in']);
    expect(run(['add', 'in']).err).toContain('Left out, 2 pictures: dock.jpg, pier.png');
  });

  test('say that nothing is kept yet, and make no folder for that', () => {
    const { cwd, run } = makeDesk();
    for (const command of ['stories', 'refresh']) {
      expect(run([command])).toEqual({
        status: 0,
        out: [''],
        err: ['No story is kept in kept yet.'],
      });
    }
    expect(run(['remove', 'vote'])).toMatchObject({ status: 2, out: [''] });
    expect(readdirSync(cwd)).toEqual(['in']);
  });

  test('are answered from afterwards, and instead of the seeds', () => {
    const { run } = makeDesk();
    run(['add', 'in/ferry.md']);
    const { out, status } = run(['console', '--json'], 'Who said nobody was hurt?\n/stories\n');
    expect(status).toBe(0);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({
      answer: 'Bo Lund',
      passages: [{ story: 'ferry' }],
    });
    expect(JSON.parse(out[1] ?? '').rows).toMatchObject([{ story: 'ferry' }]);
  });

  test('without a platform, verbatim start is the console: files come in, lines of JSON go out', () => {
    const { run } = makeDesk();
    run(['add', 'in/vote.txt']);
    const { out, err, status } = run(['start', '--json'], '/add in/ferry.md\n/stories\n');
    expect([status, err[0]]).toEqual([0, expect.stringContaining('this is the console')]);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ found: true });
    expect(out[1]).toContain('"story":"ferry"');
  });

  test('a .env that can’t be read is named, and not taken for none', () => {
    const { cwd, run } = makeDesk();
    const env = join(cwd, '.env');
    writeFileSync(env, 'DATA_DIR=elsewhere\r\n', 'utf16le');
    expect(run(['stories'])).toMatchObject({ status: 1, err: ['.env: is not UTF-8 text'] });
    rmSync(env);
    mkdirSync(env);
    expect(run(['start'])).toMatchObject({ status: 1, err: [".env: can't be read (EISDIR)"] });
  });

  test('move with export and import', () => {
    const [from, to] = [makeDesk(), makeDesk()];
    from.run(['add', 'in']);
    const exported = from.run(['export']).out.join('\n');
    expect(to.run(['import', '-'], exported)).toMatchObject({
      status: 0,
      out: ['2 imported, 0 skipped.'],
    });
    expect(to.run(['stories']).out).toEqual(from.run(['stories']).out);
  });
});

test('Ctrl-C ends adding after the story in hand, and loses nothing', async () => {
  const { cwd, run, start } = makeDesk();
  for (let n = 0; n < 400; n += 1) {
    writeFileSync(
      join(cwd, `in/port-${n}.txt`),
      `Port ${n} reopened on Friday after ${n} weeks of work.\n`,
    );
  }
  const adding = start(['add', 'in']);
  let said = '';
  adding.stdout.on('data', (chunk) => {
    if (said === '') adding.kill('SIGINT');
    said += chunk;
  });
  const code = await new Promise((ended) => adding.once('close', ended));
  expect(code).toBe(130);
  const added = said.split('\n').filter((line) => line.startsWith('added ')).length;
  expect(added).toBeGreaterThan(0);
  expect(added).toBeLessThan(402);
  expect(run(['stories']).out).toHaveLength(added);
});
