import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runConsole } from '../../adapters/console/index.ts';
import type { Command } from '../../src/commands/command.ts';
import { makeReply, type Reply, say } from '../../src/reply/reply.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const main = join(root, 'dist/adapters/main.js');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-console-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program as a user would, with no settings of any kind. */
function run(args: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '' },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      stdout += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      stderr += part;
    });
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.on('error', () => {}); // it may end before it has read all
    child.stdin.end(input);
  });
}

async function askJson(lines: readonly string[], args: readonly string[] = []) {
  const { stdout, code } = await run(
    ['console', '--json', ...args],
    lines.map((one) => `${one}\n`).join(''),
  );
  expect(code).toBe(0);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

function write(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const KEYS =
  'input command found answer verdict wording person reason grade confidence difference rows passages text'.split(
    ' ',
  );

describe('on a pipe', () => {
  test('each line that is not blank gets one line of JSON with every key, in order', async () => {
    const lines = [
      'Who founded Alibaba?',
      '/speakers',
      '/nonsense',
      '🙂',
      '/who-said pave the way',
    ];
    const replies = await askJson(['', ...lines, '   ']);
    expect(replies.map((one) => one.input)).toEqual(lines);
    for (const reply of replies) expect(Object.keys(reply)).toEqual(KEYS);
  });

  test.each([
    ['🙂', 'empty-question'],
    ['?!', 'empty-question'],
    ['/ask', 'empty-question'],
    ['/quotes', 'empty-question'],
    ['/nonsense at all', 'unknown-command'],
    ['thanks!', 'not-a-question'],
    ['summarize', 'not-a-question'],
    ['/who-said the moon is made of green cheese', 'not-in-story'],
    ['/quotes Henry Kissinger', 'said-nothing'],
    ['/quotes Angela Merkel', 'no-such-person'],
    ['/who-said Kissinger had lengthy rounds of meetings', 'reporters-own-words'],
  ])('%s has the reason %s', async (line, reason) => {
    const [reply] = await askJson([line]);
    expect(reply?.reason).toBe(reason);
    expect(reply?.answer).toBeNull();
  });

  test('text gives a reply for each line, and no greeting of a chat', async () => {
    const { stdout } = await run(['console'], '/who-said ideas about how we can improve trade\n');
    expect(stdout).toMatch(/^Jack Ma\n/);
    expect(stdout).toContain('¶ 6 of 20');
    expect(stdout).not.toContain("I'm a program");
  });

  test.each([
    ['very long', 'who said '.repeat(20_000)],
    ['control characters', 'a\u0000b\u001b[2Jc\u0007'],
    ['right-to-left', 'من قال هذا؟'],
    ['odd spaces', '\u00a0\u2003Who\u00a0founded\u2009Alibaba?'],
  ])('a %s line gets a reply and does not end it', async (_name, line) => {
    const replies = await askJson([line, '/about']);
    expect(replies.map((one) => one.input)).toEqual([line, '/about']);
  });

  test('--story takes several files, .txt and .md', async () => {
    const one = write('one.txt', 'The mayor, Ann Ode, opened the bridge on Monday.\n\nShe wept.\n');
    const two = write('two.md', '---\nheadline: Rain\n---\n\nIt rained in Ives on Tuesday.\n');
    const [reply] = await askJson(['/stories'], ['--story', one, '--story', two]);
    expect(reply?.rows).toMatchObject([{ story: 'one' }, { story: 'two', headline: 'Rain' }]);
  });
});

describe('a story that cannot be read', () => {
  test.each([
    ['missing.txt', null, 'there is no such file'],
    ['missing.html', null, 'there is no such file'],
    ['empty.txt', '', 'is empty'],
    ['blank.txt', ' \n\u00a0\n', 'is empty'],
    ['binary.txt', new Uint8Array([72, 0, 1, 2]), 'is binary'],
    ['cyrillic.txt', new Uint8Array(12).fill(207), 'is not UTF-8'],
    ['large.txt', 'a '.repeat(2_600_000), 'larger than 5 MB'],
    ['page.html', '<p>Hi.</p>', 'only .txt and .md'],
    ['date.md', '---\npublished: soon\n---\nIt rained.\n', 'published is no date'],
    ['link.md', '---\nurl: nowhere\n---\nIt rained.\n', 'url is no'],
    ['marks.txt', '***\n\n---\n', 'no paragraph'],
  ])('%s: one line that names it, exit 2, nothing on stdout', async (name, content, problem) => {
    const file = content === null ? join(folder, name) : write(name, content);
    const { code, stdout, stderr } = await run(['console', '--json', '--story', file], 'Who?\n');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(name);
    expect(stderr).toContain(problem);
  });

  test('a folder: the same', async () => {
    mkdirSync(join(folder, 'stories.txt'), { recursive: true });
    const { code, stderr } = await run(['console', '--story', join(folder, 'stories.txt')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/stories\.txt: is a folder/);
    const here = await run(['console', '--story', '.']);
    expect(here).toMatchObject({ code: 2, stderr: '.: is a folder, not a file\n' });
  });
});

test('--version says which it is', async () => {
  const { code, stdout } = await run(['--version']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

/** What a terminal asks of the bot, and shows, when this is typed. */
async function typeInto(typed: string): Promise<{ asked: readonly string[]; shown: string }> {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  let shown = '';
  output.setEncoding('utf8').on('data', (part: string) => {
    shown += part;
  });
  input.write(typed);
  const asked: string[] = [];
  const bot = async ({ input: line }: Command): Promise<Reply> => {
    asked.push(line);
    return makeReply('help', { blocks: [say('All there is.')] });
  };
  await runConsole({ bot, complete: async () => [] }, { input, output }, false);
  return { asked, shown };
}

test('on a terminal "exit" ends it, unasked', async () => {
  const { asked, shown } = await typeInto('/help\nexit\n/about\n');
  expect(asked).toEqual(['/help']);
  expect(shown).toContain('All there is.');
});

test.each([
  [
    'Ode resigns\r\rThe mayor resigned on Monday.\rWhy?',
    ['/add Ode resigns\n\nThe mayor resigned on Monday.\nWhy?'],
  ],
  ['/add Ode resigns\rThe mayor resigned.', ['/add Ode resigns\nThe mayor resigned.']],
  ['Who won?\r\rWhen?\r', ['Who won?', 'When?']],
  ['/speakers\r/numbers\rwho won', ['/speakers', '/numbers', 'who won']],
  ['who won', ['who won']],
  ['', []],
])('pasted into a terminal, %j is read as %j', async (text, lines) => {
  const { asked } = await typeInto(`\u001b[200~${text}\u001b[201~\rexit\r`);
  expect(asked).toEqual(lines);
});

test.each([
  [['console', '--nonsense'], /--nonsense/],
  [['nonsense'], /nonsense/],
  [['console', '--story'], /story/],
])('%j is refused in one line', async (args, problem) => {
  const { code, stderr, stdout } = await run(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(problem);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
