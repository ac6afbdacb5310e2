import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMetrics } from '../../adapters/http/metrics.ts';
import { ALONE, parseCommand, WELL } from '../../src/index.ts';
import { newest } from '../../src/store/record.ts';
import { type HttpDesk, openCore, openHttpDesk } from './desk.ts';

let desk: HttpDesk;
beforeAll(async () => {
  const platforms = new Map([
    ['slack', true],
    ['discord', false],
  ]);
  desk = await openHttpDesk({
    health: {
      platforms: () => platforms,
      condition: () => ({ away: [], jobs: { waiting: 7, failed: 1 } }),
    },
  });
});
afterAll(() => desk.running.stop());

/** The figures of a name, as they are read: labels → value. */
async function figures(name: string): Promise<Readonly<Record<string, number>>> {
  const lines = (await (await desk.get('/metrics')).text()).split('\n');
  const found = lines.flatMap((line) => {
    const [, of, labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    return of === name ? [[labels, Number(value)] as const] : [];
  });
  return Object.fromEntries(found);
}

test('tell answers by command and outcome, how long they took, and how many are silence', async () => {
  await desk.post('/api/ask', { question: 'How many reef sites did the team follow?' });
  await desk.post('/api/ask', { question: 'Where was the king of Ruritania born?' });
  await desk.post('/api/ask', { question: '' });
  await desk.post('/api/quotes', { person: 'Napoleon' });
  await desk.get('/api/stories/reef-study/when');
  expect(await figures('verbatim_answers_total')).toEqual({
    'command="ask",outcome="found"': 1,
    'command="ask",outcome="not-in-story"': 1,
    'command="ask",outcome="empty-question"': 1,
    'command="quotes",outcome="no-such-person"': 1,
    'command="when",outcome="found"': 1,
  });
  expect(await figures('verbatim_answer_seconds_count')).toEqual({
    'command="ask"': 3,
    'command="quotes"': 1,
    'command="when"': 1,
  });
  expect(await figures('verbatim_silence_ratio')).toEqual({ '': 0.5 }); // of what was asked, not of nothing
});

test('tell how many stories there are, and which platforms are connected', async () => {
  expect(await figures('verbatim_stories')).toEqual({ '': 2 });
  expect(await figures('verbatim_platform_connected')).toEqual({
    'platform="slack"': 1,
    'platform="discord"': 0,
  });
  expect(Object.keys(await figures('process_cpu_seconds_total'))).toHaveLength(1);
});

test('tell what work waits, and what was given up', async () => {
  expect(await figures('verbatim_jobs')).toEqual({ 'state="waiting"': 7, 'state="failed"': 1 });
});

test('never hold a text: not what is asked, not a story', async () => {
  const secret = 'Xylophonist';
  await desk.post('/api/ask', { question: `Who is the ${secret}?` });
  await desk.core.bot(
    parseCommand(`/${secret}`, { channel: secret, conversation: ALONE, admin: false }),
  );
  const text = await (await desk.get('/metrics')).text();
  expect(text).not.toMatch(/xylophonist|reef|sorensen/i);
});

test('tell how long ago a story came in last; without one that is kept, since the start', async () => {
  const core = openCore();
  let now = Date.parse('2026-11-30T12:00:00Z');
  const around = { platforms: () => new Map(), condition: () => WELL, now: () => now };
  const { read } = createMetrics({ core, ...around });
  const age = async () => /^verbatim_refresh_age_seconds (\S+)$/m.exec(await read())?.[1];
  now += 60_000;
  expect(await age()).toBe('60');
  const { record } = await core.store.add({
    name: 'vote.txt',
    format: 'txt',
    text: 'The council voted on Monday. It was close, said Ada Ode.',
    known: null,
    byline: null,
    tags: [],
    origin: null,
    note: null,
  });
  now = Date.parse(newest(record).added) + 5_000;
  expect(await age()).toBe('5');
});
