import type { Database } from '../../archive/database.ts';
import type { Channels } from '../channels.ts';
import { type FeedbackLog, readFeedbackTime } from '../feedback.ts';

/** Channels kept in a database table. */
export function postgresChannels(db: Database, table: 'channels' | 'watches'): Channels {
  return {
    get: async (channel) => {
      const [row] = await db.query<{ choice: string }>(
        `select choice from ${table} where channel = $1`,
        [channel],
      );
      return row?.choice ?? null;
    },
    set: async (channel, choice) => {
      await db.query(
        `insert into ${table} (channel, choice) values ($1, $2)
         on conflict (channel) do update set choice = excluded.choice`,
        [channel, choice],
      );
    },
    entries: async () => {
      const rows = await db.query<{ channel: string; choice: string }>(
        `select channel, choice from ${table} order by seq`,
      );
      return new Map(rows.map(({ channel, choice }) => [channel, choice]));
    },
  };
}

const OLD = "interval '30 days'";

/** Feedback in a database, for 30 days. `now` is in milliseconds. */
export function postgresFeedback(db: Database, now: () => number): FeedbackLog {
  const keep = async (line: string, at: string): Promise<void> => {
    await db.query(
      `insert into feedback (line, at) select $1, $2::timestamptz
       where $2::timestamptz >= $3::timestamptz - ${OLD} on conflict do nothing`,
      [line, at, new Date(now()).toISOString()],
    );
  };
  const clear = () =>
    db.query(`delete from feedback where at < $1::timestamptz - ${OLD}`, [
      new Date(now()).toISOString(),
    ]);
  return {
    note: async ({ answer, verdict }) => {
      await clear();
      const at = new Date(now()).toISOString();
      await keep(JSON.stringify({ at, answer, verdict }), at);
    },
    restore: async (line) => {
      const at = readFeedbackTime(line);
      if (at !== null) await keep(line, at);
    },
    lines: async () => {
      await clear();
      const rows = await db.query<{ line: string }>('select line from feedback order by at, seq');
      return rows.map(({ line }) => line);
    },
  };
}
