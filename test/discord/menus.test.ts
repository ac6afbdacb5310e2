import { afterEach, describe, expect, test, vi } from 'vitest';
import { memoryArchive } from '../../src/archive/memory.ts';
import { createBot } from '../../src/bot/bot.ts';
import { commands } from '../../src/index.ts';
import { type Block, say } from '../../src/reply/reply.ts';
import { citation, echo, echoCore, replyOf } from './core.ts';
import { BOT, click, menu, message, slash, USER_INSTALL, user } from './server/payloads.ts';
import type { Body } from './server/rest.ts';
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

  test('are few, and ask whether it was right where the answer is explained', async () => {
    world = await startWorld(core());
    const [more = '', why = '', ...others] = await buttons();
    expect([more, why, others]).toEqual([
      expect.stringMatching(/\|\/more/),
      expect.stringMatching(/\|\/why/),
      [],
    ]);
    const asked = world.act(click(why));
    const { content, components } = await answered(world.discord, asked);
    expect(content).toMatch(/\nWas that answer right\?$/);
    expect(components?.[0]?.components.map(({ label }) => label)).toEqual(['Right', 'Wrong']);
  });

  test('carry their state in custom_id, enough to act after a restart', async () => {
    world = await startWorld(core());
    const [more = '', why = ''] = await buttons();
    await world.end();
    world = await startWorld(core());
    for (const [id, words] of [
      [more, /^more/],
      [why, /^why/],
      ['/feedback right ferry 10-20', /^feedback/],
      ['/quotes everywhere: Ode', /^quotes/],
    ] as const) {
      const asked = world.act(click(id));
      expect((await answered(world.discord, asked)).content).toMatch(words);
      expect(asked.callback).toEqual({ type: 5, data: { flags: PRIVATE } });
    }
    const direct = world.act(click(why, { guild: null, channel: '7' }));
    await answered(world.discord, direct);
    expect(direct.callback).toEqual({ type: 5, data: { flags: 0 } });
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

describe('a long answer', () => {
  const passages = (count: number): readonly Block[] =>
    Array.from({ length: count }, (_, n) => ({
      kind: 'quote',
      citation: citation(`${n + 1}: ${'All the words of it. '.repeat(60).trim()}`),
    }));
  const long = (count: number) => echoCore(() => replyOf(passages(count)));
  const idsOf = ({ components = [] }: Body, label: string): readonly string[] =>
    components.flatMap((row) =>
      row.components.flatMap((one) => (one.label === label ? [one.custom_id] : [])),
    );
  /** The passages that were shown, by their numbers. */
  const shown = (bodies: readonly (Body | null)[]): readonly string[] =>
    bodies.flatMap((body) =>
      [...(body?.content ?? '').matchAll(/^> (\d+):/gm)].map(([, n = '']) => n),
    );

  test('takes two messages in public; the rest is shown to whoever asks for it, after a restart too', async () => {
    world = await startWorld(long(4));
    world.say(message(`<@${BOT}> everything?`));
    const said = await world.settled();
    expect(shown(said)).toEqual(['1', '2']);
    expect(said[1]?.content).toMatch(/\n-# 2 more messages: “More” shows them to you alone\.$/);
    const [more = ''] = idsOf(said[1] ?? {}, 'More');
    for (const restarted of [false, true]) {
      if (restarted) await world.end();
      if (restarted) world = await startWorld(long(4));
      const asked = world.act(click(more));
      await world.discord.until(() => asked.original && asked.followUps.length === 1);
      expect(asked.callback).toEqual({ type: 5, data: { flags: PRIVATE } });
      expect(shown([asked.original, ...asked.followUps])).toEqual(['3', '4']);
    }
  });

  test('is what was shown, also where the same question now means something else', async () => {
    let count = 4;
    world = await startWorld(echoCore(() => replyOf(passages(count))));
    const first = world.act(slash('story numbers'));
    await world.discord.until(() => first.followUps.length === 1);
    count = 1;
    const [more = ''] = idsOf(first.followUps[0] ?? {}, 'More');
    const asked = world.act(click(more));
    await world.discord.until(() => asked.followUps.length === 1);
    expect(shown([asked.original, ...asked.followUps])).toEqual(['3', '4']);
  });

  test('has five follow-ups at most, and says that there is more', async () => {
    world = await startWorld(long(14));
    const asked = world.act(slash('ask', { question: 'all of it?', private: true }));
    await world.discord.until(() => asked.followUps.length === 5);
    const last = asked.followUps[4] ?? {};
    expect(shown([asked.original, ...asked.followUps])).toHaveLength(6);
    expect(last.content).toMatch(/8 more messages/);
    const next = world.act(click(idsOf(last, 'More')[0] ?? '', { flags: PRIVATE }));
    await world.discord.until(() => next.followUps.length === 5);
    const rest = world.act(click(idsOf(next.followUps[4] ?? {}, 'More')[0] ?? ''));
    await world.discord.until(() => rest.followUps.length === 1);
    expect(shown([rest.original, ...rest.followUps])).toEqual(['13', '14']);
    await world.settled();
    expect(asked.followUps).toHaveLength(5);
  });

  test('keeps a line that is too long for a button in memory, and forgets it', async () => {
    world = await startWorld(long(4));
    const asked = world.act(slash('check', { words: 'words of a long quotation '.repeat(20) }));
    await world.discord.until(() => asked.followUps.length === 1);
    const [more = ''] = idsOf(asked.followUps[0] ?? {}, 'More');
    const next = world.act(click(more));
    await world.discord.until(() => next.followUps.length === 1);
    world.clock.time += 31 * 60_000;
    const late = world.act(click(more));
    expect((await answered(world.discord, late)).content).toMatch(/does not work any more/);
  });

  test('twenty of one person put forty messages into a channel, and no more', async () => {
    world = await startWorld(long(7));
    const all = Array.from({ length: 20 }, () => world.act(slash('quotes', { person: 'Ode' })));
    await world.discord.until(() => all.every((one) => one.followUps.length > 0));
    await world.settled();
    expect(all.map((one) => one.followUps.length)).toEqual(all.map(() => 1));
  });
});

describe('a private answer', () => {
  test('can be shared with the channel by whoever asked', async () => {
    world = await startWorld(echoCore());
    const asked = world.act(menu('Who said this?', { content: 'we won' }));
    const { components } = await answered(world.discord, asked);
    const share = components?.[0]?.components.find(({ label }) => label === 'Share with channel');
    const shared = world.act(click(share?.custom_id ?? '', { flags: PRIVATE }));
    const { content } = await answered(world.discord, shared);
    expect(content).toMatch(/^-# we won\nwho-said/);
    expect(shared.callback).toEqual({ type: 5, data: { flags: 0 } });
  });

  test.each([
    ['in a DM', slash('ask', { question: 'who won?', private: true }, { guild: null })],
    ['where the bot is no member', slash('ask', { question: 'x' }, { more: USER_INSTALL })],
    ['of help', slash('story help', { private: true })],
    ['that is public already', slash('ask', { question: 'who won?' })],
  ])('%s is not shared', async (_, event) => {
    world = await startWorld(echoCore());
    const { components = [] } = await answered(world.discord, world.act(event));
    expect(JSON.stringify(components)).not.toContain('Share');
  });
});
