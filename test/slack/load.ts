/**
 * A load test, run by hand: `npm run build:tools && node --expose-gc dist/test/slack/load.js`.
 * 500 questions over 20 channels from a cold start, asked by 100 people; then the same again, nine
 * times, to see whether memory grows. Prints what was lost, what was doubled, and how long it took.
 */

import { memoryArchive } from '../../src/archive/memory.ts';
import { createBot } from '../../src/bot/bot.ts';
import { readStoryFiles } from '../../src/ingest/story-files.ts';
import { prepare } from '../../src/story/prepare.ts';
import { type Desk, openDesk } from './server/desk.ts';
import { appMention, message } from './server/payloads.ts';

const QUESTIONS = 500;
const CHANNELS = 20;
const PEOPLE = 100;
const ROUNDS = 10;
const HOUR = 3_600_000;

const archive = memoryArchive();
for (const article of readStoryFiles(['test/stories/reef-study.md'])) archive.add(prepare(article));
const clock = { time: 0 };
const { bot } = createBot({ archive, now: () => clock.time, onError: console.error });
const desk = await openDesk('socket', bot);

for (let round = 1; round <= ROUNDS; round += 1) {
  const before = process.cpuUsage();
  const { lost, doubled, times } = await ask(desk, round);
  const { user, system } = process.cpuUsage(before);
  const cpu = ((user + system) / 1000 / QUESTIONS).toFixed(1);
  globalThis.gc?.();
  const heap = Math.round(process.memoryUsage().heapUsed / 1_000_000);
  console.log(
    `round ${round}: ${QUESTIONS} questions, ${lost} lost, ${doubled} doubled;`,
    `event to post p50 ${at(times, 0.5)} ms, p99 ${at(times, 0.99)} ms;`,
    `${cpu} ms of CPU a question, this Slack's share included; heap ${heap} MB`,
  );
}
await desk.close();

/** Asks all questions at once, each as `message` and `app_mention`, and waits for all to be answered. */
async function ask(
  { slack, event, clock: here }: Desk,
  round: number,
): Promise<{ readonly lost: number; readonly doubled: number; readonly times: readonly number[] }> {
  here.time += HOUR; // what was asked an hour ago may be forgotten
  clock.time += HOUR;
  slack.taken.splice(0);
  slack.attempts.splice(0);
  const asked = new Map<unknown, number>();
  const answered = new Map<unknown, number>();
  slack.onTaken((call) => {
    const ts = call.body.thread_ts;
    if (call.method === 'chat.postMessage') answered.set(ts, performance.now());
  });
  const questions = Array.from({ length: QUESTIONS }, (_, i) =>
    message({
      text: `<@UBOT> how many reef sites did the team follow, ${round} ${i}?`,
      channel: `C${i % CHANNELS}`,
      user: `U${i % PEOPLE}`,
    }),
  );
  await Promise.all(
    questions.flatMap((one) => {
      asked.set(one.ts, performance.now());
      return [event(one), event(appMention(one))];
    }),
  );
  for (let idle = 0; answered.size < QUESTIONS && idle < 300; idle += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const times = [...answered].map(([ts, time]) => time - (asked.get(ts) ?? time));
  const posts = slack.taken.filter(({ method }) => method === 'chat.postMessage').length;
  return { lost: QUESTIONS - answered.size, doubled: posts - answered.size, times };
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
