import { describe, expect, test } from 'vitest';
import { pointAt } from '../../src/answer/point.ts';
import { readQuestion } from '../../src/answer/question.ts';
import { findMatched, searchStory } from '../../src/answer/search.ts';
import { fillWindow, WINDOW } from '../../src/answer/window.ts';
import { CLS, QUESTION_PIECES, readPieces, SEP } from '../../src/reader/word-pieces.ts';
import { plainStory } from '../stories.ts';

const STORY = plainStory(`The pier at Ulm burned down on Friday. Nobody was hurt.
Its owner, Rita Vane, said the pier would be built again. She has owned it since 1998.
The town council will meet on Monday.`);

describe('a window', () => {
  test('holds the question and the sentences in the order of the story, the first one’s neighbours too', () => {
    const { ids, passages, sentences } = fillWindow(
      readQuestion('Who owns the pier?'),
      STORY,
      [2, 4],
    );
    expect([ids[0], ids[passages - 1], ids.at(-1)]).toEqual([CLS, SEP, SEP]);
    expect(sentences.map(({ sentence }) => sentence.index)).toEqual([1, 2, 3, 4]);
    const [{ from, to, pieces }] = sentences as [(typeof sentences)[number]];
    expect([...ids.slice(from, to)]).toEqual([...pieces.ids]);
    expect(STORY.article.text.slice(pieces.starts[0], pieces.ends[0])).toBe('Nobody');
  });

  test.each([
    ['a long question', 'why '.repeat(3_000), STORY],
    ['a sentence without end', 'Who?', plainStory(`Rain ${'and rain '.repeat(9_000)}`)],
    ['a word without end', 'Who?', plainStory('a'.repeat(90_000))],
  ])('of %s is no longer than the reader reads', (_, question, story) => {
    const { ids, sentences } = fillWindow({ text: question, before: '' }, story, [0]);
    expect(ids.length).toBeLessThanOrEqual(WINDOW);
    expect(sentences.length).toBeGreaterThan(0);
  });

  test('holds the end of what a question leans on before it', () => {
    const before = `${'Which of them '.repeat(30)}owns the pier?`;
    const { ids, passages } = fillWindow({ text: 'and since when?', before }, STORY, [0]);
    const whole = readPieces(`${before} and since when?`).ids;
    expect([...ids.slice(1, passages - 1)]).toEqual([...whole.slice(-QUESTION_PIECES)]);
  });
});

describe('what is pointed at', () => {
  const window = fillWindow(readQuestion('Who owns the pier?'), STORY, [2]);
  const placed = window.sentences.find(({ sentence }) => sentence.index === 2);

  /** Logits that prefer some pieces of the third sentence. */
  function logits(first: number, last: number): Float32Array {
    const values = new Float32Array(window.ids.length * 3);
    const from = placed?.from ?? 0;
    values[3 * (from + first)] = 4;
    values[3 * (from + last) + 1] = 3;
    for (let piece = from; piece < (placed?.to ?? 0); piece += 1) values[3 * piece + 2] = 2;
    values[0] = 1;
    values[2] = 0.5;
    return values;
  }

  test('lies in the article, with how much it is preferred to none', () => {
    const pointed = pointAt(window, logits(3, 4), 3).find(({ sentence }) => sentence.index === 2);
    const { start = 0, end = 0 } = pointed?.words ?? {};
    expect(STORY.article.text.slice(start, end)).toBe('Rita Vane');
    expect(pointed?.margin).toBe(6);
    expect(pointed?.tells).toBe(1.5);
  });

  test('never ends before it begins', () => {
    for (const { words } of pointAt(window, logits(4, 1), 3))
      expect(words.end).toBeGreaterThan(words.start);
  });
});

test('search finds stems, and says how much of the question the story has', () => {
  const { scores, coverage } = searchStory(readQuestion('Who is the owner of the pier?'), STORY);
  expect(scores.indexOf(Math.max(...scores))).toBe(2);
  expect(coverage).toBe(1);
  expect(searchStory(readQuestion('Who sold the lighthouse?'), STORY).coverage).toBeLessThan(0.5);
  const sentence = STORY.sentences[2];
  if (sentence === undefined) throw new RangeError('there is no third sentence');
  expect(findMatched(readQuestion('Who is the owner of the piers?'), sentence)).toEqual([
    'owner',
    'pier',
  ]);
});
