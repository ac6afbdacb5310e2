import { describe, expect, test } from 'vitest';
import { storyOf } from '../stories.ts';

/** The last statement that is told by no other: its speaker, by what, what was said. */
function lastSaid(lines: readonly string[]) {
  const { statements, article } = storyOf(lines.join('\n\n'));
  const last = statements.filter(({ speech, nested }) => speech && !nested).at(-1);
  if (last === undefined) return null;
  const { speaker, content, rule } = last;
  const words = speaker.words && article.text.slice(speaker.words.start, speaker.words.end);
  const said = content.map((span) => article.text.slice(span.start, span.end)).join(' […] ');
  return { who: speaker.name ?? words, basis: speaker.basis, said, rule };
}

const OPENING = 'The Ives mill is to close in May. Its director, Vera Lund, came to the gate.';

describe('what no clause gives to anyone', () => {
  test.each([
    // somebody only does something beside it
    [['Vera Lund nodded. “Ask my brother first.”'], 'Vera Lund', 'Ask my brother first.'],
    [[OPENING, 'She was in no hurry. “Soon. Not now.”'], 'Vera Lund', 'Soon. Not now.'],
    [[OPENING, '“Nobody told us a thing.” Lund laughed.'], 'Vera Lund', 'Nobody told us a thing.'],
    [
      [OPENING, 'Was she sad? Lund looked at the wheel. “It never stopped.”'],
      'Vera Lund',
      'It never stopped.',
    ],
    // a paragraph that is only a quotation
    [
      ['“It is late,” Vera Lund said at the gate.', '“We shall all go home.”'],
      'Vera Lund',
      'We shall all go home.',
    ],
    // whoever is asked answers
    [
      [
        OPENING,
        '“It is late,” Lund said.',
        '“Will you sell the wheel?” asked Tom Reed, a neighbour.',
        '“Not to you. Not in May.”',
      ],
      'Vera Lund',
      'Not to you. Not in May.',
    ],
    [
      ['Vera Lund, the director, was asked whether the mill would sell.', '“Ask the wheel.”'],
      'Vera Lund',
      'Ask the wheel.',
    ],
    // announced with a colon
    [
      [OPENING, 'Lund left three lines on the door:', '“We shall be back. Wait for us.”'],
      'Vera Lund',
      'We shall be back. Wait for us.',
    ],
    [
      [OPENING, 'The mill answered in one line: “We have nothing to add.”'],
      'The mill',
      'We have nothing to add.',
    ],
    // left open at a paragraph's end
    [
      [
        OPENING,
        'Lund was less calm. "They came at night and took the wheel.',
        '"And nobody stopped them."',
      ],
      'Vera Lund',
      'They came at night and took the wheel. […] And nobody stopped them.',
    ],
  ])('%j', (lines, who, said) => expect(lastSaid(lines)).toMatchObject({ who, said }));
});

test('says where the speaker is carried on from', () => {
  const lines = [OPENING, 'It rained.', 'She was in no hurry. “Soon. Not now.”', '“Or never.”'];
  expect(lastSaid(lines)).toMatchObject({ basis: 'carried', rule: 'carried on from ¶ 3' });
});

test.each([
  [['It rained on the mill.', '“We waited for the whole night.”']],
  [['Vera Lund met Tom Osk at the mill.', '“We waited for the whole night.”']],
  [['Paint ran down the gate. “Give us back our wheel.”']],
])('does not guess: %j', (lines) =>
  expect(lastSaid(lines)).toMatchObject({ who: null, basis: 'none' }),
);

test.each([
  ['The play “Come Back, All of You, and Sing” was put off.'],
  ['The “old fox” of the mill left by the back door.'],
  ['Her book, “How the Wheel Was Won”, is out.'],
  ['A list of “things to mend” hung on the door.'],
])('a title, a nickname, words set off are said by nobody: %s', (line) =>
  expect(lastSaid([OPENING, line])).toBeNull(),
);

test('a new entry of a live blog carries nobody on', () => {
  const lines = [
    '15:10',
    'Vera Lund has come to the gate. “Go home,” she said.',
    '14:40',
    '“We waited for the whole night.”',
    '14:05',
    'It rains.',
  ];
  expect(lastSaid(lines)).toMatchObject({ who: null, basis: 'none' });
});
