import { afterAll, beforeAll } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { openSearchArchive } from '../../src/archive/opensearch.ts';
import { postgresArchive } from '../../src/archive/postgres.ts';
import { describeArchive } from '../contract/archive.ts';
import { DATABASE, describeWith, freshName, openFresh, SEARCH } from '../fleet/engines.ts';

const engines = { TEST_DATABASE_URL: DATABASE, TEST_SEARCH_URL: SEARCH };
describeWith(engines, 'an archive in OpenSearch', () => {
  let fresh: Awaited<ReturnType<typeof openFresh>>;
  beforeAll(async () => {
    fresh = await openFresh();
  });
  afterAll(() => fresh.drop());
  /** PostgreSQL counts the stems; OpenSearch finds the sentences. */
  describeArchive('openSearchArchive', async (): Promise<Archive> => {
    await fresh.empty();
    const counts = postgresArchive(fresh.db, 'rules');
    const { countStems } = counts;
    const how = { url: SEARCH ?? '', name: freshName(), rules: 'rules', countStems, isHasty: true };
    const search = openSearchArchive(how);
    await search.prepare();
    return {
      ...search,
      put: async (story, known) => {
        await counts.put(story, known);
        await search.put(story, known);
      },
      remove: async (id) => {
        await counts.remove(id);
        await search.remove(id);
      },
    };
  });
});
