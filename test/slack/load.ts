/**
 * A burst, run by hand: `npm run build:tools && node --expose-gc dist/test/slack/load.js [http|socket] [different]`.
 * Slack and all who write are a process of their own. 500 mentions at once, each as `message` and
 * `app_mention`, over 20 channels by 100 people, over HTTP on kept-alive connections; then again, to see
 * whether memory grows. `different`: no question is asked twice. Prints how long acknowledgements and answers took,
 * what was lost, doubled, and whether the answers in a channel came in the order of the questions. On a busy machine
 * times mean little: beside them stand the processor's time for an event and for an answer, how long the loop was
 * held, and how many answers' time nine in ten acknowledgements took.
 */

import { type ChildProcess, fork } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { createLog } from '../../adapters/chat/log.ts';
import { warmUp } from '../../adapters/chat/warm-up.ts';
import { startSlack } from '../../adapters/slack/index.ts';
import { memoryArchive } from '../../src/archive/memory.ts';
import { createBot } from '../../src/bot/bot.ts';
import { makeReady, models } from '../../src/index.ts';
import { readStoryFiles } from '../../src/ingest/story-files.ts';
import { prepare } from '../../src/story/prepare.ts';
import { ACKNOWLEDGED, type Outcome, openBurst } from './server/burst.ts';
import { settingsFor } from './server/desk.ts';

const ROUNDS = 3;
const QUESTIONS = 500; // each of them two events
const MODES = ['http', 'socket'] as const;
const asking = process.argv.includes('different') ? 'different' : 'alike';
const mode = MODES.find((one) => process.argv.includes(one)) ?? 'http';

if (process.argv.includes('slack')) {
  await openBurst(mode, asking);
} else {
  await serve();
}

async function serve(): Promise<void> {
  const slack = fork(fileURLToPath(import.meta.url), ['slack', mode, asking]);
  const archive = memoryArchive();
  for (const article of readStoryFiles(['test/stories/reef-study.md'])) {
    archive.add(prepare(article));
  }
  const { bot } = createBot({ archive, now: Date.now, onError: console.error });
  await makeReady(models, 'awaited');
  await warmUp(bot);
  const log = createLog(
    (line) => process.stderr.write(line),
    () => new Date(),
  );
  const told = (): Promise<unknown> => new Promise((resolve) => slack.once('message', resolve));
  const place = (await told()) as { readonly apiUrl: string; readonly folder: string };
  const running = await startSlack(settingsFor(place, mode), bot, log);
  for (let round = 1; round <= ROUNDS; round += 1) {
    console.log(`${mode}, ${asking}, round ${round}: ${await runRound(slack, running.port)}`);
  }
  slack.disconnect();
  await running.stop();
  process.exit(0);
}

async function runRound(slack: ChildProcess, port: number | null): Promise<string> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const told = (): Promise<unknown> => new Promise((resolve) => slack.once('message', resolve));
  const before = process.cpuUsage();
  delay.enable();
  slack.send({ port });
  if ((await told()) !== ACKNOWLEDGED) throw new Error('a burst is acknowledged first');
  const taking = milliseconds(process.cpuUsage(before));
  const { line, acknowledged } = (await told()) as Outcome;
  delay.disable();
  const all = milliseconds(process.cpuUsage(before));
  globalThis.gc?.();
  const heap = Math.round(process.memoryUsage().heapUsed / 1_000_000);
  const answer = (all - taking) / QUESTIONS;
  return [
    line,
    `CPU ${(taking / QUESTIONS / 2).toFixed(2)} ms an event until the last acknowledgement, ${answer.toFixed(1)} ms an answer after it`,
    `nine in ten acknowledged within ${(acknowledged / answer).toFixed(0)} answers' time`,
    `loop held p99 ${(delay.percentile(99) / 1e6).toFixed(0)}, longest ${(delay.max / 1e6).toFixed(0)} ms`,
    `heap ${heap} MB`,
  ].join('; ');
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}
