import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ManyWorkspaces } from '../../adapters/settings.ts';
import { installationFiles } from '../../adapters/slack/installation-files.ts';
import { createInstallations } from '../../adapters/slack/installations.ts';
import { createTestBot } from './bot.ts';
import { type Desk, openDesk, until } from './server/desk.ts';
import { eventBody, message } from './server/payloads.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // a busy machine is no failure

const MANY: ManyWorkspaces = {
  kind: 'many',
  clientId: '1.2',
  clientSecret: 'client secret',
  stateSecret: 'state secret',
  storeKey: 'a key for the store',
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe.each(['socket', 'http'] as const)('many workspaces over %s', (mode) => {
  let desk: Desk;
  beforeEach(async () => {
    const settings = { workspaces: MANY, dataDir: folder };
    desk = await openDesk(mode, createTestBot(async () => {}).bot, { settings });
  });
  afterEach(() => desk.close());

  const open = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${desk.running.port}${path}`, { headers, redirect: 'manual' });

  /** Goes to the page for installing: the state that Slack would send back, and its cookie. */
  async function beginInstalling(): Promise<{ readonly state: string; readonly cookie: string }> {
    const page = await open('/slack/install');
    const [, state = ''] = /state=([^&"]+)/.exec(await page.text()) ?? [];
    const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    return { state, cookie };
  }

  async function install(): Promise<void> {
    const { state, cookie } = await beginInstalling();
    const done = await open(`/slack/oauth_redirect?code=good-code&state=${state}`, { cookie });
    expect(done.status).toBe(200);
  }

  /** Asks in the second workspace; whether there was an answer is known when it has come, or the log tells. */
  const ask = (): Promise<void> =>
    desk.deliver('events_api', eventBody(message({ text: '<@UBOT2> cost?', team: 'T2' }), 'T2'));

  test('a workspace that installs is answered, with its own token', async () => {
    await install();
    await ask();
    await until(() => desk.posts().length === 1);
    const post = desk.slack.taken.find(({ method }) => method === 'chat.postMessage');
    expect(post?.token).toBe('xoxb-second');
  });

  test('an installation is encrypted where it lies', async () => {
    await install();
    const files = await readdir(join(folder, 'slack'));
    expect(files).toHaveLength(1);
    const [file = ''] = files;
    const bytes = await readFile(join(folder, 'slack', file));
    expect(`${file} ${bytes.toString('latin1')}`).not.toMatch(/xoxb|T2|Second/);
  });

  test.each([
    ['a forged state', (state: string) => `${state}x`, (cookie: string) => cookie],
    ['a state of another browser', (state: string) => state, () => ''],
    ['no state', () => '', (cookie: string) => cookie],
  ])('%s is refused', async (_, forge, forgeCookie) => {
    const { state, cookie } = await beginInstalling();
    const path = `/slack/oauth_redirect?code=good-code&state=${forge(state)}`;
    const done = await open(path, { cookie: forgeCookie(cookie) });
    expect(done.status).toBe(400);
    expect(desk.slack.attempts).not.toContain('oauth.v2.access');
  });

  test('the scopes of the manifest in use are asked for', async () => {
    const scopesAsked = async (): Promise<readonly string[]> => {
      const [, scopes = ''] =
        /[?&]scope=([^&"]+)/.exec(await (await open('/slack/install')).text()) ?? [];
      return decodeURIComponent(scopes).split(',');
    };
    expect(await scopesAsked()).not.toContain('assistant:write');
    await desk.close();
    const settings = { workspaces: MANY, dataDir: folder, agent: true };
    desk = await openDesk(mode, createTestBot(async () => {}).bot, { settings });
    expect(await scopesAsked()).toContain('assistant:write');
  });

  test('another STORE_KEY is named, at the start and where a workspace is not found', async () => {
    await install();
    await desk.close();
    const workspaces = { ...MANY, storeKey: 'another key' };
    desk = await openDesk(mode, createTestBot(async () => {}).bot, {
      settings: { workspaces, dataDir: folder },
    });
    expect(desk.log).toEqual([expect.stringContaining('another STORE_KEY')]);
    await ask();
    await until(() => desk.log.length === 2);
    expect(desk.log[1]).toContain('STORE_KEY');
  });

  test('an unknown workspace is dropped', async () => {
    await ask();
    await until(() => desk.log.length === 1);
    expect([...desk.posts(), ...desk.notes()]).toEqual([]);
  });

  test.each([
    ['uninstalling', { type: 'app_uninstalled' }],
    ['revoking the bot’s token', { type: 'tokens_revoked', tokens: { bot: ['UBOT2'] } }],
  ])('%s forgets the installation at once', async (_, event) => {
    await install();
    await desk.deliver('events_api', eventBody(event, 'T2'));
    await until(() => desk.log.length === 1);
    expect(await readdir(join(folder, 'slack'))).toEqual([]);
    await ask();
    await until(() => desk.log.length === 2);
    expect(desk.posts()).toEqual([]);
  });

  test('revoking one person’s token forgets nothing', async () => {
    await install();
    await desk.deliver(
      'events_api',
      eventBody({ type: 'tokens_revoked', tokens: { oauth: ['U9'] } }, 'T2'),
    );
    await ask();
    await until(() => desk.posts().length === 1);
  });
});

describe('installations in files', () => {
  test('are found again after a restart, and not with another key', async () => {
    const installation = {
      team: { id: 'T1' },
      isEnterpriseInstall: false,
      bot: { token: 'xoxb-1' },
    };
    await createInstallations(installationFiles(folder), 'the key').keep(installation);
    const query = { teamId: 'T1', isEnterpriseInstall: false };
    expect(await createInstallations(installationFiles(folder), 'the key').find(query)).toEqual(
      installation,
    );
    expect(await createInstallations(installationFiles(folder), 'another').find(query)).toBeNull();
  });

  test('leave nothing half written behind for good', async () => {
    await writeFile(join(folder, 'abc.bin.0123456789ab'), 'half');
    await writeFile(join(folder, 'def.bin'), 'whole');
    const files = installationFiles(folder);
    await Promise.all([files.write('one', Buffer.from('1')), files.write('two', Buffer.from('2'))]);
    expect((await readdir(folder)).sort()).toEqual(['def.bin', 'one.bin', 'two.bin']);
  });

  test('an organisation’s installation serves each of its workspaces', async () => {
    const installations = createInstallations(installationFiles(folder), 'the key');
    await installations.keep({ enterprise: { id: 'E1' }, isEnterpriseInstall: true });
    for (const isEnterpriseInstall of [true, false]) {
      const query = { teamId: 'T5', enterpriseId: 'E1', isEnterpriseInstall };
      expect(await installations.find(query)).toMatchObject({ enterprise: { id: 'E1' } });
    }
    await installations.forget({ enterprise_id: 'E1', team_id: 'T5', is_enterprise_install: true });
    expect(await readdir(folder)).toEqual([]);
  });

  test('the same workspace again is kept once, and half-written files are never read', async () => {
    const installations = createInstallations(installationFiles(folder), 'the key');
    await Promise.all(
      ['a', 'b', 'c'].map((token) =>
        installations.keep({ team: { id: 'T1' }, isEnterpriseInstall: false, ...{ token } }),
      ),
    );
    expect(await readdir(folder)).toHaveLength(1);
    const query = { teamId: 'T1', isEnterpriseInstall: false };
    expect(await installations.find(query)).toMatchObject({ team: { id: 'T1' } });
  });
});
