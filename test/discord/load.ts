/**
 * A load test, run by hand: `npm run build:tools && node --expose-gc dist/test/discord/load.js [ROUNDS]`.
 * 500 commands at once, each of which Discord wants a first answer to within 3 seconds. Then 1,000 messages of
 * 200 people in a burst over 50 channels, and the same again (ten rounds), to see whether memory grows. Prints what was
 * lost, doubled or out of order, and how long it took: discord.js sends 50 requests a second at most, as
 * Discord wants it, so the last ones wait.
 */

import { warmUp } from '../../adapters/chat/warm-up.ts';
import { memoryArchive } from '../../src/archive/memory.ts';
import { createBot } from '../../src/bot/bot.ts';
import { readStoryFiles } from '../../src/ingest/story-files.ts';
import { prepare } from '../../src/story/prepare.ts';
import { BOT, message, slash } from './server/payloads.ts';
import type { Answered } from './server/rest.ts';
import { startWorld, type World } from './world.ts';

const MESSAGES = 1000;
const CHANNELS = 50;
const PEOPLE = 200;
const ROUNDS = Number(process.argv[2] ?? 10);
const COMMANDS = 500;

const archive = memoryArchive();
for (const article of readStoryFiles(['test/stories/reef-study.md'])) archive.add(prepare(article));
const core = createBot({ archive, now: Date.now, onError: console.error });
const world = await startWorld(core);

await warmUp(core.bot); // as `verbatim discord` does before it says that it is connected
const { first, whole, taken } = await commands(world);
console.log(
  `${COMMANDS} commands at once: event to first answer p50 ${at(first, 0.5)} ms, p99 ${at(first, 0.99)} ms,`,
  `longest ${at(first, 1)} ms, ${first.filter((time) => time > 3000).length} of them later than Discord waits`,
  `(CPU of both sides ${taken.toFixed(1)} ms a first answer); to the whole answer p50 ${at(whole, 0.5)} ms,`,
  `longest ${at(whole, 1)} ms`,
);

for (let round = 1; round <= ROUNDS; round += 1) {
  const { doubled, disordered, times } = await burst(world, round);
  globalThis.gc?.();
  const heap = Math.round(process.memoryUsage().heapUsed / 1_000_000);
  console.log(
    `round ${round}: ${MESSAGES} messages, ${MESSAGES - times.length} lost, ${doubled} doubled,`,
    `${disordered} channels out of order; event to post p50 ${at(times, 0.5)} ms,`,
    `p99 ${at(times, 0.99)} ms; heap ${heap} MB`,
  );
}
await world.end();

/** When each of many commands had its first answer, and its whole one. */
async function commands({ discord, act }: World) {
  const start = performance.now();
  const before = process.cpuUsage();
  const asked = Array.from({ length: COMMANDS }, (_, n) =>
    act(
      slash(
        'ask',
        { question: `how many reef sites did the team follow, ${n}?` },
        {
          channel: `2000000000000001${String(n % CHANNELS).padStart(2, '0')}`,
          person: `3000000000000${String(n % PEOPLE).padStart(5, '0')}`,
        },
      ),
    ),
  );
  const since = async (look: (one: Answered) => unknown): Promise<readonly number[]> => {
    const times = asked.map(async (one) => {
      await discord.until(() => look(one) !== null);
      return performance.now() - start;
    });
    return (await Promise.all(times)).sort((a, b) => a - b);
  };
  let taken = 0;
  const [first, whole] = await Promise.all([
    since(({ callback }) => callback).finally(() => {
      const { user, system } = process.cpuUsage(before);
      taken = (user + system) / 1000 / COMMANDS;
    }),
    since(({ original }) => original),
  ]);
  return { first, whole, taken };
}

interface Outcome {
  readonly doubled: number;
  readonly disordered: number;
  readonly times: readonly number[];
}

/** Sends all messages at once and waits for as many answers. */
async function burst({ discord, say, clock }: World, round: number): Promise<Outcome> {
  clock.time += 3_600_000; // what was asked an hour ago may be forgotten
  discord.rest.forget();
  const asked = Array.from({ length: MESSAGES }, (_, n) =>
    message(`<@${BOT}> how many reef sites did the team follow, ${round} ${n}?`, {
      channel: `2000000000000001${String(n % CHANNELS).padStart(2, '0')}`,
      person: `3000000000000${String(n % PEOPLE).padStart(5, '0')}`,
    }),
  );
  const start = performance.now();
  for (const one of asked) say(one);
  await discord.until(() => discord.rest.posts.length >= MESSAGES);
  const { posts } = discord.rest;
  const replies = posts.map(({ body }) => body.message_reference?.message_id ?? '');
  const places = Array.from({ length: CHANNELS }, (_, n) => asked[n]?.channel_id);
  return {
    doubled: replies.length - new Set(replies).size,
    disordered: places.filter((channel) => !isInOrder(channel)).length,
    times: posts.map((post) => post.at - start).sort((a, b) => a - b),
  };

  function isInOrder(channel: string | undefined): boolean {
    const questions = asked.filter((one) => one.channel_id === channel).map(({ id }) => id);
    const answers = posts.filter((post) => post.channel === channel);
    return answers.every(({ body }, n) => body.message_reference?.message_id === questions[n]);
  }
}

function at(times: readonly number[], share: number): number {
  return Math.round(
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN,
  );
}
