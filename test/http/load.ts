/**
 * Load on the API, run by hand: `npm run build:tools && node dist/test/http/load.js [SECONDS]`. The server is a
 * process of its own, with a story under `test/stories/`; here are the clients, each of which asks again as soon as
 * it is answered. Prints, for each thing asked and number of clients, answers a second, how long they took, what the
 * server's processor spent on one, and its memory.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { root } from '../stories.ts';

const SECONDS = Number(process.argv[2] ?? 5);
const CLIENTS = [1, 16, 64];
const TOKEN = 'a token for the load';

/** What is asked: a path, and words that differ from question to question where there is a body. */
const ASKED: readonly (readonly [string, ((turn: number) => object) | null])[] = [
  ['/healthz', null],
  ['/api/stories', null],
  ['/api/stories/reef-study/speakers', null],
  ['/api/stories/reef-study/numbers', null],
  ['/api/quotes', () => ({ person: 'Lindqvist' })],
  ['/api/who-said', (turn) => ({ words: `the reefs surprised us ${turn}` })],
  ['/api/check', (turn) => ({ words: `The reefs surprised ${turn} of us`, person: 'Sorensen' })],
  ['/api/ask', (turn) => ({ question: `How many reef sites did team ${turn} follow?` })],
];

const server = spawn(
  process.execPath,
  [
    fileURLToPath(new URL('dist/adapters/main.js', root)),
    'serve',
    '--story',
    fileURLToPath(new URL('test/stories/reef-study.md', root)),
  ],
  {
    env: {
      PATH: process.env.PATH ?? '',
      HTTP_PORT: '0',
      API_TOKENS: TOKEN.replaceAll(' ', '-'),
      API_RATE: '100000000',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  },
);
let said = '';
server.stderr.setEncoding('utf8').on('data', (part: string) => {
  said += part;
});
while (!/serve: ready/.test(said)) {
  if (server.exitCode !== null) throw new Error(said);
  await new Promise((resolve) => setTimeout(resolve, 50));
}
const origin = /route=(\S+)\//.exec(said)?.[1] ?? '';
const headers = { authorization: `Bearer ${TOKEN.replaceAll(' ', '-')}` };

let turn = 0;
console.log(
  'asked                              clients   a second    p50    p99 ms   CPU ms   MB   refused',
);
for (const [path, body] of ASKED) {
  for (const clients of CLIENTS) console.log(await measure(path, body, clients));
}
server.kill('SIGTERM');
await once(server, 'exit');

async function measure(
  path: string,
  body: ((turn: number) => object) | null,
  clients: number,
): Promise<string> {
  const took: number[] = [];
  let refused = 0;
  const before = await readFigures();
  const begun = performance.now();
  const end = begun + SECONDS * 1000;
  const ask = async (): Promise<void> => {
    while (performance.now() < end) {
      const start = performance.now();
      turn += 1;
      const answered = await fetch(origin + path, {
        headers: { ...headers, 'content-type': 'application/json' },
        ...(body === null ? {} : { method: 'POST', body: JSON.stringify(body(turn)) }),
      });
      await answered.text();
      if (answered.status === 200) took.push(performance.now() - start);
      else refused += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, ask));
  const seconds = (performance.now() - begun) / 1000;
  const after = await readFigures();
  took.sort((a, b) => a - b);
  const at = (share: number): string => (took[Math.floor(took.length * share)] ?? 0).toFixed(1);
  const cpu = ((after.cpu - before.cpu) * 1000) / Math.max(1, took.length);
  return [
    path.padEnd(34),
    String(clients).padStart(7),
    (took.length / seconds).toFixed(1).padStart(11),
    at(0.5).padStart(8),
    at(0.99).padStart(8),
    cpu.toFixed(2).padStart(10),
    String(Math.round(after.memory / 1e6)).padStart(5),
    String(refused).padStart(9),
  ].join('');
}

/** Processor seconds and bytes of memory of the server. */
async function readFigures(): Promise<{ readonly cpu: number; readonly memory: number }> {
  const text = await (await fetch(`${origin}/metrics`, { headers })).text();
  const read = (name: string): number =>
    Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
  return { cpu: read('process_cpu_seconds_total'), memory: read('process_resident_memory_bytes') };
}
