import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { takeLock } from '../../src/store/folder/lock.ts';
import { incoming, NOON, openKept, tempFolder, VOTE } from './opened.ts';

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
    takeLock(
      folder,
      () => NOON,
      () => undefined,
    ).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  // whose processes can't be looked up: a number says nothing in another container
  const away: readonly [string, object][] = [
    ['another host', { pid: 1, host: 'elsewhere', started: '1' }],
    ['another container of this name', { pid: 1, host: hostname(), space: 'x', started: '1' }],
    ['another container, and a number that is in use here', { ...own(), space: 'x' }],
  ];
  test.each(away)('of %s holds while there are signs of life', (_, holder) => {
    const folder = tempFolder();
    const file = join(folder, 'lock');
    writeFileSync(file, JSON.stringify(holder));
    let beats = 0;
    const renew = (): void => {
      beats += 1;
      utimesSync(file, beats, beats);
    };
    expect(() => takeLock(folder, () => NOON, renew)).toThrow('another process has this');
    expect(beats).toBe(1);
  });

  test.each(away)('of %s is taken after some seconds without one', (_, holder) => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'lock'), JSON.stringify(holder));
    let waited = 0;
    const wait = (time: number): void => {
      waited += time;
    };
    const lock = takeLock(folder, () => NOON, wait);
    expect(waited).toBeLessThan(15_000);
    lock.check();
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that is given back while one waits is taken, and one that comes meanwhile is not', () => {
    const folder = tempFolder();
    const file = join(folder, 'lock');
    writeFileSync(file, JSON.stringify({ pid: 1, host: 'elsewhere', started: '1' }));
    takeLock(
      folder,
      () => NOON,
      () => rmSync(file),
    ).release();
    writeFileSync(file, ''); // being written
    const write = (): void => writeFileSync(file, JSON.stringify(own()));
    expect(() => takeLock(folder, () => NOON, write)).toThrow(`process ${process.pid} on`);
  });

  test('needs no links', () => {
    expect(readFileSync('src/store/folder/lock.ts', 'utf8')).not.toMatch(/\blinkSync/);
  });

  test('that another took while this process stood still keeps it from writing', async () => {
    const folder = tempFolder();
    const { store, data } = openKept(folder);
    await store.add(incoming(VOTE));
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 7, host: 'elsewhere' }));
    await expect(store.add(incoming(VOTE.replace('£4m', '£5m')))).rejects.toThrow(
      'was taken by another process (process 7 on elsewhere)',
    );
    await expect(data.channels.set('slack:T1:C1', 'vote')).rejects.toThrow('was taken');
    expect(readdirSync(join(folder, 'stories/vote'))).toEqual(['1.txt', 'story.json']);
    data.close();
    expect(existsSync(join(folder, 'lock'))).toBe(true); // it is the other's
  });
});

/** This process as the holder of a lock. */
function own(): object {
  return { pid: process.pid, host: hostname(), started: '' };
}
