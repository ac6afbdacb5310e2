import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { memoryArchive } from '../../src/archive/memory.ts';
import { readArticle } from '../../src/article/article.ts';
import { createBot } from '../../src/bot/bot.ts';
import type { Place } from '../../src/commands/command.ts';
import { parseCommand } from '../../src/commands/parse.ts';
import { createGather } from '../../src/ingest/gather.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { openDataFolder } from '../../src/store/folder/data-folder.ts';
import { fillArchive } from '../../src/store/prepared/fill.ts';
import { prepare } from '../../src/story/prepare.ts';
import { NOON, tempFolder, VOTE } from './opened.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

const DESK: Place = { channel: 'c1', conversation: 'c1', admin: true };
const FERRY =
  'A ferry ran aground off the north pier on Friday. “Nobody was hurt,” said Bo Lund, the harbour master.';

function textOf({ blocks }: Reply): string {
  return blocks
    .map((block) => {
      if (block.kind === 'quote') return block.citation.words;
      return block.kind === 'text' ? block.text : JSON.stringify(block);
    })
    .join('\n');
}

/** A bot over a data folder, to be closed and opened again. */
function openBot(folder: string, fetches = false) {
  const data = openDataFolder(folder, { now: () => NOON });
  const { archive, store } = fillArchive(data);
  const gather = createGather({ files: false, fetch: null });
  const onError = (error: unknown): never => {
    throw error;
  };
  const { bot } = createBot({ archive, now: () => NOON, onError, store, gather, fetches });
  const ask = (line: string, place = DESK) => bot(parseCommand(line, place));
  return { ask, data, archive };
}

async function openFilled(folder = tempFolder()) {
  const opened = openBot(folder);
  await opened.ask(`/add #bridges #council ${VOTE}`);
  await opened.ask(`/add #harbour ${FERRY}`);
  return { ...opened, folder };
}

const PAGE = 'https://news.example/2026/vote';

describe('an address that is typed alone', () => {
  test.each([
    PAGE,
    `<${PAGE}>`,
    `<${PAGE}|news.example>`,
    `add this: ${PAGE}`,
    `please read the story at ${PAGE}`,
  ])('%s is offered to be added', async (line) => {
    const { ask, data } = openBot(tempFolder(), true);
    const reply = await ask(line);
    expect(reply).toMatchObject({ command: 'add', found: false, reason: 'not-a-question' });
    expect(reply.actions).toEqual([{ kind: 'add', label: 'Add this story', line: `/add ${PAGE}` }]);
    expect(textOf(reply)).toContain('Add the story that is there?');
    data.close();
  });

  test.each([
    ['where nothing is fetched', false, true, 'FETCH=on'],
    ['from whoever may not add', true, false, 'ADMIN_IDS'],
  ])('%s is told so in a line', async (_, fetches, admin, line) => {
    const { ask, data } = openBot(tempFolder(), fetches);
    const reply = await ask(PAGE, { ...DESK, admin });
    expect([reply.actions, textOf(reply)]).toEqual([[], expect.stringContaining(line)]);
    data.close();
  });

  test('is shown as a line to type where no button can carry it', async () => {
    const { ask, data } = openBot(tempFolder(), true);
    const long = `${PAGE}/${'a'.repeat(100)}`;
    const reply = await ask(long);
    expect(reply.actions).toEqual([]);
    expect(textOf(reply)).toContain(`/add ${long}`);
    data.close();
  });

  test('with words about it is a question', async () => {
    const { ask, data } = await openFilled();
    expect(await ask(`Is the old bridge closed, as ${PAGE} has it?`)).toMatchObject({
      command: 'ask',
    });
    data.close();
  });
});

const VOTE_ID = 'the-council-voted-on-tuesday-to';
const FERRY_ID = 'a-ferry-ran-aground-off-the';

describe('stories from a chat', () => {
  test('are kept word for word, lines and all', async () => {
    const { archive, data } = await openFilled();
    expect(archive.at(VOTE_ID)?.article.text).toBe(VOTE.trim());
    expect(archive.at(VOTE_ID)?.paragraphCount).toBe(2);
    data.close();
  });

  test('are not taken, removed or chosen by those who may not', async () => {
    const { ask, data, archive } = await openFilled();
    const someone = { ...DESK, admin: false };
    for (const line of [`/add ${FERRY} More.`, `/remove ${VOTE_ID}`, `/use ${VOTE_ID}`]) {
      const reply = await ask(line, someone);
      expect([reply.found, textOf(reply)]).toEqual([
        false,
        expect.stringContaining('so not everyone may do it'),
      ]);
    }
    expect(await archive.page(null, 0, 99)).toHaveLength(2);
    data.close();
  });

  test('are refused with a reason: a file, an address, a word', async () => {
    const { ask, data, archive } = await openFilled();
    expect(textOf(await ask('/add /etc/passwd'))).toContain('there is no such file');
    expect(textOf(await ask('/add https://news.example/1'))).toContain('FETCH=on');
    expect(textOf(await ask('/add hello there'))).toContain('too short');
    expect(await ask('/add')).toMatchObject({ reason: 'empty-question' });
    expect(await archive.page(null, 0, 99)).toHaveLength(2);
    data.close();
  });

  test('go when they are removed, also after a restart', async () => {
    const { ask, data, folder } = await openFilled();
    expect(textOf(await ask(`/remove ${VOTE_ID}`))).toContain('was removed');
    expect(await ask('/remove zebra')).toMatchObject({ found: false });
    data.close();
    const again = openBot(folder);
    expect((await again.archive.page(null, 0, 99)).map(({ id }) => id)).toEqual([FERRY_ID]);
    again.data.close();
  });
});

describe('a place with several stories', () => {
  test('is shown at a glance by how each begins', async () => {
    const { ask, data } = await openFilled();
    const { passages, rows } = await ask('/story');
    expect(passages.map(({ story }) => story)).toEqual([VOTE_ID, FERRY_ID]);
    expect(passages[1]?.words).toBe('A ferry ran aground off the north pier on Friday.');
    expect(rows).toHaveLength(2);
    data.close();
  });

  test('shows three of many, and more on demand', async () => {
    const { ask, data } = await openFilled();
    for (let n = 0; n < 50; n += 1)
      await ask(
        `/add Pier ${n} was closed on Friday after a storm. It opens again in May, the harbour said.`,
      );
    const short = await ask('/story');
    expect(short.passages).toHaveLength(3);
    expect(textOf(short)).toContain('52 stories here');
    const long = await ask(short.actions.find(({ kind }) => kind === 'more')?.line ?? '');
    expect(long.passages).toHaveLength(30);
    expect(textOf(long)).toContain('And 22 more stories');
    expect(textOf(await ask('/sources'))).toMatch(/What 52 stories rest on .*Loaded here:/s);
    data.close();
  });

  test('says when each was refreshed last', async () => {
    const { ask, data } = await openFilled();
    const { rows } = await ask('/sources');
    const loaded = rows?.filter(({ kind }) => kind === 'loaded') ?? [];
    expect(loaded.map(({ refreshed }) => refreshed)).toEqual(
      Array(2).fill('2026-11-22T12:00:00.000Z'),
    );
    data.close();
  });
});

describe('what a channel is about', () => {
  test.each([
    ['/use #bridges', 1],
    ['/use tag:harbour', 1],
    [`/use ${VOTE_ID}`, 1],
    ['/use all', 2],
  ])('is the same after a restart: %s', async (line, stories) => {
    const { ask, data, folder } = await openFilled();
    expect(await ask(line)).toMatchObject({ found: true });
    const before = await ask('Who was not hurt?');
    data.close();
    const again = openBot(folder);
    expect(await again.ask('Who was not hurt?')).toEqual(before);
    const chosen = (await again.ask('/stories')).rows?.filter((row) => row.chosen);
    expect(chosen).toHaveLength(stories === 2 ? 0 : stories);
    again.data.close();
  });

  test('is all again when its story is gone', async () => {
    const { ask, data } = await openFilled();
    await ask(`/use ${FERRY_ID}`);
    await ask(`/remove ${FERRY_ID}`);
    expect(await ask('What did the council vote to close?')).toMatchObject({ found: true });
    data.close();
  });

  test('holds for that channel only', async () => {
    const { ask, data } = await openFilled();
    await ask('/use #harbour');
    const elsewhere = { ...DESK, channel: 'c2', conversation: 'c2' };
    expect((await ask('/stories', elsewhere)).rows?.some((row) => row.chosen)).toBe(false);
    data.close();
  });

  test('is said by tag, with how many stories that is', async () => {
    const { ask, data } = await openFilled();
    await ask(
      `/add #harbour A second ferry, the Lady Maud, will sail in its place until Monday at the earliest.`,
    );
    expect(textOf(await ask('/use #harbour'))).toContain('tag:harbour (2 stories)');
    expect(await ask('/use #zebra')).toMatchObject({ found: false });
    data.close();
  });
});

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

test('feedback is kept as the passage and the verdict', async () => {
  const { ask, data } = await openFilled();
  const reply = await ask('Who ran aground?');
  const line =
    reply.actions.find(({ kind }) => kind === 'feedback-wrong')?.line ?? '/feedback wrong';
  await ask(line);
  expect(await data.feedback.lines()).toHaveLength(1);
  expect((await data.feedback.lines())[0]).toMatch(
    /"answer":"[\w-]+ \d+-\d+","verdict":"wrong-passage"/,
  );
  data.close();
});

test('without anywhere to keep things, all works as long as the bot lives', async () => {
  const archive = memoryArchive();
  archive.add(prepare(readArticle('vote', VOTE)));
  const onError = vi.fn();
  const { bot } = createBot({ archive, now: () => NOON, onError });
  const ask = (line: string) => bot(parseCommand(line, DESK));
  await ask(`/add ${FERRY}`);
  expect(await archive.page(null, 0, 99)).toHaveLength(2);
  expect(await ask('/changes vote')).toMatchObject({ found: true });
  expect(await ask(`/remove ${FERRY_ID}`)).toMatchObject({ found: true });
  expect(await ask('/remove vote')).toMatchObject({ found: true });
  expect(await archive.page(null, 0, 99)).toHaveLength(0);
  expect(onError).not.toHaveBeenCalled();
});

test('of many stories, listings of everything ask for a choice, and quotes are searched for', async () => {
  const { ask, data } = openBot(tempFolder());
  for (let n = 0; n < 45; n += 1) {
    await ask(
      `/add Number ${n}. “The pier at Port ${n} is closed,” said Ann Ode${n}, harbour master of Port ${n}.`,
    );
  }
  expect(textOf(await ask('/speakers'))).toBe(
    'There are 45 stories here: choose one first, with /use.',
  );
  expect((await ask('/quotes Ann Ode7')).passages).toHaveLength(1);
  data.close();
});
