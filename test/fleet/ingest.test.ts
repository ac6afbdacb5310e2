import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildHere } from '../store/build.ts';
import { VOTE } from '../store/opened.ts';
import { DATABASE, describeWith, openFresh } from './engines.ts';
import { freePort, launch } from './processes.ts';

const IN = { timeout: 60_000 }; // milliseconds, on a busy machine

describeWith({ TEST_DATABASE_URL: DATABASE }, 'verbatim ingest', () => {
  let fresh: Awaited<ReturnType<typeof openFresh>>;
  const build = { folder: '', clear: (): void => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-ingest-'));
  const [wire, elsewhere, data] = ['wire', 'elsewhere', 'data'].map((one) => join(folder, one));
  const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    launch(build.folder, args, { DATABASE_URL: fresh.url, DATA_DIR: data ?? '', ...more });
  const kept = async () =>
    (
      await fresh.db.query<{ row: string }>(
        "select story || ' ' || number as row from versions order by 1",
      )
    ).map(({ row }) => row);

  beforeAll(async () => {
    Object.assign(build, buildHere());
    fresh = await openFresh();
    for (const one of [wire, elsewhere]) mkdirSync(one ?? '');
  }, 300_000);
  afterAll(async () => {
    build.clear();
    rmSync(folder, { recursive: true, force: true });
    await fresh.drop();
  });

  test('takes in what comes into folders, and newer versions, and answers nobody', async () => {
    const source = join(elsewhere ?? '', 'vote.txt');
    writeFileSync(source, VOTE);
    expect(await run(['add', source]).ended).toBe(0);
    writeFileSync(source, VOTE.replace('£4m', '£5m'));
    writeFileSync(join(wire ?? '', 'ferry.txt'), VOTE.replaceAll('bridge', 'ferry'));
    const own = { HEALTH_PORT: '0', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    const one = run(['ingest', '--watch', wire ?? '', '--refresh', '1'], own);
    await expect.poll(kept, IN).toEqual(['ferry 1', 'vote 1', 'vote 2']);
    writeFileSync(join(wire ?? '', 'ferry.txt'), VOTE.replaceAll('bridge', 'tram'));
    await expect.poll(kept, IN).toEqual(['ferry 1', 'ferry 2', 'vote 1', 'vote 2']);
    const beside = run(['ingest', '--refresh', '1']);
    await beside.says('another process');
    expect([await beside.stop(), await one.stop()]).toEqual([0, 0]);
    expect(one.log()).not.toContain('slack');
    expect(() => readdirSync(data ?? '')).toThrow('ENOENT'); // nothing is kept here
  }, 180_000);

  test('that is stopped in the middle leaves nothing half, and goes on when it is started again', async () => {
    for (let n = 0; n < 12; n += 1)
      writeFileSync(join(wire ?? '', `w${n}.txt`), `Wire ${n}. ${VOTE.repeat(20)}`);
    const one = run(['ingest', '--watch', wire ?? '']);
    await one.says('added w');
    expect(await one.stop()).toBe(0);
    const begun = (await kept()).filter((row) => row.startsWith('w'));
    expect(begun.length).toBeGreaterThan(0);
    const unfed = 'select id from stories where id not in (select story from fed)';
    expect(await fresh.db.query(unfed)).toEqual([]);
    const again = run(['ingest', '--watch', wire ?? '']);
    const all = async () => (await kept()).filter((row) => row.startsWith('w')).length;
    await expect.poll(all, IN).toBe(12);
    expect(await again.stop()).toBe(0);
  }, 180_000);

  test('that is killed in the middle of a story: another process prepares it', async () => {
    const text = `Killed. ${VOTE.repeat(400)}`; // it takes a while
    writeFileSync(join(elsewhere ?? '', 'killed.txt'), text);
    const one = run(['ingest', '--watch', elsewhere ?? '']);
    const atIt = async () =>
      (await fresh.db.query("select tries from jobs where story = 'killed' and by is not null"))
        .length;
    await expect.poll(atIt, { ...IN, interval: 5 }).toBe(1);
    await one.kill();
    const fed = () =>
      fresh.db.query<{ story: string }>("select story from fed where story = 'killed'");
    expect(await fed()).toEqual([]);
    const health = await freePort();
    const other = run(['ingest', '--refresh', '999'], { HEALTH_PORT: String(health) });
    await other.says('ingest: ready');
    const read = async () =>
      (await (await fetch(`http://127.0.0.1:${health}/healthz`)).json()) as object;
    await expect.poll(read, IN).toEqual({ connected: true, jobs: { waiting: 1, failed: 0 } });
    await expect.poll(fed, { timeout: 120_000 }).toEqual([{ story: 'killed' }]);
    await expect.poll(read, IN).toEqual({ connected: true });
    expect(await fresh.db.query('select * from jobs')).toEqual([]);
    expect(await other.stop()).toBe(0);
  }, 240_000);

  test.each([
    [['ingest'], {}, 'what from?'],
    [['ingest', '--refresh', 'soon'], {}, 'soon is no number of minutes'],
    [['ingest', '--refresh', '5'], { DATABASE_URL: '' }, 'DATABASE_URL is not set'],
  ] as const)('%s says what is missing', async (args, more, words) => {
    const one = run(args, more);
    expect(await one.ended).toBe(2);
    expect(one.log()).toContain(words);
  });
});
