import { expect, test } from 'vitest';
import { storyOf } from '../stories.ts';

/** The names of those who make the statements of a text, in order. */
function speakersOf(text: string): readonly (string | null)[] {
  return storyOf(text)
    .statements.filter(({ speech }) => speech)
    .map(({ speaker }) => speaker.name);
}

test.each([
  [
    'The Managing Director of Orrin Mills Ltd, Chief Ladi Okeke, came in late. “I am no magician,” the MD said.',
    'Ladi Okeke',
  ],
  ['Prime Minister Ann Ode opened the bridge. “It is long,” the PM said.', 'Ann Ode'],
  [
    'The Vice Chancellor, Prof. Tunde Bello, spoke to students. “It is long,” the VC said.',
    'Tunde Bello',
  ],
  [
    'Ife Bello, the chief executive of Orrin Mills, arrived first. Tom Lane left. “It is long,” the CEO said.',
    'Ife Bello',
  ],
  ['Chief Minister Arvind Rao opened the bridge. “It is long,” the CM said.', 'Arvind Rao'],
  [
    'Chief Financial Officer Dana Holt arrived. Tom Lane left. “It is long,” the CFO said.',
    'Dana Holt',
  ],
  ['The Director General, Asha Pai, opened the bridge. “It is long,” the DG said.', 'Asha Pai'],
  [
    'The General Manager, Bo Lindqvist, opened the bridge. “It is long,” the GM said.',
    'Bo Lindqvist',
  ],
])('an office by its first letters: %s', (text, name) => {
  expect(speakersOf(text)).toEqual([name]);
});

test.each([
  // an office in small letters, some of its words verbs by their looks
  ['District returning officer Parvati Odekar said the machine was found.', 'Parvati Odekar'],
  ['Chief operating officer Vireo Pell said it was over.', 'Vireo Pell'],
  ['Former deputy works minister Datuk Seri Zulkarn Hashim today denied it.', 'Zulkarn Hashim'],
  ['Former trade minister Tan Sri Vireo Orban said it was over.', 'Vireo Orban'],
  ['The opponent, Kelm lock Tevita Orban, said it was over.', 'Tevita Orban'],
  ['Counsel assisting, Mr Oduvar, asked whether he had seen the forecast.', 'Oduvar'],
  // with its field
  ['Member of Parliament Delroy Kell-Orban said it was late.', 'Delroy Kell-Orban'],
  ['Leader of the Opposition V. Thirumal Devi said it was late.', 'V. Thirumal Devi'],
  ['Bishop of Kelm Tom Orban said it was late.', 'Tom Orban'],
  ['The Police and Crime Commissioner for Kelm, Ann Orban, said it was late.', 'Ann Orban'],
  // and a comma
  ['The Dean, the Very Rev Harriet Orban, said it was late.', 'Harriet Orban'],
  ['The District Chief Executive, Kwabena Adu-Orban, said it was late.', 'Kwabena Adu-Orban'],
  ['The Registrar of Births, Ann Orban, said it was late.', 'Ann Orban'],
  ['Her sister and former business partner, Beatrix Orban, said it was late.', 'Beatrix Orban'],
])('an office before a name: %s', (text, name) => {
  expect(speakersOf(text)).toEqual([name]);
});

test('letters that fit no office, or two, are nobody', () => {
  const two = 'Prime Minister Ann Ode met Prime Minister Tom Lane. “It is long,” the PM said.';
  expect(speakersOf(two)).toEqual([null]);
  expect(speakersOf('Ann Ode opened the bridge. “It is long,” the CEO said.')).toEqual([null]);
});

test.each([
  ['The manager of Orrin Mills Ltd, Ladi Okeke, denied the claim. He said the firm owed nothing.'],
  [
    'The Managing Director of Tarn Bank, Ladi Okeke, denied the claim. He said the firm owed nothing.',
  ],
  [
    'The Chairman of the Velmar Farmers Union, Ladi Okeke, shook his head. He said the firm owed nothing.',
  ],
  [
    'The Secretary of Dunmore Rowing Club, Ladi Okeke, shook his head. He said the firm owed nothing.',
  ],
])('who heads an organisation is not the organisation: %s', (text) => {
  expect(speakersOf(`Ken Hall said the mill was broke.\n\n${text}`).at(-1)).toBe('Ladi Okeke');
});

test.each([
  ['That was put to Okeke, too. “If it is true, he goes.”'],
  ['The charge was put to Okeke. “If it is true, he goes.”'],
  ['The same question was put to Okeke in the car park. “If it is true, he goes.”'],
  ['The figures were shown to Okeke. “They are wrong.”'],
])('what is put to somebody, he answers: %s', (text) => {
  expect(
    speakersOf(`Ladi Okeke runs the mill. Dana Holt said he was rich.\n\n${text}`).at(-1),
  ).toBe('Ladi Okeke');
});

test.each([
  [
    '“I’ve told Maureen I’m sorry and I’ve taken her a cake,” Tracey Lunt said. “She said it wanted salt.”',
    'Maureen',
  ],
  ['“I rang Mr Hale and he said it was shut,” Bea Lunt said.', 'Hale'],
  ['“I asked Maureen Pike for it and she said it was gone,” Bea Lunt said.', 'Maureen Pike'],
  ['“I met Kevin Marsh at the gate. He said the dog was gone,” Bea Lunt said.', 'Kevin Marsh'],
])('in somebody’s own words, a pronoun means the one whom they name: %s', (text, name) => {
  const story = `Maureen Pike lives here. ${text}`;
  expect(speakersOf(story).at(-1)).toBe(name === 'Maureen' ? 'Maureen Pike' : name);
});

test.each([
  ['“My brother rang Mr Hale and he said it was shut,” Bea Lunt said.'],
  ['“Kevin Marsh rang Mr Hale and he said it was shut,” Bea Lunt said.'],
])('and nobody where it may mean two: %s', (text) => {
  expect(speakersOf(text).at(-1)).toBe(null);
});

test.each([
  ['Opposition leader Ruvo Stenz, who is the minister’s former husband, spoke next.'],
  ['Ruvo Stenz, who was once the minister’s husband, spoke next.'],
  ['Ruvo Stenz, who is the father of two, spoke next.'],
])('a husband is no “she”: %s', (text) => {
  const story = storyOf(`Finance minister Irena Stenz resigned on Tuesday. ${text}`);
  expect(story.names.find(({ name }) => name === 'Ruvo Stenz')?.gender).toBe('male');
});
