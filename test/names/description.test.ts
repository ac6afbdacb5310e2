import { expect, test } from 'vitest';
import { storyOf } from '../stories.ts';

/** Who makes the last statement of a text, by name or in its words. */
function lastSpeaker(text: string): string | null {
  const { statements, article } = storyOf(text);
  const speaker = statements.filter(({ speech }) => speech).at(-1)?.speaker;
  const words = speaker?.words ?? null;
  return speaker?.name ?? (words && article.text.slice(words.start, words.end));
}

test.each([
  // an organisation by its kind, or by what the story calls it
  ['Ostra Airways is sorry. It rained.\n“We tried,” the airline said.', 'Ostra Airways'],
  ['The insurer Pellmark paid. It rained.\n“We paid in full,” the insurer said.', 'Pellmark'],
  [
    'The Water Authority came. So did Vera Lund.\nThe regulator said it was clean.',
    'Water Authority',
  ],
  ['The drivers’ union, Voltis, is angry. It rained.\nThe union said it would strike.', 'Voltis'],
  // a person by age, nationality, kinship, order, rank
  ['Vera Lund, 71, and Tom Osk, 35, came.\n“It is cold,” the 71-year-old said.', 'Vera Lund'],
  ['Vera Lund, a Danish baker, met Ann Ode.\n“It is cold,” the Dane said.', 'Vera Lund'],
  ['Vera Lund, a baker, was unhurt.\n“It is cold,” the Pole said.', 'Vera Lund'],
  ['Tom Osk came last. “It is cold,” the Finn said.', 'Tom Osk'],
  ['Tom Osk came last. “It is cold,” the Croat said.', 'Tom Osk'],
  ['The Finns have a word for it.\n“It is cold,” said Finn.', 'Finn'],
  ['Ben Lund, 50, and Tom Lund, 41, came.\n“It is cold,” the younger Mr Lund said.', 'Tom Lund'],
  [
    'Deputy Mayor Ann Ode came late to meet Mayor Vera Lund at the old gate.\n“It is cold,” the mayor said.',
    'Vera Lund',
  ],
  ['Tom Osk died in May. His widow, Vera Lund, came.\n“It is cold,” his widow said.', 'Vera Lund'],
  // someone spoken of, by another word
  ['Vera Lund wrote nine novels. She came late.\n“I was asleep,” the author said.', 'Vera Lund'],
  ['Vera Lund, the founder of Open Gates, came.\n“It is cold,” the activist said.', 'Vera Lund'],
  ['A baker has won a million.\n\nVera Lund, 71, of Ives, kept it quiet. It rained.', null],
  [
    'A tribunal has said that a baker was right.\n\nVera Lund, 71, of Ives, was glad.',
    'A tribunal',
  ],
  // two may be meant, or another
  ['Ben Lund, 50, met Vera Lund, 50.\n“It is cold,” the 50-year-old said.', 'the 50-year-old'],
  ['Vera Lund fell. “It is broken,” the doctor said.', 'the doctor'],
  ['Vera Lund, a goalkeeper, fell. “It is broken,” the manager said.', 'the manager'],
  [
    'Ostra Airways and Pell Airways met.\n\nIt rained.\n\n“We tried,” the airline said.',
    'the airline',
  ],
])('who speaks in %s', (text, speaker) =>
  expect(lastSpeaker(`${text}\n\nIt rained all day in the valley.`)).toBe(speaker),
);

test.each([
  // the outlet does not speak, nor who is not there any more
  [
    'The play was dropped. Its director, Vera Lund, was ill.\nIn an interview with the Ives Herald, the director said that it was cold.',
    'Vera Lund',
  ],
  ['“It is cold,” the Ives Herald quoted Vera Lund as saying.', 'Vera Lund'],
  // `it` and `they`
  ['The Ives Museum is shut. In a note it said that it was cold.', 'Ives Museum'],
  ['The company is sorry. It said that the wheel was lost.', 'The company'],
  // a letter is its writer's
  ['In a letter, Vera Lund said that it was cold. “Come soon,” the letter said.', 'Vera Lund'],
  // whoever adds spoke last
  ['Vera Lund met Ann Ode. “It is cold,” Ode said. “It is late,” she added.', 'Ann Ode'],
  // of two who share a name, the one whom the story has named so far
  ['Vera Lund came. “It is cold,” Lund said. It rained.\nTom Lund was ill.', 'Vera Lund'],
  // a relative pronoun before a noun is none of its words
  ['Tom Osk, whom aides described as “too tired to talk to anyone”, left.', 'aides'],
])('who is meant in %s', (text, speaker) => expect(lastSpeaker(text)).toBe(speaker));

test('inner speech has its inner speaker, through the outer one', () => {
  const { statements, article } = storyOf(
    'Tom Osk came late. “He told us, ‘Wait here until I come’, and never did,” Vera Lund recalled.',
  );
  const inner = statements.find(({ nested }) => nested);
  const words = inner?.content.map(({ start, end }) => article.text.slice(start, end));
  expect(words).toEqual(['Wait here until I come']);
  expect(inner?.speaker).toMatchObject({ name: 'Tom Osk', via: ['Vera Lund'] });
});
