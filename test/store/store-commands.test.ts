import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { memoryArchive } from '../../src/archive/memory.ts';
import { readArticle } from '../../src/article/article.ts';
import { createBot } from '../../src/bot/bot.ts';
import { parseCommand } from '../../src/commands/parse.ts';
import { prepare } from '../../src/story/prepare.ts';
import { DESK, FERRY, FERRY_ID, openBot, openFilled, textOf, VOTE_ID } from './chat-desk.ts';
import { NOON, tempFolder, VOTE } from './opened.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time
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

test('feedback that can’t be kept is answered with the reason, in one line', async () => {
  const { ask, data, folder } = await openFilled();
  rmSync(join(folder, 'feedback'), { recursive: true, force: true });
  writeFileSync(join(folder, 'feedback'), 'a file in its place');
  expect(textOf(await ask('/feedback right'))).toMatch(/^That can't be done: .*feedback.* \(/);
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
