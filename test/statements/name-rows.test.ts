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
    'A cleaner, who gave her name as Auntie Rose, said the lift had not worked since May.',
    'Auntie Rose',
  ],
  ['A fishmonger, who simply gave his name as Old Tam, said the boats owed him £900.', 'Old Tam'],
  [
    'A porter at the back gate, who goes by the name of Bishnu, said he had heard glass break.',
    'Bishnu',
  ],
  ['A neighbour, who gave only the name Perkin, said the dog had barked all night.', 'Perkin'],
  ['Its organiser, who gave only the name Wren, alleged that the police had known.', 'Wren'],
  ['A taxi driver, who asked to be called Milo, said he had waited an hour.', 'Milo'],
  ['A student who gave her first name as Zusa said she had slept on the floor.', 'Zusa'],
  ['A busker known as Fiddler Jim said the square was quieter now.', 'Fiddler Jim'],
  ['A mechanic, who identified himself only as Dago, said nobody had paid him.', 'Dago'],
  [
    'A trader, who simply identified herself as Mama Ngozi, said the rain had spoiled her yams.',
    'Ngozi',
  ],
  [
    'At the inn across from City Hall, a woman who would give only her first name, Bea, said it was late.',
    'Bea',
  ],
  ['A driver who gave only his first name, Ahmed, said he had slept in the cab.', 'Ahmed'],
  [
    'A porter outside the hall, who called himself Captain Tam, said he had been moved on by police.',
    'Tam',
  ],
  [
    'The letter’s author, a teacher from the coast who wished to be identified only as Bea, said she was scared.',
    'Bea',
  ],
  ['A man identified by police only as Dago said he was sorry.', 'Dago'],
])('who gives a name speaks under it: %s', (text, name) => {
  expect(speakersOf(text)).toContain(name);
  expect(speakersOf(`${text}\n\n“It is bad,” the source said. Nobody came.`)[0]).toBe(name);
});

test.each([
  ['Councillor Joan Pell spoke first. “The pool will shut,” Cr Pell said.', 'Joan Pell'],
  ['Cr Dev Mistry opposed it. “It is a fine pool,” Cr Mistry said.', 'Dev Mistry'],
  [
    'Their secretary, Comrade Friday Okon, told newsmen that the gate would stay shut.',
    'Friday Okon',
  ],
  ['Comrade Monday Udo said the strike would go on.', 'Monday Udo'],
  ['Mr. Sunday Bassey said the strike would go on.', 'Sunday Bassey'],
  ['Mrs April Dent said the strike would go on.', 'April Dent'],
  ['Solange Tessier sells bread. “It is stale,” Madame Tessier says.', 'Solange Tessier'],
  ['Aurore Videl keeps bees. “They know me,” Mademoiselle Videl says.', 'Aurore Videl'],
  ['Rainer Voss keeps bees. “They know me,” Herr Voss says.', 'Rainer Voss'],
  ['Jean Corbin keeps bees. “They know me,” says Monsieur Corbin.', 'Jean Corbin'],
  ['Lucia Ferri keeps bees. “They know me,” says Signora Ferri.', 'Lucia Ferri'],
])('a title is no name: %s', (text, name) => {
  expect(speakersOf(text)).toEqual([name]);
});

test.each([
  [
    'The Llywydd, Elin Prosser, ruled that the motion was in order. “Sit down,” the Llywydd said.',
    'Elin Prosser',
  ],
  ['The Lehendakari, Ane Etxarri, said the vote would stand.', 'Ane Etxarri'],
  ['The Tánaiste, Róisín Ní Bhriain, said the vote would stand.', 'Róisín Ní Bhriain'],
  ['The Cathaoirleach, Donal Breen, ruled that the letter could not be read.', 'Donal Breen'],
  ['The Landammann, Urs Brunner, said the vote would stand.', 'Urs Brunner'],
  ['The Alafin, Tunde Bamidele, warned that the market would be shut.', 'Tunde Bamidele'],
])('an office in another language is held by who is named behind it: %s', (text, name) => {
  expect(new Set(speakersOf(text))).toEqual(new Set([name]));
});

test.each([
  ['Ada Finch wrote on Facebook: “Dad always said, ‘Row until it hurts.’ I am rowing.”'],
  ['“Mum told me, ‘Never sell the boat,’” said Ada Finch.'],
  ['“Grandad said, ‘It will rain,’ and it rained,” said Ada Finch.'],
  ['“Papa said, ‘It will rain,’ and it rained,” said Ada Finch.'],
  ['“Nana used to say, ‘It will rain,’” said Ada Finch.'],
])('a word for a relative is no name: %s', (text) => {
  expect(speakersOf(text).filter((name) => name !== null && name !== 'Ada Finch')).toEqual([]);
});

test.each([
  ['The S.E.C. said it would look into the funds.', ['S.E.C.']],
  ['“We were late,” the F.B.I. said in a statement.', ['F.B.I.']],
  ['The Harbor Trade Board met. The H.T.B. said it had agreed on a fee.', ['Harbor Trade Board']],
  ['Kim Jo Un met the press. The U.N. said the talks would go on.', ['U.N.']],
  ['A spokesman for J.K. said the tour would go on.', [null]],
  ['An official in Washington, D.C., said the tour would go on.', [null]],
])('initials with full stops name an organisation behind the: %s', (text, names) => {
  expect(speakersOf(text)).toEqual(names);
});

test.each([
  ['Dan Trant leads. A paper looked at Trant’s claim that the city was unsafe.', 'Dan Trant'],
  ['Dan Trant leads. Trant’s lawyer said that the city was unsafe.', null],
])('whose claim it is: %s', (text, name) => {
  expect(speakersOf(text)).toContain(name);
});
