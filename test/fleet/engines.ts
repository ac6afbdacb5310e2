import { randomBytes } from 'node:crypto';
import { describe } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../src/store/postgres/database.ts';
import { migrate } from '../../src/store/postgres/migrate.ts';
import { leaveOut, sharedDatabase } from './embedded.ts';

/** The engines that tests may use: `.ci/run` starts them. Null where there is none; PostgreSQL is then started here. */
export const DATABASE = process.env.TEST_DATABASE_URL || (await sharedDatabase());
export const SEARCH = process.env.TEST_SEARCH_URL || null;

/**
 * Describes what needs engines. Without them it is left out, which one line at the end tells; where `CI` is set it
 * fails: nothing goes untested there unnoticed.
 */
export function describeWith(
  engines: Readonly<Record<string, string | null>>,
  name: string,
  body: () => void,
): void {
  const missing = Object.entries(engines).flatMap(([setting, url]) => (url ? [] : [setting]));
  if (missing.length === 0) {
    describe(name, body);
    return;
  }
  const line = `${name} (without ${missing.join(' and ')})`;
  if (process.env.CI === 'true') throw new Error(`${line}: .ci/run starts the engines`);
  leaveOut(line);
  describe.skip(name, body);
}

/** A name that no other test has. */
export function freshName(): string {
  return `t${randomBytes(6).toString('hex')}`;
}

/** A database of its own, up to date and empty, and how to empty it again. */
export async function openFresh(): Promise<{
  readonly url: string;
  readonly db: OpenDatabase;
  readonly empty: () => Promise<void>;
  readonly drop: () => Promise<void>;
}> {
  const server = openDatabase(DATABASE ?? '');
  const name = freshName();
  await server.query(`create database ${name}`);
  const url = new URL(DATABASE ?? '');
  url.pathname = `/${name}`;
  const db = openDatabase(url.href);
  await migrate(db);
  return {
    url: url.href,
    db,
    empty: async () => {
      await db.query(
        'truncate stories, versions, entries, articles, prepared, passages, stems, jobs, channels, watches, feedback, claims, conversations, keys, changes, installations, limits, shards, shard_holders restart identity cascade',
      );
    },
    drop: async () => {
      await db.close();
      await server.query(`drop database ${name} with (force)`);
      await server.close();
    },
  };
}
