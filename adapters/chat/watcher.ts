import type { Reply, StoryChange, Watches } from '../../src/index.ts';
import { hashOf } from './answered.ts';
import { type DayTime, lastAt } from './day-time.ts';
import type { Drain } from './drain.ts';
import { codeOf, type Log } from './log.ts';
import type { LastingMemory } from './memory-file.ts';

/** How a platform sends an unprompted message. */
export interface WatchPort {
  /** Whether a channel is one of this platform's. */
  readonly owns: (channel: string) => boolean;
  /**
   * Sends it to a channel; equal words have an equal `id`. `refused`: it was not accepted. `unknown`: it may
   * have been. Mentions nobody.
   */
  readonly say: (channel: string, reply: Reply, id: string) => Promise<Said>;
}

export type Said = 'sent' | 'refused' | 'unknown';

/** What is watched, and when a digest is due. */
export interface Watching {
  readonly watches: Watches;
  readonly digestAt: DayTime;
  /** Resolves once it is this process's turn to send unprompted messages; null: from the start. */
  readonly begin: (() => Promise<void>) | null;
}

/** What watching needs of its platform; the clock is in milliseconds. */
export interface WatcherOptions extends Watching {
  readonly port: WatchPort;
  /** What was sent, as hashes, so that nothing is sent twice across restarts. */
  readonly told: LastingMemory;
  readonly drain: Drain;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly log: Log;
}

/** A watcher at work. */
export interface Watcher {
  /** Sends whatever is waiting now, as part of the drain, and then nothing more. */
  readonly stop: () => void;
}

const GAP = 60_000; // milliseconds between two messages in a channel: news in between goes into one message
const LOOK = 60_000; // milliseconds between two looks at the clock
const DAY = 24 * 60 * 60_000;
const LATE = 12 * 60 * 60_000; // milliseconds after which that morning's digest is dropped

/** Tells channels about what they watch as stories come in, and once a day who said what. */
export function startWatcher(options: WatcherOptions): Watcher {
  if (options.begin === null) return watchNow(options);
  const state: { watcher: Watcher | null; stopped: boolean } = { watcher: null, stopped: false };
  void options.begin().then(() => {
    if (!state.stopped) state.watcher = watchNow(options);
  });
  return {
    stop: () => {
      state.stopped = true;
      state.watcher?.stop();
    },
  };
}

function watchNow(options: WatcherOptions): Watcher {
  const { watches, port, told, drain, now, sleep, log } = options;
  const waiting = new Map<string, StoryChange[]>();
  const turns = new Map<string, Promise<void>>(); // one message at a time per channel
  const lastSaid = new Map<string, number>();
  let stopped = false;

  const ours = async (): Promise<readonly string[]> => (await watches.channels()).filter(port.owns);
  const run = (task: () => Promise<void>): Promise<void> =>
    drain.run(task).catch((error) => log('watch: failed', { code: codeOf(error) }));

  const tellNow = async (channel: string): Promise<void> => {
    const changes = waiting.get(channel) ?? [];
    waiting.delete(channel);
    const keyOf = (words: string, story: string): string =>
      hashOf([channel, story, words].join('\0'));
    const reply = await watches.find(channel, changes, ({ words, story }) =>
      told.has(keyOf(words, story)),
    );
    if (reply === null) return;
    const keys = reply.passages.map(({ words, story }) => keyOf(words, story));
    for (const key of keys) told.add(key);
    await told.saved(); // before sending: after a crash, better lost than sent twice
    lastSaid.set(channel, now());
    const said = await port.say(channel, reply, hashOf(keys.join(' ')));
    if (said === 'refused') for (const key of keys) told.delete(key);
  };

  /** One message a minute; when stopping, at once. */
  const schedule = (channel: string): void => {
    if (turns.has(channel)) return;
    const turn = async (): Promise<void> => {
      while (waiting.has(channel) && !stopped) {
        const due = (lastSaid.get(channel) ?? Number.NEGATIVE_INFINITY) + GAP - now();
        if (due > 0) await sleep(due);
        if (!stopped) await run(() => tellNow(channel));
      }
      turns.delete(channel);
    };
    turns.set(channel, turn());
  };

  const take = async (change: StoryChange): Promise<void> => {
    for (const channel of await ours()) {
      const before = waiting.get(channel) ?? [];
      // a story that changes again before the message has changed once
      if (before.some(({ story }) => story === change.story)) continue;
      waiting.set(channel, [...before, change]);
      if (stopped) await tellNow(channel);
      else schedule(channel);
    }
  };
  watches.listen((change) => {
    if (!stopped) void run(() => take(change));
  });

  const digest = async (channel: string, due: number): Promise<void> => {
    const key = hashOf([channel, 'digest', due].join('\0'));
    if (told.has(key)) return;
    told.add(key);
    await told.saved();
    const reply = await watches.digest(channel, due - DAY);
    if (reply !== null) await port.say(channel, reply, key);
  };
  const look = async (): Promise<void> => {
    const due = lastAt(options.digestAt, now());
    if (now() - due > LATE) return;
    for (const channel of await ours()) {
      const since = await watches.digestSince(channel);
      if (since !== null && since < due) await digest(channel, due);
    }
  };
  const clock = setInterval(() => void run(look), LOOK);
  clock.unref();
  void run(look);

  return {
    stop: () => {
      stopped = true;
      clearInterval(clock);
      for (const channel of waiting.keys()) void run(() => tellNow(channel));
    },
  };
}
