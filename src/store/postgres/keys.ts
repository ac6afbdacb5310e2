import type { OpenDatabase } from './database.ts';

/** A key that was added or removed. */
export interface KeyChange {
  readonly key: string;
  readonly isThere: boolean;
}

/** Keys of one kind that the processes of a fleet share: channels, threads, hashes. Never a text. */
export interface SharedKeys {
  /** The newest ones, oldest first. */
  readonly read: (limit: number) => Promise<readonly string[]>;
  readonly write: (changes: readonly KeyChange[]) => Promise<void>;
  /** Reports what any process writes, and when some of it may have been missed. */
  readonly listen: (told: (change: KeyChange) => void, lost: () => void) => void;
}

/** All kinds of keys. */
export interface KeyTables {
  readonly of: (kind: string) => SharedKeys;
  /** Forgets the oldest of each kind. */
  readonly sweep: () => Promise<void>;
}

const WRITTEN = 'verbatim_key'; // the channel on which each process hears of keys
const MOST = 50_000; // keys of a kind

/** Keys in a table of a database. */
export function postgresKeys(db: OpenDatabase): KeyTables {
  const ears = new Map<string, { told: (change: KeyChange) => void; lost: () => void }>();
  const tell = (payload: string): void => {
    const [kind = '', sign, ...key] = payload.split(' ');
    ears.get(kind)?.told({ key: key.join(' '), isThere: sign === '+' });
  };
  const tellLost = (): void => {
    for (const { lost } of ears.values()) lost();
  };
  const write = (kind: string, changes: readonly KeyChange[]) =>
    db.transaction(async (tx) => {
      for (const { key, isThere } of changes) {
        const sql = isThere
          ? 'insert into keys (kind, key) values ($1, $2) on conflict do nothing'
          : 'delete from keys where kind = $1 and key = $2';
        await tx.query(sql, [kind, key]);
        await tx.query('select pg_notify($1, $2)', [
          WRITTEN,
          `${kind} ${isThere ? '+' : '-'} ${key}`,
        ]);
      }
    });
  return {
    of: (kind) => ({
      read: async (limit) => {
        const rows = await db.query<{ key: string }>(
          'select key from keys where kind = $1 order by at desc limit $2',
          [kind, limit],
        );
        return rows.map(({ key }) => key).toReversed();
      },
      write: (changes) => write(kind, changes),
      listen: (told, lost) => {
        if (ears.size === 0) db.listen(WRITTEN, tell, tellLost);
        ears.set(kind, { told, lost });
      },
    }),
    sweep: async () => {
      await db.query(
        `delete from keys using
           (select kind, key, row_number() over (partition by kind order by at desc) as n from keys) old
         where old.n > $1 and keys.kind = old.kind and keys.key = old.key`,
        [MOST],
      );
    },
  };
}
