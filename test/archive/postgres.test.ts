import { afterAll, beforeAll } from 'vitest';
import { postgresArchive } from '../../src/archive/postgres.ts';
import { describeArchive } from '../contract/archive.ts';
import { DATABASE, describeWith, openFresh } from '../fleet/engines.ts';

describeWith({ TEST_DATABASE_URL: DATABASE }, 'an archive in PostgreSQL', () => {
  let fresh: Awaited<ReturnType<typeof openFresh>>;
  beforeAll(async () => {
    fresh = await openFresh();
  });
  afterAll(() => fresh.drop());
  describeArchive('postgresArchive', async () => {
    await fresh.empty();
    return postgresArchive(fresh.db, 'rules');
  });
});
