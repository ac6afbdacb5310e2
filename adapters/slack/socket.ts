import { codeOf, type Log } from '../chat/log.ts';
import type { Arrivals } from '../chat/turns.ts';
import type { SocketModeReceiver } from './bolt.ts';

type Client = SocketModeReceiver['client'];

/** A connection that is kept up until it is closed. */
export interface Connection {
  readonly connected: () => boolean;
  readonly close: () => Promise<void>;
}

/** Time and log, passed in, and the counter of arrivals. */
export interface SocketOptions {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
  readonly arrivals: Arrivals;
}

const HELLO = 10_000; // milliseconds until a new connection must have said hello
const GOODBYE = 1500; // milliseconds for the other side to close; Bolt alone would wait 30 seconds
const LONGEST_PAUSE = 30_000; // milliseconds between attempts
const STEADY = 60_000; // a connection that lasted as long was a good one: the next pause is short

/**
 * Connects Socket Mode; rejects when the first attempt fails. Every loss from then on, whatever its
 * reason, is followed by attempts to connect again: in Bolt's own, one that fails ends the process.
 */
export async function connectSocket(client: Client, options: SocketOptions): Promise<Connection> {
  guardMessages(client, options);
  const state = { lost: await connect(client), up: true, closing: false };
  void keepUp(client, options, state);
  return {
    connected: () => state.up && !state.closing,
    close: async () => {
      state.closing = true;
      await Promise.race([client.disconnect(), options.sleep(GOODBYE / 3)]);
      void client.disconnect(); // a second time ends it without the other side
    },
  };
}

interface State {
  /** Fulfilled when the connection is no more. */
  lost: Lost;
  up: boolean;
  closing: boolean;
}

interface Lost {
  readonly ended: Promise<void>;
}

async function keepUp(client: Client, options: SocketOptions, state: State): Promise<void> {
  const { now, sleep, log } = options;
  let failures = 0;
  while (!state.closing) {
    const since = now();
    await state.lost.ended;
    state.up = false;
    if (now() - since > STEADY) failures = 0;
    while (!state.up && !state.closing) {
      await sleep(Math.min(LONGEST_PAUSE, 100 * 2 ** Math.min(failures, 10)));
      failures += 1;
      if (!state.closing) state.up = await reconnect(client, log, state);
    }
  }
}

async function reconnect(client: Client, log: Log, state: State): Promise<boolean> {
  try {
    state.lost = await connect(client);
    log('slack: connected again');
    return true;
  } catch (error) {
    log('slack: no connection', { code: codeOf(error) });
    return false;
  }
}

/** Waits for Slack's hello; gives what is fulfilled when the connection ends. */
async function connect(client: Client): Promise<Lost> {
  const { promise: ended, resolve: end } = withResolver();
  const { promise: late, resolve: giveUp } = withResolver();
  const timer = setTimeout(giveUp, HELLO);
  client.once('disconnected', end);
  try {
    await Promise.race([client.start(), late.then(() => Promise.reject(new Error('no hello')))]);
    return { ended };
  } catch (error) {
    client.off('disconnected', end);
    void client.disconnect();
    throw error ?? new Error('closed before hello');
  } finally {
    clearTimeout(timer);
  }
}

function withResolver(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}

/**
 * Reads messages as Bolt does, but one that Bolt cannot read is logged and does not end the process,
 * and when Slack says `disconnect` and then does not close, we do.
 */
function guardMessages(client: Client, { log, arrivals }: SocketOptions): void {
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...message: unknown[]) => {
    arrivals.count += 1;
    for (const read of readers) {
      Promise.resolve(read.apply(client, message)).catch((error: unknown) =>
        log('slack: a message could not be read', { code: codeOf(error) }),
      );
    }
    if (!/^\s*\{[^{}]*"type"\s*:\s*"disconnect"/.test(String(message[0]))) return;
    const timer = setTimeout(() => void client.disconnect(), GOODBYE);
    client.once('disconnected', () => clearTimeout(timer));
  });
}
