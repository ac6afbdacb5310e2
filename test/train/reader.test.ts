import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trainReader } from '../../src/train/reader.ts';
import { lacking, lendPython, python, writeLines } from './python-at-hand.ts';

const silent = (): void => {};

describe('what it is told', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-reader-'));
  mkdirSync(join(folder, 'data'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['no data', [], /^--data is missing/],
    ['data that are not there', ['--data', 'nowhere'], /^nowhere.data is not there$/],
    ['an unknown flag', ['--date', '.'], /^Unknown option '--date'$/],
    ['a flag without its value', ['--data'], /--data/],
    [
      'no number of steps',
      ['--data', folder, '--steps', 'ten'],
      /^--steps: ten is no whole number/,
    ],
    ['no threads', ['--data', folder, '--threads', '0'], /^--threads: 0 is no .* from 1 on$/],
    [
      'a work folder in here',
      ['--data', folder, '--work', 'data'],
      /^--work: .* inside the checkout$/,
    ],
    ['a base not there', ['--data', folder, '--base', 'no.jar'], /^no.jar is not there$/],
  ])('%s: one line says so', async (_, flags, line) => {
    await expect(trainReader(flags, silent)).rejects.toThrow(line);
  });
});

describe.skipIf(python === undefined)(
  `the whole of it, with a tiny encoder on ten questions${lacking}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-reader-'));
    const straight = join(folder, 'straight');
    const halted = join(folder, 'halted');
    const without = join(folder, 'without');
    let codes: readonly number[] = [];

    beforeAll(async () => {
      writeSets(join(folder, 'data'));
      for (const work of [straight, halted, without]) lendPython(work);
      const first = await Promise.all([train(straight), train(halted, '--until', '2')]);
      expect(existsSync(join(halted, 'out'))).toBe(false);
      const then = [train(halted, '--resume'), train(without, '--sets', 'fairytaleqa')];
      codes = [...first, ...(await Promise.all(then))];
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    test('weights come with a note on what they were learnt from', () => {
      expect(noteOf(straight)).toMatchObject({
        base: 'tiny',
        sets: {
          'squad2-a': { licence: 'CC BY-SA 4.0', rows: 6 },
          qamr: { licence: 'MIT', rows: 2 },
        },
        steps: 4,
        seed: 7,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        keptOut: { exact: expect.any(Number), f1: expect.any(Number), auroc: expect.any(Number) },
      });
    });

    test('a run that was stopped and taken up ends with the same bytes as one that was not', () => {
      const [one, other] = [straight, halted].map((work) =>
        readFileSync(join(work, 'out', 'reader.onnx')),
      );
      expect(one?.length).toBeGreaterThan(500_000);
      expect(other?.equals(one ?? Buffer.of())).toBe(true);
      expect(noteOf(halted)).toEqual(noteOf(straight));
    });

    test('a set without its file writes nothing, and the exit code says so', () => {
      expect(codes).toEqual([0, 0, 0, 2]);
      expect(existsSync(join(without, 'out'))).toBe(false);
    });

    function train(work: string, ...more: readonly string[]): Promise<number> {
      const tiny = ['--sets', 'squad2-a,qamr', '--base', 'tiny', '--steps', '4', '--seed', '7'];
      const places = ['--data', folder, '--work', work, '--out', join(work, 'out')];
      return trainReader([...places, ...tiny, ...more], silent);
    }
  },
);

function noteOf(work: string): unknown {
  return JSON.parse(readFileSync(join(work, 'out', 'reader.origin.json'), 'utf8'));
}

const FERRY =
  'The ferry to Harn was stopped on Tuesday after its engine failed. Captain Lise Odum said that 41 people were taken off by tugs. Nobody was hurt. The ferry will sail again in May.';
const BAKERY =
  'A bakery in Tolm has sold its last loaf after 112 years. Its owner, Peer Vant, found no one to follow him. He blamed the price of flour. The town has bought the house.';

/** Six questions to learn from and two to measure by, in two files, and two more in a third. */
function writeSets(data: string): void {
  const docs = [
    { id: 'ferry', paragraphs: [FERRY] },
    { id: 'sq2a.Warsaw', paragraphs: [BAKERY] },
  ];
  const questions = [
    ['ferry', 'When was the ferry stopped?', 'Tuesday'],
    ['ferry', 'Who is the captain of the ferry?', 'Lise Odum'],
    ['ferry', 'How many people were taken off?', '41'],
    ['ferry', 'What failed on the ferry?', 'its engine'],
    ['ferry', 'Who built the ferry?', null],
    ['ferry', 'When will the ferry sail again?', 'May'],
    ['sq2a.Warsaw', 'Who owned the bakery?', 'Peer Vant'],
    ['sq2a.Warsaw', 'What did a loaf cost?', null],
  ] as const;
  const texts: Readonly<Record<string, string>> = { ferry: FERRY, 'sq2a.Warsaw': BAKERY };
  const found = (text: string, answer: string | null) =>
    answer === null ? [] : [{ text: answer, start: text.indexOf(answer) }];
  writeLines(join(data, 'qa', 'squad2-a.docs.jsonl'), docs);
  writeLines(
    join(data, 'qa', 'squad2-a.questions.jsonl'),
    questions.map(([doc, question, answer]) => ({
      ...{ doc, p: 0, question },
      answers: found(texts[doc] ?? '', answer),
    })),
  );
  writeLines(join(data, 'qa-more', 'qamr.jsonl'), [
    { question: 'Who blamed flour?', context: BAKERY, answers: found(BAKERY, 'Peer Vant') },
    { question: 'What did the town buy?', context: BAKERY, answers: found(BAKERY, 'the house') },
  ]);
}
