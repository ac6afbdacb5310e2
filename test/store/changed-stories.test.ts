import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import { parseCommand } from '../../src/commands/parse.ts';
import { DESK, FERRY_ID, openBot, openFilled, textOf, VOTE_ID } from './chat-desk.ts';
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

const harms: readonly (readonly [string, (file: string) => void])[] = [
  ['gone', (file) => rmSync(file)],
  ['damaged', (file) => writeFileSync(file, 'something else')],
  ['cut short', (file) => writeFileSync(file, VOTE.slice(0, 40))],
  ['in another encoding', (file) => writeFileSync(file, VOTE, 'utf16le')],
  ['a folder', (file) => void [rmSync(file), mkdirSync(file)]],
];
const LORRIES = VOTE.replace('to cars', 'to lorries');

describe('a version before', () => {
  test.each(harms)('that is %s afterwards costs no answer and no note', async (_, harm) => {
    const { ask, data, folder } = await openFilled();
    await ask(`/add ${LORRIES}`);
    harm(join(folder, 'stories', VOTE_ID, '1.txt'));
    await ask(`/use ${VOTE_ID}`);
    const seen = textOf(await ask('What did the council vote to close?'));
    expect(seen).toContain('was added or changed in version 2');
    expect(textOf(await ask('/who-said not safe any more'))).not.toContain('version');
    const changes = await ask(`/changes ${VOTE_ID}`);
    expect(changes).toMatchObject({ found: true });
    expect(textOf(changes)).toContain("Version 1 can't be read");
    data.close();
  });

  test.each(harms)('that is %s when the next comes in costs a note', async (_, harm) => {
    const folder = tempFolder();
    const file = join(folder, 'stories/vote/1.txt');
    const opened = openKept(folder);
    const from = { origin: 'https://echo.example/vote' };
    await opened.store.add(incoming(VOTE, from));
    harm(file);
    expect(await opened.store.add(incoming(LORRIES, from))).toMatchObject({ kind: 'changed' });
    const seen = await askOf(opened);
    expect(seen).toContain('to close the old bridge to lorries');
    expect(seen).toContain("the version before it can't be read");
    opened.data.close();
    rmSync(file, { recursive: true, force: true });
    writeFileSync(file, VOTE); // it is brought back
    expect(await askOf(openKept(folder))).toContain('was added or changed in version 2');
  });

  test.each(harms)(
    'that is %s is no reason to refuse one that may be the next',
    async (_, harm) => {
      const folder = tempFolder();
      const { store } = openKept(folder);
      await store.add(incoming(VOTE));
      harm(join(folder, 'stories/vote/1.txt'));
      expect((await store.add(incoming(LORRIES))).record.id).toBe('vote-2');
    },
  );
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

test('composing an answer reads no version, however many answers cite the story', async () => {
  const { archive, store } = openKept(tempFolder());
  for (const text of [VOTE, LORRIES]) await store.add(incoming(text));
  const readVersion = vi.fn(store.readVersion);
  const seen = await askOf({ archive, store: { ...store, readVersion } });
  expect(seen).toContain('was added or changed in version 2');
  expect(readVersion).not.toHaveBeenCalled();
});

/** The answer about what is closed, as the eye sees it. */
async function askOf({
  archive,
  store,
}: Pick<ReturnType<typeof openKept>, 'archive' | 'store'>): Promise<string> {
  const onError = (error: unknown): never => {
    throw error;
  };
  const { bot } = createBot({ archive, now: () => 0, onError, store });
  return textOf(await bot(parseCommand('What did the council vote to close?', DESK)));
}

test('a record of an older program is told what changed when the folder is opened', async () => {
  const folder = tempFolder();
  const opened = openKept(folder);
  for (const text of [VOTE, LORRIES]) await opened.store.add(incoming(text));
  opened.data.close();
  const file = join(folder, 'stories/vote/story.json');
  const { unchanged, ...older } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify(older));
  expect((await openKept(folder).store.find('vote'))?.unchanged).toBe(unchanged);
});
