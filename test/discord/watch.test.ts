import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { FERRY, FERRY_AGAIN, openWatchers } from '../watch.ts';
import { CHANNEL, click, MANAGER, slash } from './server/payloads.ts';
import { answered, startWorld, type World } from './world.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // on a busy machine, too

const DIGEST_AT = { hour: 8, minute: 0 };
const worlds: World[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) {
    await world.end();
    expect(world.discord.rest.breaches).toEqual([]);
  }
});

/** A bot at work that watches; what is added to `stories` comes in. */
async function startWatching(memoryDir: string | null = null) {
  const stories = openWatchers();
  const watching = { watches: stories.watches, digestAt: DIGEST_AT, begin: null };
  const world = await startWorld(stories, { memoryDir }, watching);
  worlds.push(world);
  const watch = async (what: string, permissions = MANAGER): Promise<string> => {
    const asked = world.act(slash('stories watch', { what }, { permissions }));
    return String((await answered(world.discord, asked)).content);
  };
  const posts = () => world.discord.rest.posts.filter(({ channel }) => channel === CHANNEL);
  return { world, stories, watch, posts };
}

test('a channel that watches a speaker is told when they speak in a story that comes in', async () => {
  const { world, stories, watch, posts } = await startWatching();
  expect(await watch('Lund')).toContain('I will tell you here');
  await stories.add('ferry', FERRY.replace('hurt', 'hurt @everyone'));
  await world.discord.until(() => posts().length === 1);
  const [post] = posts();
  expect(post?.body).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
  expect(post?.body).not.toHaveProperty('message_reference');
  const content = String(post?.body.content);
  expect(content).toContain('New: Ferry Runs Aground');
  expect(content).toContain('Watched: Lund');
  expect(content).toMatch(/Nobody was hurt .*everyone,” said Bo Lund, the harbour master\./);
  expect(content).toMatch(/Bo Lund.*direct.*¶ 2 of 3/);
});

test('what changed is told, and nothing twice, also after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-watch-'));
  const first = await startWatching(folder);
  await first.watch('Lund');
  await first.stories.add('ferry', FERRY);
  await first.world.discord.until(() => first.posts().length === 1);
  await first.world.bot.stop();
  expect(readFileSync(join(folder, 'discord-told.txt'), 'utf8')).not.toMatch(/hurt|Lund/);

  const second = await startWatching(folder);
  await second.watch('Lund');
  await second.stories.add('ferry', FERRY);
  await second.stories.add('ferry', FERRY_AGAIN);
  await second.world.discord.until(() => second.posts().length === 1);
  const all = second
    .posts()
    .map(({ body }) => String(body.content))
    .join('\n');
  expect(all).toContain('We were lucky with the tide');
  expect(all).not.toContain('Nobody was hurt');
});

test('whoever reads it may press "More passages"', async () => {
  const { world, stories, watch, posts } = await startWatching();
  const said = Array.from({ length: 7 }, (_, n) => `“The tide is ${n + 2} feet,” said Bo Lund.`);
  await watch('Lund');
  await stories.add('tides', `The Tides\n\n${said.join('\n\n')}`);
  await world.discord.until(() => posts().length === 1);
  const rows = (posts()[0]?.body.components ?? []) as readonly {
    readonly components: readonly { readonly custom_id: string; readonly label: string }[];
  }[];
  const more = rows.flatMap(({ components }) => components).find(({ label }) => /More/.test(label));
  const asked = world.act(click(more?.custom_id ?? '', { person: '300000000000000077' }));
  expect(String((await answered(world.discord, asked)).content)).toContain('The tide is 8 feet');
});

test('only those who may manage the server watch, and a stopped watch tells nothing', async () => {
  const { world, stories, watch, posts } = await startWatching();
  expect(await watch('Lund', '2048')).toContain('changes what others see');
  await watch('about crossing tickets');
  expect(await watch('list')).toContain('about crossing tickets');
  expect(await watch('stop 1')).toContain('Nothing is watched here');
  await stories.add('ferry', FERRY);
  await world.settled();
  expect(posts().filter(({ body }) => /New:/.test(String(body.content)))).toEqual([]);
});

test('a channel it may not write in ends nothing, and is left alone for a while', async () => {
  const { world, stories, watch } = await startWatching();
  await watch('Lund');
  world.discord.fault({ path: /messages/, times: 1, kind: { status: 403, code: 50013 } });
  await stories.add('ferry', FERRY);
  await world.discord.until(() => world.log.some((line) => line.includes('50013')));
  expect(world.bot.healthy()).toBe(true);
  expect(world.log.join('\n')).not.toMatch(/hurt|Lund/);
});
