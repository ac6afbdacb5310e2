/**
 * A burst, run by hand: `npm run build:tools && node --expose-gc dist/test/slack/load.js [http|socket]`.
 * Slack and all who write are a process of their own. 500 mentions at once, each as `message` and
 * `app_mention`, over 20 channels by 100 people, over HTTP on kept-alive connections; then again, to see
 * whether memory grows. Prints how long acknowledgements and answers took, what was lost, doubled, and
 * whether the answers came in the order of the questions.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createLog } from '../../adapters/chat/log.ts';
import { warmUp } from '../../adapters/chat/warm-up.ts';
import { startSlack } from '../../adapters/slack/index.ts';
import {
  createBot,
  makeReady,
  memoryArchive,
  models,
  prepare,
  readStoryFiles,
} from '../../src/index.ts';
import { openBurst } from './server/burst.ts';
import { settingsFor } from './server/desk.ts';

const ROUNDS = 3;
const MODES = ['http', 'socket'] as const;
const mode = MODES.find((one) => process.argv.includes(one)) ?? 'http';

if (process.argv.includes('slack')) {
  await openBurst(mode);
} else {
  await serve();
}

async function serve(): Promise<void> {
  const slack = fork(fileURLToPath(import.meta.url), ['slack', mode]);
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
    const before = process.cpuUsage();
    slack.send({ port: running.port });
    const line = String(await told());
    const { user, system } = process.cpuUsage(before);
    globalThis.gc?.();
    const heap = Math.round(process.memoryUsage().heapUsed / 1_000_000);
    const cpu = Math.round((user + system) / 1000);
    console.log(`${mode}, round ${round}: ${line}; ${cpu} ms of CPU; heap ${heap} MB`);
  }
  slack.disconnect();
  await running.stop();
  process.exit(0);
}
