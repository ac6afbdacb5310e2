import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.ts';
import { openDataFolder } from '../../src/store/folder/data-folder.ts';
import { fillArchive } from '../../src/store/prepared/fill.ts';
import { varyStories } from '../bench/vary.ts';
import { buildHere } from './build.ts';
import { NOON, tempFolder } from './opened.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 }); // a busy machine takes its time

/** Prepares some stories, in each of the orders given, a folder for each, the first story with its vectors. */
const PREPARING = `
import { readFileSync } from 'node:fs';
const [base, file, ...given] = process.argv.slice(2);
const { openPrepared } = await import(base + '/src/store/prepared/prepared-stories.js');
const { readArticle } = await import(base + '/src/article/article.js');
const stories = JSON.parse(readFileSync(file, 'utf8'));
for (let n = 0; n < given.length; n += 2) {
  const prepared = openPrepared(given[n]);
  for (const at of given[n + 1].split(',').map(Number)) {
    const { name, text } = stories[at];
    await prepared.put(readArticle(name, text, null), at === 0 ? 'all' : 'text');
  }
}
process.exit(0);
`;

const COUNT = 300;
const PARAGRAPHS = 3; // of each: short, so that all of them are prepared three times in a few seconds
const PROCESSES = 4;
const build = { folder: '', clear: (): void => undefined };

beforeAll(() => Object.assign(build, buildHere()), 120_000);
afterAll(() => build.clear());

test('many stories are prepared to the same bytes, forwards, backwards, in one process and in four', async () => {
  const script = join(tempFolder(), 'preparing.mjs');
  writeFileSync(script, PREPARING);
  const file = join(tempFolder(), 'stories.json');
  const short = varyStories(COUNT).map(({ text, ...story }) => {
    return { ...story, text: text.split('\n\n').slice(0, PARAGRAPHS).join('\n\n') };
  });
  writeFileSync(file, JSON.stringify(short));
  const base = pathToFileURL(build.folder).href;
  /** In one process, a folder and an order after the other. */
  const prepareInOne = async (...given: readonly (readonly [string, readonly number[]])[]) => {
    const rest = given.flatMap(([folder, order]) => [folder, order.join(',')]);
    const child = spawn(process.execPath, [script, base, file, ...rest]);
    child.stderr.on('data', (chunk) => process.stderr.write(chunk));
    expect(await new Promise((ended) => child.once('close', ended))).toBe(0);
  };
  const all = Array.from({ length: COUNT }, (_, at) => at);
  const [one, other, shared] = [tempFolder(), tempFolder(), tempFolder()];
  await prepareInOne([one, all], [other, all.toReversed()]); // the second with all it met in the first
  const [forwards, backwards] = [readPrepared(one), readPrepared(other)];
  expect(forwards.size).toBe(COUNT);
  const parts = Array.from({ length: PROCESSES }, (_, part) =>
    all.filter((at) => at % PROCESSES === part).toReversed(),
  );
  await Promise.all(parts.map((part) => prepareInOne([shared, part])));
  const apart = readPrepared(shared);
  for (const [name, bytes] of forwards) {
    expect(backwards.get(name) === bytes, `${name} backwards in the same process`).toBe(true);
    expect(apart.get(name) === bytes, `${name} in ${PROCESSES} processes`).toBe(true);
  }
});

function readPrepared(folder: string): ReadonlyMap<string, string> {
  const root = join(folder, 'snapshot/prepared');
  return new Map(
    readdirSync(root).map((name) => [name, readFileSync(join(root, name), 'latin1')] as const),
  );
}

test('stories that came in another order, in one go or after one another, have the same answers', async () => {
  const stories = varyStories(8).map((one) => ({ ...one, text: one.text.split('\n')[0] ?? '' }));
  const questions = stories
    .slice(0, 2)
    .map(({ text }) => `What about ${text.split(/\s+/).slice(0, 6).join(' ')}?`);
  const ask = async (order: typeof stories, isReopened: boolean) => {
    const folder = tempFolder();
    let now = NOON;
    let data = openDataFolder(folder, { now: () => now });
    let filled = fillArchive(data);
    for (const { text, ...story } of order) {
      now += 1;
      await filled.store.add({ ...story, text: `${text}\nIt was cut short.\n` }); // and then changed
      await filled.store.add({ ...story, text });
    }
    if (isReopened) {
      data.close();
      data = openDataFolder(folder, { now: () => now });
      filled = fillArchive(data);
    }
    const answers: unknown[] = [];
    for (const words of questions) {
      const { passages, probability } = await answerQuestion(filled.archive, words, null, null);
      const places = passages.map(({ story, sentence, score }) => [
        story.article.id,
        sentence.index,
        score,
      ]);
      answers.push([probability, places]);
    }
    data.close();
    return answers;
  };
  const forwards = await ask(stories, false);
  expect(await ask(stories.toReversed(), false)).toEqual(forwards);
  expect(await ask(stories, true)).toEqual(forwards);
});
