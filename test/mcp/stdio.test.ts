import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openDataFolder } from '../../src/store/folder/data-folder.ts';
import { buildHere } from '../store/build.ts';
import { tempFolder, VOTE } from '../store/opened.ts';
import { call, connect, connectHttp } from './served.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const build = { folder: '', clear: (): void => undefined };
beforeAll(() => Object.assign(build, buildHere()));
afterAll(() => build.clear());

const STORY = resolve('test/stories/reef-study.md');
const ENV = { PATH: process.env.PATH ?? '', DATA_DIR: 'kept' };

function command(args: readonly string[]) {
  const main = join(build.folder, 'adapters/main.js');
  return { command: process.execPath, args: [main, ...args], cwd: tempFolder(), env: ENV };
}

/** The program with its input and output in hand. */
function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { command: node, args: all, cwd } = command(args);
  const child = spawn(node, all, { cwd, env: { ...ENV, ...env } });
  const said = { out: '', err: '' };
  child.stdout.on('data', (part) => {
    said.out += String(part);
  });
  child.stderr.on('data', (part) => {
    said.err += String(part);
  });
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  const lines = (): readonly { readonly id?: number; readonly result?: unknown }[] =>
    said.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  return { child, said, ended, lines };
}

const message = (id: number | null, method: string, params: unknown = {}): string =>
  `${JSON.stringify({ jsonrpc: '2.0', ...(id === null ? {} : { id }), method, params })}\n`;
const HELLO =
  message(1, 'initialize', {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  }) + message(null, 'notifications/initialized');
const ask = (id: number, words: string): string =>
  message(id, 'tools/call', { name: 'who_said', arguments: { words } });

test('a client that starts it asks a story', async () => {
  const transport = new StdioClientTransport(command(['mcp', '--story', STORY]));
  const client = await connect(transport);
  expect(client.getServerVersion()).toMatchObject({ name: 'verbatim' });
  const asked = await call(client, 'ask', { question: 'How many reef sites did the team follow?' });
  expect(asked.json).toMatchObject({ found: true, passages: [{ story: 'reef-study' }] });
  const { resources } = await client.listResources();
  expect(resources.map(({ name }) => name)).toEqual(['reef-study']);
  await client.close();
});

test('the configuration in the guide starts it', async () => {
  const guide = readFileSync(resolve('adapters/mcp/README.md'), 'utf8');
  const [, config = ''] = /```json\n([\s\S]*?)```/.exec(guide) ?? [];
  const { mcpServers } = JSON.parse(config) as {
    readonly mcpServers: Readonly<Record<string, { command: string; args: string[] }>>;
  };
  const { command: node = '', args = [] } = mcpServers.verbatim ?? {};
  const there = args.map((one) => one.replace('/path/to/verbatim/dist', build.folder));
  const cwd = tempFolder();
  const client = await connect(
    new StdioClientTransport({ command: node, args: [...there, '--story', STORY], cwd, env: ENV }),
  );
  expect((await client.listTools()).tools).toHaveLength(7);
  await client.close();
});

test('the output holds the protocol alone, whatever comes in', async () => {
  const { child, said, ended, lines } = start(['mcp', '--story', STORY]);
  child.stdin.write(`${HELLO}hello\n\n{"a":1}\n[]\n\u0000\n${'x'.repeat(1_000_000)}\n`);
  child.stdin.write(message(2, 'no/such/method') + message(3, 'tools/call', { name: 5 }));
  child.stdin.end(ask(4, 'x'.repeat(100_000)) + ask(5, 'regrowth'));
  expect(await ended).toBe(0);
  const answered = new Map(lines().map((line) => [line.id, line]));
  expect([...answered.keys()].toSorted()).toEqual([1, 2, 3, 4, 5]);
  expect(answered.get(4)?.result).toMatchObject({ isError: true });
  expect(answered.get(5)?.result).toMatchObject({ structuredContent: { found: true } });
  expect(said.err).not.toMatch(/xxx|regrowth|hello/);
});

test('a stop answers what is in hand, and ends with 0', async () => {
  const { child, ended, lines, said } = start(['mcp', '--story', STORY]);
  child.stdin.write(HELLO);
  await vi.waitFor(() => expect(said.out).not.toBe(''), 60_000);
  child.stdin.write(ask(2, 'regrowth'));
  await new Promise((done) => setTimeout(done, 50));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(lines().map(({ id }) => id)).toEqual([1, 2]);
});

test('over HTTP nothing stands on the output; a stop ends with 0', async () => {
  const { child, said, ended } = start(['mcp', '--http', '0', '--story', STORY]);
  await vi.waitFor(
    () => expect(said.err).toContain('mcp: listens route=http://127.0.0.1:'),
    60_000,
  );
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(said.out).toBe('');
});

test('the HTTP server has it beside the API, behind the same tokens', async () => {
  const token = 'a-token-that-is-long-enough';
  const served = start(['serve', '--story', STORY], { HTTP_PORT: '0', API_TOKENS: token });
  await vi.waitFor(() => expect(served.said.err).toContain('serve: ready'), 60_000);
  const [, address = ''] = /serve: listens route=(\S+)/.exec(served.said.err) ?? [];
  const url = new URL('mcp', address);
  await expect(connectHttp(url)).rejects.toThrow('API_TOKENS');
  const client = await connectHttp(url, { authorization: `Bearer ${token}` });
  expect((await call(client, 'who_said', { words: 'regrowth' })).json?.found).toBe(true);
  served.child.kill('SIGTERM'); // the client has a stream open
  expect(await served.ended).toBe(0);
  expect(served.said.err).not.toContain('answers in hand');
});

test.each([['http'], ['70000'], ['-1'], ['']])('a port that is none is said: %j', async (port) => {
  const { ended, said } = start(['mcp', `--http=${port}`]);
  expect(await ended).toBe(2);
  expect(said.err).toBe(`verbatim mcp --http: ${port} is no port number\n`);
});

test('a data folder that a bot has is asked beside it, and is not written', async () => {
  const { command: node, args, cwd } = command(['mcp']);
  mkdirSync(join(cwd, 'kept'));
  writeFileSync(join(cwd, 'vote.txt'), VOTE);
  const added = spawn(node, [args[0] ?? '', 'add', 'vote.txt'], { cwd, env: ENV });
  expect(await new Promise((done) => added.once('close', done))).toBe(0);
  const held = openDataFolder(join(cwd, 'kept'), { now: Date.now });
  const client = await connect(new StdioClientTransport({ command: node, args, cwd, env: ENV }));
  const { resources } = await client.listResources();
  expect(resources.map(({ name }) => name)).toEqual(['vote']);
  await client.close();
  held.close();
});

test('nothing of the SDK is loaded unless assistants are served', async () => {
  const hooks = `export async function load(url, context, next) {
    if (url.includes('@modelcontextprotocol')) process._rawDebug('loaded ' + url);
    return next(url, context);
  }`;
  const register = `import { register } from 'node:module';
    register('data:text/javascript,' + ${JSON.stringify(encodeURIComponent(hooks))});`;
  const watching = {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(register)}`,
  };
  const quiet = start(['console', '--story', STORY, '--json'], watching);
  quiet.child.stdin.end('/speakers\n');
  expect(await quiet.ended).toBe(0);
  expect(quiet.said.out).not.toBe('');
  expect(quiet.said.err).not.toContain('loaded');
  const loud = start(['mcp', '--story', STORY], watching);
  loud.child.stdin.end(HELLO);
  expect(await loud.ended).toBe(0);
  expect(loud.said.err).toContain('loaded');
});
