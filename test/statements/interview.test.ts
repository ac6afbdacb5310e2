import { expect, test } from 'vitest';
import { storyOf } from '../stories.ts';

/** Who speaks each labelled paragraph: the name, or the label as it stands. */
function speakersOf(lines: readonly string[]): readonly string[] {
  const { statements, article } = storyOf(lines.join('\n\n'));
  return statements
    .filter(({ speech, nested }) => speech && !nested)
    .map(({ speaker: { name, words } }) => name ?? article.text.slice(words?.start, words?.end));
}

test.each([
  // whoever the introduction is about answers
  ['Żaneta Ode, who is 54, tunes organs.', ['Q', 'Żaneta Ode']],
  ['We spoke to Anna Ode, who runs the mill.', ['Q', 'Anna Ode']],
  ['Anna Ode runs the mill. She spoke to Peter Lane about flour.', ['Peter Lane', 'Anna Ode']],
  ['Anna Ode runs the mill. She was interviewed by Peter Lane.', ['Peter Lane', 'Anna Ode']],
  ['Our reporter Peter Lane met Anna Ode at the mill.', ['Peter Lane', 'Anna Ode']],
  // nobody is sure to
  ['Anna Ode and Peter Lane came to the mill to answer questions.', ['Q', 'A']],
  ['The mill opens again this week.', ['Q', 'A']],
])('%s', (introduction, speakers) => {
  const lines = ['Q: How much flour is left?', 'A: Two sacks and a half.'];
  expect(speakersOf([introduction, ...lines])).toEqual(speakers);
  for (const mark of ['.', ' –']) {
    const other = lines.map((line) => line.replace(/^(\w):/, `$1${mark}`));
    expect(speakersOf([introduction, ...other])).toEqual(speakers);
  }
});

const ABOUT = 'Anna van der Ode runs the mill. She met the writer Peter O’Lane.';

test.each([
  [
    'in bold',
    ['**O’Lane:** Is it old?', '**Ode**: Very old.', '**O’Lane:** How old?', '**Ode**: Ask it.'],
  ],
  [
    'in capitals, in full at first',
    [
      'PETER O’LANE: Is it old?',
      'ANNA VAN DER ODE: Very.',
      'O’LANE: How old?',
      'VAN DER ODE: Ask it.',
    ],
  ],
  [
    'with what they do while they speak',
    [
      'O’Lane: Is it old?',
      'Van der Ode (laughs): Very.',
      'O’Lane: How old?',
      'Van der Ode: Ask it.',
    ],
  ],
])('labels %s are people of the story', (_, lines) => {
  const [asks, answers] = ['Peter O’Lane', 'Anna van der Ode'];
  expect(speakersOf([ABOUT, ...lines])).toEqual([asks, answers, asks, answers]);
});

test.each<[string, readonly string[], readonly (string | null)[]]>([
  [
    'whole names, once each, are people who speak',
    ['Anna Crewe: We have one matter before us tonight.', 'Peter Lane: It costs too much.'],
    ['Anna Crewe', 'Peter Lane'],
  ],
  ['what is no sentence is a list', ['Anna Crewe: 41 points', 'Peter Lane: 38 points'], []],
])('of a text of which each paragraph has a label, %s', (_, lines, speakers) => {
  expect(speakersOf(lines)).toEqual(speakers);
});

test('an answer’s next paragraph is the same speaker’s, what is told between is not', () => {
  const lines = [
    'Lane: Is it old?',
    'Ode: Very.',
    'I like it old.',
    'A bell rang.',
    'Lane: Why?',
    'Ode: Why not?',
  ];
  expect(speakersOf(['Anna Ode met Peter Lane.', ...lines])).toEqual([
    'Peter Lane',
    'Anna Ode',
    'Anna Ode',
    'Peter Lane',
    'Anna Ode',
  ]);
});

test('what is told in an answer comes before the answer’s next paragraph', () => {
  const { statements, article } = storyOf(
    [
      'Anna Ode met Peter Lane.',
      'Lane: Is it old?',
      'Ode: Very. A man told me, “It will fall one day.”',
      'I like it old.',
      'Lane: Why?',
      'Ode: Why not?',
    ].join('\n\n'),
  );
  const words = statements.map(({ content: [one] }) => article.text.slice(one?.start, one?.end));
  expect(words.slice(2, 4)).toEqual(['It will fall one day.', 'I like it old.']);
});

test('numbers behind Q and A make no difference', () => {
  const lines = ['Q1: Is it old?', 'A1: Very.', 'Q2: How old?', 'A2: Ask it.'];
  const speakers = speakersOf(['Anna Ode interviewed Peter Lane.', ...lines]);
  expect(speakers).toEqual(['Anna Ode', 'Peter Lane', 'Anna Ode', 'Peter Lane']);
});

test.each([
  ['- Anna Ode, baker: “The flour floated.”', 'Anna Ode'],
  ['**Anna Ode (54):** “The flour floated.”', 'Anna Ode'],
  ['“The flour floated.” (Anna Ode, 54)', 'Anna Ode'],
  ['“The flour floated.” – a neighbour', 'a neighbour'],
  ['A message from the miller: “The flour floated.”', 'the miller'],
])('%s', (line, speaker) => {
  expect(speakersOf(['It rained in the valley for nine days.', line])).toEqual([speaker]);
});

test('questions in bold make an interview, without any label', () => {
  const { statements, article } = storyOf(
    [
      'Anna Ode, who is 54, bakes in Ives. The oven is older than she is.',
      '**What did the rain take?**',
      'The flour. All of it.',
      'I wept, and then I bought more.',
      '**And now?**',
      'Now I bake rye.',
      'The shop opens at six.',
    ].join('\n\n'),
  );
  const said = statements.map(({ content: [words], speaker }) => [
    speaker.name,
    article.text.slice(words?.start, words?.end),
  ]);
  expect(said).toEqual([
    [null, 'What did the rain take?'],
    ['Anna Ode', 'The flour. All of it.'],
    ['Anna Ode', 'I wept, and then I bought more.'],
    [null, 'And now?'],
    ['Anna Ode', 'Now I bake rye.'],
  ]);
});

test.each([
  ['Rosa van der Kolk', 'RK'],
  ['Rosa van der Kolk', 'R.K.'],
  ['Rosa van der Kolk', 'RVDK'],
  ['Rosa Kolk', 'RK'],
  ['Rosa Kolk', 'ROSA'],
  ['Rosa Kolk', 'Kolk'],
])('%s is whom the label %s stands for', (name, label) => {
  const lines = ['IO: Is it old?', `${label}: Very.`, 'IO: How old?', `${label}: Ask it.`];
  expect(speakersOf([`${name} runs the mill. Ilse Ode met her there.`, ...lines])).toEqual([
    'Ilse Ode',
    name,
    'Ilse Ode',
    name,
  ]);
});

test('initials that two share are nobody’s', () => {
  const lines = ['RK: Is it old?', 'IO: Very.', 'RK: How old?', 'IO: Ask it.'];
  expect(
    speakersOf(['Rosa Kolk and Rolf Kaye met Ilse Ode at the old mill in the valley.', ...lines]),
  ).toEqual(['RK', 'Ilse Ode', 'RK', 'Ilse Ode']);
});

test('who says one thing in an interview is not the one before', () => {
  const about =
    'We talked to the actor Anna Ode and her director, Peter Lane, about their new play.';
  const lines = [
    'AO: I learned it in the bath.',
    'PL: She did. I held the script.',
    'AO: And sang.',
  ];
  expect(speakersOf([about, ...lines])).toEqual(['Anna Ode', 'Peter Lane', 'Anna Ode']);
  const shouted = ['AO: I learned it in the bath.', 'Voice: I heard you.', 'AO: So did we all.'];
  expect(speakersOf([about, ...shouted])).toEqual(['Anna Ode', 'Voice', 'Anna Ode']);
});
