import { expect, test } from 'vitest';
import { storyOf } from '../stories.ts';

/** Who says what in a text, and what the sentence does with it; `…` where nobody is told. */
function said(text: string): readonly (readonly string[])[] {
  const { article, statements } = storyOf(`${text}\n\nIt rained all day in the valley.\n`);
  return statements
    .filter(({ speech }) => speech)
    .map(({ content, speaker, stance }) => {
      const words = speaker.words && article.text.slice(speaker.words.start, speaker.words.end);
      const all = content.map(({ start, end }) => article.text.slice(start, end)).join(' […] ');
      return [speaker.name ?? words ?? '…', stance, all];
    });
}

test.each([
  // denied
  [
    'Anna Ode denied that she had ever told staff “the pool is full”.',
    'Anna Ode',
    'denies',
    'the pool is full',
  ],
  [
    'Anna Ode denies ever having said “the pool is full”.',
    'Anna Ode',
    'denies',
    'the pool is full',
  ],
  [
    'Anna Ode denied having claimed that the pool was full.',
    'Anna Ode',
    'denies',
    'that the pool was full',
  ],
  [
    'Anna Ode has denied describing the pool as “a puddle”.',
    'Anna Ode',
    'denies',
    'the pool as “a puddle”',
  ],
  [
    'Anna Ode denied theft and two counts of arson.',
    'Anna Ode',
    'denies',
    'theft and two counts of arson',
  ],
  [
    'Anna Ode denied any role in the sale of the pool.',
    'Anna Ode',
    'denies',
    'any role in the sale of the pool',
  ],
  [
    'Anna Ode denied that Ben Lee had told her the pool was full.',
    'Anna Ode',
    'denies',
    'that Ben Lee had told her the pool was full',
  ],
  ['Anna Ode denied having said so.', 'Anna Ode', 'denies', 'having said so'],
  [
    'Anna Ode rejected claims that the pool had been sold.',
    'Anna Ode',
    'denies',
    'the pool had been sold',
  ],
  ['Anna Ode never said that the pool was full.', 'Anna Ode', 'denies', 'that the pool was full'],
  ['Anna Ode did not call the pool “a puddle”.', 'Anna Ode', 'denies', 'the pool “a puddle”'],
  // not said
  [
    'Anna Ode declined to say whether the pool was full.',
    'Anna Ode',
    'refuses',
    'whether the pool was full',
  ],
  [
    'Anna Ode would not tell reporters who had sold the pool.',
    'Anna Ode',
    'refuses',
    'who had sold the pool',
  ],
  [
    'Anna Ode did not explain why the pool was empty.',
    'Anna Ode',
    'refuses',
    'why the pool was empty',
  ],
  [
    'Anna Ode has not said how much the pool would cost.',
    'Anna Ode',
    'refuses',
    'how much the pool would cost',
  ],
  [
    'Anna Ode was unable to say when the pool would open.',
    'Anna Ode',
    'refuses',
    'when the pool would open',
  ],
  [
    'Anna Ode refused three times to confirm that the pool had been sold.',
    'Anna Ode',
    'refuses',
    'that the pool had been sold',
  ],
  [
    'Anna Ode wouldn’t disclose which firm had bought the pool.',
    'Anna Ode',
    'refuses',
    'which firm had bought the pool',
  ],
  // asked
  ['Anna Ode was asked twice whether the pool was full.', '…', 'asks', 'whether the pool was full'],
  [
    'Anna Ode was asked by Ben Lee if the pool was full.',
    'Ben Lee',
    'asks',
    'if the pool was full',
  ],
  [
    'Anna Ode asked the clerk why the pool was empty.',
    'Anna Ode',
    'asks',
    'why the pool was empty',
  ],
  [
    'Anna Ode questioned whether the pool had ever been full.',
    'Anna Ode',
    'asks',
    'whether the pool had ever been full',
  ],
  // ahead
  [
    'Anna Ode is due to tell the council on Friday that the pool is full.',
    'Anna Ode',
    'expected',
    'that the pool is full',
  ],
  ['Anna Ode will argue that the pool was full.', 'Anna Ode', 'expected', 'that the pool was full'],
  [
    'Anna Ode was told to say that the pool was full.',
    'Anna Ode',
    'expected',
    'that the pool was full',
  ],
  ['Anna Ode is expected to announce a new pool.', 'Anna Ode', 'expected', 'a new pool'],
  ['Anna Ode will say: “The pool is full.”', 'Anna Ode', 'expected', 'The pool is full.'],
  // on a condition
  [
    'If asked, Anna Ode would say that the pool was full.',
    'Anna Ode',
    'conditional',
    'that the pool was full',
  ],
  [
    'Anna Ode might argue that the pool was full.',
    'Anna Ode',
    'conditional',
    'that the pool was full',
  ],
  [
    'If the court asked, Anna Ode said, she would tell it that the pool was full.',
    'Anna Ode',
    'conditional',
    'If the court asked […] she would tell it that the pool was full',
  ],
  // accused
  [
    'Anna Ode is accused of telling staff that the pool was full.',
    'Anna Ode',
    'accused-of',
    'that the pool was full',
  ],
  [
    'Anna Ode stands accused of having called the pool “a puddle”.',
    'Anna Ode',
    'accused-of',
    'the pool “a puddle”',
  ],
  [
    'Anna Ode is alleged to have told staff that the pool was full.',
    'Anna Ode',
    'accused-of',
    'that the pool was full',
  ],
  // plainly said
  ['Anna Ode said the pool was not full.', 'Anna Ode', 'says', 'the pool was not full'],
  ['Anna Ode told staff not to open the pool.', 'Anna Ode', 'says', 'staff not to open the pool'],
  [
    'Anna Ode said she would not swim if the pool was full.',
    'Anna Ode',
    'says',
    'she would not swim if the pool was full',
  ],
  ['“Is the pool full?” Anna Ode asked.', 'Anna Ode', 'says', 'Is the pool full?'],
  [
    'Anna Ode accused Ben Lee of “selling the pool”.',
    'Anna Ode',
    'says',
    'Ben Lee of “selling the pool”',
  ],
  ['Anna Ode dismissed the pool as “a puddle”.', 'Anna Ode', 'says', 'the pool as “a puddle”'],
  ['Anna Ode branded the pool “a puddle”.', 'Anna Ode', 'says', 'the pool “a puddle”'],
  [
    'Anna Ode labelled the new pool ‘a puddle with tiles’.',
    'Anna Ode',
    'says',
    'the new pool ‘a puddle with tiles’',
  ],
  [
    'A survey of swimmers found that the pool was full.',
    'A survey of swimmers',
    'says',
    'that the pool was full',
  ],
  [
    'Figures from the council show that the pool was full.',
    'Figures from the council',
    'says',
    'that the pool was full',
  ],
])('%s', (text, speaker, stance, content) =>
  expect(said(text)).toEqual([[speaker, stance, content]]),
);

test.each([
  ['Anna Ode was denied entry to the pool.'],
  ['The club denied the swimmers access to the pool.'],
  ['The judge denied a motion to close the pool.'],
  ['Anna Ode declined to comment.'],
  ['Anna Ode did not respond to a request for comment.'],
  ['The firm will ask for more time.'],
  ['Two fire crews responded to the blaze.'],
  ['Police were responding to the scene.'],
  ['The club rejected the bid.'],
  ['The judge dismissed the suit.'],
  ['The crash was reported to the coast guard.'],
  ['Fires were reported across the valley.'],
  ['The delay was blamed by the club on the weather.'],
  ['Anna Ode added a second goal.'],
  ['Anna Ode posted a picture of the pool.'],
  ['Anna Ode was often called “the last of the bathers”.'],
  ['Anna Ode is accused of stealing a boat.'],
])('nobody says anything in: %s', (text) => expect(said(text)).toEqual([]));

test('what someone says of their own words as denied is not theirs', () => {
  expect(said('“I never said ‘the pool is full’,” Anna Ode told reporters.')).toEqual([
    ['Anna Ode', 'says', 'I never said ‘the pool is full’,'],
    ['Anna Ode', 'denies', 'the pool is full'],
  ]);
});

test.each([
  [
    'Asked whether the pool was full, Anna Ode said it was “full enough”.',
    ['…', 'asks', 'whether the pool was full'],
    ['Anna Ode', 'says', 'it was “full enough”'],
  ],
  [
    'When asked if the pool was full, Anna Ode replied: “No.”',
    ['…', 'asks', 'if the pool was full'],
    ['Anna Ode', 'says', 'No.'],
  ],
  [
    'Asked by Ben Lee whether the pool was full, Anna Ode replied: “No.”',
    ['Ben Lee', 'asks', 'whether the pool was full'],
    ['Anna Ode', 'says', 'No.'],
  ],
  [
    'Ben Lee will tell the council that the pool is full, his office said.',
    ['his office', 'says', 'Ben Lee will tell the council that the pool is full'],
    ['Ben Lee', 'expected', 'that the pool is full'],
  ],
  [
    'Anna Ode, his lawyer, said Ben Lee denied that the pool was full.',
    ['Anna Ode', 'says', 'Ben Lee denied that the pool was full'],
    ['Ben Lee', 'denies', 'that the pool was full'],
  ],
])('%s', (text, first, second) => expect(said(text)).toEqual([first, second]));

test('an answer on someone’s behalf opens with what is told of them', () => {
  expect(said('A woman who said she was his aunt refused to say whether he was ill.')).toEqual([
    ['A woman', 'says', 'she was his aunt'],
    ['A woman', 'refuses', 'whether he was ill'],
  ]);
});
