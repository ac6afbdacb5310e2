import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.ts';
import type { Answered } from '../../src/answer/answered.ts';
import { topicOf } from '../../src/answer/topic.ts';
import type { Holdings } from '../../src/archive/archive.ts';
import { memoryArchive } from '../../src/archive/memory.ts';
import { storiesNamed } from '../../src/archive/scope.ts';
import { plainStory } from '../stories.ts';

const DAM = `Engineers opened the gates of the Corrie Dam on Monday after three days of rain.
The dam, built in 1931, holds 40 million litres of water. Its owner, Strath Energy, said nobody was hurt.
Isla Munro, the company's chief engineer, said the wall was sound. "We opened the gates because the lake was rising too fast," she said.
Farmers downstream lost about 200 sheep. The village of Balloch was cut off until Wednesday evening.
Repairs to the road will cost £1.2 million, the council estimates.`;

const CHOIR = `A choir from Port Vale has won the national singing contest in Leeds.
Its conductor, Tomas Weir, 34, dedicated the prize to his late teacher. The choir will sing for the queen in June.`;

function archiveOf(texts: Readonly<Record<string, string>>): Holdings {
  const archive = memoryArchive();
  for (const [id, text] of Object.entries(texts)) archive.add(plainStory(text, id));
  return archive;
}

function shown({ passages }: Answered): { readonly answer: string; readonly sentence: string } {
  const first = passages[0];
  if (first === undefined) return { answer: '', sentence: '' };
  const { text } = first.story.article;
  const { answer, sentence } = first;
  return {
    answer: answer === null ? '' : text.slice(answer.start, answer.end),
    sentence: text.slice(sentence.start, sentence.end),
  };
}

describe('one story', () => {
  const archive = archiveOf({ dam: DAM });

  test.each([
    ['When was the dam built?', /^(?:in )?1931$/],
    ['Who owns the dam?', /^Strath Energy$/],
    ['How many sheep did farmers lose?', /^(?:about )?200(?: sheep)?$/],
    ['How much will repairs to the road cost?', /^£1\.2 million$/],
    ['Why were the gates opened?', /rising too fast/],
    ['Which village was cut off?', /Balloch$/],
    ['Who is Isla Munro?', /chief engineer$/],
    ['who is isla munro', /chief engineer$/],
  ])('%s', async (question, answer) => {
    const answered = await answerQuestion(archive, question, null, null);
    expect(shown(answered).answer).toMatch(answer);
    expect(answered.grade).not.toBeNull();
  });

  test.each([
    'Who won the national singing contest?',
    'How old is the prime minister?',
    'How old is Isla Munro?',
    'Who is the mayor of Balloch?',
    '',
    '?!',
    '🙂',
    'why?',
  ])('is silent on %j', async (question) => {
    const answered = await answerQuestion(archive, question, null, null);
    expect(answered.grade).toBeNull();
    expect(answered.probability).toBeLessThan(answered.threshold);
  });

  test('an answer lies inside its sentence', async () => {
    const { passages, runnersUp } = await answerQuestion(
      archive,
      'When was the dam built?',
      null,
      null,
    );
    for (const { answer, sentence, score } of [...passages, ...runnersUp]) {
      if (answer !== null)
        expect([answer.start >= sentence.start, answer.end <= sentence.end]).toEqual([true, true]);
      expect(Number.isFinite(score)).toBe(true);
    }
    expect(passages.length).toBeLessThanOrEqual(3);
    expect(passages[0]?.matched).toContain('dam');
  });

  test('asked twice it answers the same', async () => {
    const ask = async () => shown(await answerQuestion(archive, 'Who is Isla Munro?', null, null));
    expect(await ask()).toEqual(await ask());
  });
});

test('an empty archive answers nothing', async () => {
  const answered = await answerQuestion(memoryArchive(), 'Who owns the dam?', null, null);
  expect(answered).toMatchObject({ grade: null, passages: [], runnersUp: [], probability: 0 });
});

describe('several stories', () => {
  const archive = archiveOf({ dam: DAM, choir: CHOIR });

  test.each([
    ['Who is the conductor of the choir?', 'choir'],
    ['Where is the contest held?', 'choir'],
    ['What did the chief engineer of the dam say?', 'dam'],
  ])('%s', async (question, story) => {
    const { passages } = await answerQuestion(archive, question, null, null);
    expect(passages[0]?.story.article.id).toBe(story);
  });

  test('only those that are named are asked', async () => {
    const { passages } = await answerQuestion(
      archive,
      'Who is the conductor of the choir?',
      storiesNamed('dam'),
      null,
    );
    expect(passages.every(({ story }) => story.article.id === 'dam')).toBe(true);
  });
});

test('a conversation goes on: she, and why', async () => {
  const archive = archiveOf({ dam: DAM });
  const first = await answerQuestion(archive, 'What is the job of Isla Munro?', null, null);
  const topic = topicOf(first, null);
  const second = await answerQuestion(archive, 'What did she say about the wall?', null, topic);
  expect(second.question.text).toBe('What did Isla Munro say about the wall?');
  expect(shown(second).sentence).toContain('the wall was sound');
  const opened = await answerQuestion(archive, 'When were the gates opened?', null, null);
  const why = await answerQuestion(archive, 'and why?', null, topicOf(opened, null));
  expect(shown(why).sentence).toContain('rising too fast');
});
