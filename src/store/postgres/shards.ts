import { randomUUID } from 'node:crypto';
import type { Database, Statements } from '../../archive/database.ts';

/** What a process has of Discord's shards. */
export interface Lot {
  /** The shards that are this process's for another lease. */
  readonly held: readonly number[];
  /** Those of them that others are waiting for: to be closed, and then released. */
  readonly excess: readonly number[];
  /** Whether processes with another number of shards are in the way. */
  readonly isBlocked: boolean;
}

/** This process's share of Discord's shards. Rejects with a `StoreError` while the database is away. */
export interface ShardLeases {
  /** Milliseconds that shards stay with a process that gives no sign of life. */
  readonly lease: number;
  /** Gives a sign of life: keeps what is held, and takes what is free, up to a fair share. */
  readonly renew: () => Promise<Lot>;
  /** Leaves shards to others: what they were connected by is closed. */
  readonly release: (shards: readonly number[]) => Promise<void>;
  /** Leaves all, and wants none. */
  readonly leave: () => Promise<void>;
}

const LEASE = 15_000; // milliseconds: as long as a claim on an event
const SHARING = 7_283_664_015; // an arbitrary lock id, held while sharing out: one at a time

/** Leases of shards in a table of a database; each process has a name of its own. */
export function postgresShards(db: Database, total: number, lease = LEASE): ShardLeases {
  const by = randomUUID();
  const until = `clock_timestamp() + interval '${lease} milliseconds'`;
  /** Those who came first have one more, where it can't be the same for all. */
  const fairShare = async (tx: Statements): Promise<number> => {
    const rows = await tx.query<{ by: string }>(
      'select by from shard_holders where total = $1 order by since, by',
      [total],
    );
    const place = rows.findIndex((row) => row.by === by);
    return Math.floor(total / rows.length) + (place < total % rows.length ? 1 : 0);
  };
  const renew = (): Promise<Lot> =>
    db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [SHARING]);
      await tx.query('delete from shard_holders where until < clock_timestamp()');
      await tx.query('delete from shards where until < clock_timestamp()');
      await tx.query(
        `insert into shard_holders (by, total, until) values ($1, $2, ${until})
         on conflict (by) do update set until = excluded.until`,
        [by, total],
      );
      const kept = await tx.query<{ shard: number }>(
        `update shards set until = ${until} where by = $1 returning shard`,
        [by],
      );
      const [others] = await tx.query<{ differ: boolean }>(
        'select exists (select from shards where total <> $1) as differ',
        [total],
      );
      const isBlocked = others?.differ ?? false;
      const share = await fairShare(tx);
      const taken = await tx.query<{ shard: number }>(
        `insert into shards (shard, total, by, until)
         select shard, $2, $1, ${until} from generate_series(0, $2 - 1) as shard
         where shard not in (select shard from shards) order by shard limit $3
         returning shard`,
        [by, total, isBlocked ? 0 : Math.max(0, share - kept.length)],
      );
      const held = [...kept, ...taken].map(({ shard }) => shard).toSorted((a, b) => a - b);
      return { held, excess: held.slice(share), isBlocked };
    });
  const release = async (shards: readonly number[]): Promise<void> => {
    await db.query('delete from shards where by = $1 and shard = any($2::int[])', [by, shards]);
  };
  return {
    lease,
    renew,
    release,
    leave: async () => {
      await db.query('delete from shard_holders where by = $1', [by]);
      await db.query('delete from shards where by = $1', [by]);
    },
  };
}
