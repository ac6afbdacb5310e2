import { setTimeout as wait } from 'node:timers/promises';
import { addFrom, type FleetPlaces, openFleet } from '../src/index.ts';
import { endCleanly } from './chat/ending.ts';
import { serveHealth } from './chat/health.ts';
import { createLog } from './chat/log.ts';
import type { Running } from './chat/running.ts';
import { demandFleet } from './fleet.ts';
import { type ManageOptions, refreshStories } from './manage.ts';
import { UsageError } from './usage.ts';

/** What `verbatim ingest` is told. */
export interface IngestOptions {
  readonly manage: ManageOptions;
  readonly fleet: FleetPlaces;
  /** Folders that are watched. */
  readonly folders: readonly string[];
  /** Minutes between two looks where the kept stories came from; null for none. */
  readonly refreshEvery: number | null;
  /** Null: nobody asks whether it is well. */
  readonly healthPort: number | null;
}

/** What was typed behind `verbatim ingest`. Throws a `UsageError`. */
export function readIngestOptions(
  manage: ManageOptions,
  folders: readonly string[],
  refresh: string | undefined,
  healthPort: number | null,
): IngestOptions {
  const fleet = demandFleet('ingest', manage);
  if (folders.length === 0 && refresh === undefined)
    throw new UsageError('verbatim ingest: what from? --watch FOLDER, --refresh MINUTES, or both');
  if (refresh !== undefined && !/^[1-9]\d{0,4}$/.test(refresh))
    throw new UsageError(`verbatim ingest --refresh: ${refresh} is no number of minutes`);
  const refreshEvery = refresh === undefined ? null : Number(refresh);
  return { manage, fleet, folders, refreshEvery, healthPort };
}

const MINUTE = 60_000; // milliseconds

/**
 * Takes stories into a fleet and answers nobody, until SIGTERM or Ctrl-C: then the story that is being added is
 * added, and the process ends. Where several do so, one of them looks for newer versions.
 */
export async function ingest(options: IngestOptions): Promise<void> {
  const { manage, fleet, folders, refreshEvery, healthPort } = options;
  const tell = (line: string): void => console.error(line);
  const log = createLog(
    (line) => process.stderr.write(line),
    () => new Date(),
  );
  const { store, condition, leader, keepUp, close } = await openFleet(fleet, {
    now: Date.now,
    tell,
  });
  const over = new AbortController();
  const { signal } = over;
  const running = new Map<string, Running>();
  const end = endCleanly(running, log);
  if (healthPort !== null) await serveHealth(healthPort, () => !signal.aborted, condition);
  keepUp();
  const ends = folders.map((folder) => addFrom(folder, store, manage.reach, tell));
  const refreshing = refreshEvery === null ? live(signal) : refreshLoop(refreshEvery);

  async function refreshLoop(minutes: number): Promise<void> {
    const lost = (): void => {
      log('ingest: ended, as the database is away and another process may refresh by now');
      end(1);
    };
    // who stands by is not waited for
    await Promise.race([leader.lead('refresh', lost), live(signal)]);
    while (!signal.aborted) {
      await refreshStories({ ...manage, isOver: () => signal.aborted });
      await wait(minutes * MINUTE, null, { signal }).catch(() => undefined);
    }
  }

  running.set('ingest', {
    healthy: () => !signal.aborted,
    stop: async () => {
      over.abort();
      await Promise.all([refreshing, ...ends.map((one) => one())]);
      await close();
    },
  });
  log('ingest: ready');
}

/** Keeps the process going until it is over. */
async function live(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) await wait(MINUTE, null, { signal }).catch(() => undefined);
}
