import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { VOTE } from './opened.ts';

vi.setConfig({ testTimeout: 120_000 }); // a busy machine takes its time

import { addPorts, build, listen, makeDesk } from './built-desk.ts';

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

test('what a killed process left unprepared is prepared at a start, and is no update', () => {
  const { cwd, run } = makeDesk();
  addPorts(cwd);
  run(['add', 'in']);
  const snapshot = join(cwd, 'kept/snapshot');
  rmSync(join(snapshot, 'prepared/port-7.json'));
  rmSync(join(snapshot, 'index.jsonl'), { force: true });
  expect(run(['console'], '/help\n').err).toEqual(['1 story was prepared.']);
});
