import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildHere } from './build.ts';
import { tempFolder, VOTE } from './opened.ts';

vi.setConfig({ testTimeout: 120_000 }); // a busy machine takes its time

const build = { folder: '', clear: (): void => undefined };
beforeAll(() => Object.assign(build, buildHere()), 120_000);
afterAll(() => build.clear());

const FERRY =
  'A ferry ran aground off the north pier on Friday. “Nobody was hurt,” said Bo Lund, the harbour master.\n';

/** A folder with two stories and a broken one, and the program in it. */
function makeDesk() {
  const cwd = tempFolder();
  mkdirSync(join(cwd, 'in'));
  writeFileSync(join(cwd, 'in/vote.txt'), VOTE);
  writeFileSync(join(cwd, 'in/ferry.md'), FERRY);
  writeFileSync(join(cwd, 'in/photo.txt'), Buffer.from([1, 0, 2]));
  const main = join(build.folder, 'adapters/main.js');
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: 'kept' };
  const run = (args: readonly string[], input = '') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
      cwd,
      env,
      input,
    });
    return {
      status,
      out: String(stdout).trim().split('\n'),
      err: String(stderr).trim().split('\n'),
    };
  };
  const start = (args: readonly string[]) => spawn(process.execPath, [main, ...args], { cwd, env });
  return { cwd, run, start };
}

describe('verbatim add, stories, remove, refresh', () => {
  test('keep what can be read, and name what can’t', () => {
    const { run, cwd } = makeDesk();
    const added = run(['add', '--tag', 'harbour', 'in']);
    expect(added).toMatchObject({
      status: 2,
      out: ['added ferry', 'added vote', '2 added, 0 changed, 0 here already, 1 failed.'],
      err: [`${resolve(cwd, 'in/photo.txt')}: is binary, not text`],
    });
    expect(run(['stories']).out).toEqual([
      expect.stringMatching(/^ferry · version 1 · .* · harbour$/),
      expect.stringMatching(/^vote · version 1 · .* · harbour$/),
    ]);
    writeFileSync(join(cwd, 'in/vote.txt'), VOTE.replace('£4m', '£5m'));
    expect(run(['refresh']).out).toEqual([
      'here already: ferry',
      'changed vote (version 2)',
      '0 added, 1 changed, 1 here already, 0 failed.',
    ]);
    expect(run(['remove', 'ferry', 'zebra'])).toMatchObject({
      status: 2,
      err: ['zebra: there is no such story'],
    });
    expect(readdirSync(join(cwd, 'kept/stories'))).toEqual(['vote']);
  });

  test('take a story from the input, and refuse addresses while FETCH is off', () => {
    const { run } = makeDesk();
    expect(run(['add', '-'], FERRY).out[0]).toBe('added a-ferry-ran-aground-off-the');
    expect(run(['add', 'https://news.example/'])).toMatchObject({
      status: 2,
      err: [expect.stringContaining('FETCH=on')],
    });
    expect(run(['add', 'nowhere']).err).toEqual(['nowhere: there is no such file or folder']);
    expect(run(['add'])).toMatchObject({ status: 2, out: [''] });
  });

  test('add --dry-run shows what would become of each file, and keeps nothing', () => {
    const { run, cwd } = makeDesk();
    const mail = `From: Coast Council <press@coast.example>\r\nSubject: Press release: Ferry aground\r\nDate: Tue, 3 Mar 2026 10:15:00 +0000\r\nMessage-ID: <1@coast.example>\r\nMIME-Version: 1.0\r\n\r\n${FERRY.trim()}\r\n\r\nENDS\r\n`;
    writeFileSync(join(cwd, 'in/ferry.eml'), mail);
    writeFileSync(join(cwd, 'in/pier.png'), 'x');
    writeFileSync(join(cwd, 'in/dock.jpg'), 'x');
    const shown = run(['add', '--dry-run', 'in']);
    expect(shown.out).toEqual(
      expect.arrayContaining([
        resolve(cwd, 'in/ferry.eml'),
        '  headline   Ferry aground',
        '  publisher  Coast Council',
        '  date       2026-03-03T10:15:00+00:00',
        '  paragraphs 1',
        '  set aside  1',
        '    separator: ENDS',
        '3 would be read, 1 failed. Nothing is kept.',
      ]),
    );
    expect(shown).toMatchObject({
      status: 2,
      err: [
        `${resolve(cwd, 'in/photo.txt')}: is binary, not text`,
        'Left out, 2 pictures: dock.jpg, pier.png',
      ],
    });
    expect(readdirSync(cwd)).toEqual(['in']);
    expect(run(['add', 'in']).err).toContain('Left out, 2 pictures: dock.jpg, pier.png');
  });

  test('say that nothing is kept yet, and make no folder for that', () => {
    const { cwd, run } = makeDesk();
    for (const command of ['stories', 'refresh']) {
      expect(run([command])).toEqual({
        status: 0,
        out: [''],
        err: ['No story is kept in kept yet.'],
      });
    }
    expect(run(['remove', 'vote'])).toMatchObject({ status: 2, out: [''] });
    expect(readdirSync(cwd)).toEqual(['in']);
  });

  test('are answered from afterwards, and instead of the seeds', () => {
    const { run } = makeDesk();
    run(['add', 'in/ferry.md']);
    const { out, status } = run(['console', '--json'], 'Who said nobody was hurt?\n/stories\n');
    expect(status).toBe(0);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({
      answer: 'Bo Lund',
      passages: [{ story: 'ferry' }],
    });
    expect(JSON.parse(out[1] ?? '').rows).toMatchObject([{ story: 'ferry' }]);
  });

  test('without a platform, verbatim start is the console: files come in, lines of JSON go out', () => {
    const { run } = makeDesk();
    run(['add', 'in/vote.txt']);
    const { out, err, status } = run(['start', '--json'], '/add in/ferry.md\n/stories\n');
    expect([status, err[0]]).toEqual([0, expect.stringContaining('this is the console')]);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ found: true });
    expect(out[1]).toContain('"story":"ferry"');
  });

  test('move with export and import', () => {
    const [from, to] = [makeDesk(), makeDesk()];
    from.run(['add', 'in']);
    const exported = from.run(['export']).out.join('\n');
    expect(to.run(['import', '-'], exported)).toMatchObject({
      status: 0,
      out: ['2 imported, 0 skipped.'],
    });
    expect(to.run(['stories']).out).toEqual(from.run(['stories']).out);
  });
});

describe('a data folder that another process has', () => {
  test('is refused in one line, with nothing on the output', async () => {
    const { run, start } = makeDesk();
    run(['add', 'in']);
    const first = start(['console', '--json']);
    first.stdin.write('/help\n');
    await new Promise((ready) => first.stdout.once('data', ready));
    const second = run(['console'], '/help\n');
    expect(second).toMatchObject({ status: 2, out: [''] });
    expect(second.err).toEqual([
      expect.stringContaining(`another process has this data folder (process ${first.pid}`),
    ]);
    expect(run(['add', 'in']).err[0]).toContain('another process');
    first.stdin.end();
    await new Promise((ended) => first.once('close', ended));
    expect(run(['console'], '/help\n').status).toBe(0);
  });
});

test('consoles over the seeds make no folder and do not mind each other', async () => {
  const { cwd, run, start } = makeDesk();
  const first = start(['console', '--story', 'in/vote.txt']);
  first.stdin.write('/use vote\n');
  await new Promise((ready) => first.stdout.once('data', ready));
  expect(run(['console', '--story', 'in/vote.txt'], '/use vote\n/feedback right\n').status).toBe(0);
  first.stdin.end();
  await new Promise((ended) => first.once('close', ended));
  expect(readdirSync(cwd)).toEqual(['in']);
});

test('Ctrl-C ends adding after the story in hand, and loses nothing', async () => {
  const { cwd, run, start } = makeDesk();
  for (let n = 0; n < 400; n += 1) {
    writeFileSync(
      join(cwd, `in/port-${n}.txt`),
      `Port ${n} reopened on Friday after ${n} weeks of work.\n`,
    );
  }
  const adding = start(['add', 'in']);
  let said = '';
  adding.stdout.on('data', (chunk) => {
    if (said === '') adding.kill('SIGINT');
    said += chunk;
  });
  const code = await new Promise((ended) => adding.once('close', ended));
  expect(code).toBe(130);
  const added = said.split('\n').filter((line) => line.startsWith('added ')).length;
  expect(added).toBeGreaterThan(0);
  expect(added).toBeLessThan(402);
  expect(run(['stories']).out).toHaveLength(added);
});

describe('a folder that is watched', () => {
  test('gives what comes into it, as it changes, until Ctrl-C; what is broken or gone costs nothing', async () => {
    const { cwd, run, start } = makeDesk();
    rmSync(join(cwd, 'in/photo.txt'));
    run(['add', 'in/ferry.md']);
    const bot = start(['console', '--json', '--watch', 'in']);
    const told = listen(bot.stderr);
    await told('added vote');
    writeFileSync(join(cwd, 'in/vote.txt'), VOTE.replace('£4m', '£5m'));
    writeFileSync(join(cwd, 'in/photo.txt'), Buffer.from([1, 0, 2]));
    rmSync(join(cwd, 'in/ferry.md'));
    await told('changed vote');
    await told('photo.txt: is binary, not text');
    const answered = listen(bot.stdout);
    bot.stdin.write('Who said nobody was hurt?\n/changes vote\n');
    expect(await answered('"command":"who-said"')).toContain('Nobody was hurt');
    expect(await answered('"command":"changes"')).toContain('£5m');
    bot.kill('SIGINT');
    await new Promise((ended) => bot.once('close', ended));
    expect(run(['stories']).out).toEqual([
      expect.stringMatching(/^ferry · version 1/),
      expect.stringMatching(/^vote · version 2/),
    ]);
  });
});

/** Waits until a stream has said something; resolves to all it has said by then. */
function listen(stream: Readable): (words: string) => Promise<string> {
  let said = '';
  stream.on('data', (chunk) => {
    said += chunk;
  });
  return async (words) => {
    while (!said.includes(words)) {
      await new Promise((more, end) => {
        stream.once('data', more);
        stream.once('end', () => end(new Error(`never said ${words}, but ${said}`)));
      });
    }
    return said;
  };
}

/** Thirty stories in the folder. */
function addPorts(cwd: string): void {
  for (let n = 0; n < 30; n += 1) {
    const text = `Port ${n} reopened on Friday after ${n} weeks. “It is done,” said Bo Lund, the harbour master.\n`;
    writeFileSync(join(cwd, `in/port-${n}.txt`), text);
  }
}

test('questions are answered while stories are added from a chat', () => {
  const { cwd } = makeDesk();
  addPorts(cwd);
  const script = join(cwd, 'asking.mjs');
  writeFileSync(script, ASKING);
  const { stdout, stderr } = spawnSync(process.execPath, [script, build.folder], { cwd });
  const { added, asked, longest } = JSON.parse(String(stdout) || String(stderr));
  expect(added).toBe(32);
  expect(asked).toBeGreaterThan(2); // one alone, were it to wait for the end
  expect(longest).toContain('Ann Ode');
});

/** Adds a folder by `/add`, and asks about one of its stories again and again meanwhile. */
const ASKING = `
const base = process.argv[2];
const { createBot } = await import(base + '/src/bot/bot.js');
const { parseCommand } = await import(base + '/src/commands/parse.js');
const { createGather } = await import(base + '/src/ingest/gather.js');
const { openDataFolder } = await import(base + '/src/store/folder/data-folder.js');
const { fillArchive } = await import(base + '/src/store/prepared/fill.js');
const filled = fillArchive(openDataFolder('kept', { now: Date.now }));
const gather = createGather({ files: true, fetch: null });
const { bot } = createBot({ ...filled, gather, now: Date.now, onError(error) { throw error; } });
const say = (line) => bot(parseCommand(line, { channel: 'c', conversation: 'c', admin: true }));
await say('/add in/vote.txt');
let asked = 0;
let longest = '';
let adding = true;
const added = say('/add in').then((reply) => {
  adding = false;
  return reply.rows.length;
});
while (adding) {
  const { passages } = await say('Who said it is not safe any more?');
  longest = passages[0]?.words ?? '';
  asked += 1;
  await new Promise((next) => setImmediate(next));
}
console.log(JSON.stringify({ added: await added, asked, longest }));
process.exit();
`;

const VECTORS = 4; // the line that they are in

test('after an update all stories are prepared anew at once, at a start or a refresh', () => {
  const { cwd, run } = makeDesk();
  addPorts(cwd);
  run(['add', 'in']);
  run(['console'], '/help\n'); // writes the snapshot
  const prepared = join(cwd, 'kept/snapshot/prepared/port-7.json');
  const age = (): void => {
    for (const file of [prepared, join(cwd, 'kept/snapshot/index.jsonl')]) {
      const bytes = readFileSync(file, 'latin1').replace(
        /"rules":"\w+"/,
        '"rules":"0000000000000000"',
      );
      writeFileSync(file, bytes, 'latin1');
    }
  };
  const before = readFileSync(prepared, 'utf8');
  age();
  expect(run(['refresh'])).toMatchObject({ status: 0 });
  expect(readFileSync(prepared, 'utf8')).toBe(before);
  age();
  expect(run(['console'], '/help\n').err).toEqual([
    'After an update 1 story was prepared anew, once.',
  ]);
  const words = (file: string) =>
    file.split('\n').filter((_, line) => line !== 0 && line !== VECTORS);
  expect(words(readFileSync(prepared, 'utf8'))).toEqual(words(before)); // vectors come behind
  expect(run(['console'], '/help\n').err).toEqual(['']);
});
