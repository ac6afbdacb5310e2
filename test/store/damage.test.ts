import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { type Write, writeThrough } from '../../src/store/folder/disk.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { incoming, openKept, tempFolder, VOTE } from './opened.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

const LATER = VOTE.replace('£4m', '£5m');
const OTHER =
  'A ferry ran aground off the north pier on Friday. Nobody was hurt, the harbour master said.\n';
describe('what is damaged', () => {
  const damage: readonly [string, string, string, RegExp][] = [
    ['a record cut short', 'story.json', '{"id": "vo', /vote\/story\.json: is no JSON/],
    ['a record of another story', 'story.json', '{"id": "x"}', /id is not the folder's name/],
    ['a text that was edited', '1.txt', 'Something else.', /vote\/1\.txt: is not what was stored/],
    ['an empty text', '1.txt', '', /vote\/1\.txt: is not what was stored/],
  ];
  test.each(damage)('%s costs that story only', async (_, file, content, line) => {
    const folder = tempFolder();
    const opened = openKept(folder);
    await opened.store.add(incoming(VOTE));
    await opened.store.add(incoming(OTHER, { name: 'ferry' }));
    opened.data.close();
    writeFileSync(join(folder, 'stories/vote', file), content);
    const again = openKept(folder);
    expect(again.problems).toEqual([expect.stringMatching(line)]);
    expect((await again.archive.page(null, 0, 99)).map(({ id }) => id)).toEqual(['ferry']);
    expect((await again.store.add(incoming(VOTE))).record.id).toBe('vote-2');
    expect(readFileSync(join(folder, 'stories/vote', file), 'utf8')).toBe(content);
  });

  test.each([
    ['1.txt', [], ['vote'], LATER],
    ['2.txt', [expect.stringContaining('vote/2.txt: is not what was stored')], [], undefined],
  ])('of two versions, in %s, costs no more than that version', async (file, lines, ids, text) => {
    const folder = tempFolder();
    const opened = openKept(folder);
    await opened.store.add(incoming(VOTE));
    await opened.store.add(incoming(LATER));
    opened.data.close();
    writeFileSync(join(folder, 'stories/vote', file), 'Something else.');
    const { problems, archive, store } = openKept(folder);
    expect(problems).toEqual(lines);
    expect((await archive.page(null, 0, 99)).map(({ id }) => id)).toEqual(ids);
    expect(archive.at('vote')?.article.text).toBe(text);
    const again = await store.add(incoming(`${LATER}More is known.\n`));
    expect(again.record.id).toBe(ids[0] ?? 'vote-2');
  });

  test('a record that points outside its folder is not followed', async () => {
    const folder = tempFolder();
    const opened = openKept(folder);
    await opened.store.add(incoming(VOTE));
    opened.data.close();
    const file = join(folder, 'stories/vote/story.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"1.txt"', '"../../../secret.txt"'));
    expect(openKept(folder).problems).toEqual([expect.stringContaining('versions.file')]);
  });

  test('what a killed process left half written is cleared away', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'stories/.unfinished-1-vote'), { recursive: true });
    const { problems } = openKept(folder);
    expect([problems, existsSync(join(folder, 'stories/.unfinished-1-vote'))]).toEqual([[], false]);
  });
});

describe('a disk that is full', () => {
  /** Fails at the nth file, of which the lock is the first, and leaves half of it there, as a full disk does. */
  function fullAfter(files: number): Write {
    let left = files;
    return (file, text) => {
      left -= 1;
      if (left >= 0) return writeThrough(file, text);
      writeFileSync(file, text.slice(0, text.length / 2));
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
  }

  test.each([0, 1])('adds nothing when file %i of a new story fails', async (files) => {
    const folder = tempFolder();
    const { store, archive, data } = openKept(folder, undefined, fullAfter(files + 1));
    await expect(store.add(incoming(VOTE))).rejects.toThrow(
      /vote: can't be kept \(there is no space left\)/,
    );
    expect([await archive.page(null, 0, 99), await store.page(0, 99)]).toEqual([[], []]);
    data.close();
    expect(openKept(folder).problems).toEqual([]);
  });

  test('is no reason not to answer: what can’t be locked is read', async () => {
    const folder = tempFolder();
    const { store, data } = openKept(folder);
    await store.add(incoming(VOTE));
    data.close();
    const again = openKept(folder, undefined, fullAfter(0));
    expect(again.data.problems).toEqual([expect.stringContaining('there is no space left')]);
    expect(again.archive.at('vote')?.article.text).toBe(VOTE);
    expect(readdirSync(folder)).toEqual(['stories']); // and no half of a lock that others would wait for
    expect(() => openKept(tempFolder(), undefined, fullAfter(0))).toThrow('no space left');
  });

  test('does not count a channel’s choice that it can’t keep', async () => {
    const folder = tempFolder();
    const { data } = openKept(folder, undefined, fullAfter(2));
    await data.channels.set('slack:T1:C1', 'vote');
    for (const channel of ['slack:T1:C1', 'slack:T1:C2'])
      await expect(data.channels.set(channel, 'ferry')).rejects.toThrow('there is no space left');
    const kept = [['slack:T1:C1', 'vote']];
    expect([...(await data.channels.entries())]).toEqual(kept);
    data.close();
    expect([...(await openKept(folder).data.channels.entries())]).toEqual(kept);
  });

  test.each([2, 3])('keeps the last good state when file %i fails, of a change', async (files) => {
    const folder = tempFolder();
    const { store, archive, data } = openKept(folder, undefined, fullAfter(files + 1));
    await store.add(incoming(VOTE));
    await expect(store.add(incoming(LATER))).rejects.toThrow(StoreError);
    expect(archive.at('vote')?.article.text).toBe(VOTE);
    data.close();
    const again = openKept(folder);
    expect([again.problems, again.archive.at('vote')?.article.text]).toEqual([[], VOTE]);
    expect((await again.store.add(incoming(LATER))).kind).toBe('changed');
  });
});
