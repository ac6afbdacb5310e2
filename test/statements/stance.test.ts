import { expect, test } from 'vitest';
import { cite } from '../../src/story/citation.ts';
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
  ['Anna Ode denied that she had ever told staff “it is full”.', 'denies', 'it is full'],
  ['Anna Ode denies ever having said “the pool is full”.', 'denies', 'the pool is full'],
  ['Anna Ode denied having claimed that the pool was full.', 'denies', 'that the pool was full'],
  ['Anna Ode has denied describing it as “a puddle”.', 'denies', 'it as “a puddle”'],
  ['Anna Ode denied theft and two counts of arson.', 'denies', 'theft and two counts of arson'],
  ['Anna Ode denied any role in the sale.', 'denies', 'any role in the sale'],
  ['Anna Ode denied having said so.', 'denies', 'having said so'],
  ['Anna Ode rejected claims that the pool had been sold.', 'denies', 'the pool had been sold'],
  ['Anna Ode never said that the pool was full.', 'denies', 'that the pool was full'],
  ['Anna Ode did not call the pool “a puddle”.', 'denies', 'the pool “a puddle”'],
  ['Anna Ode declined to say whether the pool was full.', 'refuses', 'whether the pool was full'],
  ['Anna Ode would not tell reporters who had sold it.', 'refuses', 'who had sold it'],
  ['Anna Ode did not explain why the pool was empty.', 'refuses', 'why the pool was empty'],
  ['Anna Ode has not said how much it would cost.', 'refuses', 'how much it would cost'],
  ['Anna Ode was unable to say when it would open.', 'refuses', 'when it would open'],
  ['Anna Ode refused three times to confirm that it was sold.', 'refuses', 'that it was sold'],
  ['Anna Ode wouldn’t disclose which firm had bought it.', 'refuses', 'which firm had bought it'],
  ['Anna Ode asked the clerk why the pool was empty.', 'asks', 'why the pool was empty'],
  ['Anna Ode questioned whether it had ever been full.', 'asks', 'whether it had ever been full'],
  ['Anna Ode is due to tell the council on Friday that it is full.', 'expected', 'that it is full'],
  ['Anna Ode will argue that the pool was full.', 'expected', 'that the pool was full'],
  ['Anna Ode was told to say that the pool was full.', 'expected', 'that the pool was full'],
  ['Anna Ode is expected to announce a new pool.', 'expected', 'a new pool'],
  ['Anna Ode will say: “The pool is full.”', 'expected', 'The pool is full.'],
  ['If asked, Anna Ode would say that it was full.', 'conditional', 'that it was full'],
  ['Anna Ode might argue that the pool was full.', 'conditional', 'that the pool was full'],
  ['Anna Ode is accused of telling staff that it was full.', 'accused-of', 'that it was full'],
  ['Anna Ode stands accused of having called it “a puddle”.', 'accused-of', 'it “a puddle”'],
  ['Anna Ode is alleged to have told staff that it was full.', 'accused-of', 'that it was full'],
  ['Anna Ode said the pool was not full.', 'says', 'the pool was not full'],
  ['Anna Ode told staff not to open the pool.', 'says', 'not to open the pool'],
  ['Anna Ode said she would stay if it was full.', 'says', 'she would stay if it was full'],
  ['“Is the pool full?” Anna Ode asked.', 'asks', 'Is the pool full?'],
  ['Anna Ode asked: “Who filled the pool?”', 'asks', 'Who filled the pool?'],
  ['“Is the pool full?” Anna Ode said.', 'says', 'Is the pool full?'],
  ['“Ask the pool,” Anna Ode said.', 'says', 'Ask the pool,'],
  ['Anna Ode accused Ben Lee of “selling it off”.', 'says', 'Ben Lee of “selling it off”'],
  ['Anna Ode dismissed the pool as “a puddle”.', 'says', 'the pool as “a puddle”'],
  ['Anna Ode branded the pool “a puddle”.', 'says', 'the pool “a puddle”'],
  ['Anna Ode labelled it ‘a puddle with tiles’.', 'says', 'it ‘a puddle with tiles’'],
])('what the sentence does with the words: %s', (text, stance, content) =>
  expect(said(text)).toEqual([['Anna Ode', stance, content]]),
);

test.each([
  ['Anna Ode was asked twice whether it was full.', '…', 'asks', 'whether it was full'],
  ['Anna Ode was asked by Ben Lee if it was full.', 'Ben Lee', 'asks', 'if it was full'],
  ['Asked by letter how full it was, Anna Ode laughed.', '…', 'asks', 'how full it was'],
  [
    'The pool had been empty for years, the inquest was told.',
    '…',
    'says',
    'The pool had been empty for years',
  ],
  [
    'A survey of swimmers found that it was full.',
    'A survey of swimmers',
    'says',
    'that it was full',
  ],
  ['New research shows that it was full.', 'New research', 'says', 'that it was full'],
  [
    'Since the spring, the board reports, the pool has lost a third of its water.',
    'the board',
    'says',
    'Since the spring […] the pool has lost a third of its water',
  ],
  [
    'If the tests are right, say the keepers, the pool was never full.',
    'the keepers',
    'says',
    'If the tests are right […] the pool was never full',
  ],
])('who is told to say or ask it: %s', (text, ...one) => expect(said(text)).toEqual([one]));

test.each([
  ['Anna Ode was denied entry to the pool.'],
  ['The club denied the swimmers access to the pool.'],
  ['The judge denied a motion to close the pool.'],
  ['Anna Ode declined to comment.'],
  ['Anna Ode did not respond to a request for comment.'],
  ['Anna Ode said nothing.'],
  ['The firm will ask for more time.'],
  ['Two fire crews responded to the blaze.'],
  ['Police were responding to the scene.'],
  ['The club rejected the bid.'],
  ['The judge dismissed the suit.'],
  ['The crash was reported to the coast guard.'],
  ['Fires were reported across the valley.'],
  ['The break-in was reported to the police.'],
  ['The delay was blamed by the club on the weather.'],
  ['Anna Ode added a second goal.'],
  ['Anna Ode posted a picture of the pool.'],
  ['Anna Ode was often called “the last of the bathers”.'],
  ['Anna Ode is accused of stealing a boat.'],
])('nobody says anything in: %s', (text) => expect(said(text)).toEqual([]));

test.each([
  [
    '“I never said ‘the pool is full’,” Anna Ode told reporters.',
    ['Anna Ode', 'says', 'I never said ‘the pool is full’,'],
    ['Anna Ode', 'denies', 'the pool is full'],
  ],
  [
    'Ben Lee smiled. “It is full,” he said.\nInstead, he went on: “I would not swim in it.”',
    ['Ben Lee', 'says', 'It is full,'],
    ['Ben Lee', 'says', 'I would not swim in it.'],
  ],
  [
    'Asked whether it was full, Anna Ode said it was “full enough”.',
    ['…', 'asks', 'whether it was full'],
    ['Anna Ode', 'says', 'it was “full enough”'],
  ],
  [
    'When asked if it was full, Anna Ode replied: “No.”',
    ['…', 'asks', 'if it was full'],
    ['Anna Ode', 'says', 'No.'],
  ],
  [
    'Ben Lee will tell the council that it is full, his office said.',
    ['his office', 'says', 'Ben Lee will tell the council that it is full'],
    ['Ben Lee', 'expected', 'that it is full'],
  ],
  [
    'Anna Ode, his lawyer, said Ben Lee denied that it was full.',
    ['Anna Ode', 'says', 'Ben Lee denied that it was full'],
    ['Ben Lee', 'denies', 'that it was full'],
  ],
  [
    'Ben Lee denied that he had drained the pool, as claimed by the Vale Echo.',
    ['Ben Lee', 'denies', 'that he had drained the pool'],
    ['Vale Echo', 'says', 'he had drained the pool'],
  ],
  [
    'A woman who said she was his aunt refused to say whether he was asleep.',
    ['A woman', 'says', 'she was his aunt'],
    ['A woman', 'refuses', 'whether he was asleep'],
  ],
])('two in one sentence: %s', (text, ...both) =>
  expect(said(text).toSorted()).toEqual(both.toSorted()),
);

test('a sentence that is asked and answered is shown with whoever answers', () => {
  const story = storyOf(
    'Asked whether it would be shut for long, Ann Ode said: “No.”\n\nIt rained.\n',
  );
  const [sentence] = story.sentences;
  expect(sentence && cite(story, sentence).speaker?.name).toBe('Ann Ode');
});
