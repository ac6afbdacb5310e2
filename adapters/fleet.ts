import { type FleetPlaces, migrateFleet } from '../src/index.ts';
import { openInFleet } from './kept.ts';
import type { ManageOptions } from './manage.ts';
import { createProgress } from './progress.ts';
import { UsageError } from './usage.ts';

/** Brings the database up to date. Resolves to the exit code. */
export async function migrateHere(options: ManageOptions): Promise<number> {
  const { databaseUrl } = demandFleet('migrate', options);
  const done = await migrateFleet(databaseUrl);
  for (const name of done) console.log(`done: ${name}`);
  console.log(
    done.length === 0 ? 'The database is up to date.' : 'The database is up to date now.',
  );
  return 0;
}

/**
 * Prepares what these rules have not prepared yet, fills the search engine's index anew while the old one is
 * asked, and takes out what other versions of the rules made. To be run once all processes are of one version.
 */
export async function reindexHere(options: ManageOptions): Promise<number> {
  const { store, rebuild, close } = await openInFleet(demandFleet('reindex', options));
  try {
    const progress = createProgress('prepared');
    const fed = await store.feed((done) => progress.show(done, done));
    progress.clear();
    await rebuild();
    console.log(`${fed} prepared, and all are indexed.`);
    return 0;
  } finally {
    await close();
  }
}

/** The database that a command needs. */
export function demandFleet(command: string, { fleet }: Pick<ManageOptions, 'fleet'>): FleetPlaces {
  if (fleet !== null) return fleet;
  throw new UsageError(`verbatim ${command}: DATABASE_URL is not set: there is no database`);
}
