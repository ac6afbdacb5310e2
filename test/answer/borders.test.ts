import { describe, expect, test } from 'vitest';
import { settleBorders } from '../../src/answer/borders.ts';
import { fitOf, kindFit, lacksFigure } from '../../src/answer/kind-fit.ts';
import { likeliest } from '../../src/answer/likely.ts';
import { match, seek } from '../../src/answer/match.ts';
import { readQuestion } from '../../src/answer/question.ts';
import type { Weighed } from '../../src/answer/reading.ts';
import { findSaid } from '../../src/answer/said.ts';
import { type Scene, setScene } from '../../src/answer/scene.ts';
import type { Stretch } from '../../src/answer/spans.ts';
import { viewOf } from '../../src/answer/view.ts';
import { storyOf } from '../stories.ts';

/** The first sentence of a text as a question sees it. */
function sceneOf(text: string, question: string): Scene {
  const view = viewOf(storyOf(text));
  const [first] = view.sentences;
  if (first === undefined) throw new Error('no sentence');
  const sought = seek(readQuestion(question), view.vocabulary, 1, () => false);
  return setScene(sought, first, match(sought, first));
}

function find({ tokens, view }: Scene, words: string): Stretch {
  const { text } = view.story.story.article;
  const start = text.indexOf(words);
  const from = tokens.findIndex((token) => token.start === start);
  const to = tokens.findIndex((token) => token.end === start + words.length) + 1;
  if (from < 0 || to === 0) throw new Error(`${words}: not whole tokens`);
  return { from, to };
}

function wordsOf({ tokens, view }: Scene, { from, to }: Stretch): string {
  const { text } = view.story.story.article;
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
}

describe('borders', () => {
  test.each([
    // cut to what was asked
    [
      'When did it close?',
      'The mill closed yesterday in Leeds.',
      'yesterday in Leeds',
      'yesterday',
    ],
    [
      'Why did it fail?',
      'The dam failed because the wall was old, he said.',
      'wall',
      'because the wall was old',
    ],
    [
      'Why did they weep?',
      'They wept in the hall when the letter came.',
      'hall when the letter came',
      'when the letter came',
    ],
    ['Who runs it?', 'The council, which pays, runs it.', 'The council, which', 'The council'],
    // grown by what it would say something else without
    [
      'How many clubs has it beaten?',
      'It has beaten at least a dozen local clubs.',
      'dozen local',
      'at least a dozen local clubs',
    ],
    [
      'Who is the mayor of Bexley?',
      'Bexley Mayor Ann Thorne opened the fair.',
      'Bexley Mayor Ann Thorne',
      'Ann Thorne',
    ],
    // without what nobody asked for
    [
      'Whom did they meet?',
      'Miners met Tomas Weir on Friday near the pit.',
      'Tomas Weir on Friday',
      'Tomas Weir',
    ],
    [
      'What did the firm lose?',
      'The firm lost about $8 million, Swiss auditors said.',
      'about $8 million, Swiss',
      'about $8 million',
    ],
    ['Where was it found?', 'It was found near the old mill.', 'the old mill', 'near the old mill'],
    [
      'Where was it taped?',
      'It was taped by the poet Ann Ode in a mill in Leeds.',
      'the poet Ann Ode in a mill in Leeds',
      'in a mill in Leeds',
    ],
    ['Where did she die?', 'She died at Corley Falls on Sunday.', 'Corley', 'Corley Falls'],
    // whole lists
    [
      'What can the dust cause?',
      'The dust can cause coughing, sore eyes and headaches in children.',
      'coughing, sore eyes',
      'coughing, sore eyes and headaches',
    ],
    [
      'What did they sell?',
      'They sold boats, nets and ropes.',
      'boats, nets and ropes',
      'boats, nets and ropes',
    ],
    [
      'Which islands will she visit?',
      'She will visit Jura, Skye and North Rona in May.',
      'Skye',
      'Jura, Skye and North Rona',
    ],
    ['What were the drinks?', 'They sold tea and milk on Monday.', 'milk', 'tea and milk'],
    [
      'Which island will she visit?',
      'She will visit Jura, Skye and North Rona in May.',
      'Skye',
      'Skye',
    ],
    // numbers as the story has them
    [
      'How long must it boil?',
      'It must boil for at least 20 minutes.',
      '20 minutes',
      'at least 20 minutes',
    ],
    ['How much was it?', 'The painting was sold for under $900.', '$900', 'under $900'],
    ['How many came?', 'Police said about 300 came.', '300', 'about 300'],
    [
      'How much did they spend?',
      'They spent 2.5 million euros on it.',
      '2.5 million',
      '2.5 million euros',
    ],
    // places with the larger place
    ['Where does she live?', 'She lives in Oslo, Norway.', 'Oslo', 'Oslo, Norway'],
    ['Where did they stop?', 'They stopped in Oslo, Bergen and Tromso.', 'Oslo', 'Oslo'],
  ])('%s %s', (question, sentence, words, expected) => {
    const scene = sceneOf(sentence, question);
    expect(wordsOf(scene, settleBorders(scene, find(scene, words)))).toBe(expected);
  });

  test.each(['Who won?', 'When was it?', 'How many?', 'Where?', 'What did he say?', 'Why?'])(
    'any stretch of an awkward sentence stays inside it: %s',
    (question) => {
      const scene = sceneOf(
        'On Monday, "about 5, 6" and, of U.S., at Oslo, Norway’s – because 3.5 billion, who, said Ann.',
        question,
      );
      const { length } = scene.tokens;
      for (let from = 0; from < length; from += 1)
        for (let to = from + 1; to <= length; to += 1) {
          const settled = settleBorders(scene, { from, to });
          expect(settled.from).toBeGreaterThanOrEqual(0);
          expect(settled.to).toBeLessThanOrEqual(length);
          expect(settled.from).toBeLessThan(settled.to);
        }
    },
  );
});

describe('the words likeliest to be the answer’s', () => {
  const scene = sceneOf('It sells nets, boats and sea salt.', 'What does it sell?');
  const weighed = (words: string, share: number): Weighed => ({
    ...find(scene, words),
    scene,
    rank: 0,
    hunch: 0,
    score: Math.log(share),
    share,
  });

  test('a list before a piece of it, when both are likely', () => {
    const phrases = [
      weighed('nets', 0.36),
      weighed('nets, boats and sea salt', 0.34),
      weighed('boats and sea salt', 0.3),
    ];
    const likely = likeliest(phrases);
    expect(wordsOf(scene, likely?.phrase ?? { from: 0, to: 1 })).toBe('nets, boats and sea salt');
    expect(likely?.expected).toBeGreaterThan(0.34);
    expect(likely?.expected).toBeLessThanOrEqual(1);
  });

  test('the surest alone, and nothing of nothing', () => {
    const sure = [weighed('nets', 0.9), weighed('nets, boats and sea salt', 0.1)];
    expect(likeliest(sure)?.phrase).toBe(sure[0]);
    expect(likeliest([])).toBeNull();
  });
});

test.each([
  ['Where does he live?', 'Ken Marsh, a retired postman, lives in Leeds.', 'postman', 0, 0.3],
  ['Where does he live?', 'Ken Marsh, a retired postman, lives in Leeds.', 'Leeds', 0.4, 1],
  ['How old is he?', 'Ken Marsh, 62, lives in Leeds.', '62', 1, 1],
  ['How old is he?', 'Ken Marsh, 62, lives in Leeds.', 'Leeds', 0, 0],
  ['What does he grow?', 'Ken Marsh, 62, grows leeks.', 'leeks', -1, -1],
])('%s %s: how well %j fits', (question, sentence, words, least, most) => {
  const scene = sceneOf(sentence, question);
  const fit = fitOf({ ...find(scene, words), scene });
  expect(fit).toBeGreaterThanOrEqual(least);
  expect(fit).toBeLessThanOrEqual(most);
});

test.each([
  ['How old is Ken Marsh?', 'Ken Marsh has one million trees.', 'one million', true],
  ['How old is Ken Marsh?', 'Ken Marsh has 62 sheep.', '62', true],
  ['How old is Ken Marsh?', 'Ken Marsh is 62.', '62', false],
  ['How many trees does Ken Marsh have?', 'Ken Marsh has 40 trees.', 'Ken Marsh', true],
  ['How many trees does Ken Marsh have?', 'Ken Marsh has 40 trees.', '40', false],
  ['When did she leave?', 'She left the town.', 'the town', true],
  ['When did she leave?', 'She left while at sea on Monday.', 'at sea', false],
  ['Who left?', 'She left the town.', 'the town', false],
])('%s %s: %j lacks a figure: %s', (question, sentence, words, lacks) => {
  const scene = sceneOf(sentence, question);
  expect(lacksFigure({ ...find(scene, words), scene })).toBe(lacks);
});

test.each([
  ['What ship was she on?', 'She was on the ship Northern Star.', 'Northern Star', 'She'],
  ['Which dance won?', 'Ann won with a dance called Tom Cat.', 'Tom Cat', 'Ann'],
  ['What is she guilty of?', 'Ann is guilty of two thefts.', 'two thefts', 'Ann'],
])('%s %s: %j rather than %j', (question, sentence, better, other) => {
  const scene = sceneOf(sentence, question);
  const gain = (words: string): number =>
    kindFit({ ...find(scene, words), scene, rank: 0, hunch: 0 }, 0);
  expect(gain(better)).toBeGreaterThan(gain(other));
});

describe('what was said', () => {
  const said = (question: string, text: string): string | null => {
    const { question: asked, view } = sceneOf(text, question);
    const span = findSaid(asked, view);
    return span === null ? null : text.slice(span.start, span.end);
  };

  test.each([
    ['What did Munro say?', 'Munro said that the wall was sound.', 'the wall was sound'],
    ['What did Isla Munro say?', '“The wall was sound,” Isla Munro said.', 'The wall was sound'],
    ['What did the company say?', 'The company said nobody was hurt.', 'nobody was hurt'],
  ])('%s %s', (question, text, expected) => {
    expect(said(question, text)).toBe(expected);
  });

  test.each([
    ['Who said that the wall was sound?', 'Munro said that the wall was sound.'],
    ['What did Weir say?', 'Munro said that the wall was sound.'],
    ['What is the wall?', 'Munro said that the wall was sound.'],
    ['What did Munro say?', 'The wall was sound.'],
  ])('none: %s %s', (question, text) => {
    expect(said(question, text)).toBeNull();
  });
});
