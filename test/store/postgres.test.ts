import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSearchArchive } from '../../src/archive/opensearch.ts';
import { openDatabase } from '../../src/store/postgres/database.ts';
import { fleetHoldings } from '../../src/store/postgres/holdings.ts';
import { createLeader } from '../../src/store/postgres/leader.ts';
import { checkMigrated, migrate } from '../../src/store/postgres/migrate.ts';
import { postgresStore } from '../../src/store/postgres/store.ts';
import { rulesVersion } from '../../src/store/prepared/rules.ts';
import { prepare } from '../../src/story/prepare.ts';
import { describeCatalogue } from '../contract/catalogue.ts';
import { describeFeedback, describeStore } from '../contract/store.ts';
import { DATABASE, describeWith, freshName, openFresh, SEARCH } from '../fleet/engines.ts';
import { incoming, NOON, VOTE } from './opened.ts';

let fresh: Awaited<ReturnType<typeof openFresh>>;
const fail = (line: string): never => {
  throw new Error(line);
};
const make = async (search: Parameters<typeof fleetHoldings>[0]['search'] = null) => {
  await fresh.empty();
  const holdings = fleetHoldings({ db: fresh.db, search, now: Date.now, tell: fail });
  const how = {
    db: fresh.db,
    holdings,
    now: () => NOON,
    make: async (one: Parameters<typeof prepare>[0]) => prepare(one),
    tell: fail,
  };
  return { holdings, store: postgresStore(how) };
};

describeWith({ TEST_DATABASE_URL: DATABASE }, 'a fleet in PostgreSQL', () => {
  beforeAll(async () => {
    fresh = await openFresh();
  });
  afterAll(() => fresh.drop());

  describeStore('PostgreSQL', () => make());
  describeFeedback('PostgreSQL', () => make());
  describeCatalogue('PostgreSQL', async () => (await make()).holdings);

  test('is brought up to date once, however many try', async () => {
    const done = await Promise.all([migrate(fresh.db), migrate(fresh.db)]);
    expect(done).toEqual([[], []]);
    await checkMigrated(fresh.db);
  });

  test('of a newer program is refused', async () => {
    await fresh.db.query("insert into migrations (name) values ('9999-later.sql')");
    await expect(checkMigrated(fresh.db)).rejects.toThrow(
      'the database is newer than this program (9999-later.sql)',
    );
    await fresh.db.query("delete from migrations where name = '9999-later.sql'");
  });

  test('each process opens a story anew when another has changed it', async () => {
    const { store } = await make();
    const other = fleetHoldings({ db: fresh.db, search: null, now: Date.now, tell: fail });
    await expect
      .poll(() =>
        fresh.db.query(
          "select 1 from pg_stat_activity where query like 'listen %' and datname = current_database()",
        ),
      )
      .not.toEqual([]);
    await store.add(incoming(VOTE));
    expect((await other.find('vote'))?.article.text).toBe(VOTE);
    const later = VOTE.replace('£4m', '£5m');
    await store.add(incoming(later));
    await expect.poll(async () => (await other.find('vote'))?.article.text).toBe(later);
  });

  test('what a process kept and did not live to feed is fed by another', async () => {
    const { store, holdings } = await make();
    const gone = openDatabase(fresh.url);
    const dying = postgresStore({
      db: gone,
      holdings,
      now: () => NOON,
      make: () => new Promise(() => undefined),
      tell: fail,
    });
    void dying.add(incoming(VOTE));
    await expect.poll(() => fresh.db.query('select story from jobs')).toEqual([{ story: 'vote' }]);
    await gone.close(); // nothing is heard of it any more
    expect(await holdings.find('vote')).toBeNull();
    await store.work();
    expect(await holdings.find('vote')).toBeNull(); // it may still be at it
    await fresh.db.query('update jobs set due = now()');
    await store.work();
    expect(await holdings.findPassages(['bridg'], null, 9)).toHaveLength(1);
    expect(await store.feed(() => undefined)).toBe(0);
    expect(await fresh.db.query('select * from jobs')).toEqual([]);
  });

  test('what an older program kept is told what changed last when it is fed', async () => {
    const { store } = await make();
    for (const text of [VOTE, VOTE.replace('£4m', '£5m')]) await store.add(incoming(text));
    const { unchanged, ...older } = (await store.find('vote')) ?? {};
    expect(unchanged).toMatch(/^0-/);
    await fresh.db.query('update stories set record = $1', [JSON.stringify(older)]);
    await fresh.db.query('delete from fed');
    expect((await store.find('vote'))?.unchanged).toBe(null);
    expect(await store.feed(() => undefined)).toBe(1);
    expect((await store.find('vote'))?.unchanged).toBe(unchanged);
  });

  test('what could not be fed is named, and fed when it is asked for', async () => {
    const { store, holdings } = await make();
    const told: string[] = [];
    const failing = postgresStore({
      db: fresh.db,
      holdings,
      now: () => NOON,
      make: async () => fail('a secret'),
      tell: (line) => told.push(line),
    });
    await expect(failing.add(incoming(VOTE))).rejects.toThrow('a secret');
    expect(told).toEqual([expect.stringMatching(/^vote: could not be prepared \(.*; try 1 of 5$/)]);
    await store.work(); // not yet
    expect(await holdings.find('vote')).toBeNull();
    expect(JSON.stringify(await fresh.db.query('select * from jobs'))).not.toContain('secret');
    expect(await store.feed(() => undefined)).toBe(1);
    expect(await holdings.findPassages(['bridg'], null, 9)).toHaveLength(1);
  });

  test('what other rules made is found, and prepared by one of those who look', async () => {
    const { store, holdings } = await make();
    for (const name of ['a', 'b', 'c'])
      await store.add(incoming(`${name} ${VOTE}`, { name, origin: name }));
    await fresh.db.query("update fed set rules = 'others'");
    const made: string[] = [];
    const stores = [1, 2].map(() =>
      postgresStore({
        db: fresh.db,
        holdings,
        now: () => NOON,
        make: async (one) => {
          made.push(one.id);
          return prepare(one);
        },
        tell: fail,
      }),
    );
    await Promise.all(stores.map((one) => one.look()));
    await Promise.all(stores.map((one) => one.work()));
    expect(made.toSorted()).toEqual(['a', 'b', 'c']);
  });

  test('one process speaks, and another when it is gone', async () => {
    const [one, other] = [openDatabase(fresh.url), openDatabase(fresh.url)];
    const told: string[] = [];
    const first = createLeader(one, (line) => told.push(line));
    const second = createLeader(other, (line) => told.push(line));
    let leads = 0;
    let lost = 0;
    await first.lead('slack', () => {
      lost += 1;
    });
    void second
      .lead('slack', () => undefined)
      .then(() => {
        leads += 1;
      });
    await expect.poll(() => told).toEqual([expect.stringContaining('stands by')]);
    expect(leads).toBe(0);
    await second.lead('discord', () => undefined); // nobody does there
    await fresh.db.query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
       and objid = (hashtext('slack')::bigint & 4294967295)::oid
       and database = (select oid from pg_database where datname = current_database())`,
    );
    await expect.poll(() => [leads, lost], { timeout: 10_000 }).toEqual([1, 1]);
    await Promise.all([first.resign(), second.resign()]);
    await Promise.all([one.close(), other.close()]);
  });

  test('of two processes that take in the same text at once one adds it', async () => {
    const { store, holdings } = await make();
    const other = postgresStore({
      db: fresh.db,
      holdings,
      now: () => NOON,
      make: async (one) => prepare(one),
      tell: fail,
    });
    const added = await Promise.all(
      [store, other, store, other].map((one) => one.add(incoming(VOTE))),
    );
    expect(added.map(({ kind }) => kind).sort()).toEqual(['added', 'same', 'same', 'same']);
    expect(await holdings.count(null)).toBe(1);
  });
});

describeWith(
  { TEST_DATABASE_URL: DATABASE, TEST_SEARCH_URL: SEARCH },
  'a fleet with a search engine',
  () => {
    beforeAll(async () => {
      fresh = await openFresh();
    });
    afterAll(() => fresh.drop());
    const url = { of: SEARCH ?? '' };
    const search =
      (name: string) => (countStems: Parameters<typeof openSearchArchive>[0]['countStems']) =>
        openSearchArchive({ url: url.of, name, rules: rulesVersion(), countStems, isHasty: true });

    describeStore('PostgreSQL beside OpenSearch', () => make(search(freshName())));

    describe('whose search engine is away', () => {
      test('answers the same, says so, and gives it later what came in meanwhile', async () => {
        await fresh.empty();
        const name = freshName();
        const told: string[] = [];
        let clock = 0;
        const open = (at: string) =>
          fleetHoldings({
            db: fresh.db,
            now: () => clock,
            tell: (line) => told.push(line),
            search: (countStems) =>
              openSearchArchive({
                url: at,
                name,
                rules: rulesVersion(),
                countStems,
                isHasty: true,
              }),
          });
        const there = open(SEARCH ?? '');
        const away = open('http://127.0.0.1:9');
        const storeOver = (holdings: typeof there) =>
          postgresStore({
            db: fresh.db,
            holdings,
            now: () => NOON,
            make: async (one) => prepare(one),
            tell: fail,
          });
        await storeOver(there).add(incoming(VOTE));
        const before = await there.findPassages(['bridg', 'work'], null, 9);
        expect(before).toHaveLength(2);
        expect(await away.findPassages(['bridg', 'work'], null, 9)).toEqual(before);
        expect([there.isWell(), away.isWell()]).toEqual([true, false]);
        expect(told).toHaveLength(1);
        await storeOver(away).add(
          incoming(VOTE.replaceAll('bridge', 'tunnel'), { name: 'tunnel' }),
        );
        await fresh.db.query("update jobs set since = now() - interval '1 minute'");
        clock += 10_000;
        expect(await there.findPassages(['tunnel'], null, 9)).toHaveLength(1); // from PostgreSQL
        expect(there.isWell()).toBe(false);
        expect(await away.mend()).toBe(0);
        expect(await there.mend()).toBe(1);
        clock += 10_000;
        expect(await there.findPassages(['tunnel'], null, 9)).toHaveLength(1);
        expect(there.isWell()).toBe(true);
        expect(told.at(-1)).toBe('the search engine answers again');
      });

      test('and is filled anew from the database when its index is lost', async () => {
        const name = freshName();
        const first = await make(search(name));
        await first.store.add(incoming(VOTE));
        const other = freshName(); // as if it were new
        const holdings = fleetHoldings({
          db: fresh.db,
          search: search(other),
          now: Date.now,
          tell: () => undefined,
        });
        expect(await holdings.mend()).toBe(1);
        const direct = search(other)(async () => ({
          sentences: 3,
          found: new Map([['bridg', 1]]),
        }));
        expect(await direct.findPassages(['bridg'], null, 9)).toHaveLength(1);
        await holdings.rebuild();
        expect(await direct.findPassages(['bridg'], null, 9)).toHaveLength(1);
        expect(await direct.countSentences(null)).toBe(await holdings.countSentences(null));
      });
    });
  },
);
