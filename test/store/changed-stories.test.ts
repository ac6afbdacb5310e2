import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { createEarlier } from '../../src/store/earlier.ts';
import { FERRY_ID, openBot, openFilled, textOf, VOTE_ID } from './chat-desk.ts';
import { incoming, openKept, tempFolder, VOTE } from './opened.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time
describe('a story that changes', () => {
  const later = VOTE.replace('to cars', 'to lorries').replace('£4m', '£5m');

  test('shows its versions and what changed, in its own words', async () => {
    const { ask, data } = await openFilled();
    await ask(`/add ${later}`);
    const { rows } = await ask(`/changes ${VOTE_ID}`);
    expect(rows).toMatchObject([
      { version: 1 },
      { version: 2 },
      {
        before: expect.stringContaining('bridge to cars. "It is'),
        after: expect.stringContaining('bridge to lorries. "It is'),
      },
      { before: expect.stringContaining('£4m'), after: expect.stringContaining('£5m') },
    ]);
    expect(textOf(await ask(`/changes ${FERRY_ID}`))).toContain('1 version');
    expect(await ask('/changes')).toMatchObject({ found: false });
    data.close();
  });

  test('says so with an answer whose passage changed, and with no other', async () => {
    const { ask, data } = await openFilled();
    await ask(`/add ${later}`);
    await ask(`/use ${VOTE_ID}`);
    expect(textOf(await ask('What did the council vote to close?'))).toContain(
      'was added or changed in version 2 (2026-11-22)',
    );
    expect(textOf(await ask('/who-said not safe any more'))).not.toContain('version');
    data.close();
  });
});

test.each([
  ['is gone', (file: string) => rmSync(file)],
  ['is damaged', (file: string) => writeFileSync(file, 'something else')],
])('a version before that %s costs a note, and no answer', async (_, harm) => {
  const { ask, data, folder } = await openFilled();
  await ask(`/add ${VOTE.replace('to cars', 'to lorries')}`);
  harm(join(folder, 'stories', VOTE_ID, '1.txt'));
  await ask(`/use ${VOTE_ID}`);
  const answer = await ask('What did the council vote to close?');
  expect(answer).toMatchObject({ found: true });
  expect(textOf(answer)).toContain("the version before it can't be read");
  const changes = await ask(`/changes ${VOTE_ID}`);
  expect(changes).toMatchObject({ found: true });
  expect(textOf(changes)).toContain("Version 1 can't be read");
  data.close();
});

test('a correction is shown with answers from its story, once', async () => {
  const { ask, data } = openBot(tempFolder());
  await ask(
    `/add ${VOTE}\nCorrection: An earlier version of this article said the bridge was closed in 2019.`,
  );
  const answer = textOf(await ask('What did the council vote to close?'));
  expect(answer).toContain('carries a correction:\nCorrection: An earlier version');
  const about = textOf(await ask('When did an earlier version say the bridge was closed?'));
  expect(about.match(/Correction:/g)).toHaveLength(1);
  data.close();
});

test('the version before is read once, however many answers cite the story', async () => {
  const opened = openKept(tempFolder());
  await opened.store.add(incoming(VOTE));
  const read = vi.fn(opened.store.readVersion);
  const readEarlier = createEarlier({ ...opened.store, readVersion: read });
  expect(await readEarlier('vote')).toBe(null);
  for (const [at, price] of ['£5m', '£6m'].entries()) {
    await opened.store.add(incoming(VOTE.replace('£4m', price)));
    const texts = await Promise.all(Array.from({ length: 3 }, () => readEarlier('vote')));
    for (let n = 0; n < 20; n += 1) texts.push(await readEarlier('vote'));
    const before = at === 0 ? VOTE : VOTE.replace('£4m', '£5m');
    expect(new Set(texts.map((one) => one?.text))).toEqual(new Set([before]));
    expect(read.mock.calls.filter(([, number]) => number === at + 1)).toHaveLength(1);
  }
});
