import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgresChannels } from '../../src/store/postgres/channels.ts';
import { openDatabase } from '../../src/store/postgres/database.ts';
import { buildHere } from '../store/build.ts';
import { tempFolder, VOTE } from '../store/opened.ts';
import { FERRY, FERRY_AGAIN, PICNIC } from '../watch.ts';
import { DATABASE, describeWith, freshName, openFresh, SEARCH } from './engines.ts';
import { launch } from './processes.ts';

const run = promisify(execFile);
const ASKED = [
  'Who is the mayor?',
  'What ran aground?',
  '/who-said nobody was hurt',
  '/quotes Lund',
  '/check "We will try again" by Ada Ode',
  '/stories',
  '/changes ferry',
].join('\n');

const engines = { TEST_DATABASE_URL: DATABASE, TEST_SEARCH_URL: SEARCH, pg_dump: await findDump() };
describeWith(engines, 'a backup', () => {
  const folder = tempFolder();
  const build = { folder: '', clear: (): void => undefined };
  let fresh: Awaited<ReturnType<typeof openFresh>>;
  const env = (databaseUrl: string) => ({ DATABASE_URL: databaseUrl, SEARCH_URL: SEARCH ?? '' });
  const verbatim = async (url: string, ...args: readonly string[]): Promise<void> => {
    const one = launch(build.folder, args, env(url));
    expect([args, await one.ended, one.log()]).toEqual([args, 0, expect.anything()]);
  };
  const add = (name: string, text: string): Promise<void> => {
    writeFileSync(join(folder, name), text);
    return verbatim(fresh.url, 'add', join(folder, name));
  };
  /** What a process answers that starts over a database. */
  const replies = (url: string): Promise<string> => {
    const asking = run(
      process.execPath,
      [join(build.folder, 'adapters/main.js'), 'console', '--json'],
      {
        env: { PATH: process.env.PATH ?? '', ...env(url) },
        cwd: folder,
      },
    );
    asking.child.stdin?.end(`${ASKED}\n`);
    return asking.then(({ stdout }) => stdout);
  };
  beforeAll(async () => {
    Object.assign(build, buildHere());
    fresh = await openFresh();
    await add('vote.txt', VOTE);
    await add('ferry.txt', FERRY);
    await add('ferry.txt', FERRY_AGAIN);
    await postgresChannels(fresh.db, 'channels').set('slack:T1:C7', 'tag:bridges');
    await postgresChannels(fresh.db, 'watches').set('slack:T1:C7', 'Lund');
  }, 600_000);
  afterAll(async () => {
    await fresh.drop();
    build.clear();
  });

  test('is restored into another database, which answers the same, byte for byte', async () => {
    const expected = await replies(fresh.url);
    expect(expected).toContain('Ann Ode');
    expect(expected).toContain('lucky with the tide');
    const file = join(folder, 'verbatim.dump');
    await run('pg_dump', ['-Fc', '-f', file, fresh.url]);
    await add('picnic.txt', PICNIC); // is not in it
    expect(await replies(fresh.url)).not.toBe(expected);

    const restored = new URL(fresh.url);
    restored.pathname = `/${freshName()}`;
    await fresh.db.query(`create database ${restored.pathname.slice(1)}`);
    await run('pg_restore', ['--clean', '--if-exists', '-d', restored.href, file]);
    await verbatim(restored.href, 'migrate');
    await verbatim(restored.href, 'reindex');
    expect(await replies(restored.href)).toBe(expected);
    const db = openDatabase(restored.href);
    expect(await postgresChannels(db, 'channels').get('slack:T1:C7')).toBe('tag:bridges');
    expect(await postgresChannels(db, 'watches').get('slack:T1:C7')).toBe('Lund');
    await db.close();
    await fresh.db.query(`drop database ${restored.pathname.slice(1)} with (force)`);
  }, 600_000);
});

/** The program that makes backups, if it is here and no older than the server. */
async function findDump(): Promise<string | null> {
  if (DATABASE === null) return null;
  const server = openDatabase(DATABASE);
  const [row] = await server.query<{ major: number }>(
    "select current_setting('server_version_num')::int / 10000 as major",
  );
  await server.close();
  const version = await run('pg_dump', ['--version']).catch(() => ({ stdout: '' }));
  const [, major = '0'] = /(\d+)/.exec(version.stdout) ?? [];
  return Number(major) >= (row?.major ?? Number.POSITIVE_INFINITY) ? 'pg_dump' : null;
}
