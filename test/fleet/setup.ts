import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FOLDER, leftOut, SCRIPT, STARTED } from './embedded.ts';

const HOW =
  'TEST_SEARCH_URL=$(test/fleet/opensearch.sh start FOLDER) starts an OpenSearch, TEST_DATABASE_URL=$(test/fleet/postgres.sh start FOLDER) a PostgreSQL, and .ci/run both';

let folder = '';

/**
 * Gives the tests a place to start a PostgreSQL in, for those that need one where none is named. At the end, after Ctrl-C
 * too, it is stopped and removed, and one line tells what was left out.
 */
export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-engines-'));
  chmodSync(folder, 0o755); // a server that root starts runs as another user
  process.env[FOLDER] = folder;
  process.once('exit', clear);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
}

/** Tells what was left out; the server ends with the process. */
export function teardown(): void {
  const all = leftOut(folder);
  if (all.length > 0) console.warn(`\nLeft out: ${all.join('; ')}. ${HOW}.`);
}

function clear(): void {
  const server = join(folder, STARTED);
  if (existsSync(join(server, 'data/postmaster.pid')))
    execFileSync(SCRIPT, ['stop', server], { stdio: 'ignore' });
  rmSync(folder, { recursive: true, force: true });
}
