import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeReady } from '../../src/reader/ready.ts';
import { type Models, models, openModels } from '../../src/reader/session.ts';
import { APP_TOKEN, BOT_TOKEN, openLocalSlack } from '../slack/server/slack.ts';
import { buildHere } from '../store/build.ts';
import { tempFolder, VOTE } from '../store/opened.ts';
import { root } from '../stories.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 }); // a busy machine takes its time

const LACK =
  /the encoder can't be loaded: .*encoder\.onnx: there is no such file; questions get nearest passages by search, no answers$/;

test('all models are ready once it is done', async () => {
  const loaded: string[] = [];
  const counting: Models = {
    ...models,
    load: async (model, how) => {
      await models.load(model, how);
      loaded.push(`${model} ${how}`);
    },
  };
  expect(await makeReady(counting, 'awaited')).toBeNull();
  expect(loaded).toEqual(['encoder awaited', 'reader awaited', 'marker awaited']);
});

test('where one can’t be had, a line says so, and what is done without it', async () => {
  const none = openModels(pathToFileURL(`${tempFolder()}/`));
  expect(await makeReady(none, 'awaited')).toMatch(LACK);
});

test('without the marker, a line says who then tells who speaks', async () => {
  const folder = tempFolder();
  for (const name of ['encoder', 'reader'])
    copyFileSync(new URL(`src/reader/weights/${name}.onnx`, root), join(folder, `${name}.onnx`));
  expect(await makeReady(openModels(pathToFileURL(`${folder}/`)), 'awaited')).toMatch(
    /the marker can't be loaded: .*marker\.onnx: there is no such file; who says what is found by rules alone$/,
  );
});

function withStory(): string {
  const folder = tempFolder();
  writeFileSync(join(folder, 'vote.txt'), VOTE);
  return folder;
}

describe('a bot without weights', () => {
  let built: ReturnType<typeof buildHere>;
  beforeAll(() => {
    built = buildHere(['vocabulary.txt']);
  });
  afterAll(() => built.clear());

  test('says so once in the console, and does not answer', () => {
    const args = [
      join(built.folder, 'adapters/main.js'),
      'console',
      '--json',
      '--story',
      'vote.txt',
    ];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: withStory(),
      env: { PATH: process.env.PATH ?? '' },
      input: 'Who is the mayor?\nWhen did the council vote?\n',
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stderr.trim()).toMatch(LACK);
    for (const line of stdout.trim().split('\n'))
      expect(JSON.parse(line)).toMatchObject({ command: 'ask', found: false, answer: null });
  });

  test('says so before it is connected, and connects', async () => {
    const slack = await openLocalSlack();
    const args = [join(built.folder, 'adapters/main.js'), 'slack', '--story', 'vote.txt'];
    const bot = spawn(process.execPath, args, {
      cwd: withStory(),
      env: {
        PATH: process.env.PATH ?? '',
        SLACK_API_URL: slack.apiUrl,
        SLACK_BOT_TOKEN: BOT_TOKEN,
        SLACK_APP_TOKEN: APP_TOKEN,
      },
    });
    let said = '';
    bot.stderr.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
    const ended = new Promise((resolve) => bot.once('close', resolve));
    await Promise.race([ended, vi.waitFor(() => expect(said).toContain('connected'), 60_000)]);
    bot.kill();
    await ended;
    const [lack, connected] = said.trim().split('\n');
    expect(lack).toMatch(LACK);
    expect(connected).toMatch(/slack: connected$/);
    await slack.close();
  });
});
