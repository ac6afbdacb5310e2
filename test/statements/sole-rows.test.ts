import { expect, test } from 'vitest';
import { storyOf } from '../stories.ts';

/** The name of whoever makes the last statement of a text. */
function lastSpeakerOf(text: string): string | null {
  const said = storyOf(text).statements.filter(({ speech }) => speech);
  return said.at(-1)?.speaker.name ?? null;
}

const OPENING =
  'Helen Marsh and David Crane run the mill. Paul Orme keeps its books. Julia Tait cleans it.\n\nThe mill is old. It was built in 1820.';

test.each([
  [
    'In spring the wheel broke. He has not, it turns out, said so to Julia.\n\n“He hopes it mends itself,” she says.',
    'Julia Tait',
  ],
  ['“She drew it,” Paul says. “It was late.”\n\nWas it straight? “Nearly,” he says.', 'Paul Orme'],
  ['Nobody has asked David.\n\n“I would have said no,” he says.', 'David Crane'],
  ['The wheel was named after Helen.\n\n“It squeaks,” she said.', 'Helen Marsh'],
  ['“It squeaks,” Helen said.\n\nAnd the roof? “It leaks,” she said.', 'Helen Marsh'],
])('a pronoun means the only one near whom it can mean: %s', (text, name) => {
  expect(lastSpeakerOf(`${OPENING}\n\n${text}`)).toBe(name);
});

test.each([
  ['Paul stopped. One of the drivers looked at the roof. “It is late,” he said.'],
  ['What becomes of it, Paul? One of the porters looked at the floor. “It is late,” he said.'],
  ['A guard waited by the wheel.\n\n“It is late,” he said.'],
])('and nobody named where somebody else is described: %s', (text) => {
  expect(lastSpeakerOf(`${OPENING}\n\n${text}`)).toBe(null);
});
