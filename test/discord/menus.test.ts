import { afterEach, describe, expect, test, vi } from 'vitest';
import { commands, createBot, memoryArchive } from '../../src/index.ts';
import { say } from '../../src/reply/reply.ts';
import { echo, echoCore, replyOf } from './core.ts';
import { BOT, click, menu, slash, user } from './server/payloads.ts';
import { answered, startWorld, type World } from './world.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // on a busy machine, too

let world: World;
afterEach(async () => {
  await world.end();
  expect(world.discord.rest.breaches).toEqual([]);
});

const PRIVATE = 64;

describe('message menus', () => {
  test('answers "Who said this?" privately with the words of the message', async () => {
    world = await startWorld(echoCore());
    const asked = world.act(menu('Who said this?', { content: '> **we** <@5> won' }));
    expect((await answered(world.discord, asked)).content).toContain('who-said \\| we won');
    expect(asked.callback).toEqual({ type: 5, data: { flags: PRIVATE } });
  });

  test('reads its own quotations as the eye sees them', async () => {
    world = await startWorld(echoCore());
    const content = '## Ma\n> We **\\*won\\***, he said\n-# — Ma, ¶ 3 of 9';
    const asked = world.act(menu('Who said this?', { content, author: user(BOT, { bot: true }) }));
    expect((await answered(world.discord, asked)).content).toContain(
      'who-said \\| We \\*won\\*, he said',
    );
  });

  test.each([
    ['> the ferry sank\nIs that right? I doubt it', 'the ferry sank'],
    ['She wrote:\n> the ferry\n> sank\n\nReally?', 'the ferry sank'],
    ['Look:\n>>> the ferry\nsank', 'the ferry sank'],
    ['the ferry sank > the tug', 'the ferry sank \\> the tug'],
  ])('checks the quoted lines alone, where there are some: %j', async (content, words) => {
    world = await startWorld(echoCore());
    const asked = world.act(menu('Check this quote', { content }));
    expect((await answered(world.discord, asked)).content).toContain(`check \\| "${words}" \\|`);
  });

  test('reads forwarded messages', async () => {
    world = await startWorld(echoCore());
    const message_snapshots = [{ message: { content: 'we won', type: 0 } }];
    const asked = world.act(menu('Who said this?', { content: '', message_snapshots }));
    expect((await answered(world.discord, asked)).content).toContain('who-said \\| we won');
  });

  test.each([
    ['an empty message', { content: '' }],
    ['a picture', { content: '', attachments: [{ id: '1', filename: 'x.png' }] }],
    ['an emoji alone', { content: '🙂 <:e:123>' }],
  ])('says privately that there are no words in %s', async (_, target) => {
    world = await startWorld(echoCore());
    const asked = world.act(menu('Who said this?', target));
    expect((await answered(world.discord, asked)).content).toMatch(/no words/);
    expect(asked.callback).toMatchObject({ type: 4, data: { flags: 68 } });
  });

  test('offers "Check this quote" when the core checks quotes', async () => {
    const offered = commands.some(({ name }) => name === 'check');
    world = await startWorld(echoCore());
    await world.discord.until(() => world.discord.rest.commands.size > 0);
    const [registered] = world.discord.rest.commands.values();
    const names = (registered as { name: string }[]).map(({ name }) => name);
    expect(names).toContain('Who said this?');
    expect(names.includes('Check this quote')).toBe(offered);
  });
});

describe('buttons', () => {
  const actions = [
    { kind: 'more', label: 'More', line: '/more ferry 10-20 30-40' },
    { kind: 'why', label: 'Why?', line: '/why ferry 10-20' },
    { kind: 'feedback-right', label: 'Right', line: '/feedback right ferry 10-20' },
    { kind: 'feedback-wrong', label: 'Wrong', line: '/feedback wrong ferry 10-20' },
  ] as const;
  const core = () =>
    echoCore((command) => (command.kind === 'ask' ? replyOf([say('so')], actions) : echo(command)));
  const buttons = async () => {
    const asked = world.act(slash('ask', { question: 'who won?' }));
    const { components = [] } = await answered(world.discord, asked);
    return components.flatMap((row) => row.components.map((button) => button.custom_id));
  };

  test('carry their state in custom_id, enough to act after a restart', async () => {
    world = await startWorld(core());
    const [more = '', why = '', right = ''] = await buttons();
    await world.end();
    world = await startWorld(core());
    const shown = world.act(click(more));
    expect((await answered(world.discord, shown)).content).toMatch(/^more/);
    expect(shown.callback).toEqual({ type: 5, data: { flags: 0 } });
    for (const [id, words] of [
      [why, /^why/],
      [right, /^feedback/],
    ] as const) {
      const asked = world.act(click(id));
      expect((await answered(world.discord, asked)).content).toMatch(words);
      expect(asked.callback).toEqual({ type: 5, data: { flags: PRIVATE } });
    }
  });

  test('say "expired" when the story is gone', async () => {
    const onError = (error: unknown): never => {
      throw error;
    };
    world = await startWorld(createBot({ archive: memoryArchive(), now: () => 0, onError }));
    for (const line of ['/more gone 10-20', '/why gone 10-20']) {
      const asked = world.act(click(line));
      expect((await answered(world.discord, asked)).content).toMatch(/expired/);
    }
  });

  test('keep what was private private', async () => {
    world = await startWorld(core());
    const [more = ''] = await buttons();
    const asked = world.act(click(more, { flags: PRIVATE }));
    await answered(world.discord, asked);
    expect(asked.callback).toEqual({ type: 5, data: { flags: PRIVATE } });
  });

  test('give another person a private note', async () => {
    world = await startWorld(core());
    for (const id of await buttons()) {
      const asked = world.act(click(id, { person: '5' }));
      expect((await answered(world.discord, asked)).content).toMatch(/^Only the person who asked/);
      expect(asked.callback).toMatchObject({ type: 4, data: { flags: 68 } });
    }
  });

  test.each([
    '',
    'x',
    '|',
    '/use ferry',
    'zz|/use ferry',
    '/',
    `${'z'.repeat(80)}|/why`,
    '/why\n/use x',
    '🙂',
  ])('do nothing bad when their id is garbled: %j', async (id) => {
    world = await startWorld(core());
    const asked = world.act(click(id));
    expect((await answered(world.discord, asked)).content).toMatch(/does not work any more/);
    expect(asked.callback).toMatchObject({ type: 4, data: { flags: 68 } });
  });
});
