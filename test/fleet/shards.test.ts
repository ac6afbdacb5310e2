import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { holdShards } from '../../adapters/discord/shards.ts';
import { openDatabase } from '../../src/store/postgres/database.ts';
import { postgresShards, type ShardLeases } from '../../src/store/postgres/shards.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { DATABASE, describeWith, openFresh } from './engines.ts';

const LEASE = 2_000; // milliseconds
const IN = { timeout: 30_000 }; // milliseconds, on a busy machine

describeWith({ TEST_DATABASE_URL: DATABASE }, 'shards in a fleet', () => {
  let fresh: Awaited<ReturnType<typeof openFresh>>;
  const others: ReturnType<typeof openDatabase>[] = [];
  const open = (total: number, lease = LEASE): ShardLeases => {
    const db = openDatabase(fresh.url);
    others.push(db);
    return postgresShards(db, total, lease);
  };
  /** What processes that never end share out: renewed until nothing changes. */
  const settle = async (all: readonly ShardLeases[]): Promise<readonly number[][]> => {
    let lots: number[][] = [];
    for (let n = 0; n < 3; n += 1) {
      lots = [];
      for (const one of all) {
        const { held, excess } = await one.renew();
        await one.release(excess);
        lots.push(held.filter((shard) => !excess.includes(shard)));
      }
    }
    return lots;
  };
  const upTo = (total: number): number[] => Array.from({ length: total }, (_, n) => n);
  beforeAll(async () => {
    fresh = await openFresh();
  });
  beforeEach(() => fresh.empty());
  afterEach(async () => {
    await Promise.all(others.splice(0).map((db) => db.close()));
  });
  afterAll(() => fresh.drop());

  test.each([
    [1, 3, [1, 0, 0]],
    [2, 3, [1, 1, 0]],
    [8, 3, [3, 3, 2]],
    [9, 3, [3, 3, 3]],
    [5, 1, [5]],
  ])('%i are shared out fairly over %i processes', async (total, processes, sizes) => {
    const all = upTo(processes).map(() => open(total, 60_000));
    const lots = await settle(all);
    expect(lots.map(({ length }) => length)).toEqual(sizes);
    expect(lots.flat().toSorted((a, b) => a - b)).toEqual(upTo(total));
    expect(await settle(all)).toEqual(lots); // and nothing moves any more
  });

  test('go to others when a process is gone, after its lease, and at once when it leaves', async () => {
    const [first, second, third] = [open(6), open(6), open(6)];
    expect((await settle([first, second, third])).map(({ length }) => length)).toEqual([2, 2, 2]);
    const gone = Date.now(); // the third renews no more
    let lots: readonly number[][] = [];
    while (lots.flat().length < 6) {
      lots = await settle([first, second]);
      if (lots.flat().length === 4) expect(Date.now() - gone).toBeLessThan(LEASE + 5_000);
      else expect(Date.now() - gone).toBeGreaterThan(LEASE - 500);
      await wait(100);
    }
    expect(lots.map(({ length }) => length)).toEqual([3, 3]);
    await second.leave();
    expect(await settle([first])).toEqual([upTo(6)]);
  });

  test('of another number wait until none of the old ones is held', async () => {
    const [old, later] = [open(2, 60_000), open(4, 60_000)];
    expect(await settle([old])).toEqual([[0, 1]]);
    expect(await later.renew()).toEqual({ held: [], excess: [], isBlocked: true });
    expect(await settle([old])).toEqual([[0, 1]]);
    await old.leave();
    expect(await later.renew()).toEqual({ held: [0, 1, 2, 3], excess: [], isBlocked: false });
  });

  test('are connected once at a time, whoever joins, ends, hangs or loses the database', async () => {
    const total = 6;
    const connected = new Map<number, string>();
    const clashes: string[] = [];
    const start = (name: string, leases: ShardLeases) =>
      holdShards({
        leases,
        now: () => performance.now(),
        onRefused: () => clashes.push('refused'),
        log: () => undefined,
        open: async ({ shard, signal }) => {
          await wait(20, null, { signal });
          const before = connected.get(shard);
          if (before !== undefined) clashes.push(`${shard}: ${before} and ${name}`);
          connected.set(shard, name);
          const stop = async (): Promise<void> => {
            await wait(30);
            connected.delete(shard);
          };
          return { healthy: () => true, stop };
        },
      });
    const shares = (): Record<string, number> => {
      const all: Record<string, number> = {};
      for (const name of connected.values()) all[name] = (all[name] ?? 0) + 1;
      return all;
    };
    let isAway = false;
    const lame: ShardLeases = open(total);
    const cut: ShardLeases = {
      ...lame,
      renew: () => (isAway ? Promise.reject(new StoreError('away')) : lame.renew()),
    };
    const a = await start('a', open(total));
    expect(shares()).toEqual({ a: 6 });
    const b = await start('b', cut);
    await expect.poll(shares, IN).toEqual({ a: 3, b: 3 });
    const c = await start('c', open(total));
    await expect.poll(shares, IN).toEqual({ a: 2, b: 2, c: 2 });
    expect([a, b, c].every((one) => one.healthy())).toBe(true);
    isAway = true; // b can't renew: it lets go in time
    await expect.poll(shares, IN).toEqual({ a: 3, c: 3 });
    expect(b.healthy()).toBe(false);
    isAway = false;
    await expect.poll(shares, IN).toEqual({ a: 2, b: 2, c: 2 });
    await a.stop();
    await expect.poll(shares, IN).toEqual({ b: 3, c: 3 });
    await Promise.all([b.stop(), c.stop()]);
    expect([shares(), clashes]).toEqual([{}, []]);
  }, 120_000);

  test('that Discord refuses end the start, and are left to nobody', async () => {
    const started = holdShards({
      leases: open(2),
      now: () => performance.now(),
      onRefused: () => undefined,
      log: () => undefined,
      open: () => Promise.reject(new Error('no such token')),
    });
    await expect(started).rejects.toThrow('no such token');
    expect(await fresh.db.query('select * from shards')).toEqual([]);
    expect(await fresh.db.query('select * from shard_holders')).toEqual([]);
  });
});
