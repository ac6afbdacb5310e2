import { afterEach, describe, expect, test, vi } from 'vitest';
import { GREETING } from '../../adapters/chat/greeting.ts';
import { echoCore } from './core.ts';
import { BOT, CHANNEL, GUILD, message, snowflake, user } from './server/payloads.ts';
import { startWorld, type World } from './world.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // on a busy machine, too

let world: World;
afterEach(async () => {
  await world.end();
  expect(world.discord.rest.breaches).toEqual([]);
});

/** The first line of each answer in a channel, once all are there. */
async function answers(channel = CHANNEL): Promise<readonly string[]> {
  const bodies = await world.settled(channel);
  return bodies.map(({ content = '' }) => content.split('\n')[0] ?? '');
}

describe('what it answers', () => {
  test('answers mentions in a channel, once, as a reply to the question', async () => {
    world = await startWorld(echoCore());
    const question = message(`<@${BOT}> who won?`);
    world.say(question);
    const [answer, ...others] = await world.settled();
    expect(answer?.content).toContain('ask \\| who won?');
    expect(answer?.message_reference).toEqual({
      message_id: question.id,
      fail_if_not_exists: false,
    });
    expect(others).toEqual([]);
  });

  test('answers DMs, with or without a mention', async () => {
    world = await startWorld(echoCore());
    world.say(message('who won?', { guild: null, channel: '7' }));
    world.say(message(`<@${BOT}> who lost?`, { guild: null, channel: '7' }));
    expect(await answers('7')).toEqual(['ask \\| who won?', 'ask \\| who lost?']);
  });

  test('answers replies that ping its ordinary messages', async () => {
    world = await startWorld(echoCore());
    const to = { message_id: '9', channel_id: CHANNEL, guild_id: GUILD };
    const more = { type: 19, message_reference: to, referenced_message: { author: user(BOT) } };
    world.say(message('and who lost?', { mentioned: true, more }));
    world.say(message('not asked', { mentioned: false, more }));
    expect(await answers()).toEqual(['ask \\| and who lost?']);
  });

  test('answers in its own threads when mentioned or pinged by a reply, and not otherwise', async () => {
    world = await startWorld(echoCore());
    const thread = snowflake();
    world.discord.gateway.send('THREAD_CREATE', {
      id: thread,
      guild_id: GUILD,
      parent_id: CHANNEL,
      type: 11,
      owner_id: BOT,
    });
    world.say(message('we talk among ourselves', { channel: thread }));
    world.say(message(`<@${BOT}> who won?`, { channel: thread }));
    world.say(message('and lost?', { channel: thread, mentioned: true, more: { type: 19 } }));
    expect(await answers(thread)).toEqual(['ask \\| who won?', 'ask \\| and lost?']);
  });

  test.each([
    ['<@900000000000000001> who won?', 'ask \\| who won?'],
    ['<@!900000000000000001> who won?', 'ask \\| who won?'],
    ['who <@900000000000000001> won?', 'ask \\| who won?'],
    ['who won <@900000000000000001>?', 'ask \\| who won?'],
    ['<@900000000000000001> who <:e:123456> won <a:wave:123>?', 'ask \\| who won ?'],
    ['<@900000000000000001> /who-said we won', 'who-said \\| we won'],
    ['<@900000000000000001> who said we won', 'who-said \\| we won'],
    ['<@900000000000000001> /story numbers jobs', 'numbers \\| jobs'],
    ['<@900000000000000001> /story show', 'story \\| false'],
  ])('takes the mention out of %s', async (content, answer) => {
    world = await startWorld(echoCore());
    world.say(message(content));
    expect(await answers()).toEqual([answer]);
  });

  test('says whom to ask where it may not be done, and names no setting', async () => {
    world = await startWorld(echoCore(), { admins: ['6'] });
    for (const line of ['/use ferry', '/stories remove ferry', '/add It rained.']) {
      world.say(message(`<@${BOT}> ${line}`, { person: '5' }));
    }
    world.say(message(`<@${BOT}> /stories use ferry`, { person: '6' }));
    const said = await answers();
    expect(said.slice(0, 3)).toEqual([
      expect.stringMatching(
        /stories use\S* changes what others see here\. Ask someone who may manage/,
      ),
      expect.stringMatching(/stories remove\S* changes/),
      expect.stringMatching(/stories add\S* changes/),
    ]);
    expect(said[3]).toBe('use \\| ferry');
    expect(said.join('')).not.toContain('ADMIN_IDS');
  });

  test('gives help for a bare mention', async () => {
    world = await startWorld(echoCore());
    world.say(message(`<@${BOT}>`));
    world.say(message(` <@!${BOT}> <@${BOT}> `));
    expect(await answers()).toEqual(['help', 'help']);
  });
});

describe('what it is silent on', () => {
  test.each([
    ['no mention', message('who won?')],
    ['@everyone', message('@everyone who won?', { more: { mention_everyone: true } })],
    ['@here', message('@here who won?', { more: { mention_everyone: true } })],
    [
      'role mentions',
      message('<@&900000000000000001> who won?', { more: { mention_roles: [BOT] } }),
    ],
    ['other bots', message(`<@${BOT}> who won?`, { more: { author: user('5', { bot: true }) } })],
    ['webhooks', message(`<@${BOT}> who won?`, { more: { webhook_id: '5' } })],
    ['itself', message(`<@${BOT}> who won?`, { person: BOT })],
    ['system messages', message(`<@${BOT}> pinned`, { more: { type: 6 } })],
    ['someone joining', message(`<@${BOT}>`, { more: { type: 7 } })],
    ['a thread being made', message(`<@${BOT}>`, { more: { type: 18 } })],
    ['a reply with empty content', message('', { mentioned: true, more: { type: 19 } })],
    ['a picture', message('', { mentioned: true })],
    ['a mention of someone else', message('<@5> who won?', { more: { mentions: [user('5')] } })],
  ])('is silent on %s', async (_, event) => {
    world = await startWorld(echoCore());
    world.say(event);
    expect(await answers()).toEqual([]);
  });

  test('is silent on edits and deletions', async () => {
    world = await startWorld(echoCore());
    const event = message(`<@${BOT}> who won?`);
    world.discord.gateway.send('MESSAGE_UPDATE', {
      ...event,
      edited_timestamp: '2025-05-01T12:00:01Z',
    });
    world.discord.gateway.send('MESSAGE_DELETE', { id: event.id, channel_id: event.channel_id });
    expect(await answers()).toEqual([]);
  });

  test('survives events with most of their fields missing', async () => {
    world = await startWorld(echoCore());
    for (const event of [
      {},
      { id: '1' },
      { id: '1', channel_id: CHANNEL, content: 'x' },
      { content: 1 },
    ]) {
      world.discord.gateway.send('MESSAGE_CREATE', { ...event, channel_id: CHANNEL });
    }
    world.discord.gateway.send('INTERACTION_CREATE', { id: '1', token: 't', type: 99 });
    world.say(message(`<@${BOT}> who won?`));
    expect(await answers()).toEqual(['ask \\| who won?']);
  });
});

test('survives events that discord.js cannot read', async () => {
  world = await startWorld(echoCore());
  const { gateway } = world.discord;
  gateway.send('GUILD_CREATE', { id: GUILD, channels: 5, threads: {}, members: [null] });
  gateway.send('THREAD_LIST_SYNC', {});
  gateway.send('CHANNEL_UPDATE', null);
  gateway.send('NO_SUCH_EVENT', 7);
  world.say(message(`<@${BOT}> who won?`));
  expect(await answers()).toEqual(['ask \\| who won?']);
  expect(world.log.join('')).toContain('event not understood');
});

describe('once, and in order', () => {
  test('answers the same message once, however often it comes', async () => {
    world = await startWorld(echoCore());
    const event = message(`<@${BOT}> who won?`);
    world.say(event);
    world.say(event);
    expect(await answers()).toEqual(['ask \\| who won?']);
    world.say(event);
    expect(await world.settled()).toHaveLength(2); // the end of before among them
  });

  test('keeps the order of the questions in a channel when answers take their time', async () => {
    const later = () => new Promise((resolve) => setTimeout(resolve, 20));
    const core = echoCore();
    world = await startWorld({
      ...core,
      bot: async (command) => {
        if (command.input === 'first') await later();
        return core.bot(command);
      },
    });
    world.say(message(`<@${BOT}> first`));
    world.say(message(`<@${BOT}> second`));
    expect(await answers()).toEqual(['ask \\| first', 'ask \\| second']);
  });

  test('says once in a channel that it is a program, and once in a DM', async () => {
    world = await startWorld(echoCore());
    for (const channel of [CHANNEL, CHANNEL, '7', '7']) {
      world.say(message(`<@${BOT}> who won?`, { channel, guild: channel === '7' ? null : GUILD }));
    }
    for (const channel of [CHANNEL, '7']) {
      const [first, second] = await world.settled(channel);
      expect(first?.content).toContain(GREETING);
      expect(second?.content).not.toContain(GREETING);
    }
  });

  test('limits each person: from the 21st question within 10 s one polite note, others are served', async () => {
    world = await startWorld(echoCore());
    for (let n = 1; n <= 24; n += 1) world.say(message(`<@${BOT}> question ${n}`));
    world.say(message(`<@${BOT}> mine`, { person: '5' }));
    const said = await answers();
    expect(said.slice(0, 20)).toEqual(
      Array.from({ length: 20 }, (_, n) => `ask \\| question ${n + 1}`),
    );
    expect(said.slice(20)).toEqual([
      expect.stringContaining('Please give me a moment'),
      'ask \\| mine',
    ]);
  });
});
