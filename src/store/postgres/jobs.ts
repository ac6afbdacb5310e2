import { randomUUID } from 'node:crypto';
import type { Database, Statements, Value } from '../../archive/database.ts';
import type { JobCounts } from '../condition.ts';
import { errorPlace } from '../error-place.ts';
import { StoreError } from '../store-error.ts';

/** A job that is this process's. */
export interface Job {
  readonly story: string;
  /** Whose it is: a name of its own each time it is taken. */
  readonly by: string;
  /** The reason for it that is known. */
  readonly since: string;
}

/** Does what a job is for; must do no harm when done twice. */
export type Work = (story: string) => Promise<void>;

/** Jobs of one kind, each done by one process of a fleet at a time. */
export interface Jobs {
  /**
   * Notes, where a story is changed, that it needs the job, and takes it. Null if another process is at it: that
   * one does it again.
   */
  readonly note: (tx: Statements, story: string) => Promise<Job | null>;
  /** Notes the job for the stories that `select` finds by their `id`, unless it is noted; nobody's for now. */
  readonly noteAll: (on: Statements, select: string, values: readonly Value[]) => Promise<void>;
  /** Makes all that failed due again, also what was given up. */
  readonly renew: () => Promise<void>;
  /** Does a job that was taken. Rejects as the work does: then it is done later. */
  readonly run: (job: Job, work: Work) => Promise<void>;
  /** Does what is due, until nothing is or the work can't be done now. Resolves to how many were done. */
  readonly workOff: (work: Work, onDone: (done: number) => void) => Promise<number>;
  /** Whether other processes are at a job: for this story, or for any. */
  readonly isUnderWay: (story: string | null) => Promise<boolean>;
  /** Leaves what is under way here to others. */
  readonly close: () => Promise<void>;
}

/** What jobs are called and how they end; the numbers are for tests. */
export interface JobOptions {
  readonly kind: 'prepare' | 'index';
  readonly rules: string;
  /** A line for the operator. */
  readonly tell: (line: string) => void;
  /** Whether an error has nothing to do with the story: then it counts for nothing, and is tried again. */
  readonly isAway: (error: unknown) => boolean;
  /** Milliseconds that a job stays with a process that gives no sign of life. */
  readonly lease?: number;
  /** Milliseconds after the first failure; four times as long after the second, nine after the third. */
  readonly pause?: number;
}

const LEASE = 15_000; // milliseconds
const SIGNS = 5; // of life in each lease
const PAUSE = 10_000; // milliseconds
const MOST_TRIES = 5;
const LOST = 'its process ended';

/** Jobs in a table of a database. */
export function postgresJobs(
  db: Database,
  { kind, rules, tell, isAway, lease = LEASE, pause = PAUSE }: JobOptions,
): Jobs {
  const held = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  const until = `clock_timestamp() + interval '${lease} milliseconds'`;
  const ours = 'kind = $1 and rules = $2 and story = $3 and by = $4'; // what was taken from us is no longer ours
  const show = async (): Promise<void> => {
    await db
      .query(
        `update jobs set due = ${until} where kind = $1 and rules = $2 and by = any($3::text[])`,
        [kind, rules, [...held]],
      )
      .catch(ignoreAbsence); // it may be back before the lease is over
    timer = held.size === 0 ? null : setTimeout(() => void show(), lease / SIGNS).unref();
  };

  const take = async (): Promise<Job | null> => {
    const [row] = await db.query<Job>(
      `update jobs set by = $3, due = ${until}, tries = tries + 1
       where (kind, rules, story) = (
         select kind, rules, story from jobs where kind = $1 and rules = $2 and due <= clock_timestamp()
         order by due, story limit 1 for update skip locked)
       returning story, by, since::text`,
      [kind, rules, randomUUID()],
    );
    return row ?? null;
  };
  /** The same job, where there was another reason for it meanwhile; null if it is done. */
  const finish = async ({ story, by, since }: Job): Promise<Job | null> => {
    const gone = await db.query(
      `delete from jobs where ${ours} and since = $5::timestamptz returning 1`,
      [kind, rules, story, by, since],
    );
    if (gone.length > 0) return null;
    const [again] = await db.query<Job>(`select story, by, since::text from jobs where ${ours}`, [
      kind,
      rules,
      story,
      by,
    ]);
    return again ?? null;
  };
  const giveBack = async ({ story, by }: Job, error: unknown): Promise<void> => {
    if (isAway(error)) {
      await db.query(
        `update jobs set by = null, due = clock_timestamp(), tries = tries - 1 where ${ours}`,
        [kind, rules, story, by],
      );
      return;
    }
    const why = errorPlace(error);
    const [row] = await db.query<{ tries: number }>(
      `update jobs set by = null, error = $5, due = case when tries >= ${MOST_TRIES} then 'infinity'
         else clock_timestamp() + tries * tries * interval '${pause} milliseconds' end
       where ${ours} returning tries`,
      [kind, rules, story, by, why],
    );
    if (row === undefined) return;
    const end = row.tries < MOST_TRIES ? `try ${row.tries} of ${MOST_TRIES}` : GIVEN_UP;
    tell(`${story}: ${FAILED[kind]} (${why}); ${end}`);
  };
  /** Gives up what its process did not survive each time. */
  const bury = async (): Promise<void> => {
    const rows = await db.query<{ story: string }>(
      `update jobs set by = null, due = 'infinity', error = $3
       where kind = $1 and rules = $2 and due <= clock_timestamp() and tries >= ${MOST_TRIES} returning story`,
      [kind, rules, LOST],
    );
    for (const { story } of rows) tell(`${story}: ${FAILED[kind]} (${LOST}); ${GIVEN_UP}`);
  };
  /** The error that it failed with, in a box; null if it is done. Rejects where that can't be written down. */
  const attempt = async (job: Job, work: Work): Promise<{ readonly error: unknown } | null> => {
    held.add(job.by);
    timer ??= setTimeout(() => void show(), lease / SIGNS).unref();
    try {
      for (let left: Job | null = job; left !== null; left = await finish(left))
        await work(job.story);
      return null;
    } catch (error) {
      await giveBack(job, error);
      return { error };
    } finally {
      held.delete(job.by);
    }
  };

  return {
    note: async (tx, story) => {
      const isHeld = 'jobs.by is not null and jobs.due > clock_timestamp()';
      const by = randomUUID();
      const [row] = await tx.query<Job>(
        `insert into jobs (kind, rules, story, by, due, tries) values ($1, $2, $3, $4, ${until}, 1)
         on conflict (kind, rules, story) do update set since = clock_timestamp(), tries = 1, error = null,
           by = case when ${isHeld} then jobs.by else excluded.by end,
           due = case when ${isHeld} then jobs.due else excluded.due end
         returning story, by, since::text`,
        [kind, rules, story, by],
      );
      return row?.by === by ? row : null;
    },
    noteAll: async (on, select, values) => {
      await on.query(
        `insert into jobs (kind, rules, story, since, due)
         select $1, $2, id, '-infinity', clock_timestamp() from (${select}) as them order by id
         on conflict (kind, rules, story) do nothing`,
        [kind, rules, ...values],
      );
    },
    renew: async () => {
      await db.query(
        'update jobs set due = clock_timestamp(), tries = 0 where kind = $1 and rules = $2 and by is null',
        [kind, rules],
      );
    },
    run: async (job, work) => {
      const failed = await attempt(job, work);
      if (failed !== null) throw failed.error;
    },
    workOff: async (work, onDone) => {
      await bury();
      for (let done = 0; ; ) {
        const job = await take();
        if (job === null) return done;
        const failed = await attempt(job, work);
        if (failed === null) onDone(++done);
        else if (isAway(failed.error)) return done;
      }
    },
    isUnderWay: async (story) => {
      const [row] = await db.query<{ found: boolean }>(
        `select exists (select from jobs where kind = $1 and rules = $2 and ($3::text is null or story = $3)
           and by is not null and due > clock_timestamp()) as found`,
        [kind, rules, story],
      );
      return row?.found ?? false;
    },
    close: async () => {
      if (timer !== null) clearTimeout(timer);
      if (held.size === 0) return;
      const sql = `update jobs set by = null, due = clock_timestamp(), tries = tries - 1
        where kind = $1 and rules = $2 and by = any($3::text[])`;
      await db.query(sql, [kind, rules, [...held]]).catch(ignoreAbsence);
    },
  };
}

function ignoreAbsence(error: unknown): void {
  if (!(error instanceof StoreError)) throw error;
}

const FAILED = { prepare: 'could not be prepared', index: 'could not be written to the index' };
const GIVEN_UP = 'given up until it changes, or "verbatim reindex"';

/** How many jobs there are under these rules. */
export async function countJobs(db: Statements, rules: string): Promise<JobCounts> {
  const [row] = await db.query<JobCounts>(
    `select count(*) filter (where due < 'infinity')::int as waiting,
       count(*) filter (where due = 'infinity')::int as failed from jobs where rules = $1`,
    [rules],
  );
  return row ?? { waiting: 0, failed: 0 };
}
