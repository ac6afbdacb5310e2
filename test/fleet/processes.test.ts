import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fleetHoldings } from '../../src/store/postgres/holdings.ts';
import { postgresStore } from '../../src/store/postgres/store.ts';
import { prepare } from '../../src/story/prepare.ts';
import { postSigned } from '../slack/server/http.ts';
import { eventBody, message } from '../slack/server/payloads.ts';
import { type LocalSlack, openLocalSlack } from '../slack/server/slack.ts';
import { buildHere } from '../store/build.ts';
import { incoming, NOON, VOTE } from '../store/opened.ts';
import { DATABASE, describeWith, openFresh } from './engines.ts';
import { type FleetProcess, startProcess } from './processes.ts';

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
  const send = async (to: FleetProcess, body: object): Promise<void> => {
    expect((await postSigned(to.port, 'events_api', body)).status).toBe(200);
  };
  const posts = () =>
    slack.taken.filter(({ method }) => method === 'chat.postMessage').map(({ body }) => body);
  const texts = () => posts().map((body) => JSON.stringify(body));

  beforeAll(async () => {
    Object.assign(build, buildHere());
    fresh = await openFresh();
    const { db } = fresh;
    const holdings = fleetHoldings({ db, search: null, now: () => NOON, tell: () => undefined });
    const make = async (article: Parameters<typeof prepare>[0]) => prepare(article);
    await postgresStore({ db, holdings, now: () => NOON, make }).add(incoming(VOTE));
    slack = await openLocalSlack();
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
});
