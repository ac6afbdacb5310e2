import { afterAll, beforeAll, expect, test } from 'vitest';
import { createInstallations } from '../../adapters/slack/installations.ts';
import { postgresInstallations } from '../../src/store/postgres/blobs.ts';
import { postgresClaims } from '../../src/store/postgres/claims.ts';
import { openDatabase } from '../../src/store/postgres/database.ts';
import { postgresKeys } from '../../src/store/postgres/keys.ts';
import { postgresLimits } from '../../src/store/postgres/limits.ts';
import { postgresShards } from '../../src/store/postgres/shards.ts';
import { createTestBot } from '../slack/bot.ts';
import { openDesk } from '../slack/server/desk.ts';
import { eventBody, message } from '../slack/server/payloads.ts';
import { DATABASE, describeWith, openFresh } from './engines.ts';

const IN = { timeout: 60_000 }; // milliseconds, on a busy machine
const LEASE = { lease: 600 }; // milliseconds
const fail = (line: string): never => {
  throw new Error(line);
};

describeWith({ TEST_DATABASE_URL: DATABASE }, 'an event in a fleet', () => {
  let fresh: Awaited<ReturnType<typeof openFresh>>;
  const others: ReturnType<typeof openDatabase>[] = [];
  const openOther = () => {
    const db = openDatabase(fresh.url);
    others.push(db);
    return db;
  };
  beforeAll(async () => {
    fresh = await openFresh();
  });
  afterAll(async () => {
    await Promise.all(others.map((db) => db.close()));
    await fresh.drop();
  });

  test('is answered once by processes that race for it, none is lost', async () => {
    const all = [1, 2, 3].map(() => postgresClaims(openOther(), LEASE));
    const done: string[] = [];
    const events = Array.from({ length: 100 }, (_, n) => `event-${n}`);
    await Promise.all(
      events.flatMap((event) =>
        all.map((one) => one.once(event, async () => void done.push(event))),
      ),
    );
    expect(done.toSorted()).toEqual(events.toSorted());
    const [row] = await fresh.db.query<{ n: string }>('select count(*) as n from claims');
    expect(row).toEqual({ n: '100' });
  });

  test('that takes longer than a claim holds is still answered once', async () => {
    const [one, other] = [postgresClaims(openOther(), LEASE), postgresClaims(openOther(), LEASE)];
    let done = 0;
    const slow = one.once('slow', async () => {
      await new Promise((resolve) => setTimeout(resolve, 3 * LEASE.lease));
      done += 1;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await other.once('slow', async () => {
      done += 10;
    });
    await slow;
    expect(done).toBe(1);
  });

  test('is answered by another process where the one that had it is gone, or failed', async () => {
    const gone = openDatabase(fresh.url);
    void postgresClaims(gone, LEASE).once('left', () => new Promise(() => undefined));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await gone.close(); // nothing is heard of it any more
    const other = postgresClaims(openOther(), LEASE);
    let done = 0;
    const count = async (): Promise<void> => {
      done += 1;
    };
    await other.once('left', count);
    expect(done).toBe(1);
    await expect(other.once('failed', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await postgresClaims(openOther(), LEASE).once('failed', count);
    expect(done).toBe(2);
  });

  test('is answered though the database is away', async () => {
    let done = 0;
    const away = openDatabase('postgres://127.0.0.1:9/none');
    await postgresClaims(away, LEASE).once('one', async () => {
      done += 1;
    });
    expect(done).toBe(1);
    await away.close();
  });

  test('of Slack comes to two bots and is answered by one of them', async () => {
    const desks = await Promise.all(
      [1, 2].map(async () => {
        const db = openOther();
        const shared = {
          claims: postgresClaims(db),
          limits: postgresLimits(db, { now: Date.now, tell: fail }),
          keys: postgresKeys(db),
          installations: postgresInstallations(db),
          shards: (total: number) => postgresShards(db, total),
        };
        return openDesk('http', createTestBot(async () => {}).bot, { shared });
      }),
    );
    const bodies = Array.from({ length: 20 }, (_, n) =>
      eventBody(message({ text: '<@UBOT> cost?', channel: `C${n}`, user: `U${n}` })),
    );
    await Promise.all(
      desks.flatMap((desk) => bodies.map((body) => desk.deliver('events_api', body))),
    );
    const answered = () => desks.flatMap((desk) => desk.posts().map(({ channel }) => channel));
    await expect.poll(() => answered().length, IN).toBe(20);
    for (const desk of desks) await desk.settle();
    for (const body of bodies) await desks[1]?.deliver('events_api', body); // and comes again
    await desks[1]?.settle();
    expect(new Set(answered()).size).toBe(20);
    expect(answered()).toHaveLength(20);
    // in a thread that one of them began the other needs no mention
    const [first, second] = desks;
    const ts = await first?.mention({ text: 'cost?', channel: 'C0', user: 'U90' });
    await expect.poll(() => answered().length, IN).toBe(21);
    const thread = { thread_ts: ts ?? '' };
    await second?.event(message({ text: 'the cost?', channel: 'C0', user: 'U91', ...thread }));
    await expect.poll(() => answered().length, IN).toBe(22);
    for (const desk of desks) await desk.close();
  });

  test('finds the workspace that installed the app by another process, and its token is not readable', async () => {
    const [one, other] = [openOther(), openOther()].map((db) =>
      createInstallations(postgresInstallations(db), 'the key'),
    );
    const installation = {
      team: { id: 'T0WORKSPACE' },
      isEnterpriseInstall: false,
      bot: { token: 'xoxb-readable' },
    };
    await one?.keep(installation);
    await one?.keep(installation);
    const query = { teamId: 'T0WORKSPACE', isEnterpriseInstall: false };
    expect(await other?.find(query)).toEqual(installation);
    const rows = await fresh.db.query<{ data: string }>('select * from installations');
    expect(rows).toHaveLength(1);
    const kept = Buffer.from(rows[0]?.data ?? '', 'base64').toString('latin1');
    expect(kept + JSON.stringify(rows)).not.toMatch(/readable|T0WORKSPACE/);
    const wrong = createInstallations(postgresInstallations(openOther()), 'another key');
    expect([await wrong.isOfAnotherKey(), await other?.isOfAnotherKey()]).toEqual([true, false]);
    await other?.forget({ team_id: 'T0WORKSPACE' });
    expect(await one?.find(query)).toBeNull();
  });
});
