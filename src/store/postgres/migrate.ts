import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Database, Statements } from '../../archive/database.ts';
import { StoreError } from '../store-error.ts';

const FOLDER = fileURLToPath(new URL('migrations', import.meta.url));
const LOCK = 7_283_664_012; // an arbitrary lock id, held while migrating

/** The migrations, in order: `0001-stories.sql`, … */
function listMigrations(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((file) => /^\d{4}-[\w-]+\.sql$/.test(file))
    .sort();
}

/**
 * Brings a database up to date, one process at a time. Resolves to a description of what was done. Rejects with a `StoreError`
 * if it is newer than this program.
 */
export function migrate(db: Database): Promise<readonly string[]> {
  return db.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await tx.query(
      'create table if not exists migrations (name text primary key, at timestamptz not null default now())',
    );
    const done = await readDone(tx);
    const missing = listMigrations().filter((name) => !done.has(name));
    for (const name of missing) {
      await tx.query(readFileSync(`${FOLDER}/${name}`, 'utf8'));
      await tx.query('insert into migrations (name) values ($1)', [name]);
    }
    return missing;
  });
}

/** Rejects with a `StoreError` if a database does not have the schema this program needs. */
export async function checkMigrated(db: Database): Promise<void> {
  const [row] = await db.query<{ there: boolean }>(
    "select to_regclass('migrations') is not null as there",
  );
  const done = row?.there ? await readDone(db) : new Set<string>();
  if (listMigrations().every((name) => done.has(name))) return;
  throw new StoreError(
    'DATABASE_URL: the database is not up to date: run "verbatim migrate" first',
  );
}

async function readDone(db: Statements): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ name: string }>('select name from migrations');
  const known = new Set(listMigrations());
  const newer = rows.find(({ name }) => !known.has(name));
  if (newer !== undefined)
    throw new StoreError(`DATABASE_URL: the database is newer than this program (${newer.name})`);
  return new Set(rows.map(({ name }) => name));
}
