import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.ts';
import { openCabinet } from '../../src/keep/cabinet.ts';
import { openDataFolder } from '../../src/keep/data-folder.ts';
import { fillArchive } from '../../src/keep/fill.ts';
import { prepareMissing } from '../../src/keep/workers.ts';
import { readArticle } from '../../src/story/article.ts';
import { prepare } from '../../src/story/prepare.ts';
import type { Sentence } from '../../src/story/story.ts';
import { stem } from '../../src/text/stem.ts';
import { readStory, STORY_IDS } from '../stories.ts';
import { incoming, NOON, tempFolder } from './desk.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

/** Opens a folder as a bot does, looks, and gives it back. */
function withFolder<T>(folder: string, look: (filled: ReturnType<typeof fillArchive>) => T): T {
  const data = openDataFolder(folder, { now: () => NOON });
  try {
    return look(fillArchive(data));
  } finally {
    data.close();
  }
}

const NUMBERS = Array.from({ length: 30 }, (_, i) => i);

function textOf(n: number): string {
  return `The harbour at Port ${n} reopened on Friday after ${n + 2} weeks of work.\n\n“We are glad,” said Ann Ode, the harbour master. The ferry number ${n * 7} sails again.\n`;
}

/** Thirty stories: enough for a snapshot. */
function fill(folder: string): void {
  withFolder(folder, ({ keeper }) => {
    for (const n of NUMBERS) keeper.add(incoming(textOf(n), { name: `port-${n}`, origin: `${n}` }));
  });
  withFolder(folder, () => undefined);
}

const INDEX = 'snapshot/index.jsonl';
const search = (filled: ReturnType<typeof fillArchive>, ...words: readonly string[]) =>
  filled.archive
    .findPassages(words.map(stem), null, 40)
    .map(({ story, sentence, score }) => [story.article.id, sentence.index, score.toFixed(6)]);

const spread = ({ start, end, index, paragraph, tokens }: Sentence) => [
  [start, end, index],
  paragraph,
  tokens,
];

describe('what is prepared', () => {
  test.each(STORY_IDS)('of %s reads back as it was worked out', (id) => {
    const { article } = readStory(id);
    const cabinet = openCabinet(tempFolder());
    expect(cabinet.has(article)).toBe(false);
    cabinet.put(article);
    expect(cabinet.has(article)).toBe(true);
    const [read, made] = [cabinet.take(article), prepare(article)];
    expect(read.paragraphs).toEqual(made.paragraphs);
    expect([read.paragraphCount, read.dateline]).toEqual([made.paragraphCount, made.dateline]);
    expect(read.sentences.map(spread)).toEqual(made.sentences.map(spread));
    expect(read.vocabulary).toEqual(made.vocabulary);
    expect(read.names).toEqual(made.names);
    expect(read.statements).toEqual(made.statements);
    expect(read.sentences.every(({ paragraph }) => read.paragraphs.includes(paragraph))).toBe(true);
  });

  test.each([
    ['damaged', '{"rules":'],
    ['of other rules', '{"rules":"0","sha256":"0"}'],
    ['empty', ''],
    ['null', 'null'],
  ])('and %s is worked out anew', (_, content) => {
    const folder = tempFolder();
    const article = readArticle('port', textOf(1));
    const cabinet = openCabinet(folder);
    cabinet.put(article);
    writeFileSync(join(folder, 'snapshot/prepared/port.json'), content);
    expect(cabinet.has(article)).toBe(false);
    expect(cabinet.take(article).sentences.map(spread)).toEqual(
      prepare(article).sentences.map(spread),
    );
  });

  test.each([1, 2, 3, 4, 5])('and damaged in line %i costs time and nothing else', (line) => {
    const folder = tempFolder();
    const article = readArticle('port', textOf(1));
    const cabinet = openCabinet(folder);
    cabinet.put(article);
    const file = join(folder, 'snapshot/prepared/port.json');
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, lines.map((text, i) => (i === line ? text.slice(1) : text)).join('\n'));
    const [read, made] = [cabinet.take(article), prepare(article)];
    expect(read.sentences.map(spread)).toEqual(made.sentences.map(spread));
    expect([read.names, read.statements]).toEqual([made.names, made.statements]);
    expect(read.vocabulary).toEqual(made.vocabulary);
  });

  test('of an older text is not taken for the newer one', () => {
    const cabinet = openCabinet(tempFolder());
    cabinet.put(readArticle('port', textOf(1)));
    const later = readArticle('port', textOf(2));
    expect(cabinet.has(later)).toBe(false);
    expect(cabinet.take(later).sentences.map(spread)).toEqual(prepare(later).sentences.map(spread));
  });

  test('goes with its story', () => {
    const folder = tempFolder();
    const prepared = join(folder, 'snapshot/prepared');
    withFolder(folder, ({ keeper }) => {
      for (const n of [1, 2])
        keeper.add(incoming(textOf(n), { name: `port-${n}`, origin: `${n}` }));
      expect(readdirSync(prepared)).toEqual(['port-1.json', 'port-2.json']);
      keeper.remove('port-1');
      expect(readdirSync(prepared)).toEqual(['port-2.json']);
    });
  });

  test('is only what was missing, and stops when told', async () => {
    const folder = tempFolder();
    const articles = NUMBERS.slice(0, 20).map((n) => readArticle(`port-${n}`, textOf(n)));
    const seen: number[] = [];
    const onDone = (done: number) => void seen.push(done);
    await prepareMissing(folder, articles, { onDone, isStopped: () => seen.length > 0 });
    expect(readdirSync(join(folder, 'snapshot/prepared'))).toHaveLength(8);
    expect(await prepareMissing(folder, articles, { onDone, isStopped: () => false })).toBe(12);
  });
});

describe('a snapshot', () => {
  test('is written once there is something to save time on, and answers as before', () => {
    const folder = tempFolder();
    fill(folder);
    expect(existsSync(join(folder, INDEX))).toBe(true);
    const again = withFolder(folder, (filled) => search(filled, 'harbour', 'glad'));
    rmSync(join(folder, 'snapshot'), { recursive: true });
    const fresh = withFolder(folder, (filled) => search(filled, 'harbour', 'glad'));
    expect(again).toHaveLength(40);
    expect(again).toEqual(fresh);
  });

  test('is not needed: few stories are read without', () => {
    const folder = tempFolder();
    withFolder(folder, ({ keeper }) => keeper.add(incoming(textOf(1))));
    withFolder(folder, () => undefined);
    expect(existsSync(join(folder, INDEX))).toBe(false);
  });

  test.each([
    ['cut short', (text: string) => text.slice(0, text.length / 2)],
    ['of other rules', (text: string) => text.replace(/"rules":"\w+"/, '"rules":"0"')],
    ['empty', () => ''],
    ['without its index', (text: string) => `${text.split('\n')[0]}\n{}`],
  ])('%s costs time and nothing else', (_, damage) => {
    const folder = tempFolder();
    fill(folder);
    const before = withFolder(folder, (filled) => search(filled, 'harbour'));
    const file = join(folder, INDEX);
    writeFileSync(file, damage(readFileSync(file, 'utf8')));
    expect(withFolder(folder, (filled) => search(filled, 'harbour'))).toEqual(before);
  });

  test('knows what came, changed and went since it was written', () => {
    const folder = tempFolder();
    fill(folder);
    const changed = textOf(3).replace('sails again', 'has sunk');
    withFolder(folder, ({ keeper }) => {
      keeper.add(incoming(changed, { name: 'port-3', origin: '3' }));
      keeper.add(incoming('A zebra crossed the market square on Monday, to general surprise.\n'));
      keeper.remove('port-4');
    });
    withFolder(folder, (filled) => {
      expect(filled.archive.find('port-3')?.article.text).toBe(changed);
      expect(search(filled, 'sunk').map(([id]) => id)).toEqual(['port-3']);
      expect(search(filled, 'zebra').map(([id]) => id)).toEqual(['vote']);
      expect(filled.archive.find('port-4')).toBeNull();
      const ids = search(filled, 'glad').map(([id]) => id);
      expect(ids).not.toContain('port-4');
      expect(ids.filter((id) => id === 'port-3')).toHaveLength(1);
    });
  });

  test('gives the same answer to the same question after a restart', () => {
    const folder = tempFolder();
    fill(folder);
    const ask = () =>
      withFolder(folder, ({ archive }) => {
        const { passages, probability } = answerQuestion(
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
    expect(ask()).toEqual(ask());
  });
});

test('stories that are looked at are closed again when many are open', () => {
  const folder = tempFolder();
  const data = openDataFolder(folder, { now: () => NOON, write: writeFileSync });
  for (let n = 0; n < 450; n += 1) {
    data.shelf.create(`port-${n}`, incoming(textOf(n)));
  }
  const { archive } = fillArchive(data);
  const before = archive.list();
  for (const { article } of before) expect(archive.find(article.id)?.sentences).toHaveLength(3);
  const after = archive.list();
  expect(after.filter((story, i) => story !== before[i]).length).toBeGreaterThan(0);
  expect(after.map(({ article }) => article)).toEqual(before.map(({ article }) => article));
  data.close();
});
