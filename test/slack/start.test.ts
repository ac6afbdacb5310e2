import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SettingsError, type SlackSettings } from '../../adapters/settings.ts';
import { startSlack, type World } from '../../adapters/slack/index.ts';
import { createTestBot } from './bot.ts';
import { LONG, settingsFor } from './server/desk.ts';
import { type LocalSlack, openLocalSlack } from './server/slack.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // a busy machine is no failure

const { bot } = createTestBot(async () => {});
const world: World = {
  fetch,
  uptime: () => -LONG,
  grace: LONG,
  now: Date.now,
  sleep: async () => {},
};

let slack: LocalSlack;
beforeEach(async () => {
  slack = await openLocalSlack();
});
afterEach(() => slack.close());

const start = (settings: Partial<SlackSettings>, mode: 'socket' | 'http' = 'socket') =>
  startSlack({ ...settingsFor(slack, mode), ...settings }, bot, () => {}, world);

test('a wrong bot token ends it with one line that names the setting', async () => {
  const workspaces = { kind: 'one', botToken: 'xoxb-wrong' } as const;
  for (const mode of ['socket', 'http'] as const) {
    await expect(start({ workspaces }, mode)).rejects.toThrow(
      new SettingsError(['SLACK_BOT_TOKEN: Slack refuses it (invalid_auth)']),
    );
  }
});

test('a wrong app token ends it with one line that names the setting', async () => {
  const transport = { mode: 'socket', appToken: 'xapp-wrong' } as const;
  await expect(start({ transport })).rejects.toThrow(
    new SettingsError(['SLACK_APP_TOKEN: Slack refuses it (invalid_auth)']),
  );
});

test('a wrong address ends it with one line that names the setting', async () => {
  const gone = await openLocalSlack();
  await gone.close();
  await expect(start({ apiUrl: gone.apiUrl })).rejects.toThrow(
    /^SLACK_API_URL: .*\(ECONNREFUSED\)$/,
  );
  await expect(start({ apiUrl: slack.apiUrl.replace('/api/', '/nothing/') })).rejects.toThrow(
    SettingsError,
  );
});

test('a page where Slack should be ends it with one line that names the address', async () => {
  slack.faults.order('auth.test', { kind: 'refused', error: '<html>welcome</html>' });
  await expect(start({})).rejects.toThrow(/^SLACK_API_URL: /);
});

test('a port in use ends it with one line that names the setting', async () => {
  const first = await start({}, 'http');
  const port = first.port ?? 0;
  await expect(start({ port }, 'http')).rejects.toThrow(
    new SettingsError([`PORT: cannot open port ${port}`]),
  );
  await first.stop();
});

test('a Slack that does not answer at all ends it in time', async () => {
  slack.faults.order('auth.test', { kind: 'taken-then-silent' });
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const started = expect(start({})).rejects.toThrow(/^SLACK_API_URL: .*\(timeout\)$/);
  await vi.advanceTimersByTimeAsync(LONG + 8700);
  await started;
  vi.useRealTimers();
});

test('a busy Slack is waited for', async () => {
  for (const method of ['auth.test', 'apps.connections.open']) {
    slack.faults.order(
      method,
      { kind: 'status', status: 429, retryAfter: 1 },
      { kind: 'status', status: 503 },
    );
  }
  const running = await start({});
  expect(running.healthy()).toBe(true);
  await running.stop();
});
