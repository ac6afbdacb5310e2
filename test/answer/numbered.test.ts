import { describe, expect, test, vi } from 'vitest';
import { belongsToAnother, tellsOfAnother } from '../../src/answer/numbered.ts';
import { readQuestion } from '../../src/answer/question.ts';
import { parseCommand } from '../../src/index.ts';
import { CONSOLE, makeBot, plainStory } from '../stories.ts';

vi.setConfig({ testTimeout: 120_000 }); // a busy machine takes its time

/** Stories of things that bear numbers, and questions about one of them: the answer, or null where there is none. */
const STORIES: Readonly<
  Record<string, readonly [text: string, ...(readonly [string, string | null])[]]>
> = {
  wards: [
    `The new wing of St Brannoc’s hospital opened on Monday with 214 beds on four floors.

Ward 3, on the ground floor, has 28 beds and is for patients with broken bones. Ward 5 has 36 beds. Ward 9, at the top, has 19 beds and is for children.

Nurses on ward 5 work shifts of ten hours, and those on ward 9 work shifts of eight hours.

A fault in the lift on Tuesday kept 11 patients of ward 3 waiting, said the matron, Ines Pollock.`,
    ['How many beds are there in ward 3?', '28'],
    ['How many beds does ward 9 have?', '19'],
    ['How many beds are there in ward 7?', null],
    ['How long are the shifts on ward 9?', 'eight hours'],
  ],
  routes: [
    `Rail chiefs published the figures for last winter’s delays on Thursday.

Route 12 lost 341 trains to snow between December and March, and Route 17 lost 96 trains. On Route 21, where a bridge gave way, 508 trains did not run.

“We were slow with the ploughs,” said the director, Owen Trask.

Passengers on Route 17 were paid £83,000 in compensation, and those on Route 12 were paid £412,000.`,
    ['How many trains did Route 17 lose?', '96'],
    ['How many trains were lost on Route 12?', '341'],
    ['How much compensation was paid to passengers on Route 17?', '£83,000'],
    ['How many trains did Route 15 lose?', null],
  ],
  screens: [
    `The Pelham film festival sold 9,420 tickets in ten days, a record.

Screen 1 took in 3,150 people. Screen 2 took in 2,480 people, and screen 4 was closed for two evenings by a burst pipe.

In 2024 the festival sold 7,700 tickets. In 2022, when half of it was online, it sold 4,015 tickets.

Its jury saw 61 films, of which 14 were made by students.`,
    ['How many tickets did the festival sell in 2022?', '4,015'],
    ['How many tickets were sold in 2024?', '7,700'],
    ['How many tickets were sold in 2023?', null],
    ['How many people did screen 2 take in?', '2,480'],
  ],
  boreholes: [
    `Drilling for hot water under Castle Moor has reached 2,860 metres in borehole 2, the company said on Friday.

Borehole 1 was given up at 940 metres, when the bit broke, and borehole 6 stands at 1,375 metres.

The water in borehole 2 has 84 degrees, and the water in borehole 6 has 51 degrees.

The company has drilled for 300 days and has spent £17m. Each borehole has a crew of nine.`,
    ['How deep is borehole 6?', '1,375 metres'],
    ['How hot is the water in borehole 2?', '84 degrees'],
    ['At what depth was borehole 1 given up?', '940 metres'],
    ['How deep is borehole 4?', null],
  ],
  storm: [
    `Storm Petra cut power to 18,400 homes in Ardley on Sunday night, and 2,310 homes in Benning were still without it on Monday.

Engine 4 was called to nine fires and Engine 9 to two. Flight 212 to Oslo was cancelled, and flight 480 to Cork left four hours late, said Ann Ode, who runs the airport.

Room 12 of the school took in 61 people and room 15 took in 27. Pump three failed at 2 a.m.

Phase 2 of the sea wall will cost £14m.`,
    ['How many people did room 14 take in?', null],
    ['How many people did room number 14 take in?', null],
    ['How many people did room fourteen take in?', null],
    ['When did pump 5 fail?', null],
    ['When did pump 3 fail?', '2 a.m.'],
    ['What will phase 3 of the sea wall cost?', null],
    ['What will phase 2 of the sea wall cost?', '£14m'],
    ['Was flight 311 cancelled?', null],
    ['How many fires was Engine 7 called to?', null],
  ],
};

const HALLS = `The election office has counted 1764 boxes in hall 7 since Sunday, said its head, Ann Ode.

Counting went faster elsewhere: 5427 boxes were counted in hall 8, where 90 people worked at night.`;

test.each([
  ['How many boxes were counted in hall 7?', '1764'],
  ['How many boxes were counted in hall 8?', '5427'],
  ['How many boxes were counted in hall 4?', null],
])('of halls: %s → %s', async (asked, answer) => {
  const { bot } = makeBot([plainStory(HALLS)]);
  const reply = await bot(parseCommand(asked, CONSOLE));
  expect(reply.found ? reply.answer : null).toBe(answer);
});

describe.each(Object.entries(STORIES))('of %s', (id, [text, ...rows]) => {
  const story = plainStory(text, id);
  test.each(rows)('%s → %s', async (asked, answer) => {
    const { bot } = makeBot([story]);
    const reply = await bot(parseCommand(asked, CONSOLE));
    if (answer === null) expect(reply.found).toBe(false);
    else {
      expect(reply.found).toBe(true);
      const figure = /[\d,]*\d/.exec(answer)?.[0] ?? answer;
      expect(reply.answer ?? reply.passages[0]?.words).toContain(figure);
    }
  });
});

const ROOMS =
  'The school opened at noon. Room 12 of the school took in 61 people and room 15 took in 27. It closed at dawn.';
const BOXES =
  'Counting began at noon. They counted 61 boxes in hall 12 and 27 in hall 15. It ended at dawn.';

test.each([
  [ROOMS, 'How many people were in room 15?', '27'],
  [ROOMS, 'How many people were in room 12?', '61'],
  [BOXES, 'How many boxes were counted in hall 12?', '61'],
  [BOXES, 'How many boxes were counted in hall 15?', '27'],
])(
  'of two in one sentence, the words of the other are no sure answer: %s %s',
  async (text, asked, answer) => {
    const { bot } = makeBot([plainStory(text)]);
    const reply = await bot(parseCommand(asked, CONSOLE));
    expect(reply.found).toBe(true);
    expect([reply.answer, reply.grade === 'sure' && reply.answer !== answer]).toEqual([
      expect.anything(),
      false,
    ]);
  },
);

test.each([
  ['How many people were in room 15?', '61', true],
  ['How many people were in room 15?', '27', false],
  ['How many people were in room 12?', '61', false],
  ['How many people were in room 12?', '27', true],
  ['How many people were in room 14?', '61', false],
  ['How many people were there?', '61', false],
])('%s: “%s” is of another one: %s', (asked, words, isOther) => {
  const story = plainStory(ROOMS);
  const start = ROOMS.indexOf(words);
  const sentence = story.sentences.find((one) => one.end > start);
  if (sentence === undefined) throw new Error('there is no such sentence');
  const span = { start, end: start + words.length };
  expect(belongsToAnother(readQuestion(asked), sentence, span)).toBe(isOther);
});

test('a sentence about another one ranks behind', () => {
  const story = plainStory(HALLS);
  const question = readQuestion('How many boxes were counted in hall 7?');
  expect(story.sentences.map((one) => tellsOfAnother(question, story, one))).toEqual([false, true]);
});
