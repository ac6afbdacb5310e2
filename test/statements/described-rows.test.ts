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
  ['Paul stopped. One of the drivers looked at the roof. “It is late,” he said.'],
  ['What becomes of it, Paul? One of the porters looked at the floor. “It is late,” he said.'],
  ['A guard waited by the wheel.\n\n“It is late,” he said.'],
])('a pronoun means nobody named where somebody else is described: %s', (text) => {
  expect(lastSpeakerOf(`${OPENING}\n\n${text}`)).toBe(null);
});
