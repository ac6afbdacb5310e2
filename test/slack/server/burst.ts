import { Agent, request } from 'node:http';
import type { Mode } from './desk.ts';
import { signedBody } from './http.ts';
import { record } from './outside.ts';
import { appMention, eventBody, message } from './payloads.ts';
import { type LocalSlack, openLocalSlack } from './slack.ts';

const QUESTIONS = 500;
const CHANNELS = 20;
const PEOPLE = 100;
const CONNECTIONS = 100;
const LONGEST = 90_000; // milliseconds that answers are waited for

const ASKED = [
  'how many reef sites did the team follow?',
  'who is Sorensen?',
  'when was the study published?',
  'what did Lindqvist say about the choice of sites?',
  'who said “The reefs surprised us”?',
  'who is the king of Ruritania?',
  'why did the reefs recover?',
];

/** What one asks of all: a few questions, or each another, so that nothing that was read before helps. */
export type Asking = 'alike' | 'different';

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

/** Slack and all who write, in a process of their own: a burst for each port that the parent tells. */
export async function openBurst(mode: Mode, asking: Asking): Promise<void> {
  const slack = await openLocalSlack();
  let round = 0;
  process.on('message', (told) => {
    round += 1;
    const deliver = mode === 'http' ? postTo(Number(record(told).port)) : sendOver(slack);
    void burst(slack, deliver, round, asking).then((outcome) => process.send?.(outcome));
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ apiUrl: slack.apiUrl, folder: slack.folder });
}

type Deliver = (event: Readonly<Record<string, unknown>>) => Promise<unknown>;

function sendOver({ socket }: LocalSlack): Deliver {
  return (event) => socket.send('events_api', eventBody(event));
}

function postTo(port: number): Deliver {
  return (event) => {
    const { body, headers } = signedBody('events_api', eventBody(event));
    return new Promise((resolve, reject) => {
      const path = '/slack/events';
      const sent = request({ port, path, method: 'POST', agent, headers }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      });
      sent.on('error', reject).end(body);
    });
  };
}

/** How a burst went, in words, and when nine in ten had their acknowledgement (milliseconds). */
export interface Outcome {
  readonly line: string;
  readonly acknowledged: number;
}

/** What the parent is told when the last acknowledgement is there. */
export const ACKNOWLEDGED = 'acknowledged';

/** Asks all questions at once and waits until all are answered, or for too long. */
async function burst(
  slack: LocalSlack,
  deliver: Deliver,
  round: number,
  asking: Asking,
): Promise<Outcome> {
  slack.taken.splice(0);
  slack.attempts.splice(0);
  const answered = new Map<unknown, number>();
  slack.onTaken(({ method, body }) => {
    if (method === 'chat.postMessage') answered.set(body.thread_ts, performance.now());
  });
  const questions = Array.from({ length: QUESTIONS }, (_, i) =>
    message({
      text: `<@UBOT> ${ASKED[i % ASKED.length]}${asking === 'alike' ? '' : ` (${round}.${i})`}`,
      channel: `C${i % CHANNELS}`,
      user: `U${round}${i % PEOPLE}`,
    }),
  );
  const start = performance.now();
  const acknowledged: number[] = [];
  await Promise.all(
    questions.flatMap((one) =>
      [one, appMention(one)].map(async (event) => {
        await deliver(event);
        acknowledged.push(performance.now() - start);
      }),
    ),
  );
  process.send?.(ACKNOWLEDGED);
  while (answered.size < QUESTIONS && performance.now() - start < LONGEST) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const posts = slack.taken.filter(({ method }) => method === 'chat.postMessage').length;
  const order = [...answered.keys()];
  const line = [
    `${QUESTIONS} mentions, ${QUESTIONS - answered.size} lost, ${posts - answered.size} doubled`,
    `${outOfOrder(questions, order)} of ${CHANNELS} channels out of order`,
    `acknowledged p50 ${at(acknowledged, 0.5)}, p90 ${at(acknowledged, 0.9)}, last ${at(acknowledged, 1)} ms`,
    `answered p50 ${at(since(answered, start), 0.5)}, last ${at(since(answered, start), 1)} ms`,
  ].join('; ');
  return { line, acknowledged: at(acknowledged, 0.9) };
}

/** In how many channels the answers did not come in the order of the questions. */
function outOfOrder(
  questions: readonly Readonly<Record<string, unknown>>[],
  order: readonly unknown[],
): number {
  const channels = [...new Set(questions.map(({ channel }) => channel))];
  return channels.filter((channel) => {
    const asked = questions.filter((one) => one.channel === channel).map(({ ts }) => ts);
    const answered = order.filter((ts) => asked.includes(ts));
    return answered.some((ts, i) => ts !== asked[i]);
  }).length;
}

function since(times: ReadonlyMap<unknown, number>, start: number): readonly number[] {
  return [...times.values()].map((time) => time - start);
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
