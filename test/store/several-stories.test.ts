import { describe, expect, test, vi } from 'vitest';
import { FERRY_ID, openBot, openFilled, textOf, VOTE_ID } from './chat-desk.ts';
import { tempFolder } from './opened.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time
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
