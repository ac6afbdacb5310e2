import { type FleetPlaces, migrateFleet } from '../src/index.ts';
import { openInFleet } from './kept.ts';
import { createProgress } from './progress.ts';

/** Brings the database up to date. Resolves to the exit code. */
export async function migrateHere({ databaseUrl }: FleetPlaces): Promise<number> {
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
export async function reindexHere(fleet: FleetPlaces): Promise<number> {
  const { store, rebuild, close } = await openInFleet(fleet);
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
