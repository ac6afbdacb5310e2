import { type FleetPlaces, migrateFleet } from '../src/index.ts';
import { type ManageOptions, withManager } from './manage.ts';
import { createProgress } from './progress.ts';

/** Brings the database up to date. Resolves to the exit code. */
export async function migrateHere({
  fleet,
}: ManageOptions & { readonly fleet: FleetPlaces }): Promise<number> {
  const done = await migrateFleet(fleet.databaseUrl);
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
export function reindexHere(places: ManageOptions): Promise<number> {
  return withManager(places, async (manager) => {
    const progress = createProgress('prepared');
    const fed = await manager.reindex(progress.show);
    progress.clear();
    console.log(`${fed} prepared, and all are indexed.`);
    return 0;
  });
}
