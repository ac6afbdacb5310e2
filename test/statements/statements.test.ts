import { describe, expect, test } from 'vitest';
import { hear } from '../../src/story/hear.ts';
import { HEARD_IDS, REPHRASED_IDS, readStory, STORY_IDS, storyOf } from '../stories.ts';
import { compare, isRight } from './marked.ts';

describe('on twelve stories whose statements were marked by hand', async () => {
  const { marked, found, pairs } = await compare(STORY_IDS);
  const named = pairs.filter(({ other, one }) => other.name !== null || isRight(one, null));

  test('finds nine statements in ten', () => {
    expect(pairs.length / marked.length).toBeGreaterThan(0.9);
  });

  test('nine in ten of what it finds are statements', () => {
    expect(pairs.length / found.length).toBeGreaterThan(0.9);
  });

  test('a speaker that it names is right nineteen times in twenty', () => {
    const right = named.filter(({ one, other }) => isRight(one, other.name));
    expect(right.length / named.length).toBeGreaterThan(0.95);
  });

  test('names the speaker of nine in ten whom the story names', () => {
    const known = pairs.filter(({ one }) => one.named);
    const right = known.filter(({ one, other }) => isRight(one, other.name));
    expect(right.length / known.length).toBeGreaterThan(0.9);
  });
});

describe('on eight more, with interviews, British marks and names of every kind', async () => {
  const { marked, found, pairs } = await compare(HEARD_IDS);

  test('finds nineteen statements in twenty, and little else', () => {
    expect(pairs.length / marked.length).toBeGreaterThan(0.95);
    expect(pairs.length / found.length).toBeGreaterThan(0.95);
  });

  test('gives each to whom it belongs, and to nobody whom the story does not name', () => {
    const wrong = pairs.filter(({ one, other }) => !isRight(one, other.name));
    expect(wrong).toEqual([]);
  });
});

describe('on eight more, marked after a look at what was found in them', async () => {
  const { marked, found, pairs } = await compare(REPHRASED_IDS);
  const right = pairs.filter(({ one, other }) => isRight(one, other.name));

  test('finds nineteen statements in twenty, little else, and who makes them', () => {
    expect(pairs.length / marked.length).toBeGreaterThan(0.95);
    expect(pairs.length / found.length).toBeGreaterThan(0.95);
    expect(right.length / pairs.length).toBeGreaterThan(0.95);
  });
});

describe('the seed story', async () => {
  const story = await hear(readStory('alibaba-ma-trump'));
  const slice = (span: { start: number; end: number } | null): string | null =>
    span === null ? null : story.article.text.slice(span.start, span.end);
  const said = story.statements.filter((statement) => statement.speech);

  test('has every speaker right', () => {
    expect(
      said.map(({ speaker }) => [speaker.name ?? slice(speaker.words), ...speaker.via]),
    ).toEqual([
      ['Jack Ma'],
      ['state media'],
      ['Jack Ma', 'state media'],
      ['Donald Trump'],
      ['South China Morning Post'],
      ['Donald Trump', 'South China Morning Post'],
      ['Jack Ma'],
      ['Jack Ma'],
      ['Jack Ma'],
      ['South China Morning Post'],
      ['recent eMarketer report', 'South China Morning Post'],
      ['Chinese experts'],
      ['Bai Ming'],
      ['Bai Ming'],
      ['Mei Xinyu'],
      ['Mei Xinyu'],
      ['Mei Xinyu'],
      ['Bai Ming'],
      ['Bai Ming'],
    ]);
  });

  test('keeps a fragment in quotation marks inside its sentence', () => {
    const fragment = said.find(
      ({ kind, speaker }) => kind === 'mixed' && speaker.name === 'Jack Ma',
    );
    expect(fragment?.content.map(slice)).toEqual([
      'the two shared "ideas about how we can improve trade"',
    ]);
  });
});

test('a quotation too long to be read at once is one statement', () => {
  const speech = 'We met at noon and we walked to the river. '.repeat(200).trim();
  const { statements } = storyOf(`The mayor, Ann Ode, spoke for an hour. “${speech}”`);
  expect(
    statements.filter(({ content }) => content.some(({ end, start }) => end - start > 5_000)),
  ).toHaveLength(1);
});
