import { expect, test } from 'vitest';
import { storyOf } from '../stories.ts';

/** Everything said in a text: by whom, by name, and what. */
function saidIn(text: string): readonly (readonly [string | null, string])[] {
  const { article, statements } = storyOf(text);
  return statements
    .filter(({ speech }) => speech)
    .map(({ speaker, content }) => [
      speaker.name,
      content.map(({ start, end }) => article.text.slice(start, end)).join(' […] '),
    ]);
}

test.each([
  // whoever speaks stands behind `by`
  [
    'The museum was warned by surveyor Nick Ferris that the ceiling was “held up by paint”.',
    'Nick Ferris',
    'that the ceiling was “held up by paint”',
  ],
  ['Pupils were told by headteacher Alma Dietz to bring coats.', 'Alma Dietz', 'to bring coats'],
  [
    'The inquest in Truro was told by PC Dan Hocking that the gate had been left open.',
    'Dan Hocking',
    'that the gate had been left open',
  ],
  ['The plan was dismissed by farmer Hugh Pell as “fairy dust”.', 'Hugh Pell', 'fairy dust'],
  [
    'The strike was condemned as “reckless” by transport secretary Mona Field.',
    'Mona Field',
    'reckless',
  ],
  [
    'It was claimed by Ruben Ortiz, the agent, that no offer had come.',
    'Ruben Ortiz',
    'that no offer had come',
  ],
  ['The hostel was rated “requires improvement” by inspectors.', null, 'requires improvement'],
  // a quotation may end with `was`
  ['“I knew who he was,” said Anna Ode.', 'Anna Ode', 'I knew who he was,'],
  // whoever is heard speaks, not whoever hears
  ['Anna Ode heard Ben Lund whisper, “Not here”.', 'Ben Lund', 'Not here'],
  [
    'Neighbours heard a woman screaming “Let go of him” and rang.',
    null,
    '“Let go of him” and rang',
  ],
  // or nowhere
  [
    'Cyclist Ewan Blyth was told that he would not race again.',
    null,
    'that he would not race again',
  ],
  [
    'The court heard that the alarm had been switched off at nine.',
    null,
    'that the alarm had been switched off at nine',
  ],
  ['Ferry fares will double, MPs were told on Monday.', null, 'Ferry fares will double'],
  // what is rumoured of somebody
  [
    'Boxer Mitch Dolan is understood to have told his trainer that he was finished.',
    'Mitch Dolan',
    'that he was finished',
  ],
  // gerunds
  [
    'Nurse Ola Bergman recalled being handed a torch and told to count heads.',
    'Ola Bergman',
    'being handed a torch and told to count heads',
  ],
  [
    'Skipper Jon Aas remembers seeing a flare at about two.',
    'Jon Aas',
    'seeing a flare at about two',
  ],
  [
    'Mayor Clive Botham confessed to never having read the plan.',
    'Clive Botham',
    'never having read the plan',
  ],
  // figures, papers, verdicts, cries, asides
  ['Organisers put attendance at 12,000 on Monday.', null, 'attendance at 12,000'],
  [
    'The minutes of the July meeting show that the chairman voted twice.',
    null,
    'that the chairman voted twice',
  ],
  [
    'The coroner, Dr Mary Hunt, recorded a verdict of accidental death.',
    'Mary Hunt',
    'accidental death',
  ],
  ['There were shouts of “Traitor!” from the back benches.', null, 'Traitor!'],
  [
    'Prosecutor Lena Marsh put it to the witness that he had lied.',
    'Lena Marsh',
    'that he had lied',
  ],
  // not where, and to whom
  [
    'Speaking to reporters after the match, Tom Rusk said, “It was a bad day for all.”',
    'Tom Rusk',
    'It was a bad day for all.',
  ],
  [
    'The referee, Tom Rusk, was tired. It was, he conceded, “a bad day”.',
    'Tom Rusk',
    'It was […] a bad day',
  ],
  [
    'Joel Anzaku had told a meeting of the caucus that the matter was closed.',
    'Joel Anzaku',
    'that the matter was closed',
  ],
])('finds what a plain sentence tells: %s', (text, speaker, words) => {
  expect(saidIn(text)).toContainEqual([speaker, words]);
});

test.each([
  'The brothers Tim and Alec Rushden are said to have buried the gold.',
  'Judge Toby Marlow dismissed the claim and ordered costs.',
  'Singer Bo Larsen described the route on a napkin.',
  'Violinist Lea Strand answered the phone at once.',
])('an act or a rumour is nobody’s statement: %s', (text) => {
  expect(saidIn(text).filter(([speaker]) => speaker !== null)).toEqual([]);
});
