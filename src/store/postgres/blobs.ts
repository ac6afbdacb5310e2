import type { Database } from '../../archive/database.ts';

/** Named blobs, each read and written as a whole. */
export interface Blobs {
  readonly names: () => Promise<readonly string[]>;
  /** Null if there is none with that name. */
  readonly read: (name: string) => Promise<Buffer | null>;
  readonly write: (name: string, data: Buffer) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
}

/** Where Slack's installations are kept in a database: they are encrypted before they get here. */
export function postgresInstallations(db: Database): Blobs {
  return {
    names: async () => {
      const rows = await db.query<{ name: string }>('select name from installations order by name');
      return rows.map(({ name }) => name);
    },
    read: async (name) => {
      const [row] = await db.query<{ data: string }>(
        'select data from installations where name = $1',
        [name],
      );
      return row === undefined ? null : Buffer.from(row.data, 'base64');
    },
    write: async (name, data) => {
      await db.query(
        `insert into installations (name, data) values ($1, $2)
         on conflict (name) do update set data = excluded.data`,
        [name, data.toString('base64')],
      );
    },
    remove: async (name) => {
      await db.query('delete from installations where name = $1', [name]);
    },
  };
}
