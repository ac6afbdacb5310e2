import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.ts';
import { openFirst } from '../../src/archive/archive.ts';
import { readArticle } from '../../src/article/article.ts';
import type { Sentence } from '../../src/article/sentence.ts';
import { SIZE } from '../../src/reader/vectors.ts';
import { openDataFolder } from '../../src/store/folder/data-folder.ts';
import { fillArchive } from '../../src/store/prepared/fill.ts';
import { openPrepared } from '../../src/store/prepared/prepared-stories.ts';
import { prepareMissing } from '../../src/store/prepared/workers.ts';
import { hear } from '../../src/story/hear.ts';
import { prepare } from '../../src/story/prepare.ts';
import { vectorsOf } from '../../src/story/sentence-vectors.ts';
import { stem } from '../../src/text/stem.ts';
import { readStory, STORY_IDS } from '../stories.ts';
import { incoming, NOON, tempFolder } from './opened.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

/** Opens a folder as a bot does, looks, and gives it back. */
async function withFolder<T>(
  folder: string,
  look: (filled: ReturnType<typeof fillArchive>) => T | Promise<T>,
): Promise<T> {
  const data = openDataFolder(folder, { now: () => NOON });
  try {
    return await look(fillArchive(data));
  } finally {
    data.close();
  }
}

const NUMBERS = Array.from({ length: 30 }, (_, i) => i);

function textOf(n: number): string {
  return `The harbour at Port ${n} reopened on Friday after ${n + 2} weeks of work.\n\n“We are glad,” said Ann Ode, the harbour master. The ferry number ${n * 7} sails again.\n`;
}

/** Thirty stories: enough for a snapshot. */
async function fill(folder: string): Promise<void> {
  await withFolder(folder, async ({ store }) => {
    for (const n of NUMBERS)
      await store.add(incoming(textOf(n), { name: `port-${n}`, origin: `${n}` }));
  });
  await withFolder(folder, () => undefined);
}

const INDEX = 'snapshot/index.jsonl';
const search = async (filled: ReturnType<typeof fillArchive>, ...words: readonly string[]) =>
  (await filled.archive.findPassages(words.map(stem), null, 40)).map(
    ({ story, sentence, score }) => [story, sentence, score.toFixed(6)],
  );

const spread = ({ start, end, index, paragraph, tokens }: Sentence) => [
  [start, end, index],
  paragraph,
  tokens,
];

function damageLine(file: string, line: number, damage: (text: string) => string): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, lines.map((text, i) => (i === line ? damage(text) : text)).join('\n'));
}

describe('what is prepared', () => {
  test.each(STORY_IDS)('of %s reads back as it was worked out', async (id) => {
    const { article } = readStory(id);
    const preparedStories = openPrepared(tempFolder());
    expect(preparedStories.has(article)).toBe(false);
    expect(await preparedStories.put(article, 'text')).toBe(true);
    expect(await preparedStories.put(article, 'text')).toBe(false);
    const [read, made] = [preparedStories.take(article), prepare(article)];
    expect(read.paragraphs).toEqual(made.paragraphs);
    expect([read.paragraphCount, read.dateline]).toEqual([made.paragraphCount, made.dateline]);
    expect(read.sentences.map(spread)).toEqual(made.sentences.map(spread));
    expect(read.vocabulary).toEqual(made.vocabulary);
    expect(read.names).toEqual(made.names);
    expect((await hear(read)).statements).toEqual((await hear(made)).statements);
    expect(read.sentences.every(({ paragraph }) => read.paragraphs.includes(paragraph))).toBe(true);
  });

  test.each([
    ['damaged', '{"rules":'],
    ['of other rules', '{"rules":"0","sha256":"0"}'],
    ['empty', ''],
    ['null', 'null'],
  ])('and %s is worked out anew', async (_, content) => {
    const folder = tempFolder();
    const article = readArticle('port', textOf(1));
    const preparedStories = openPrepared(folder);
    await preparedStories.put(article, 'text');
    writeFileSync(join(folder, 'snapshot/prepared/port.json'), content);
    expect(preparedStories.take(article).sentences.map(spread)).toEqual(
      prepare(article).sentences.map(spread),
    );
  });

  test.each([1, 2, 3, 5, 6])('and damaged in line %i costs time and nothing else', async (line) => {
    const folder = tempFolder();
    const article = readArticle('port', textOf(1));
    const preparedStories = openPrepared(folder);
    await preparedStories.put(article, 'text');
    const file = join(folder, 'snapshot/prepared/port.json');
    damageLine(file, line, (text) => text.slice(1));
    const [read, made] = [preparedStories.take(article), prepare(article)];
    expect(read.sentences.map(spread)).toEqual(made.sentences.map(spread));
    expect(read.names).toEqual(made.names);
    expect((await hear(read)).statements).toEqual((await hear(made)).statements);
    expect(read.vocabulary).toEqual(made.vocabulary);
  });

  test.each(STORY_IDS.slice(0, 2))('of %s has the vectors of its sentences', async (id) => {
    const { article } = readStory(id);
    const preparedStories = openPrepared(tempFolder());
    expect(await preparedStories.put(article, 'text')).toBe(true);
    expect([preparedStories.has(article), preparedStories.take(article).vectors]).toEqual([
      false,
      null,
    ]);
    expect(await preparedStories.put(article, 'all')).toBe(true);
    expect([preparedStories.has(article), await preparedStories.put(article, 'all')]).toEqual([
      true,
      false,
    ]);
    const read = preparedStories.take(article);
    expect(read.vectors).toEqual(await vectorsOf(prepare(article)));
    const { statements } = await hear(prepare(article));
    expect(read.heardBefore).toEqual({ statements, isMarked: true });
  });

  test.each([
    ['cut short', (line: string) => line.slice(0, -40)],
    ['a sentence too few', (line: string) => `${line.slice(0, -513)}"`],
    ['of no base64', (line: string) => line.replace(/./g, '%')],
    ['empty', () => ''],
    ['null', () => 'null'],
  ])('and vectors that are %s are made anew when they are asked for', async (_, damage) => {
    const folder = tempFolder();
    const article = readArticle('port', textOf(1));
    const preparedStories = openPrepared(folder);
    await preparedStories.put(article, 'all');
    const good = preparedStories.take(article).vectors;
    expect(good).toHaveLength(3 * SIZE);
    damageLine(join(folder, 'snapshot/prepared/port.json'), 4, damage);
    const read = preparedStories.take(article);
    expect([read.vectors, read.sentences.length]).toEqual([null, 3]);
    expect(await vectorsOf(read)).toEqual(good);
    expect(await preparedStories.put(article, 'all')).toBe(true);
    expect(preparedStories.take(article).vectors).toEqual(good);
  });

  test('keeps its words where another encoder made its vectors', async () => {
    const folder = tempFolder();
    const article = readArticle('port', textOf(1));
    const preparedStories = openPrepared(folder);
    await preparedStories.put(article, 'all');
    const words = JSON.stringify(['harbour', 'marked']);
    damageLine(join(folder, 'snapshot/prepared/port.json'), 0, (head) =>
      head.replace(/"encoder":"\w+"/, '"encoder":"0"'),
    );
    damageLine(join(folder, 'snapshot/prepared/port.json'), 3, () => `[${words},[1,1],[]]`);
    const read = preparedStories.take(article);
    expect([preparedStories.has(article), read.vectors]).toEqual([false, null]);
    expect([...read.vocabulary.counts.keys()]).toEqual(['harbour', 'marked']);
  });

  test('of an older text is not taken for the newer one', async () => {
    const preparedStories = openPrepared(tempFolder());
    await preparedStories.put(readArticle('port', textOf(1)), 'all');
    const later = readArticle('port', textOf(2));
    expect(preparedStories.has(later)).toBe(false);
    expect(preparedStories.take(later).sentences.map(spread)).toEqual(
      prepare(later).sentences.map(spread),
    );
  });

  test('goes with its story', async () => {
    const folder = tempFolder();
    const prepared = join(folder, 'snapshot/prepared');
    await withFolder(folder, async ({ store }) => {
      for (const n of [1, 2])
        await store.add(incoming(textOf(n), { name: `port-${n}`, origin: `${n}` }));
      expect(readdirSync(prepared)).toEqual(['port-1.json', 'port-2.json']);
      await store.remove('port-1');
      expect(readdirSync(prepared)).toEqual(['port-2.json']);
    });
  });

  test('is only what was missing, and stops when told', async () => {
    const folder = tempFolder();
    const articles = NUMBERS.slice(0, 20).map((n) => readArticle(`port-${n}`, textOf(n)));
    const seen: number[] = [];
    const onDone = (done: number) => void seen.push(done);
    const how = { extent: 'text', behind: false, onDone } as const;
    await prepareMissing(folder, articles, { ...how, isStopped: () => seen.length > 0 });
    expect(readdirSync(join(folder, 'snapshot/prepared'))).toHaveLength(8);
    expect(await prepareMissing(folder, articles, { ...how, isStopped: () => false })).toBe(12);
  });
});

describe('a snapshot', () => {
  test('is written once there is something to save time on, and answers as before', async () => {
    const folder = tempFolder();
    await fill(folder);
    expect(existsSync(join(folder, INDEX))).toBe(true);
    const again = await withFolder(folder, (filled) => search(filled, 'harbour', 'glad'));
    rmSync(join(folder, 'snapshot'), { recursive: true });
    const fresh = await withFolder(folder, (filled) => search(filled, 'harbour', 'glad'));
    expect(again).toHaveLength(40);
    expect(again).toEqual(fresh);
  });

  test('is not needed: few stories are read without', async () => {
    const folder = tempFolder();
    await withFolder(folder, async ({ store }) => void (await store.add(incoming(textOf(1)))));
    await withFolder(folder, () => undefined);
    expect(existsSync(join(folder, INDEX))).toBe(false);
  });

  test.each([
    ['cut short', (text: string) => text.slice(0, text.length / 2)],
    ['of other rules', (text: string) => text.replace(/"rules":"\w+"/, '"rules":"0"')],
    ['empty', () => ''],
    ['without its index', (text: string) => `${text.split('\n')[0]}\n{}`],
  ])('%s costs time and nothing else', async (_, damage) => {
    const folder = tempFolder();
    await fill(folder);
    const before = await withFolder(folder, (filled) => search(filled, 'harbour'));
    const file = join(folder, INDEX);
    writeFileSync(file, damage(readFileSync(file, 'utf8')));
    expect(await withFolder(folder, (filled) => search(filled, 'harbour'))).toEqual(before);
  });

  test('knows what came, changed and went since it was written', async () => {
    const folder = tempFolder();
    await fill(folder);
    const changed = textOf(3).replace('sails again', 'has sunk');
    await withFolder(folder, async ({ store }) => {
      await store.add(incoming(changed, { name: 'port-3', origin: '3' }));
      await store.add(
        incoming('A zebra crossed the market square on Monday, to general surprise.\n'),
      );
      await store.remove('port-4');
    });
    await withFolder(folder, async (filled) => {
      expect(filled.archive.at('port-3')?.article.text).toBe(changed);
      expect((await search(filled, 'sunk')).map(([id]) => id)).toEqual(['port-3']);
      expect((await search(filled, 'zebra')).map(([id]) => id)).toEqual(['vote']);
      expect(filled.archive.at('port-4')).toBeNull();
      const ids = (await search(filled, 'glad')).map(([id]) => id);
      expect(ids).not.toContain('port-4');
      expect(ids.filter((id) => id === 'port-3')).toHaveLength(1);
    });
  });

  test('gives the same answer to the same question after a restart', async () => {
    const folder = tempFolder();
    await fill(folder);
    const ask = () =>
      withFolder(folder, async ({ archive }) => {
        const { passages, probability } = await answerQuestion(
          archive,
          'Who is the harbour master of Port 7?',
          null,
          null,
        );
        return [
          probability,
          passages.map(({ story, sentence }) => [story.article.id, sentence.start]),
        ];
      });
    expect(await ask()).toEqual(await ask());
  });
});

test('stories that are looked at are closed again when many are open', async () => {
  const folder = tempFolder();
  const data = openDataFolder(folder, { now: () => NOON, write: writeFileSync });
  for (let n = 0; n < 450; n += 1) {
    data.texts.create(`port-${n}`, incoming(textOf(n)));
  }
  const { archive } = fillArchive(data);
  const before = await openFirst(archive, null, 450);
  for (const { article } of before) expect(archive.at(article.id)?.sentences).toHaveLength(3);
  const after = await openFirst(archive, null, 450);
  expect(after.filter((story, i) => story !== before[i]).length).toBeGreaterThan(0);
  expect(after.map(({ article }) => article)).toEqual(before.map(({ article }) => article));
  expect(after).toHaveLength(450);
  data.close();
});
