import { join } from 'node:path';
import type { Bot } from '../../src/index.ts';
import { createAnswered } from '../chat/answered.ts';
import { createDrain } from '../chat/drain.ts';
import { createFloodLimit } from '../chat/flood.ts';
import { createGreeting } from '../chat/greeting.ts';
import type { Log } from '../chat/log.ts';
import { type LastingMemory, openKeyMemory } from '../chat/memory-file.ts';
import { createOnce } from '../chat/once.ts';
import type { Running } from '../chat/running.ts';
import { type Arrivals, createTurns } from '../chat/turns.ts';
import type { SlackSettings } from '../settings.ts';
import type { Answering } from './answer.ts';
import { createApp, createReceiver, type Parts, SocketModeReceiver } from './bolt.ts';
import { createDeliver } from './deliver.ts';
import { createFileInstallations } from './installations.ts';
import { listen } from './listen.ts';
import { serve } from './serve.ts';
import { connectSocket } from './socket.ts';
import { inTime, refusedApp, verifyBot } from './verify.ts';
import { createWire } from './wire.ts';

/** Network and time, passed in. */
export interface World {
  /** Milliseconds that a stop waits for the answers in hand. */
  readonly grace: number;
  readonly fetch: typeof fetch;
  /** Milliseconds since the process began. */
  readonly uptime: () => number;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

const REAL: World = {
  grace: 5000, // the process is to end within six seconds
  fetch: globalThis.fetch,
  uptime: () => performance.now(),
  now: Date.now,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

const THREADS = 50_000; // threads of ours that are remembered
const CHANNELS = 20_000; // channels that were greeted
const EVENTS = 20_000; // events that were answered, and may be delivered again

/** Slack at work; `port` is null where nothing comes in over HTTP. */
export interface SlackRunning extends Running {
  readonly port: number | null;
}

/**
 * Connects the bot to Slack. Throws a SettingsError, within ten seconds, when a token is refused, Slack
 * cannot be reached, or a port cannot be opened.
 */
export function startSlack(
  settings: SlackSettings,
  bot: Bot,
  log: Log,
  world: World = REAL,
): Promise<SlackRunning> {
  const { memoryDir } = settings;
  const parts: Parts = { settings, wire: createWire({ ...world, log }), log };
  const remember = (name: string, limit: number): LastingMemory =>
    openKeyMemory(memoryDir && join(memoryDir, `slack-${name}.txt`), limit, log);
  const memories = [
    remember('threads', THREADS),
    remember('greeted', CHANNELS),
    remember('answered', EVENTS),
  ] as const;
  const arrivals: Arrivals = { count: 0 };
  const answering = createAnswering(parts, bot, world, memories, arrivals);
  return inTime(settings, world.uptime(), connect(parts, answering, world, memories, arrivals));
}

async function connect(
  parts: Parts,
  answering: Answering,
  world: World,
  memories: readonly LastingMemory[],
  arrivals: Arrivals,
): Promise<SlackRunning> {
  const { settings, log } = parts;
  const { transport, workspaces, dataDir } = settings;
  const one = workspaces.kind === 'one';
  const identity = one ? await verifyBot(parts, workspaces.botToken) : null;
  const installations = one
    ? null
    : createFileInstallations(join(dataDir, 'slack'), workspaces.storeKey);
  const receiver = createReceiver(parts, installations);
  listen(createApp(parts, receiver, identity), answering, installations);
  const socket =
    receiver instanceof SocketModeReceiver
      ? await connectSocket(receiver.client, { ...world, log, arrivals }).catch(
          refusedApp(settings),
        )
      : null;
  const connected = (): boolean => socket === null || socket.connected();
  const server =
    one && transport.mode === 'socket'
      ? null
      : await serve(receiver, settings, connected, { arrivals, log });
  return {
    port: server?.port ?? null,
    healthy: () => connected() && server?.open() !== false,
    stop: async () => {
      void answering.drain.run(() => Promise.all([socket?.close(), server?.close()]));
      if (!(await answering.drain.settle(world.grace))) log('slack: stopped with answers in hand');
      await Promise.all(memories.map((memory) => memory.saved()));
    },
  };
}

function createAnswering(
  { settings, wire, log }: Parts,
  bot: Bot,
  { now }: World,
  [threads, greeted, answered]: readonly [LastingMemory, LastingMemory, LastingMemory],
  arrivals: Arrivals,
): Answering {
  return {
    bot,
    log,
    deliver: createDeliver(wire, log),
    answered: createAnswered(createOnce({ now }), answered),
    flood: createFloodLimit(now),
    greeting: createGreeting(greeted),
    threads,
    drain: createDrain(),
    turns: createTurns(arrivals),
    admins: settings.admins,
  };
}
