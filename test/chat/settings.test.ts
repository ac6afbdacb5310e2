import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readSettings, SettingsError } from '../../adapters/settings.ts';

const ONE = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const MANY = {
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'c',
  SLACK_STATE_SECRET: 's',
  STORE_KEY: 'a long enough key',
};

describe('a platform', () => {
  test('is absent without any of its settings', () => {
    const settings = readSettings({ PATH: '/bin', SLACK_MODE: 'http', SLACK_BOT_TOKEN: ' ' });
    expect(settings.slack.kind).toBe('absent');
    expect(settings.discord.kind).toBe('absent');
    expect(settings.healthPort).toBeNull();
  });

  test.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_APP_TOKEN']],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, ['SLACK_BOT_TOKEN']],
    [{ SLACK_MODE: 'http', SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_SIGNING_SECRET']],
    [
      { SLACK_APP_TOKEN: 'xapp-1', SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'c' },
      ['SLACK_STATE_SECRET', 'STORE_KEY'],
    ],
  ])('%o lacks %j', (env, names) => {
    expect(readSettings(env).slack).toEqual({ kind: 'missing', names });
  });

  test('is ready with all of them: one workspace, or many', () => {
    expect(readSettings(ONE).slack).toEqual({
      kind: 'ready',
      settings: {
        apiUrl: null,
        port: 3000,
        agent: false,
        admins: [],
        dataDir: 'data',
        memoryDir: null,
        transport: { mode: 'socket', appToken: 'xapp-1' },
        workspaces: { kind: 'one', botToken: 'xoxb-1' },
      },
    });
    expect(
      readSettings({
        ...ONE,
        ...MANY,
        PORT: '0',
        SLACK_AGENT: 'on',
        ADMIN_IDS: 'U1, U2',
        DATA_DIR: 'd',
      }).slack,
    ).toMatchObject({
      settings: {
        port: 0,
        agent: true,
        admins: ['U1', 'U2'],
        dataDir: 'd',
        memoryDir: 'd',
        workspaces: { kind: 'many', clientId: '1.2' },
      },
    });
    expect(readSettings({ ...ONE, SLACK_CLIENT_ID: '1.2' }).slack.kind).toBe('ready');
    expect(readSettings({ DISCORD_TOKEN: 'x', DISCORD_GUILD_ID: '7' }).discord).toMatchObject({
      settings: { token: 'x', applicationId: null, apiUrl: null, guildId: '7' },
    });
    expect(readSettings({ DISCORD_GUILD_ID: '7' }).discord).toEqual({
      kind: 'missing',
      names: ['DISCORD_TOKEN'],
    });
  });
});

describe('the HTTP server', () => {
  const httpOf = (env: Readonly<Record<string, string>>) =>
    readSettings({ HTTP_PORT: '8080', ...env }).http;

  test('is there where it has a port: for this machine, and open to it', () => {
    expect(readSettings({}).http).toBeNull();
    expect(httpOf({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      page: { baseUrl: null, access: 'link', key: null },
      tokens: [],
      open: true,
      rate: 300,
    });
  });

  test.each([
    [{}, true],
    [{ HTTP_HOST: '::1' }, true],
    [{ HTTP_HOST: 'localhost', BASE_URL: 'http://127.0.0.1:8080' }, true],
    [{ BASE_URL: 'https://news.example' }, false],
    [{ API_TOKENS: 'a-token-of-16-or-more' }, false],
    [{ HTTP_HOST: '0.0.0.0', API_TOKENS: 'a-token-of-16-or-more' }, false],
  ])('with %o is open without a token: %s', (env, open) => {
    expect(httpOf(env)?.open).toBe(open);
  });

  test('keeps of tokens their hashes alone', () => {
    const tokens = ['a-token-of-16-or-more', 'and-another-one-of-them'];
    const http = httpOf({ API_TOKENS: tokens.join(', ') });
    const hashes = tokens.map((one) => createHash('sha256').update(one).digest('hex'));
    expect(http?.tokens.map((one) => one.toString('hex'))).toEqual(hashes);
    expect(JSON.stringify(http)).not.toMatch(/a-token|another/);
  });
});

test.each([
  [{ HTTP_PORT: 'x' }, 'HTTP_PORT: must be a port number'],
  [{ HTTP_HOST: 'http://here' }, 'HTTP_HOST: must be an address or a name of this machine'],
  [{ PAGE_ACCESS: 'all' }, 'PAGE_ACCESS: must be link, token or public'],
  [{ PAGE_KEY: 'short' }, 'PAGE_KEY: must have at least 16 characters'],
  [
    { API_TOKENS: 'a-token-of-16-or-more,short' },
    'API_TOKENS: each must have at least 16 characters',
  ],
  [{ API_RATE: '0' }, 'API_RATE: must be a number of requests'],
  [
    { HTTP_PORT: '1', HTTP_HOST: '192.0.2.1' },
    'API_TOKENS: must be set where HTTP_HOST is not this machine alone',
  ],
  [{ HTTP_PORT: '1', PAGE_ACCESS: 'token' }, 'API_TOKENS: must be set where PAGE_ACCESS is token'],
  [{ SLACK_MODE: 'sockets' }, 'SLACK_MODE: must be socket or http'],
  [{ SLACK_BOT_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN: must be a bot token, which begins with xoxb-'],
  [
    { SLACK_APP_TOKEN: 'secret' },
    'SLACK_APP_TOKEN: must be an app-level token, which begins with xapp-',
  ],
  [{ SLACK_API_URL: 'slack.com/api' }, 'SLACK_API_URL: must be a URL that begins with http'],
  [{ DISCORD_API_URL: 'ftp://x' }, 'DISCORD_API_URL: must be a URL that begins with http'],
  [{ PORT: 'http' }, 'PORT: must be a port number'],
  [{ HEALTH_PORT: '65536' }, 'HEALTH_PORT: must be a port number'],
  [{ STORE_KEY: 'short' }, 'STORE_KEY: must have at least 8 characters'],
  [
    { DISCORD_GUILD_ID: 'my server', PORT: '-1' },
    'PORT: must be a port number\nDISCORD_GUILD_ID: must be a number',
  ],
])('%o is refused, a line for each mistake, without its value', (env, message) => {
  expect(() => readSettings(env)).toThrow(new SettingsError([message]));
});
