import { setTimeout as wait } from 'node:timers/promises';
import { StoreError } from '../store-error.ts';
import type { OpenDatabase, Session } from './database.ts';

/** The one process of a fleet that speaks on a chat platform; the others stand by. */
export interface Leader {
  /**
   * Resolves once this process speaks on a platform. `onLost` is called when it no longer does: another one may
   * have taken over.
   */
  readonly lead: (platform: string, onLost: () => void) => Promise<void>;
  /** Hands over to others. */
  readonly resign: () => Promise<void>;
}

const LEADING = 728_366; // an arbitrary lock id, held with the platform's name by the process that speaks
const LOOK_EVERY = 1_000; // milliseconds between tries while standing by
const SHOW_EVERY = 3_000; // milliseconds between checks that the lock is still held

/** The leaders among the processes that share a database: a session lock, released when its process ends. */
export function createLeader(db: OpenDatabase, tell: (line: string) => void): Leader {
  const sessions = new Set<Session>();
  let isOver = false;
  const take = async (platform: string): Promise<Session | null> => {
    const own = await db.openSession();
    const [row] = await own.query<{ taken: boolean }>(
      'select pg_try_advisory_lock($1, hashtext($2)) as taken',
      [LEADING, platform],
    );
    if (row?.taken) return own;
    await own.close();
    return null;
  };
  /** Until its session ends or stops answering. */
  const watch = async (own: Session, onLost: () => void): Promise<void> => {
    try {
      while (!isOver) {
        await own.query('select 1');
        await wait(SHOW_EVERY, null, { ref: false });
      }
    } catch (error) {
      if (isOver) return;
      if (!(error instanceof StoreError)) throw error;
      await own.close();
      onLost();
    }
  };
  return {
    lead: async (platform, onLost) => {
      for (let tries = 0; !isOver; tries += 1) {
        const own = await take(platform).catch((error: unknown) => {
          if (!(error instanceof StoreError)) throw error;
          return null; // down: try again later
        });
        if (own !== null) {
          sessions.add(own);
          return void watch(own, onLost);
        }
        if (tries === 0) tell(`${platform}: another process speaks already; this one stands by`);
        await wait(LOOK_EVERY);
      }
    },
    resign: async () => {
      isOver = true;
      await Promise.all([...sessions].map((own) => own.close()));
    },
  };
}
