import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type FakeDiscord, startFakeDiscord, TOKEN } from '../discord/server/discord.ts';
import { buildHere } from '../store/build.ts';
import { tempFolder, VOTE } from '../store/opened.ts';
import { DATABASE, describeWith, openFresh } from './engines.ts';
import { freePort, launch } from './processes.ts';

const IN = { timeout: 60_000 }; // milliseconds, on a busy machine

describeWith({ TEST_DATABASE_URL: DATABASE }, 'two processes on Discord', () => {
  let fresh: Awaited<ReturnType<typeof openFresh>>;
  let discord: FakeDiscord;
  const build = { folder: '', clear: (): void => undefined };
  const running: ReturnType<typeof launch>[] = [];
  const start = async () => {
    const port = String(await freePort());
    const one = launch(build.folder, ['discord'], {
      DATA_DIR: join(tempFolder(), 'missing'),
      DATABASE_URL: fresh.url,
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.url,
      HEALTH_PORT: port,
    });
    running.push(one);
    const health = async () => {
      const answered = await fetch(`http://127.0.0.1:${port}/healthz`);
      return [answered.status, await answered.json()];
    };
    return { ...one, health };
  };
  beforeAll(async () => {
    Object.assign(build, buildHere());
    fresh = await openFresh();
    discord = await startFakeDiscord();
    const file = join(tempFolder(), 'vote.txt');
    writeFileSync(file, VOTE);
    expect(await launch(build.folder, ['add', file], { DATABASE_URL: fresh.url }).ended).toBe(0);
  }, 300_000);
  afterEach(() => Promise.all(running.splice(0).map((one) => one.kill())));
  afterAll(async () => {
    await discord.close();
    await fresh.drop();
    build.clear();
  });

  test('who stands by is as healthy as who speaks, and takes over from it', async () => {
    const first = await start();
    await first.says('discord: connected');
    const second = await start();
    await second.says('stands by');
    await expect.poll(first.health, IN).toEqual([200, { connected: true }]);
    await expect.poll(second.health, IN).toEqual([200, { connected: true }]);
    await first.kill();
    await second.says('discord: connected');
    await expect.poll(second.health, IN).toEqual([200, { connected: true }]);
    expect(await second.stop()).toBe(0);
  }, 180_000);
});
