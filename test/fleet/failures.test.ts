import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSearchArchive } from '../../src/archive/opensearch.ts';
import { openDatabase } from '../../src/store/postgres/database.ts';
import { fleetHoldings } from '../../src/store/postgres/holdings.ts';
import { migrate } from '../../src/store/postgres/migrate.ts';
import { postgresStore } from '../../src/store/postgres/store.ts';
import { rulesVersion } from '../../src/store/prepared/rules.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { prepare } from '../../src/story/prepare.ts';
import { incoming, NOON, VOTE } from '../store/opened.ts';
import { DATABASE, describeWith, freshName, openFresh, SEARCH } from './engines.ts';

type Holdings = ReturnType<typeof fleetHoldings>;
const storeOver = (db: ReturnType<typeof openDatabase>, holdings: Holdings) =>
  postgresStore({
    db,
    holdings,
    now: () => NOON,
    make: async (article) => prepare(article),
    tell: () => undefined,
  });

/** What stands between a bot and an engine: it lets all through, or nothing, or is not there. */
async function openProxy(to: URL) {
  let mode: 'open' | 'hung' | 'gone' = 'open';
  const sockets = new Set<Socket>();
  const server = createServer((from) => {
    if (mode === 'gone') return void from.destroy();
    const there = connect(Number(to.port), to.hostname);
    for (const one of [from, there]) {
      sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => sockets.delete(one));
    }
    from.on('data', (data) => mode === 'open' && there.write(data));
    there.on('data', (data) => mode === 'open' && from.write(data));
    from.on('close', () => there.destroy());
    there.on('close', () => from.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    set: (to: typeof mode): void => {
      mode = to;
      if (to !== 'hung') for (const one of sockets) one.destroy();
    },
    close: () => server.close(),
  };
}

describeWith({ TEST_DATABASE_URL: DATABASE, TEST_SEARCH_URL: SEARCH }, 'a search engine', () => {
  let fresh: Awaited<ReturnType<typeof openFresh>>;
  beforeAll(async () => {
    fresh = await openFresh();
  });
  afterAll(() => fresh.drop());

  test('that hangs, dies and comes back changes no answer', async () => {
    const proxy = await openProxy(new URL(SEARCH ?? ''));
    let clock = 0;
    const name = freshName();
    const holdings = fleetHoldings({
      db: fresh.db,
      now: () => clock,
      tell: () => undefined,
      search: (countStems) =>
        openSearchArchive({
          url: proxy.url,
          name,
          rules: rulesVersion(),
          countStems,
          isHasty: true,
        }),
    });
    const store = storeOver(fresh.db, holdings);
    for (let n = 0; n < 12; n += 1)
      await store.add(
        incoming(VOTE.replaceAll('bridge', `bridge ${n}`), {
          name: `vote-of-${n}`,
          origin: `${n}`,
        }),
      );
    const ask = async () => {
      const began = performance.now();
      const all = [];
      for (const stems of [['bridg', '7'], ['council', 'mayor'], ['safe'], ['work', 'cost']])
        all.push(await holdings.findPassages(stems, null, 30));
      return { all, took: performance.now() - began };
    };
    const { all: expected } = await ask();
    expect(expected.flat().length).toBeGreaterThan(30);
    expect(holdings.isWell()).toBe(true);
    for (const state of ['hung', 'gone'] as const) {
      proxy.set(state);
      const { all, took } = await ask();
      expect([state, all]).toEqual([state, expected]);
      expect(took).toBeLessThan(8_000); // it is waited for once, for two seconds
      expect(holdings.isWell()).toBe(false);
      clock += 10_000;
      expect((await ask()).all).toEqual(expected); // looked for again
      proxy.set('open');
      clock += 10_000;
      expect((await ask()).all).toEqual(expected);
      expect(holdings.isWell()).toBe(true);
    }
    proxy.close();
  });
});

describeWith({ TEST_DATABASE_URL: DATABASE }, 'a database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-pg-'));
  const script = async (command: string): Promise<string> =>
    (await promisify(execFile)('test/fleet/postgres.sh', [command, folder])).stdout.trim();
  let url = '';
  beforeAll(async () => {
    url = await script('start');
  });
  afterAll(async () => {
    await script('stop');
    rmSync(folder, { recursive: true, force: true });
  });

  test('that is restarted loses nothing, and is heard again', async () => {
    const [db, other] = [openDatabase(url), openDatabase(url)];
    await migrate(db);
    const open = (one: typeof db) =>
      fleetHoldings({ db: one, search: null, now: Date.now, tell: () => undefined });
    const [holdings, beside] = [open(db), open(other)];
    const store = storeOver(db, holdings);
    await store.add(incoming(VOTE));
    expect((await beside.find('vote'))?.article.text).toBe(VOTE);
    const expected = await holdings.findPassages(['bridg', 'work'], null, 9);
    let isOver = false;
    const failed: unknown[] = [];
    let asked = 0;
    const asking = (async () => {
      while (!isOver) {
        asked += 1;
        try {
          expect(await holdings.findPassages(['bridg', 'work'], null, 9)).toEqual(expected);
        } catch (error) {
          failed.push(error);
        }
        await wait(5);
      }
    })();
    await script('restart');
    isOver = true;
    await asking;
    expect(asked).toBeGreaterThan(5);
    // what was asked meanwhile was answered right, or not at all
    expect(failed.filter((error) => !(error instanceof StoreError))).toEqual([]);
    expect(await holdings.findPassages(['bridg', 'work'], null, 9)).toEqual(expected);
    const later = VOTE.replace('£4m', '£5m');
    await store.add(incoming(later));
    await expect
      .poll(async () => (await beside.find('vote'))?.article.text, { timeout: 20_000 })
      .toBe(later);
    await Promise.all([db.close(), other.close()]);
  });
});
