import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFloodLimit } from '../../adapters/chat/flood.ts';
import { memoryLimits } from '../../src/store/limits.ts';
import { openDatabase } from '../../src/store/postgres/database.ts';
import { postgresLimits } from '../../src/store/postgres/limits.ts';
import { describeLimits } from '../contract/limits.ts';
import { openHttpDesk } from '../http/desk.ts';
import { DATABASE, describeWith, openFresh } from './engines.ts';

describeLimits('In memory', async () => {
  let time = 0;
  const pass = async (milliseconds: number): Promise<void> => {
    time += milliseconds;
  };
  return { limits: memoryLimits(() => time), pass };
});

describe('limits in memory', () => {
  test('forget who has been quiet, and the longest quiet first', async () => {
    let time = 0;
    const limits = memoryLimits(() => time);
    const limit = { most: 1, window: 10 };
    await limits.take('first', limit);
    for (let n = 0; n < 25_000; n += 1) await limits.take(`flood ${n}`, limit);
    expect((await limits.take('first', limit)).refused).toBe(0);
    expect((await limits.take('flood 24999', limit)).refused).toBe(1);
    time = 10;
    expect((await limits.take('flood 24999', limit)).refused).toBe(0);
  });
});

describeWith({ TEST_DATABASE_URL: DATABASE }, 'limits of a fleet', () => {
  let fresh: Awaited<ReturnType<typeof openFresh>>;
  const others: ReturnType<typeof openDatabase>[] = [];
  const told: string[] = [];
  const tell = (line: string): void => void told.push(line);
  const open = (url = fresh.url, now: () => number = Date.now) => {
    const db = openDatabase(url);
    others.push(db);
    return postgresLimits(db, { now, tell });
  };
  beforeAll(async () => {
    fresh = await openFresh();
  });
  afterAll(async () => {
    await Promise.all(others.map((db) => db.close()));
    await fresh.drop();
  });

  describeLimits('PostgreSQL', async () => {
    await fresh.db.query('truncate limits');
    const pass = async (milliseconds: number): Promise<void> => {
      await fresh.db.query(
        `update limits set until = until - $1::float8 * interval '1 millisecond',
           taken = array(select at - $1::float8 * interval '1 millisecond' from unnest(taken) at)`,
        [milliseconds],
      );
    };
    return { limits: open(), pass };
  });

  test('hold over processes that race, and one of them notes it', async () => {
    const all = [open(), open(), open()].map(createFloodLimit);
    const verdicts = await Promise.all(
      Array.from({ length: 30 }, () => all.map((ask) => ask('slack:T1:U1'))).flat(),
    );
    const count = (one: string): number => verdicts.filter((verdict) => verdict === one).length;
    expect([count('answer'), count('note'), count('silence')]).toEqual([20, 1, 69]);
    expect(await all[2]?.('slack:T1:U2')).toBe('answer');
    const rows = JSON.stringify(await fresh.db.query('select * from limits'));
    expect(rows).not.toMatch(/U1|U2|slack/); // who asked is not readable
  });

  test('are forgotten when they are over', async () => {
    const limits = open();
    await limits.take('later', { most: 1, window: 3_600_000 });
    await fresh.db.query("update limits set until = now() - interval '1 second'");
    await limits.take('now', { most: 1, window: 60_000 });
    await limits.sweep();
    expect(await fresh.db.query('select count(*)::int as n from limits')).toEqual([{ n: 1 }]);
  });

  test('are counted in each process while the database is away, which is not waited for', async () => {
    let time = 0;
    const away = open('postgres://127.0.0.1:9/none', () => time);
    const limit = { most: 2, window: 10_000 };
    const refused = async (): Promise<number> => (await away.take('one', limit)).refused;
    expect([await refused(), await refused(), await refused()]).toEqual([0, 0, 1]);
    expect(away.isWell()).toBe(false);
    expect(told.filter((line) => line.includes('database is away'))).toHaveLength(1);
    time += 10_000;
    expect(await refused()).toBe(0);
  });

  test('are counted in each process while the database hangs, and together when it is back', async () => {
    let time = 0;
    const limits = open(fresh.url, () => time);
    const limit = { most: 1, window: 60_000 };
    expect((await limits.take('hung', limit)).refused).toBe(0);
    await fresh.db.transaction(async (tx) => {
      await tx.query('lock table limits in access exclusive mode');
      const began = performance.now();
      expect((await limits.take('hung', limit)).refused).toBe(0); // nothing is known of the first
      expect(performance.now() - began).toBeLessThan(5_000);
      expect(limits.isWell()).toBe(false);
    });
    time += 10_000;
    expect((await limits.take('hung', limit)).refused).toBeGreaterThan(0);
    expect(limits.isWell()).toBe(true);
  });

  test('hold for a token over two servers', async () => {
    const tokens = ['a-token-of-many-letters'];
    const desks = await Promise.all(
      [open(), open()].map((limits) => openHttpDesk({ tokens, settings: { rate: 4 }, limits })),
    );
    const statuses: number[] = [];
    for (let n = 0; n < 3; n += 1)
      for (const { get } of desks) statuses.push((await get('/api/stories')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
    const refusal = await desks[0]?.get('/api/stories');
    expect(Number(refusal?.headers.get('retry-after'))).toBeGreaterThan(0);
    for (const { running } of desks) await running.stop();
  });
});
