import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { fileFeedback } from '../../src/store/folder/feedback-files.ts';
import { takeLock } from '../../src/store/folder/lock.ts';
import { NOON, openKept, tempFolder } from './opened.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

describe('the lock', () => {
  test('refuses a second opening with a line that names the folder and the process', () => {
    const folder = tempFolder();
    openKept(folder);
    expect(() => openKept(folder)).toThrow(`${folder}: another process has this data folder`);
    expect(() => openKept(folder)).toThrow(`process ${process.pid} on`);
  });

  test('is given back at the end', () => {
    const folder = tempFolder();
    openKept(folder).data.close();
    expect(existsSync(join(folder, 'lock'))).toBe(false);
    openKept(folder);
  });

  const dead: readonly [string, object | string][] = [
    ['a process that is gone', { pid: 2 ** 22 + 1, host: hostname(), started: '1' }],
    ['an earlier process of the same number', { pid: process.pid, host: hostname(), started: '0' }],
    ['nobody, being garbled', '{"pid":'],
  ];
  test.each(dead)('is taken over from %s', (_, holder) => {
    const folder = tempFolder();
    const text = typeof holder === 'string' ? holder : JSON.stringify(holder);
    writeFileSync(join(folder, 'lock'), text);
    takeLock(folder, () => NOON)();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of another host holds while there are signs of life, and no longer', () => {
    const folder = tempFolder();
    const holder = { pid: 1, host: 'elsewhere', started: '1' };
    writeFileSync(join(folder, 'lock'), JSON.stringify(holder));
    expect(() => takeLock(folder, Date.now)).toThrow('process 1 on elsewhere');
    takeLock(folder, () => Date.now() + 120_000)();
  });
});

describe('a folder that can’t be written', () => {
  test('is said in one line', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'data'), 'a file');
    expect(() => openKept(join(folder, 'data'))).toThrow(/data: can't be made \(/);
  });

  test.skipIf(!existsSync('/proc/self'))('where nothing can be made is said in one line', () => {
    expect(() => openKept('/proc/verbatim/data')).toThrow(/can't be made \(/);
  });

  test.skipIf(process.getuid?.() === 0)('being read-only is said in one line', () => {
    const folder = join(tempFolder(), 'data');
    mkdirSync(folder);
    chmodSync(folder, 0o555);
    expect(() => openKept(folder)).toThrow(/can't be written \(it is not allowed\)/);
    chmodSync(folder, 0o755);
  });
});

describe('channels', () => {
  test('are about the same after a restart', () => {
    const folder = tempFolder();
    const { data } = openKept(folder);
    data.channels.set('slack:T1:C1', 'vote');
    data.channels.set('slack:T1:C2', 'tag:bridges');
    data.channels.set('slack:T1:C2', '');
    data.close();
    const { channels } = openKept(folder).data;
    expect([...channels.entries()]).toEqual([
      ['slack:T1:C1', 'vote'],
      ['slack:T1:C2', ''],
    ]);
  });

  test('of a damaged file are named, and the file is left as it is', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'channels.json'), '{"slack:T1:C1": 5}');
    expect(() => openKept(folder)).toThrow('channels.json: slack:T1:C1 is no text');
    expect(readFileSync(join(folder, 'channels.json'), 'utf8')).toBe('{"slack:T1:C1": 5}');
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });
});

describe('feedback', () => {
  const DAY = 86_400_000;

  test('is the answer and the verdict, and gone after 30 days', () => {
    const folder = join(tempFolder(), 'feedback');
    let now = NOON;
    const book = fileFeedback(folder, () => now);
    book.note({ answer: 'vote 10-20', verdict: 'wrong-speaker' });
    expect(book.lines()).toEqual([
      '{"at":"2026-11-22T12:00:00.000Z","answer":"vote 10-20","verdict":"wrong-speaker"}',
    ]);
    now += 30 * DAY;
    expect(book.lines()).toHaveLength(1);
    now += DAY;
    expect(book.lines()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that a kill cut short is left out, and what follows is kept', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, '2026-11-22.jsonl'), '{"at":"2026');
    const book = fileFeedback(folder, () => NOON);
    expect(book.lines()).toEqual([]);
    book.note({ answer: 'vote 10-20', verdict: 'right' });
    expect(book.lines()).toEqual([expect.stringContaining('"right"')]);
  });
});
