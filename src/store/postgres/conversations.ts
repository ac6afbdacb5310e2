import type { Database } from '../../archive/database.ts';

/** What a conversation is about, in writing, with a stamp by which its writer recognises it. */
export interface KeptTopic {
  readonly topic: string;
  readonly stamp: string;
}

/** What conversations are about, for all processes of a fleet. Never what was typed. */
export interface ConversationTable {
  /** Null if it is unknown or ended. */
  readonly get: (key: string) => Promise<KeptTopic | null>;
  readonly set: (key: string, kept: KeptTopic) => Promise<void>;
  /** Forgets those that ended. */
  readonly sweep: () => Promise<void>;
}

/** Conversations in a table of a database, each for so many milliseconds after it was last set. */
export function postgresConversations(db: Database, lifetime: number): ConversationTable {
  const ended = `now() - interval '${lifetime} milliseconds'`;
  return {
    get: async (key) => {
      const [row] = await db.query<KeptTopic>(
        `select topic, stamp from conversations where key = $1 and at > ${ended}`,
        [key.replaceAll('\0', '')],
      );
      return row ?? null;
    },
    set: async (key, { topic, stamp }) => {
      await db.query(
        `insert into conversations (key, topic, stamp) values ($1, $2, $3)
         on conflict (key) do update set topic = excluded.topic, stamp = excluded.stamp, at = now()`,
        [key.replaceAll('\0', ''), topic, stamp],
      );
    },
    sweep: async () => {
      await db.query(`delete from conversations where at < ${ended}`);
    },
  };
}
