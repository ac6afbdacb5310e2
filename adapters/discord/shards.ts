import { setTimeout as wait } from 'node:timers/promises';
import { type ShardLeases, StoreError } from '../../src/index.ts';
import { codeOf, type Log } from '../chat/log.ts';
import type { Running } from '../chat/running.ts';

/** A shard to be opened. */
export interface OpenShard {
  readonly shard: number;
  /** Whether it is this process's at this moment: otherwise what comes in by it is another's to answer. */
  readonly isHeld: () => boolean;
  /** Over when it is to be closed, also while it is being opened. */
  readonly signal: AbortSignal;
}

/** What holding shards needs. */
export interface ShardSurroundings {
  readonly leases: ShardLeases;
  /** Resolves once a shard is connected. Rejects where Discord refuses, or when it is to be closed. */
  readonly open: (opening: OpenShard) => Promise<Running>;
  /** Milliseconds, by a clock that nobody sets. */
  readonly now: () => number;
  /** Called when Discord refuses a shard after the start. */
  readonly onRefused: (error: unknown) => void;
  readonly log: Log;
}

interface Held {
  /** Until when it is surely ours. */
  until: number;
  readonly end: AbortController;
  /** Null: it is not to be opened any more. Never rejects. */
  readonly opening: Promise<Running | null>;
  running: Running | null;
}

const SIGNS = 5; // of life in each lease
const LOOKS = 30; // for what was not renewed in time, in each lease
const SURELY = 0.8; // of a lease: then there is time to close what could not be renewed

/**
 * Holds this process's share of the shards until it is stopped: opens those it is given, and closes those that it
 * can't renew, or that others wait for, before they can have them. Rejects where Discord refuses one of the
 * first.
 */
export async function holdShards(around: ShardSurroundings): Promise<Running> {
  const { leases, open, now, onRefused, log } = around;
  const held = new Map<number, Held>();
  const closing = new Map<number, Promise<void>>(); // not opened again before
  const over = new AbortController();
  const refusals: unknown[] = [];
  let isStarted = false;
  let known = Number.NEGATIVE_INFINITY; // until when what we know of our shards holds
  let isBlocked = false;

  const refuse = (error: unknown): void => {
    if (isStarted) onRefused(error);
    else refusals.push(error);
  };
  const begin = (shard: number, until: number): void => {
    const end = new AbortController();
    const isHeld = (): boolean => !end.signal.aborted && now() < one.until;
    const opening = open({ shard, isHeld, signal: end.signal }).then(
      (running) => {
        one.running = running;
        return running;
      },
      (error: unknown) => {
        if (!end.signal.aborted) refuse(error);
        return null;
      },
    );
    const one: Held = { until, end, opening, running: null };
    held.set(shard, one);
    log('discord: shard taken', { code: String(shard) });
  };
  const closeOne = async (shard: number, { end, opening }: Held): Promise<void> => {
    end.abort();
    await (await opening)?.stop();
    log('discord: shard given up', { code: String(shard) });
  };
  const close = async (shard: number): Promise<void> => {
    const one = held.get(shard);
    if (one !== undefined) {
      held.delete(shard);
      closing.set(shard, closeOne(shard, one));
    }
    await closing.get(shard);
    closing.delete(shard);
  };
  const renew = async (): Promise<void> => {
    const until = now() + SURELY * leases.lease; // from before it was asked for
    const lot = await leases.renew();
    known = until;
    if (lot.isBlocked && !isBlocked)
      log('discord: other processes have another DISCORD_SHARDS: waiting until they are gone');
    isBlocked = lot.isBlocked;
    for (const [shard, one] of held) if (lot.held.includes(shard)) one.until = until;
    const lost = [...held.keys()].filter((shard) => !lot.held.includes(shard));
    await Promise.all([...lost, ...lot.excess].map(close));
    if (lot.excess.length > 0) await leases.release(lot.excess);
    if (over.signal.aborted) return;
    const free = lot.held.filter((shard) => !held.has(shard) && !closing.has(shard));
    for (const shard of free) if (!lot.excess.includes(shard)) begin(shard, until);
  };
  const renewOrWait = (): Promise<void> =>
    renew().catch((error: unknown) => {
      if (!(error instanceof StoreError)) throw error;
      log('discord: shards not renewed', { code: codeOf(error) });
    });
  const renewing = async (): Promise<void> => {
    while (!over.signal.aborted) {
      await wait(leases.lease / SIGNS, null, { signal: over.signal }).catch(() => undefined);
      if (!over.signal.aborted) await renewOrWait();
    }
  };
  const watch = setInterval(() => {
    for (const [shard, { until }] of held) if (now() >= until) void close(shard);
  }, leases.lease / LOOKS);
  watch.unref();

  await renewOrWait();
  if (held.size === 0) log('discord: no shard is free: this process stands by');
  const renewed = renewing();
  await Promise.all([...held.values()].map(({ opening }) => opening));
  isStarted = true;
  const stop = async (): Promise<void> => {
    over.abort();
    clearInterval(watch);
    await renewed;
    await Promise.all([...held.keys(), ...closing.keys()].map(close));
    await leases.leave().catch(() => undefined); // away: then the lease runs out
  };
  if (refusals.length > 0) {
    await stop();
    throw refusals[0];
  }
  return {
    healthy: () =>
      now() < known && [...held.values()].every(({ running }) => running?.healthy() === true),
    stop,
  };
}
