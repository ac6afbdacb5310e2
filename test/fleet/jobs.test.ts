import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/postgres/database.ts';
import { countJobs, type JobOptions, postgresJobs } from '../../src/store/postgres/jobs.ts';
import { DATABASE, describeWith, openFresh } from './engines.ts';

const nothing = (): void => undefined;

describeWith({ TEST_DATABASE_URL: DATABASE }, 'a job in a fleet', () => {
  let fresh: Awaited<ReturnType<typeof openFresh>>;
  let told: string[] = [];
  const others: ReturnType<typeof openDatabase>[] = [];
  /** A process's jobs, and how it goes without a word. */
  const open = (more: Partial<JobOptions> = {}) => {
    const db = openDatabase(fresh.url);
    others.push(db);
    const tell = (line: string): void => void told.push(line);
    const usual = { kind: 'prepare', rules: 'r', tell, isAway: () => false } as const;
    return Object.assign(postgresJobs(db, { ...usual, lease: 600, pause: 1, ...more }), {
      vanish: () => db.close(),
    });
  };
  const note = (ids: readonly string[]): Promise<void> =>
    open().noteAll(fresh.db, 'select unnest($3::text[]) as id', [[...ids]]);
  const rows = () => fresh.db.query('select story, tries, error from jobs order by story');

  beforeAll(async () => {
    fresh = await openFresh();
  });
  beforeEach(async () => {
    await fresh.empty();
    told = [];
  });
  afterEach(async () => {
    await Promise.all(others.splice(0).map((db) => db.close().catch(nothing)));
  });
  afterAll(() => fresh.drop());

  test('is done once, however many race for two hundred', async () => {
    const ids = Array.from({ length: 200 }, (_, n) => `story-${n}`);
    await note(ids);
    const workers = [open(), open(), open()];
    const done: string[][] = [[], [], []];
    const counts = await Promise.all(
      workers.map((one, n) =>
        one.workOff(async (id) => {
          await wait(1);
          done[n]?.push(id);
        }, nothing),
      ),
    );
    expect(done.flat().toSorted()).toEqual(ids.toSorted());
    expect(counts).toEqual(done.map(({ length }) => length));
    expect(counts.every((count) => count > 0)).toBe(true);
    expect(await rows()).toEqual([]);
  });

  test('that takes longer than a lease stays with who is at it', async () => {
    await note(['slow']);
    let [done, begun] = [0, 0];
    const slow = open().workOff(async () => {
      begun += 1;
      await wait(2_500);
      done += 1;
    }, nothing);
    await expect.poll(() => begun).toBe(1);
    const other = open();
    for (let n = 0; n < 10; n += 1) {
      expect(await other.workOff(async () => undefined, nothing)).toBe(0);
      await wait(200);
    }
    expect(await other.isUnderWay('slow')).toBe(true);
    expect(await slow).toBe(1);
    expect([begun, done]).toEqual([1, 1]);
  });

  test('is done by another when the process that had it is gone', async () => {
    await note(['left']);
    const gone = open();
    let begun = false;
    void gone
      .workOff(() => {
        begun = true;
        return new Promise(nothing);
      }, nothing)
      .catch(nothing);
    await expect.poll(() => begun).toBe(true);
    await gone.vanish();
    const done: string[] = [];
    const other = open();
    await other.workOff(async (id) => void done.push(id), nothing);
    expect(done).toEqual([]); // nobody can know yet
    await expect
      .poll(() => other.workOff(async (id) => void done.push(id), nothing), { timeout: 10_000 })
      .toBe(1);
    expect(done).toEqual(['left']);
  });

  test('is left to others at once by a process that ends', async () => {
    await note(['left']);
    const ending = open({ lease: 60_000 });
    let begun = false;
    void ending
      .workOff(() => {
        begun = true;
        return new Promise(nothing);
      }, nothing)
      .catch(nothing);
    await expect.poll(() => begun).toBe(true);
    await ending.close();
    expect(await rows()).toEqual([{ story: 'left', tries: 0, error: null }]);
    expect(await open().workOff(async () => undefined, nothing)).toBe(1);
  });

  test('that always fails is given up after five tries and named, and holds up no other', async () => {
    await note(['bad', 'good']);
    let tries = 0;
    const worker = open();
    const done: string[] = [];
    const work = async (id: string): Promise<void> => {
      if (id === 'good') return void done.push(id);
      tries += 1;
      throw new TypeError('what a story says');
    };
    for (let n = 0; n < 12; n += 1) {
      await worker.workOff(work, nothing);
      await wait(10 * n);
    }
    expect([tries, done]).toEqual([5, ['good']]);
    expect(told).toHaveLength(5);
    expect(told.at(-1)).toMatch(
      /^bad: could not be prepared \(TypeError at jobs\.test\.ts:\d+\); given up until/,
    );
    expect(JSON.stringify([await rows(), told])).not.toContain('what a story says');
    expect(await countJobs(fresh.db, 'r')).toEqual({ waiting: 0, failed: 1 });
    // changed, it is tried again
    const job = await worker.note(fresh.db, 'bad');
    expect(job).toMatchObject({ story: 'bad' });
    if (job !== null) await worker.run(job, async () => undefined);
    expect(await rows()).toEqual([]);
  });

  test('that no process survives is given up, too', async () => {
    await note(['deadly']);
    for (let n = 0; n < 5; n += 1) {
      const dying = open();
      let begun = false;
      void dying
        .workOff(() => {
          begun = true;
          return new Promise(nothing);
        }, nothing)
        .catch(nothing);
      await expect.poll(() => begun).toBe(true);
      await dying.vanish();
      await fresh.db.query('update jobs set due = now()');
    }
    const worker = open();
    expect(await worker.workOff(() => Promise.reject(new Error('again')), nothing)).toBe(0);
    expect(told).toEqual([expect.stringMatching(/^deadly: .*its process ended.*given up/)]);
    await worker.renew();
    expect(await worker.workOff(async () => undefined, nothing)).toBe(1);
  });

  test('that can not be done now counts for nothing', async () => {
    await note(['one', 'two']);
    const worker = open({ isAway: (error) => error instanceof RangeError });
    let tries = 0;
    for (let n = 0; n < 9; n += 1)
      await worker.workOff(() => {
        tries += 1;
        return Promise.reject(new RangeError('away'));
      }, nothing);
    expect(tries).toBe(9); // the second is not tried in vain
    expect(told).toEqual([]);
    expect(await worker.workOff(async () => undefined, nothing)).toBe(2);
  });

  test('that is needed again while it is done is done again by the same process alone', async () => {
    const [one, other] = [open(), open()];
    let [atIt, most, done] = [0, 0, 0];
    const work = async (): Promise<void> => {
      atIt += 1;
      most = Math.max(most, atIt);
      await wait(30);
      atIt -= 1;
      done += 1;
    };
    const change = async (by: typeof one): Promise<boolean> => {
      const job = await fresh.db.transaction((tx) => by.note(tx, 'busy'));
      if (job !== null) await by.run(job, work);
      return job !== null;
    };
    const all: Promise<boolean>[] = [];
    for (let n = 0; n < 20; n += 1) {
      all.push(change(n % 2 === 0 ? one : other));
      await wait(10);
    }
    const ran = (await Promise.all(all)).filter(Boolean).length;
    expect(most).toBe(1);
    expect(done).toBeGreaterThanOrEqual(ran);
    expect(await rows()).toEqual([]);
  });
});
