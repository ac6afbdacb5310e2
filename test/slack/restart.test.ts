import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { GREETING } from '../../adapters/chat/greeting.ts';
import { createTestBot } from './bot.ts';
import { type Desk, openDesk, settingsFor, until } from './server/desk.ts';
import { eventBody, message, slashCommand } from './server/payloads.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // a busy machine is no failure

const open: Desk[] = [];
async function newDesk(mode: 'socket' | 'http'): Promise<Desk> {
  const desk = await openDesk(mode, createTestBot(async () => {}).bot);
  open.push(desk);
  return desk;
}
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close();
});

test('without DATA_DIR nothing is written, and a restarted bot greets anew', async () => {
  const desk = await openDesk('socket', createTestBot(async () => {}).bot, {
    settings: { memoryDir: null },
  });
  open.push(desk);
  await desk.mention({ text: 'cost?' });
  await desk.settle(1);
  await desk.running.stop();
  expect(await readdir(desk.slack.folder)).toEqual([]);
});

test('what was greeted, and which threads are its own, is known after a restart', async () => {
  const first = await newDesk('socket');
  const ts = await first.mention({ text: 'cost?' });
  await until(() => first.posts().length === 1);
  await first.running.stop();
  const { memoryDir } = settingsFor(first.slack, 'socket');
  const second = await openDesk('socket', createTestBot(async () => {}).bot, {
    settings: { memoryDir },
  });
  open.unshift(second);
  await second.event(message({ text: 'and the cost?', thread_ts: ts }));
  await until(() => second.posts().length === 1);
  expect(String(second.posts()[0]?.text)).not.toContain(GREETING);
});

test.each(['socket', 'http'] as const)(
  'what was answered over %s is not answered again after a restart, and nothing of it is on disk',
  async (mode) => {
    const first = await newDesk(mode);
    const bodies = ['zeppelin cost?', 'cost of it?'].map((text) =>
      eventBody(message({ text: `<@UBOT> ${text}` })),
    );
    const [body = {}, unanswered = {}] = bodies;
    const command = slashCommand('/ask', 'zeppelin cost?', first.slack.newResponseUrl());
    await first.deliver('events_api', body);
    await first.deliver('slash_commands', command);
    await until(() => first.posts().length + first.notes().length === 2);
    await first.running.stop();
    const file = await readFile(join(first.slack.folder, 'slack-answered.txt'), 'utf8');
    expect(file).toMatch(/^(?:\+[\w-]{22}\n){2}$/);
    const { memoryDir } = settingsFor(first.slack, mode);
    const second = await openDesk(mode, createTestBot(async () => {}).bot, {
      settings: { memoryDir },
    });
    open.unshift(second);
    await second.deliver('events_api', body);
    await second.deliver('slash_commands', command);
    await second.deliver('events_api', unanswered);
    await second.settle(1);
    expect(second.posts()).toHaveLength(1);
    expect(second.notes()).toHaveLength(0);
  },
);
