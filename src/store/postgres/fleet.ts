import { setTimeout as wait } from 'node:timers/promises';
import { openSearchArchive } from '../../archive/opensearch.ts';
import type { PostgresArchive } from '../../archive/postgres.ts';
import type { Condition, JobCounts } from '../condition.ts';
import { errorPlace } from '../error-place.ts';
import { rulesVersion } from '../prepared/rules.ts';
import { StoreError } from '../store-error.ts';
import { type Blobs, postgresInstallations } from './blobs.ts';
import { type Changes, postgresChanges } from './changes.ts';
import { type Claims, postgresClaims } from './claims.ts';
import { type ConversationTable, postgresConversations } from './conversations.ts';
import { type OpenDatabase, openDatabase } from './database.ts';
import { type FleetHoldings, fleetHoldings } from './holdings.ts';
import { countJobs } from './jobs.ts';
import { type KeyTables, postgresKeys } from './keys.ts';
import { createLeader, type Leader } from './leader.ts';
import { postgresLimits, type SharedLimits } from './limits.ts';
import { checkMigrated, migrate } from './migrate.ts';
import { prepareInScratch } from './scratch.ts';
import { postgresShards, type ShardLeases } from './shards.ts';
import { type PostgresStore, postgresStore } from './store.ts';

/** Where a fleet keeps its stories, and where it searches them: null to search in the database. */
export interface FleetPlaces {
  readonly databaseUrl: string;
  readonly searchUrl: string | null;
}

/** What the processes of a fleet share while they answer. */
export interface Shared {
  readonly claims: Pick<Claims, 'once'>;
  readonly limits: Pick<SharedLimits, 'take'>;
  readonly keys: Pick<KeyTables, 'of'>;
  readonly installations: Blobs;
  /** This process's share of so many of Discord's shards. */
  readonly shards: (total: number) => ShardLeases;
}

/** Stories in a database that many processes share. */
export interface Fleet {
  readonly holdings: FleetHoldings;
  readonly store: PostgresStore;
  readonly condition: () => Condition;
  readonly leader: Leader;
  readonly shared: Shared;
  readonly conversations: ConversationTable;
  readonly changes: Changes;
  /** Completes in the search engine and the archive what other processes left undone, until it is closed. */
  readonly keepUp: () => void;
  readonly close: () => Promise<void>;
}

/** What a fleet gets from outside: a clock in milliseconds, and where lines for the operator go. */
export interface FleetSurroundings {
  readonly now: () => number;
  readonly tell: (line: string) => void;
}

const LOOK_EVERY = 5_000; // milliseconds
const SWEEP_EVERY = 60; // looks
const TALK_ENDS = 30 * 60_000; // milliseconds after which a conversation is over

/** Opens a fleet. Rejects with a `StoreError` if the database is unreachable or not up to date. */
export async function openFleet(
  { databaseUrl, searchUrl }: FleetPlaces,
  { now, tell }: FleetSurroundings,
): Promise<Fleet> {
  const db = openDatabase(databaseUrl);
  try {
    await checkMigrated(db);
  } catch (error) {
    await db.close();
    throw error;
  }
  const rules = rulesVersion();
  const [own] = await db.query<{ name: string }>('select name from identity');
  const name = `verbatim-${own?.name ?? ''}`;
  const makeSearch = (countStems: PostgresArchive['countStems']) =>
    openSearchArchive({ url: searchUrl ?? '', name, rules, countStems });
  const search = searchUrl === null ? null : makeSearch;
  const holdings = fleetHoldings({ db, search, now, tell });
  const store = postgresStore({ db, holdings, now, make: prepareInScratch(), tell });
  const leader = createLeader(db, tell);
  const [claims, keys] = [postgresClaims(db), postgresKeys(db)];
  const limits = postgresLimits(db, { now, tell });
  const conversations = postgresConversations(db, TALK_ENDS);
  const changes = postgresChanges(db, store, now);
  const sweep = () =>
    Promise.all([claims, keys, limits, conversations, changes].map((one) => one.sweep()));
  let jobs: JobCounts | null = null;
  let isAway = false;
  let isOpen = true;
  let looks = 0;
  /** Over and over; a long one holds up no other. */
  const keepOn = async (task: () => Promise<unknown>): Promise<void> => {
    while (isOpen) {
      try {
        await task();
      } catch (error) {
        // down: the next round may reach it
        if (!(error instanceof StoreError) && isOpen)
          tell(`what is left undone can't be looked at (${errorPlace(error)})`);
      }
      await wait(LOOK_EVERY, null, { ref: false });
    }
  };
  const look = async (): Promise<void> => {
    jobs = await countJobs(db, rules).catch((error: unknown) => {
      isAway = true;
      throw error;
    });
    isAway = false;
    await changes.look();
    if (looks++ % SWEEP_EVERY !== 0) return;
    await sweep();
    await store.look();
  };
  return {
    holdings,
    store,
    condition: () => ({
      away: [
        ...(holdings.isWell() ? [] : (['search'] as const)),
        ...(limits.isWell() && !isAway ? [] : (['database'] as const)),
      ],
      jobs,
    }),
    leader,
    shared: {
      claims,
      limits,
      keys,
      installations: postgresInstallations(db),
      shards: (total) => postgresShards(db, total),
    },
    conversations,
    changes,
    keepUp: () => {
      for (const task of [look, store.work, holdings.mend]) void keepOn(task);
    },
    close: async () => {
      isOpen = false;
      claims.close();
      await store.close();
      await leader.resign();
      await holdings.close();
      await db.close();
    },
  };
}

/** Brings a fleet's database up to date. Resolves to a description of what was done. */
export async function migrateFleet(databaseUrl: string): Promise<readonly string[]> {
  const db: OpenDatabase = openDatabase(databaseUrl);
  try {
    return await migrate(db);
  } finally {
    await db.close();
  }
}
