import { type FleetPlaces, migrateFleet } from '../src/index.ts';
import { type ManageOptions, withManager } from './manage.ts';
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
 * Prepares what is missing under these rules, rebuilds the search engine's index while the old one keeps
 * answering, and removes what other versions of the rules made. Run it once all processes have one version.
 */
export async function reindexHere(options: ManageOptions): Promise<number> {
  demandFleet('reindex', options);
  return withManager(options, async (manager) => {
    const progress = createProgress('prepared');
    const fed = await manager.reindex(progress.show);
    progress.clear();
    console.log(`${fed} prepared, and all are indexed.`);
    return 0;
  });
}

/** The database that a command needs. */
export function demandFleet(command: string, { fleet }: Pick<ManageOptions, 'fleet'>): FleetPlaces {
  if (fleet !== null) return fleet;
  throw new UsageError(`verbatim ${command}: DATABASE_URL is not set: there is no database`);
}
