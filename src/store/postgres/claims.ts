import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../../archive/database.ts';
import { StoreError } from '../store-error.ts';

/** Who answers an event: one process of a fleet, once. */
export interface Claims {
  /**
   * Does the work for an event unless it was done already. While another process is doing it, this one waits
   * and takes over whatever is not finished. Rejects as the work does: then it still has to be done.
   */
  readonly once: (event: string, work: () => Promise<void>) => Promise<void>;
  /** Forgets events too old to be delivered again. */
  readonly sweep: () => Promise<void>;
  readonly close: () => void;
}

/** How long a claim holds (milliseconds) if its process shows no sign of life. */
export interface ClaimOptions {
  readonly lease?: number;
}

const LEASE = 15_000; // milliseconds: a killed process is replaced by then
const LOOKS = 15; // how often per lease a claim is renewed, and checked by those waiting
const LONGEST_WAIT = 5 * 60_000; // milliseconds: the longest wait

/** Claims in a database, where each process has its own name. */
export function postgresClaims(db: Database, { lease = LEASE }: ClaimOptions = {}): Claims {
  const by = randomUUID();
  const held = new Set<string>();
  const pause = lease / LOOKS;
  let timer: NodeJS.Timeout | null = null;
  const until = `now() + interval '${lease} milliseconds'`;

  const show = async (): Promise<void> => {
    await db
      .query(`update claims set until = ${until} where by = $1 and event = any($2::text[])`, [
        by,
        [...held],
      ])
      .catch(ignoreAbsence);
    timer = held.size === 0 ? null : setTimeout(() => void show(), pause).unref();
  };
  const hold = (event: string): void => {
    held.add(event);
    timer ??= setTimeout(() => void show(), pause).unref();
  };

  /** `ours`: to be done here. `theirs`: another process is at it. */
  const take = async (event: string): Promise<'ours' | 'theirs' | 'done'> => {
    const [taken] = await db.query(
      `insert into claims (event, by, until) values ($1, $2, ${until})
       on conflict (event) do update set by = excluded.by, until = excluded.until
       where claims.until < now() returning event`,
      [event, by],
    );
    if (taken !== undefined) return 'ours';
    const [row] = await db.query<{ done: boolean }>(
      'select until is null as done from claims where event = $1',
      [event],
    );
    return row?.done ? 'done' : 'theirs';
  };
  const isOurs = async (event: string): Promise<boolean> => {
    try {
      for (let waited = 0; waited < LONGEST_WAIT; waited += pause) {
        const state = await take(event);
        if (state !== 'theirs') return state === 'ours';
        await wait(pause, null, { ref: false });
      }
      return false;
    } catch (error) {
      ignoreAbsence(error);
      return true; // unknown: an answer, even an apology, is better than silence
    }
  };

  return {
    once: async (event, work) => {
      if (!(await isOurs(event))) return;
      hold(event);
      const end = (sql: string): Promise<unknown> => {
        held.delete(event);
        return db.query(`${sql} where event = $1 and by = $2`, [event, by]).catch(ignoreAbsence);
      };
      try {
        await work();
      } catch (error) {
        await end('delete from claims');
        throw error;
      }
      await end('update claims set until = null');
    },
    sweep: async () => {
      await db.query("delete from claims where at < now() - interval '2 hours'");
    },
    close: () => {
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/** An unreachable database is no reason to stay silent. */
function ignoreAbsence(error: unknown): void {
  if (!(error instanceof StoreError)) throw error;
}
