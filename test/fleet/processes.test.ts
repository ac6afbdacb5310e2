import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { postgresChannels } from '../../src/store/postgres/channels.ts';
import { postSigned } from '../slack/server/http.ts';
import { eventBody, message } from '../slack/server/payloads.ts';
import { type LocalSlack, openLocalSlack } from '../slack/server/slack.ts';
import { buildHere } from '../store/build.ts';
import { VOTE } from '../store/opened.ts';
import { FERRY, FERRY_AGAIN } from '../watch.ts';
import { DATABASE, describeWith, openFresh } from './engines.ts';
import { type FleetProcess, launch, startProcess } from './processes.ts';

const IN = { timeout: 60_000 }; // milliseconds, on a busy machine

describeWith({ TEST_DATABASE_URL: DATABASE }, 'processes of a fleet in Slack', () => {
  let fresh: Awaited<ReturnType<typeof openFresh>>;
  let slack: LocalSlack;
  const build = { folder: '', clear: (): void => undefined };
  const running: FleetProcess[] = [];
  const start = async (): Promise<FleetProcess> => {
    const one = await startProcess(build.folder, slack, fresh.url);
    running.push(one);
    return one;
  };
  /** Another process of the fleet takes a story in. */
  const add = async (name: string, text: string): Promise<void> => {
    const file = join(slack.folder, name);
    writeFileSync(file, text);
    const added = launch(build.folder, ['add', file], { DATABASE_URL: fresh.url });
    expect(await added.ended).toBe(0);
  };
  const send = async (to: FleetProcess, body: object): Promise<void> => {
    expect((await postSigned(to.port, 'events_api', body)).status).toBe(200);
  };
  const posts = () =>
    slack.taken.filter(({ method }) => method === 'chat.postMessage').map(({ body }) => body);
  const texts = () => posts().map((body) => JSON.stringify(body));

  beforeAll(async () => {
    Object.assign(build, buildHere());
    fresh = await openFresh();
    slack = await openLocalSlack();
    await add('vote.txt', VOTE);
  }, 300_000);
  afterEach(async () => {
    await Promise.all(running.splice(0).map((one) => one.kill()));
    slack.taken.splice(0);
    slack.attempts.splice(0);
  });
  afterAll(async () => {
    await slack.close();
    await fresh.drop();
    build.clear();
  });

  test('one that is killed in mid-answer: the event comes again and another answers it', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    slack.faults.order('chat.postMessage', { kind: 'held', until: new Promise(() => undefined) });
    const body = eventBody(message({ text: '<@UBOT> Who is the mayor?' }));
    await send(first, body);
    await expect.poll(() => slack.attempts.includes('chat.postMessage'), IN).toBe(true);
    await first.kill();
    expect(posts()).toEqual([]);
    await send(second, body); // while nobody can know yet that the first is gone
    await expect.poll(() => posts().length, IN).toBe(1);
    expect(texts()[0]).toContain('Ann Ode');
    await send(await start(), body);
    expect(await second.stop()).toBe(0);
    expect(await running.at(-1)?.stop()).toBe(0);
    expect(posts()).toHaveLength(1);
  }, 180_000);

  test('two that race for the same events answer each once, and count a person together', async () => {
    const both = await Promise.all([start(), start()]);
    const bodies = Array.from({ length: 8 }, (_, n) =>
      eventBody(
        message({ text: '<@UBOT> Who is the mayor?', channel: `C${100 + n}`, user: `U${100 + n}` }),
      ),
    );
    await Promise.all(bodies.flatMap((body) => both.map((one) => send(one, body))));
    await expect.poll(() => posts().length, IN).toBe(8);
    const flood = Array.from({ length: 24 }, (_, n) =>
      eventBody(message({ text: '<@UBOT> thanks?', channel: `C${200 + n}`, user: 'U7' })),
    );
    await Promise.all(flood.map((body, n) => send(both[n % 2] ?? both[0], body)));
    await expect.poll(() => posts().length, IN).toBe(8 + 20);
    await expect
      .poll(() => slack.taken.filter(({ method }) => method === 'chat.postEphemeral').length, IN)
      .toBe(1);
    expect(await Promise.all(both.map((one) => one.stop()))).toEqual([0, 0]);
    expect(posts()).toHaveLength(28);
    expect(new Set(posts().map(({ channel }) => channel)).size).toBe(28);
  }, 180_000);

  test('a follow-up is answered by whichever it comes to, and what was typed is not in the database', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    const asked = message({ text: '<@UBOT> What did the zealous council vote to close?' });
    await send(first, eventBody(asked));
    await expect.poll(() => posts().length, IN).toBe(1);
    expect(texts()[0]).toContain('old bridge');
    const thread = { thread_ts: String(asked.ts) };
    await send(second, eventBody(message({ text: '<@UBOT> and when?', ...thread })));
    await expect.poll(() => posts().length, IN).toBe(2);
    expect(texts()[1]).toContain('{"type":"text","text":"Tuesday","style":{"bold":true}}');
    await send(first, eventBody(message({ text: '<@UBOT> /why', ...thread })));
    await expect.poll(() => posts().length, IN).toBe(3);
    expect(texts()[2]).toContain('no longer kept');
    const rows = await fresh.db.query<{ key: string; topic: string }>(
      'select * from conversations',
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/zealous|what did|and when/i);
  }, 180_000);

  test('a channel hears once of what any of them takes in, also when the one that told it is gone', async () => {
    await postgresChannels(fresh.db, 'watches').set('slack:T1:C7', 'Lund');
    const first = await start(); // it tells, as it was there first
    const second = await start();
    await add('ferry.txt', FERRY);
    await expect.poll(() => posts().length, IN).toBe(1);
    expect(posts()[0]).toMatchObject({ channel: 'C7' });
    expect(texts()[0]).toContain('Nobody was hurt');
    await first.kill();
    await add('ferry.txt', FERRY_AGAIN);
    await expect.poll(() => posts().length, IN).toBe(2);
    expect(texts()[1]).toContain('lucky with the tide');
    expect(texts()[1]).not.toContain('Nobody was hurt');
    expect(await second.stop()).toBe(0);
    expect(posts()).toHaveLength(2);
    await postgresChannels(fresh.db, 'watches').set('slack:T1:C7', '');
  }, 180_000);
});
