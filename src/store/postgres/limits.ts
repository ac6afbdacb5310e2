import { createHash } from 'node:crypto';
import type { Database } from '../../archive/database.ts';
import { type Limit, type Limits, memoryLimits, type Taken } from '../limits.ts';
import { StoreError } from '../store-error.ts';

/** Limits that hold over all processes of a fleet. */
export interface SharedLimits extends Limits {
  /** False while the database is away and each process counts for itself. */
  readonly isWell: () => boolean;
  /** Forgets what has left its window. */
  readonly sweep: () => Promise<void>;
}

/** A clock in milliseconds, and where a line for the operator goes. */
export interface LimitSurroundings {
  readonly now: () => number;
  readonly tell: (line: string) => void;
}

const LONGEST_WAIT = 1_000; // milliseconds: a first answer on Discord has three seconds
const TRY_AGAIN = 5_000; // milliseconds in which a database that was away is not waited for

/** Limits in a table of a database. Keys are kept as hashes. */
export function postgresLimits(db: Database, { now, tell }: LimitSurroundings): SharedLimits {
  const alone = memoryLimits(now);
  let isAway = false;
  let nextTry = 0;
  const away = (): void => {
    if (!isAway) tell('the database is away: each process counts questions for itself');
    isAway = true;
    nextTry = now() + TRY_AGAIN;
  };
  return {
    isWell: () => !isAway,
    take: async (key, limit) => {
      if (isAway && now() < nextTry) return alone.take(key, limit);
      const taken = await inTime(takeIn(db, hashOf(key), limit));
      if (taken === null) {
        away();
        return alone.take(key, limit);
      }
      if (isAway) tell('the database is back: questions are counted together again');
      isAway = false;
      return taken;
    },
    sweep: async () => {
      await db.query('delete from limits where until < now()');
    },
  };
}

/** One statement, so that nothing comes between reading and writing. */
async function takeIn(db: Database, key: string, { most, window }: Limit): Promise<Taken | null> {
  const span = "$3::float8 * interval '1 millisecond'";
  const [row] = await db.query<{ taken: number; refused: number; wait: number }>(
    `insert into limits as l (key, taken, refused, until)
     values ($1, array[clock_timestamp()], 0, clock_timestamp() + ${span})
     on conflict (key) do update set (taken, refused, until) = (
       select case when n < $2 then kept || t else kept end,
              case when n < $2 then 0 else l.refused + 1 end,
              case when n < $2 then t + ${span} else l.until end
       from (select clock_timestamp() as t) as clock, lateral (
         select coalesce(array_agg(at order by at), '{}') as kept, count(*) as n
         from unnest(l.taken) as at where at > t - ${span}) as recent)
     returning cardinality(taken) as taken, refused,
       (extract(epoch from taken[1] + ${span} - clock_timestamp()) * 1000)::float8 as wait`,
    [key, most, window],
  );
  return row === undefined ? null : { ...row, wait: Math.max(0, row.wait) };
}

/** Null where it can't be asked, or not soon. */
async function inTime(taking: Promise<Taken | null>): Promise<Taken | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, LONGEST_WAIT, null);
  });
  const here = taking.catch((error: unknown) => {
    if (!(error instanceof StoreError)) throw error;
    return null;
  });
  return Promise.race([here, late]).finally(() => clearTimeout(timer));
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
