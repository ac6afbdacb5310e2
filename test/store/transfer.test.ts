import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { folderTransfer } from '../../src/store/folder/folder-transfer.ts';
import { exportLines, importLines } from '../../src/store/transfer.ts';
import { incoming, openKept, tempFolder, VOTE } from './opened.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

const LATER = VOTE.replace('£4m', '£5m');
const FERRY = 'A ferry ran aground off the north pier on Friday, the harbour master said.\n';

async function fill() {
  const opened = openKept(tempFolder());
  await opened.store.add(incoming(VOTE, { tags: ['bridges'], byline: 'Jo Lee' }));
  await opened.store.add(incoming(LATER));
  await opened.store.add(incoming(FERRY, { name: 'ferry' }));
  await opened.data.channels.set('slack:T1:C1', 'tag:bridges');
  await opened.data.feedback.note({ answer: 'vote 10-20', verdict: 'right' });
  return opened;
}

test('all of it moves: versions, tags, channels, feedback', async () => {
  const { data } = await fill();
  const { lines, problems } = await exportLines(folderTransfer(data));
  expect(problems).toEqual([]);
  const folder = tempFolder();
  const target = openKept(folder);
  expect(await importLines(lines, folderTransfer(target.data))).toEqual({
    stories: 2,
    problems: [],
  });
  expect(await exportLines(folderTransfer(target.data))).toEqual(
    await exportLines(folderTransfer(data)),
  );
  expect(readFileSync(join(folder, 'stories/vote/1.txt'), 'utf8')).toBe(VOTE);
  target.data.close();
  expect(await openKept(folder).store.find('vote')).toMatchObject({
    byline: 'Jo Lee',
    tags: ['bridges'],
  });
});

test('brought in twice, nothing is there twice', async () => {
  const { lines } = await exportLines(folderTransfer((await fill()).data));
  const { data } = openKept(tempFolder());
  await importLines(lines, folderTransfer(data));
  expect(await importLines(lines, folderTransfer(data))).toEqual({ stories: 0, problems: [] });
  expect((await exportLines(folderTransfer(data))).lines).toEqual(lines);
});

test('what is here already stays', async () => {
  const { lines } = await exportLines(folderTransfer((await fill()).data));
  const { data, store } = openKept(tempFolder());
  await store.add(
    incoming('Another vote altogether, in another town, was held on Sunday morning.\n'),
  );
  await data.channels.set('slack:T1:C1', '');
  const { stories, problems } = await importLines(lines, folderTransfer(data));
  expect([stories, problems]).toEqual([1, [expect.stringContaining('vote is here already')]]);
  expect(await data.channels.get('slack:T1:C1')).toBe('');
});

test.each([
  ['is no JSON', '{"story": '],
  ['story.id is no name', '{"story": {"id": "../../etc"}, "texts": []}'],
  ['story.id is no name', '{"story": null}'],
  [
    'versions',
    '{"story": {"id": "x", "known": null, "byline": null, "tags": [], "origin": null, "note": null, "versions": []}, "texts": []}',
  ],
  [
    'is not what was stored',
    JSON.stringify({
      story: {
        id: 'x',
        known: null,
        byline: null,
        tags: [],
        origin: null,
        note: null,
        versions: [{ number: 1, file: '1.txt', added: '2026-11-22', sha256: '0' }],
      },
      texts: ['A text.'],
    }),
  ],
])('a line that %s is left out and named, and the others come in', async (why, line) => {
  const [head = '', ...rest] = (await exportLines(folderTransfer((await fill()).data))).lines;
  const { data } = openKept(tempFolder());
  const { stories, problems } = await importLines([head, line, ...rest], folderTransfer(data));
  expect([stories, problems]).toEqual([2, [expect.stringContaining(why)]]);
});

test('anything else is refused', async () => {
  const { data } = openKept(tempFolder());
  await expect(importLines(['{"stories": []}'], folderTransfer(data))).rejects.toThrow(
    'is no export of this program',
  );
});
