import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { lastAt } from '../../adapters/chat/day-time.ts';
import { createDrain } from '../../adapters/chat/drain.ts';
import { openKeyMemory } from '../../adapters/chat/memory-file.ts';
import { readPlaceKey } from '../../adapters/chat/places.ts';
import { type Said, startWatcher, type Watcher } from '../../adapters/chat/watcher.ts';
import { FERRY, FERRY_AGAIN, openWatchers, PICNIC } from '../watch.ts';

const CHANNEL = 'slack:T1:C1';
const open: Watcher[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.stop();
  vi.useRealTimers();
});

/** A watcher over a desk, with all that it said; `file` is what it remembers over restarts. */
function start(desk: ReturnType<typeof openWatchers>, file: string, said: Said = 'sent') {
  const posts: { readonly channel: string; readonly words: readonly string[] }[] = [];
  const waits: number[] = [];
  const logged: string[] = [];
  let asleep: Promise<void> = Promise.resolve();
  const drain = createDrain();
  const log = (line: string): void => void logged.push(line);
  const watcher = startWatcher({
    watches: desk.watches,
    port: {
      owns: (channel) => readPlaceKey('slack', channel) !== null,
      say: async (channel, { passages }) => {
        posts.push({ channel, words: passages.map(({ words }) => words) });
        return said;
      },
    },
    told: openKeyMemory(file, 1_000, log),
    drain,
    now: () => desk.clock.time,
    sleep: async (ms) => {
      waits.push(ms);
      await new Promise((resolve) => setTimeout(resolve, 1));
      await asleep;
      desk.clock.time += ms;
    },
    digestAt: { hour: 8, minute: 0 },
    begin: null,
    log,
  });
  open.push(watcher);
  const settled = async (count: number): Promise<void> => {
    await vi.waitFor(() => expect(posts.length).toBeGreaterThanOrEqual(count), 20_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await drain.settle(20_000);
  };
  /** Whatever sleeps goes on sleeping until what this gives is called. */
  const holdSleep = (): (() => void) => {
    let wake: () => void = () => undefined;
    asleep = new Promise((resolve) => {
      wake = resolve;
    });
    return wake;
  };
  return { watcher, posts, waits, logged, settled, holdSleep };
}

function fileHere(): string {
  return join(mkdtempSync(join(tmpdir(), 'verbatim-watch-')), 'told.txt');
}

test('a channel is told of what it watches, each passage once, also after a restart', async () => {
  const file = fileHere();
  const desk = openWatchers();
  await desk.say('/watch Lund');
  const first = start(desk, file);
  await desk.add('ferry', FERRY);
  await first.settled(1);
  expect(first.posts).toEqual([
    { channel: CHANNEL, words: ['“Nobody was hurt,” said Bo Lund, the harbour master.'] },
  ]);
  first.watcher.stop();

  const again = openWatchers(); // everything comes in anew
  await again.say('/watch Lund');
  const second = start(again, file);
  await again.add('ferry', FERRY);
  await again.add('ferry', FERRY_AGAIN);
  await second.settled(1);
  expect(second.posts).toEqual([
    { channel: CHANNEL, words: ['“We were lucky with the tide,” Lund said on Saturday.'] },
  ]);
  expect(readFileSync(file, 'utf8')).not.toMatch(/hurt|Lund|ferry|C1/);
});

test('what comes in within a minute is told together', async () => {
  const desk = openWatchers();
  await desk.say('/watch Lund');
  await desk.say('/watch by Ada Ode');
  const { posts, waits, settled, holdSleep } = start(desk, fileHere());
  await desk.add('ferry', FERRY);
  await settled(1);
  const wake = holdSleep(); // the minute is not over before both are in
  await desk.add('picnic', PICNIC);
  await desk.add('ferry', FERRY_AGAIN);
  wake();
  await settled(2);
  expect(posts).toHaveLength(2);
  expect(posts[1]?.words).toHaveLength(2);
  expect(waits).toEqual([60_000]);
});

test('where nothing was taken it may be told later; where it may have been it is not', async () => {
  const desk = openWatchers();
  await desk.say('/watch Lund');
  const file = fileHere();
  const refused = start(desk, file, 'refused');
  await desk.add('ferry', FERRY);
  await refused.settled(1);
  refused.watcher.stop();
  const again = openWatchers();
  await again.say('/watch Lund');
  const unknown = start(again, file, 'unknown');
  await again.add('ferry', FERRY);
  await unknown.settled(1);
  unknown.watcher.stop();
  const last = openWatchers();
  await last.say('/watch Lund');
  const silent = start(last, file);
  await last.add('ferry', FERRY);
  await silent.settled(0);
  expect(silent.posts).toEqual([]);
});

test('a stop says at once what waits, and nothing more', async () => {
  const desk = openWatchers();
  await desk.say('/watch Lund');
  const { watcher, posts, settled } = start(desk, fileHere());
  await desk.add('ferry', FERRY);
  watcher.stop();
  await settled(1);
  await desk.add('ferry', FERRY_AGAIN);
  await settled(1);
  expect(posts).toHaveLength(1);
});

test('channels of another platform are another’s', async () => {
  const desk = openWatchers();
  await desk.say('/watch Lund', 'discord:1:2');
  const { posts, settled } = start(desk, fileHere());
  await desk.add('ferry', FERRY);
  await settled(0);
  expect(posts).toEqual([]);
});

test('a digest comes once a day from its hour on, also over a restart', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const file = fileHere();
  const desk = openWatchers();
  desk.clock.time = new Date(2026, 10, 30, 7, 30).getTime();
  await desk.say('/watch digest on');
  await desk.add('ferry', FERRY);
  const first = start(desk, file);
  await first.settled(0);
  expect(first.posts).toEqual([]);
  desk.clock.time += 45 * 60_000;
  vi.advanceTimersByTime(120_000);
  await first.settled(1);
  expect(first.posts).toHaveLength(1);
  first.watcher.stop();
  const second = start(desk, file);
  await second.settled(0);
  expect(second.posts).toEqual([]);
  desk.clock.time += 24 * 60 * 60_000; // nothing came in that day
  vi.advanceTimersByTime(60_000);
  await second.settled(0);
  expect(second.posts).toEqual([]);
});

test.each([
  ['08:00', new Date(2026, 10, 30, 9), new Date(2026, 10, 30, 8)],
  ['08:00', new Date(2026, 10, 30, 8), new Date(2026, 10, 30, 8)],
  ['08:00', new Date(2026, 10, 30, 7, 59), new Date(2026, 10, 29, 8)],
  ['23:30', new Date(2026, 0, 1, 0, 10), new Date(2025, 11, 31, 23, 30)],
])('it was last %s at %s', (time, now, then) => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  expect(lastAt({ hour, minute }, now.getTime())).toBe(then.getTime());
});
