import { createRequire } from 'node:module';
import type pg from 'pg';
import type { Database, Statements, Value } from '../../archive/database.ts';
import { once } from '../../text/lazy.ts';
import { StoreError } from '../store-error.ts';

/** An open database, with its notifications. */
export interface OpenDatabase extends Database {
  /** Calls `told` with each notification on a channel, and `lost` when some may have been missed. */
  readonly listen: (channel: string, told: (payload: string) => void, lost: () => void) => void;
  /** A separate connection: its locks are released when it ends. */
  readonly openSession: () => Promise<Session>;
  readonly close: () => Promise<void>;
}

/** One connection. */
export interface Session extends Statements {
  readonly close: () => Promise<void>;
}

/** The client is loaded only if there is a database. */
const loadClient = once(() => createRequire(import.meta.url)('pg') as typeof pg);

const CONNECTIONS = 8;
const CONNECT_IN = 5_000; // milliseconds
const ANSWER_IN = 30_000; // milliseconds: the longest statement is a story that comes in
const SHORTLY = 5_000; // milliseconds for a statement that only checks the connection
const AGAIN_IN = 1_000; // milliseconds until a lost listener reconnects

/** Opens a database at an address, `postgres://…`. It connects on first use. */
export function openDatabase(url: string): OpenDatabase {
  const { Client, Pool } = loadClient();
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_IN,
    query_timeout: ANSWER_IN,
    allowExitOnIdle: true,
  });
  pool.on('error', () => undefined); // a connection lost while idle is replaced
  const ears = new Set<pg.Client>();
  let isOpen = true;
  const ask =
    (on: Pick<pg.Pool, 'query'> | Pick<pg.Client, 'query'>): Database['query'] =>
    async <Row>(sql: string, values: readonly Value[] = []) => {
      try {
        return (await on.query(sql, [...values])).rows as readonly Row[];
      } catch (cause) {
        throw unreachable(cause);
      }
    };
  const listen: OpenDatabase['listen'] = (channel, told, lost) => {
    if (!isOpen) return;
    const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_IN });
    ears.add(client);
    let isOver = false;
    const again = (): void => {
      if (isOver) return;
      isOver = true;
      ears.delete(client);
      void client.end().catch(() => undefined);
      if (isOpen) setTimeout(() => listen(channel, told, lost), AGAIN_IN).unref();
    };
    client.on('error', again).on('end', again);
    client.on('notification', ({ payload = '' }) => told(payload));
    void client
      .connect()
      .then(() => client.query(`listen ${channel}`))
      .then(lost, again); // until now nobody was listening
  };
  return {
    query: ask(pool),
    transaction: async (work) => {
      const client = await pool.connect().catch((cause: unknown) => {
        throw unreachable(cause);
      });
      const query = ask(client);
      let broken = false;
      try {
        await query('begin');
        const done = await work({ query });
        await query('commit');
        return done;
      } catch (cause) {
        await client.query('rollback').catch(() => {
          broken = true;
        });
        throw cause;
      } finally {
        client.release(broken);
      }
    },
    listen,
    openSession: async () => {
      const client = new Client({
        connectionString: url,
        connectionTimeoutMillis: CONNECT_IN,
        query_timeout: SHORTLY,
      });
      client.on('error', () => undefined); // its next statement fails
      await client.connect().catch((cause: unknown) => {
        throw unreachable(cause);
      });
      return { query: ask(client), close: () => client.end().catch(() => undefined) };
    },
    close: async () => {
      isOpen = false;
      await Promise.all([...ears].map((client) => client.end().catch(() => undefined)));
      await pool.end();
    },
  };
}

/** A statement the database rejects as wrong is our bug; a temporary failure becomes one line. */
function unreachable(cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const isSql = /^[0-9A-Z]{5}$/.test(code) && !/^(?:08|53|57|58)/.test(code);
  if (cause instanceof StoreError || isSql) return cause;
  return new StoreError(`the database can't be asked (${code || 'no answer'})`, { cause });
}
