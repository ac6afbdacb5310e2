import { join } from 'node:path';
import type { Bot } from '../../src/index.ts';
import { createDrain } from '../chat/drain.ts';
import { createFloodLimit } from '../chat/flood.ts';
import { createGreeting } from '../chat/greeting.ts';
import type { Log } from '../chat/log.ts';
import type { KeyMemory } from '../chat/memory.ts';
import { type LastingMemory, openKeyMemory } from '../chat/memory-file.ts';
import { createOnce } from '../chat/once.ts';
import type { Running } from '../chat/running.ts';
import { createTurns } from '../chat/turns.ts';
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
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

const REAL: World = {
  fetch: globalThis.fetch,
  now: Date.now,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

const DRAIN = 5000; // milliseconds for the answers in hand: the process is to end within six seconds
const THREADS = 50_000; // threads of ours that are remembered
const CHANNELS = 20_000; // channels that were greeted

/**
 * Connects the bot to Slack. Throws a SettingsError, within ten seconds, when a token is refused, Slack
 * cannot be reached, or a port cannot be opened.
 */
export async function startSlack(
  settings: SlackSettings,
  bot: Bot,
  log: Log,
  world: World = REAL,
): Promise<Running & { readonly port: number | null }> {
  const wire = createWire({ ...world, log });
  const parts: Parts = { settings, wire, log };
  const { workspaces, transport } = settings;
  const installations =
    workspaces.kind === 'many'
      ? createFileInstallations(join(settings.dataDir, 'slack'), workspaces.storeKey)
      : null;
  const remember = (name: string, limit: number): LastingMemory =>
    openKeyMemory(join(settings.dataDir, `slack-${name}.txt`), limit, log);
  const threads = remember('threads', THREADS);
  const greeted = remember('greeted', CHANNELS);
  const answering = createAnswering(parts, bot, world, threads, greeted);
  const connecting = async (): Promise<Running & { readonly port: number | null }> => {
    const identity = workspaces.kind === 'one' ? await verifyBot(parts, workspaces.botToken) : null;
    const receiver = createReceiver(parts, installations);
    listen(createApp(parts, receiver, identity), answering, installations);
    const socket =
      receiver instanceof SocketModeReceiver
        ? await connectSocket(receiver.client, { ...world, log }).catch(refusedApp(settings))
        : null;
    const connected = (): boolean => socket === null || socket.connected();
    const server =
      transport.mode === 'http' || installations !== null
        ? await serve(receiver, settings.port, connected)
        : null;
    return {
      port: server?.port ?? null,
      healthy: () => connected() && server?.open() !== false,
      stop: async () => {
        await Promise.all([socket?.close(), server?.close()]);
        if (!(await answering.drain.settle(DRAIN))) log('slack: stopped with answers in hand');
        await Promise.all([threads.saved(), greeted.saved()]);
      },
    };
  };
  return inTime(settings, connecting());
}

function createAnswering(
  { settings, wire, log }: Parts,
  bot: Bot,
  { now }: World,
  threads: KeyMemory,
  greeted: KeyMemory,
): Answering {
  return {
    bot,
    log,
    deliver: createDeliver(wire, log),
    first: createOnce({ now }),
    flood: createFloodLimit(now),
    greeting: createGreeting(greeted),
    threads,
    drain: createDrain(),
    turns: createTurns(),
    admins: settings.admins,
  };
}
