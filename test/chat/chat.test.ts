import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDrain } from '../../adapters/chat/drain.ts';
import { createFloodLimit } from '../../adapters/chat/flood.ts';
import { createGreeting, GREETING } from '../../adapters/chat/greeting.ts';
import { serveHealth } from '../../adapters/chat/health.ts';
import { codeOf, createLog } from '../../adapters/chat/log.ts';
import { createKeyMemory } from '../../adapters/chat/memory.ts';
import { openKeyMemory } from '../../adapters/chat/memory-file.ts';
import { createOnce } from '../../adapters/chat/once.ts';
import { placeKey } from '../../adapters/chat/places.ts';
import { warmUp } from '../../adapters/chat/warm-up.ts';
import { type Command, type Condition, memoryLimits, WELL } from '../../src/index.ts';
import { makeReply } from '../../src/reply/reply.ts';

/** A clock that stands still until it is told. */
function createClock(): { readonly now: () => number; readonly pass: (ms: number) => void } {
  let time = 0;
  return {
    now: () => time,
    pass: (ms) => {
      time += ms;
    },
  };
}

describe('one answer per event', () => {
  test('a key counts once, until its time is over', () => {
    const clock = createClock();
    const first = createOnce({ now: clock.now, ttl: 1000 });
    expect([first('a'), first('a'), first('b')]).toEqual([true, false, true]);
    clock.pass(999);
    expect(first('a')).toBe(false);
    clock.pass(1);
    expect(first('a')).toBe(true);
  });

  test('the oldest keys are forgotten first when there are too many', () => {
    const first = createOnce({ now: () => 0, limit: 2 });
    expect(['a', 'b', 'c', 'c', 'b', 'a'].map(first)).toEqual([
      true,
      true,
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('the flood limit', () => {
  test('answers 20 questions at once, notes the 21st once, and is silent after that', async () => {
    const ask = createFloodLimit(memoryLimits(() => 0));
    const verdicts = await Promise.all(Array.from({ length: 23 }, () => ask('U1')));
    expect(verdicts.slice(0, 20).every((verdict) => verdict === 'answer')).toBe(true);
    expect(verdicts.slice(20)).toEqual(['note', 'silence', 'silence']);
  });

  test('is each person’s own, and over when ten seconds have passed', async () => {
    const clock = createClock();
    const ask = createFloodLimit(memoryLimits(clock.now));
    for (let i = 0; i < 21; i += 1) await ask('U1');
    expect([await ask('U1'), await ask('U2')]).toEqual(['silence', 'answer']);
    clock.pass(10_000);
    expect(await ask('U1')).toBe('answer');
  });

  test('twenty a window are answered again after a flood, and noted again', async () => {
    const clock = createClock();
    const ask = createFloodLimit(memoryLimits(clock.now));
    const flood = async (): Promise<string[]> =>
      (await Promise.all(Array.from({ length: 22 }, () => ask('U1')))).slice(19);
    expect(await flood()).toEqual(['answer', 'note', 'silence']);
    clock.pass(10_000);
    expect(await flood()).toEqual(['answer', 'note', 'silence']);
  });
});

describe('draining', () => {
  test('waits for answers in hand, and for those they start', async () => {
    const drain = createDrain();
    const done: string[] = [];
    const second = async (): Promise<void> => void done.push('second');
    void drain.run(async () => {
      await Promise.resolve();
      done.push('first');
      void drain.run(second);
    });
    expect(await drain.settle(60_000)).toBe(true);
    expect(done).toEqual(['first', 'second']);
  });

  test('gives up at the deadline, and a failed answer is no longer in hand', async () => {
    const drain = createDrain();
    await expect(drain.run(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(await drain.settle(60_000)).toBe(true);
    void drain.run(() => new Promise<void>(() => {}));
    expect(await drain.settle(1)).toBe(false);
  });
});

describe('the greeting', () => {
  test('is said once in a channel, and again when the reply did not get through', () => {
    const greeting = createGreeting(createKeyMemory(10));
    expect([greeting.take('C1'), greeting.take('C1')]).toEqual([GREETING, null]);
    greeting.giveBack('C1');
    expect([greeting.take('C1'), greeting.take('C2')]).toEqual([GREETING, GREETING]);
  });

  test('a memory of keys is bounded, and what is used stays longest', () => {
    const keys = createKeyMemory(2);
    for (const key of ['a', 'b']) keys.add(key);
    keys.has('a');
    keys.add('c');
    expect(['a', 'b', 'c'].map(keys.has)).toEqual([true, false, true]);
  });
});

describe('a memory in a file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verbatim-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('is there after a restart, without what was given back', async () => {
    const file = join(folder, 'deep', 'keys.txt');
    const first = openKeyMemory(file, 10, () => {});
    for (const key of ['a', 'b', 'a', 'c']) first.add(key);
    first.delete('b');
    await first.saved();
    expect(openKeyMemory(file, 10, () => {}).list()).toEqual(['a', 'c']);
  });

  test('loses one line at most where a kill cut the last one short', async () => {
    const file = join(folder, 'keys.txt');
    await writeFile(file, '+a\n+slack:T1:C');
    const memory = openKeyMemory(file, 10, () => {});
    expect(memory.list()).toEqual(['a']);
    memory.add('b');
    await memory.saved();
    expect(openKeyMemory(file, 10, () => {}).has('b')).toBe(true);
  });

  test('does not grow without end', async () => {
    const file = join(folder, 'keys.txt');
    const memory = openKeyMemory(file, 3, () => {});
    for (let i = 0; i < 100; i += 1) memory.add(`key ${i}`);
    await memory.saved();
    expect((await readFile(file, 'utf8')).split('\n').length).toBeLessThanOrEqual(7);
    expect(openKeyMemory(file, 3, () => {}).list()).toEqual(['key 97', 'key 98', 'key 99']);
  });

  test('that cannot be written is one line in the log, and works as long as the process', async () => {
    const lines: string[] = [];
    const memory = openKeyMemory(folder, 10, (line) => lines.push(line));
    for (const key of ['a', 'b']) memory.add(key);
    await memory.saved();
    expect(memory.list()).toEqual(['a', 'b']);
    expect(lines).toHaveLength(1);
  });
});

describe('the log', () => {
  test('is one line, and has nothing that looks like a token', () => {
    const lines: string[] = [];
    const log = createLog(
      (line) => lines.push(line),
      () => new Date(0),
    );
    log('slack: answer refused', { code: 'a\nb xoxb-1-secret', status: 500, method: undefined });
    expect(lines).toEqual([
      '1970-01-01T00:00:00.000Z slack: answer refused code=a_b_… status=500\n',
    ]);
  });

  test.each([
    [
      { data: { error: 'channel_not_found' }, code: 'slack_webapi_platform_error' },
      'channel_not_found',
    ],
    [
      { code: 'slack_webapi_request_error', original: { cause: { code: 'ECONNRESET' } } },
      'ECONNRESET',
    ],
    [{ code: 50035, message: 'Invalid Form Body: the question' }, '50035'],
    [new TypeError('the question'), 'TypeError'],
    [{ data: { error: '<html>the question' } }, 'unreadable'],
    [null, 'unknown'],
  ])('%o is logged by its code alone', (error, code) => expect(codeOf(error)).toBe(code));
});

test('equal places have equal keys, and different ones never', () => {
  expect(placeKey('slack', 'T1', 'C1')).toBe('slack:T1:C1');
  expect(placeKey('slack', 'a:b', 'c')).not.toBe(placeKey('slack', 'a', 'b:c'));
});

test('/healthz says whether it is connected, what is away, and what work waits', async () => {
  let [connected, condition]: [boolean, Condition] = [true, WELL];
  const health = await serveHealth(
    0,
    () => connected,
    () => condition,
  );
  const url = `http://127.0.0.1:${health.port}`;
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ connected: true });
  condition = { away: ['search'], jobs: null };
  const away = await fetch(`${url}/healthz`);
  expect([away.status, await away.json()]).toEqual([200, { connected: true, search: 'away' }]);
  condition = { away: [], jobs: { waiting: 0, failed: 0 } };
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ connected: true });
  condition = { away: ['database'], jobs: { waiting: 3, failed: 1 } };
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({
    connected: true,
    database: 'away',
    jobs: { waiting: 3, failed: 1 },
  });
  connected = false;
  expect((await fetch(`${url}/healthz`)).status).toBe(503);
  expect((await fetch(`${url}/other`)).status).toBe(404);
  const yes = (): boolean => true;
  await expect(serveHealth(health.port, yes, () => WELL)).rejects.toThrow('HEALTH_PORT');
  await health.close();
});

test('warming up asks the examples of the help, in a place of its own', async () => {
  const asked: Command[] = [];
  await warmUp(async (command) => {
    asked.push(command);
    const lines = ['Who pays?', '/speakers'];
    return makeReply('help', { blocks: [{ kind: 'examples', lines }] });
  });
  expect(asked.map(({ kind }) => kind)).toEqual(['help', 'ask', 'speakers']);
  expect(new Set(asked.map(({ place }) => place.conversation)).size).toBe(1);
});
