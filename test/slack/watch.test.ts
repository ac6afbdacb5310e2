import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { GREETING } from '../../adapters/chat/greeting.ts';
import { FERRY, FERRY_AGAIN, openWatchers } from '../watch.ts';
import { type Desk, openDesk, until } from './server/desk.ts';
import { seen } from './server/eye.ts';
import { slashCommand } from './server/payloads.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // a busy machine is no failure

const DIGEST_AT = { hour: 8, minute: 0 };
const open: Desk[] = [];
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close();
});

/** A bot at work that watches; what is added to `stories` comes in. */
async function openWatching(memoryDir?: string | null) {
  const stories = openWatchers();
  const watching = { watches: stories.watches, digestAt: DIGEST_AT, begin: null };
  const settings = memoryDir === undefined ? {} : { memoryDir };
  const desk = await openDesk('socket', stories.bot, { watching, settings });
  open.unshift(desk);
  const slash = async (text: string, user = 'UADMIN'): Promise<string> => {
    const before = desk.notes().length;
    const where = { channel_id: 'C1', user_id: user };
    const url = desk.slack.newResponseUrl();
    await desk.deliver('slash_commands', slashCommand('/story', text, url, where));
    await until(() => desk.notes().length > before);
    return String(desk.notes().at(-1)?.text);
  };
  return { desk, stories, slash };
}

test('a channel that watches a speaker is told when they speak in a story that comes in', async () => {
  const { desk, stories, slash } = await openWatching();
  expect(await slash('watch Lund')).toContain('I will tell you here');
  await stories.add('ferry', FERRY.replace('hurt', 'hurt <!channel>'));
  await until(() => desk.posts().length === 1);
  const [post] = desk.posts();
  expect(post).toMatchObject({ channel: 'C1', parse: 'none', mrkdwn: false, unfurl_links: false });
  expect(post).not.toHaveProperty('thread_ts');
  const shown = seen(post?.blocks);
  expect(shown).toContain('New: Ferry Runs Aground');
  expect(shown).toContain('Watched: Lund');
  expect(shown).toContain('“Nobody was hurt <!channel>,” said Bo Lund, the harbour master.');
  expect(shown).toMatch(/Bo Lund, the harbour master · direct · ¶ 2 of 3/);
  expect(JSON.stringify(post)).not.toMatch(/<[!@#]/);
  expect(String(post?.text)).not.toMatch(/<[!@#]/);
});

test('what changed is told, and nothing twice, also after a restart', async () => {
  const first = await openWatching();
  await first.slash('watch Lund');
  await first.stories.add('ferry', FERRY);
  await until(() => first.desk.posts().length === 1);
  await first.desk.running.stop();
  const { folder } = first.desk.slack;
  expect(readFileSync(join(folder, 'slack-told.txt'), 'utf8')).not.toMatch(/hurt|Lund|C1/);

  const second = await openWatching(folder);
  await second.slash('watch Lund');
  await second.stories.add('ferry', FERRY);
  await second.stories.add('ferry', FERRY_AGAIN);
  await until(() => second.desk.posts().length === 1);
  await second.desk.settle(1);
  const all = second.desk
    .posts()
    .map(({ blocks }) => seen(blocks))
    .join('\n');
  expect(all).toContain('We were lucky with the tide');
  expect(all).not.toContain('Nobody was hurt');
  expect(all).not.toContain(GREETING); // the channel was greeted before
});

test('a watch that was stopped tells nothing, and only those allowed may watch', async () => {
  const { desk, stories, slash } = await openWatching();
  expect(await slash('watch Lund', 'U1')).toContain('not everyone may do it');
  await slash('watch "nobody was hurt"');
  expect(await slash('watch list')).toContain('"nobody was hurt"');
  expect(await slash('watch stop 1')).toContain('Nothing is watched here.');
  await stories.add('ferry', FERRY);
  await desk.settle(0);
  expect(desk.posts()).toEqual([]);
});

test('a channel it may not write in ends nothing, and is tried once', async () => {
  const { desk, stories, slash } = await openWatching();
  await slash('watch Lund');
  desk.slack.faults.order('chat.postMessage', { kind: 'refused', error: 'not_in_channel' });
  await stories.add('ferry', FERRY);
  await until(() => desk.log.some((line) => line.includes('not_in_channel')));
  await desk.settle(0);
  expect(desk.running.healthy()).toBe(true);
  expect(desk.log.filter((line) => line.includes('not_in_channel'))).toHaveLength(1);
  expect(desk.log.join('\n')).not.toMatch(/hurt|Lund/);
});

test('a stop says what waits', async () => {
  const { desk, stories, slash } = await openWatching();
  await slash('watch about crossing tickets');
  await stories.add('ferry', FERRY);
  await desk.running.stop();
  expect(
    desk
      .posts()
      .map(({ text }) => String(text))
      .join('\n'),
  ).toContain('Tickets for the crossing');
});
