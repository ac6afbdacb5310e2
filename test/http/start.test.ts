import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { postSigned, SIGNING_SECRET } from '../slack/server/http.ts';
import { eventBody, message } from '../slack/server/payloads.ts';
import { BOT_TOKEN, openLocalSlack } from '../slack/server/slack.ts';
import { root } from '../stories.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 }); // a busy machine is no failure

const main = fileURLToPath(new URL('dist/adapters/main.js', root));
const story = fileURLToPath(new URL('test/stories/reef-study.md', root));
let folder = '';
const children: ChildProcess[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-serve-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the built program with these settings and no others. */
function start(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [main, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said += part;
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const until = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const [whole, part = whole] = pattern.exec(said) ?? [];
      if (part !== undefined) return part;
      if (child.exitCode !== null) throw new Error(`it ended: ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { until, ended, said: () => said, stop: () => child.kill('SIGTERM') };
}

/** A port that was free a moment ago. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
}

test('verbatim serve answers until it is told to end, then ends with 0', async () => {
  const server = start(['serve', '--story', story], { HTTP_PORT: '0' });
  const origin = await server.until(/serve: listens route=(\S+)\//);
  expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  await server.until(/serve: ready/);
  const asked = await fetch(`${origin}/api/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"question":"How many reef sites did the team follow?"}',
  });
  expect(await asked.json()).toMatchObject({ found: true, passages: [{ story: 'reef-study' }] });
  expect(await (await fetch(`${origin}/readyz`)).json()).toEqual({
    ready: true,
    models: true,
    platforms: {},
  });
  server.stop();
  expect(await server.ended).toBe(0);
  expect(server.said()).not.toMatch(/reef sites/);
});

test.each([
  [{ HTTP_HOST: '0.0.0.0' }, 'API_TOKENS: must be set where HTTP_HOST is not this machine alone'],
  [{ PAGE_ACCESS: 'token' }, 'API_TOKENS: must be set where PAGE_ACCESS is token'],
  [{ API_TOKENS: 'short' }, 'API_TOKENS: each must have at least 16 characters'],
  [{ BASE_URL: 'news.example' }, 'BASE_URL: must be a URL that begins with http'],
])('verbatim serve with %j is refused in one line', async (env, line) => {
  const server = start(['serve', '--story', story], env);
  expect(await server.ended).toBe(1);
  expect(server.said()).toBe(`${line}\n`);
});

test('beside Slack on one port: its questions are counted, and its passages link to the page', async () => {
  const slack = await openLocalSlack();
  const port = await freePort();
  const bot = start(['start', '--story', story], {
    SLACK_MODE: 'http',
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.apiUrl,
    PORT: port,
    HTTP_PORT: port,
    HEALTH_PORT: port,
    BASE_URL: `http://localhost:${port}`,
  });
  await bot.until(/slack: connected/);
  await bot.until(/serve: ready/);
  const origin = `http://127.0.0.1:${port}`;
  expect(await (await fetch(`${origin}/readyz`)).json()).toMatchObject({
    ready: true,
    platforms: { slack: true },
  });
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  const asked = message({
    text: 'Who said “The reefs surprised us”?',
    channel: 'D1',
    channel_type: 'im',
  });
  const acknowledged = await postSigned(Number(port), 'events_api', eventBody(asked, 'T1'));
  expect(acknowledged.status).toBe(200);
  const posted = () => slack.taken.find(({ method }) => method === 'chat.postMessage');
  while (posted() === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
  const shown = JSON.stringify(posted()?.body);
  expect(shown).toMatch(
    /<http:\/\/localhost:\d+\/s\/reef-study\/640-680\?k=[\w-]{22}&amp;e=\d+#passage\|in the story>/,
  );
  const metrics = await (await fetch(`${origin}/metrics`)).text();
  expect(metrics).toContain('verbatim_answers_total{command="who-said",outcome="found"} 1');
  expect(metrics).toContain('verbatim_platform_connected{platform="slack"} 1');
  bot.stop();
  expect(await bot.ended).toBe(0);
  await slack.close();
});

test('the console links to the page that another process serves with the same key', () => {
  const page = { BASE_URL: 'https://news.example/v', PAGE_KEY: 'a key that both of them have' };
  const asked = (env: Readonly<Record<string, string>>): string => {
    const { status, stdout } = spawnSync(process.execPath, [main, 'console', '--story', story], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', ...env },
      input: '/who-said The reefs surprised us\n',
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    return stdout;
  };
  expect(asked(page)).toMatch(
    /^ {4}https:\/\/news\.example\/v\/s\/reef-study\/640-680\?k=[\w-]{22}&e=\d+#passage$/m,
  );
  expect(asked({ BASE_URL: page.BASE_URL })).toMatch(/^ {4}https:\/\/tidewater-record\.example\//m);
});
