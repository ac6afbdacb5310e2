import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runModel } from '../../src/reader/session.ts';
import { buildHere } from '../store/build.ts';

let built: ReturnType<typeof buildHere>;
beforeAll(() => {
  built = buildHere();
});
afterAll(() => built.clear());

/** Runs lines in a process of its own, where the models have a thread of theirs. */
function run(lines: string) {
  const session = pathToFileURL(join(built.folder, 'src/reader/session.js')).href;
  const script = `
    import { loadModel, openModels, runModel } from '${session}';
    const input = (pieces) => ({ ids: new Int32Array(pieces).fill(2000), passages: 1 });
    ${lines}`;
  const args = ['--input-type=module', '--eval', script];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('gives the same bits as in this thread, in order, and ends by itself', async () => {
  const { status, stdout } = run(`
    const all = await Promise.all([100, 2, 5].map((pieces) => runModel('reader', input(pieces))));
    console.log(JSON.stringify(all.map(({ values }) => [...values])));`);
  expect(status).toBe(0);
  const here = [100, 2, 5].map((length) =>
    runModel('reader', { ids: new Int32Array(length).fill(2000), passages: 1 }),
  );
  const values = (await Promise.all(here)).map((one) => [...one.values]);
  expect(JSON.parse(stdout)).toEqual(values);
});

test.each([
  ['while it loads', "loadModel('reader', 'awaited'); setTimeout(() => process.exit(), 60);"],
  [
    'amid a run',
    "for (let i = 0; i < 20; i++) runModel('reader', input(256)); setTimeout(() => process.exit(), 500);",
  ],
])('a process that exits %s ends well', (_, lines) => {
  expect(run(lines)).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('200 inputs at once leave the process free to do other things', () => {
  const { stdout } = run(`
    await loadModel('reader', 'awaited');
    let [worst, last] = [0, performance.now()];
    setInterval(() => {
      worst = Math.max(worst, performance.now() - last);
      last = performance.now();
    }, 1).unref();
    await Promise.all(Array.from({ length: 200 }, () => runModel('reader', input(16))));
    console.log(worst);`);
  expect(Number(stdout)).toBeGreaterThan(0);
  expect(Number(stdout)).toBeLessThan(200); // 10 to 35 ms; more where cores are shared
});

test('weights that are not there are named, and the thread goes on', () => {
  const { stdout } = run(`
    const none = openModels(new URL('./none/', '${import.meta.url}'));
    await none.load('encoder', 'awaited').catch((error) => console.log(error.constructor.name, error.message));
    console.log((await runModel('reader', input(3))).width);`);
  expect(stdout).toMatch(/^ModelError the encoder can't be loaded: .*no such file\n3\n$/);
});
