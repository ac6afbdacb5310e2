import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadModel, runModel } from '../../src/reader/session.ts';
import { makeRandom } from '../bench/vary.ts';
import { type Cost, costOf } from './cost.ts';
import { watchCoverage } from './coverage.ts';
import { mutate } from './mutate.ts';
import { TARGETS, type Target } from './targets.ts';

/*
 * node --expose-gc dist/test/fuzz/main.js [--minutes 20] [--target NAME] [--seed 1] [--out FOLDER]
 * Changes what it has, keeps what makes something run that had not run before, and says what crashes, takes
 * more than a second of processor time beside what the marker takes, or more than 300 MB. That is put into FOLDER/NAME, by default in the system's
 * folder for temporary files; what is mended goes from there into test/fuzz/corpus/NAME, which the tests run.
 * `--without`: files of the corpus that are left out, as each is that has just ended the process.
 * To be run in the repository's folder, after npm run build:tools. Ends with code 10 where anything was found.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    target: { type: 'string' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: join(tmpdir(), 'verbatim-fuzz') },
    without: { type: 'string', default: '' },
  },
});
const CORPUS = 'test/fuzz/corpus';
const TIMES = 3; // what is slow is run again: other work on the machine slows one run, hardly all of them
const LONGEST = 1_000; // milliseconds of processor time for an input of 100 kB
const LARGEST = 300_000_000; // bytes of memory
const PATIENCE = 120_000; // milliseconds of its processor time after which it is taken for a hang
const FOUND = 10; // how it ends where something was found: no code that a crash ends with
const MOST_KEPT = 2_000; // inputs of a target
const said = new Set<string>(); // kinds of failures
const most = new Map<string, Cost>(); // of a target's inputs
const inHand = join(tmpdir(), `verbatim-fuzz-${process.ppid}`);

const names = TARGETS.map(({ name }) => name).filter((name) => name === (values.target ?? name));
if (process.send === undefined) await superviseAll();
else await fuzz(names, Number(values.minutes) * 60_000, Number(values.seed));

/** Runs the work in a process of its own, begun anew where it hangs or dies. */
async function superviseAll(): Promise<void> {
  const until = performance.now() + Number(values.minutes) * 60_000;
  const without = values.without.split(',');
  for (let seed = Number(values.seed); performance.now() < until; seed += 1) {
    const minutes = String((until - performance.now()) / 60_000);
    const only = values.target === undefined ? [] : ['--target', values.target];
    const how = ['--minutes', minutes, '--seed', String(seed), '--out', values.out, ...only];
    const child = fork(fileURLToPath(import.meta.url), [...how, '--without', without.join(',')], {
      execArgv: ['--expose-gc'],
    });
    const file = join(tmpdir(), `verbatim-fuzz-${process.pid}`);
    let last = usedBy(child.pid);
    child.on('message', () => {
      last = usedBy(child.pid);
    });
    const watch = setInterval(() => {
      if (usedBy(child.pid) - last > PATIENCE) child.kill('SIGKILL');
    }, 1_000);
    const code = await new Promise((resolve) => child.once('exit', resolve));
    clearInterval(watch);
    if (code === FOUND) process.exitCode = FOUND;
    if (code === 0 || code === FOUND) break;
    const [name = 'unknown', bytes = ''] = readFileSync(file, 'utf8').split('\n');
    if (bytes === '') continue; // it ended before, or between two inputs
    const input = Buffer.from(bytes, 'base64');
    without.push(nameOf(input));
    report(name, input, 'hangs, or ends the process');
    process.exitCode = FOUND;
  }
  rmSync(join(tmpdir(), `verbatim-fuzz-${process.pid}`), { force: true });
}

const TICK = 10; // milliseconds: in these Linux counts what a process used

/** Milliseconds of processor time of a process; of the clock, where the system does not say: a busy machine is no hang. */
function usedBy(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return TICK * (Number(fields[11]) + Number(fields[12]));
  } catch {
    return performance.now();
  }
}

async function fuzz(wanted: readonly string[], time: number, seed: number): Promise<void> {
  const random = makeRandom(seed);
  const draw = (below: number): number => Math.floor(random() * below);
  const coverage = watchCoverage();
  await loadModel('marker', 'awaited'); // stories are read as they ship, or not at all
  const states = TARGETS.filter(({ name }) => wanted.includes(name)).map((target) => ({
    target,
    kept: [...target.seeds, ...readCorpus(target.name)],
    runs: 0,
  }));
  for (const { target, kept } of states) for (const bytes of kept) await runOne(target, bytes);
  coverage.isNew();
  const until = performance.now() + time;
  for (let turn = 0; performance.now() < until; turn += 1) {
    const state = states[turn % states.length];
    if (state === undefined) break;
    const { target, kept } = state;
    const [one, other] = [kept[draw(kept.length)], kept[draw(kept.length)]];
    const bytes = mutate(one ?? Buffer.alloc(0), other ?? Buffer.alloc(0), draw);
    await runOne(target, bytes);
    state.runs += 1;
    if (coverage.isNew() && kept.length < MOST_KEPT) kept.push(bytes);
  }
  for (const { target, kept, runs } of states) {
    const { time = 0, memory = 0 } = most.get(target.name) ?? {};
    const cost = `${time.toFixed(0)} ms and ${(memory / 1e6).toFixed(0)} MB at most`;
    console.log(`${target.name}: ${runs} runs, ${kept.length} inputs that differ, ${cost}`);
  }
  process.exit(said.size === 0 ? 0 : FOUND);
}

/** Runs one input; says what goes wrong, and keeps it. */
async function runOne(target: Target, bytes: Uint8Array): Promise<void> {
  writeFileSync(inHand, `${target.name}\n${Buffer.from(bytes).toString('base64')}`);
  process.send?.('goes on');
  try {
    // the first time modules are loaded, and the code is cold
    const cold = await costOf(() => target.run(bytes));
    const marker = cold.time > LONGEST ? await timeOfMarker(target.windows(bytes)) : 0;
    let time = cold.time - marker;
    for (let n = 1; n < TIMES && time > LONGEST; n += 1)
      time = Math.min(time, (await costOf(() => target.run(bytes))).time - marker);
    if (time > LONGEST) report(target.name, bytes, `takes ${time.toFixed(0)} ms`);
    if (cold.memory > LARGEST)
      report(target.name, bytes, `takes ${(cold.memory / 1e6).toFixed(0)} MB`);
    most.set(target.name, {
      time: Math.max(most.get(target.name)?.time ?? 0, time),
      memory: Math.max(most.get(target.name)?.memory ?? 0, cold.memory),
    });
  } catch (error) {
    report(target.name, bytes, error instanceof Error ? (error.stack ?? error.message) : 'throws');
  }
}

/** Milliseconds of processor time: what the marker takes of an input's, and nothing of what is made of that. */
async function timeOfMarker(windows: readonly Int32Array[]): Promise<number> {
  const { time } = await costOf(async () => {
    for (const ids of windows) await runModel('marker', { ids, passages: 0 });
  });
  return time;
}

/** Each kind of failure once. */
function report(name: string, bytes: Uint8Array, what: string): void {
  const kind = `${name} ${what.split('\n').slice(0, 3).join(' ').replace(/\d+/g, 'n')}`;
  if (said.has(kind)) return;
  said.add(kind);
  const hash = nameOf(bytes);
  mkdirSync(join(values.out, name), { recursive: true });
  writeFileSync(join(values.out, name, hash), bytes);
  console.log(`${name}/${hash} (${bytes.length} bytes): ${what}`);
}

function nameOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 12);
}

function readCorpus(name: string): readonly Uint8Array[] {
  try {
    return readdirSync(join(CORPUS, name))
      .filter((file) => !values.without.split(',').includes(file))
      .map((file) => readFileSync(join(CORPUS, name, file)));
  } catch {
    return []; // none yet
  }
}
