import { execFile } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/postgres/database.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { SCRIPT } from './embedded.ts';
import { DATABASE, describeWith } from './engines.ts';

const run = promisify(execFile);
const openssl = await run('openssl', ['version']).then(
  () => 'openssl',
  () => null,
);

describeWith({ TEST_DATABASE_URL: DATABASE, openssl }, 'engines over TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-tls-'));
  const server = join(folder, 'server');
  const [ca, cert, key] = ['ca.pem', 'server.crt', 'server.key'].map((name) => join(folder, name));
  let url = '';
  beforeAll(async () => {
    chmodSync(folder, 0o755); // the server may run as another user
    await makeCertificates(folder);
    mkdirSync(server);
    url = (await run(SCRIPT, ['start', server])).stdout.trim();
    const data = join(server, 'data');
    const { uid, gid } = statSync(data);
    for (const file of [cert, key]) {
      const there = join(data, file?.split('/').at(-1) ?? '');
      writeFileSync(there, readFileSync(file ?? ''), { mode: 0o600 });
      chownSync(there, uid, gid);
    }
    appendFileSync(join(data, 'postgresql.conf'), '\nssl = on\n');
    writeFileSync(join(data, 'pg_hba.conf'), 'hostssl all all 127.0.0.1/32 trust\n');
    await run(SCRIPT, ['restart', server]);
  });
  afterAll(async () => {
    await run(SCRIPT, ['stop', server]);
    rmSync(folder, { recursive: true, force: true });
  });

  test('a database is asked where its certificate is of the authority that DATABASE_URL names', async () => {
    const db = openDatabase(`${url}?sslmode=verify-full&sslrootcert=${ca}`);
    expect(await db.query('select ssl from pg_stat_ssl where pid = pg_backend_pid()')).toEqual([
      { ssl: true },
    ]);
    const heard = new Promise((resolve) => db.listen('news', resolve, () => void tell()));
    const tell = () => db.query('select pg_notify($1, $2)', ['news', 'came']);
    expect(await heard).toBe('came');
    await db.close();
  });

  test.each([
    ['of nobody we know', '?sslmode=verify-full'],
    ['without TLS', ''],
  ])('a database %s is not asked', async (_, how) => {
    const db = openDatabase(url + how);
    const asked = db.query('select 1');
    await expect(asked).rejects.toThrow(how === '' ? 'no encryption' : StoreError);
    await db.close();
  });

  test('a search engine is asked where NODE_EXTRA_CA_CERTS names the authority', async () => {
    const engine = createServer(
      { cert: readFileSync(cert ?? ''), key: readFileSync(key ?? '') },
      ({ headers }, response) =>
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ as: headers.authorization ?? null })),
    );
    await new Promise<void>((resolve) => engine.listen(0, '127.0.0.1', resolve));
    const address = engine.address();
    const at = `https://ann:ode@127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    const asks = `const { Client } = require('@opensearch-project/opensearch');
      new Client({ node: '${at}', maxRetries: 0 }).transport.request({ method: 'GET', path: '/' })
        .then(({ body }) => console.log(body.as), ({ message }) => console.log(message));`;
    const ask = async (env: Readonly<Record<string, string>>): Promise<string> =>
      (
        await run(process.execPath, ['-e', asks], { env: { PATH: process.env.PATH ?? '', ...env } })
      ).stdout.trim();
    expect(await ask({ NODE_EXTRA_CA_CERTS: ca ?? '' })).toBe(`Basic ${btoa('ann:ode')}`);
    expect(await ask({})).toMatch(/certificate/);
    engine.close();
  });
});

/** An authority, and a certificate of it for this machine. */
async function makeCertificates(folder: string): Promise<void> {
  const request = (...args: readonly string[]) =>
    run('openssl', ['req', '-newkey', 'rsa:2048', '-nodes', ...args], { cwd: folder });
  await request(
    '-x509',
    '-days',
    '2',
    '-subj',
    '/CN=Authority',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
  );
  await request('-subj', '/CN=127.0.0.1', '-keyout', 'server.key', '-out', 'server.csr');
  writeFileSync(join(folder, 'names'), 'subjectAltName=IP:127.0.0.1\n');
  const signed = [
    'x509',
    '-req',
    '-days',
    '2',
    '-in',
    'server.csr',
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
  ];
  await run('openssl', [...signed, '-CAcreateserial', '-extfile', 'names', '-out', 'server.crt'], {
    cwd: folder,
  });
}
