import { expect, test } from 'vitest';
import { storyOf } from '../stories.ts';

/** The names of those who make the statements of a text, in order. */
function speakersOf(text: string): readonly (string | null)[] {
  return storyOf(text)
    .statements.filter(({ speech }) => speech)
    .map(({ speaker }) => speaker.name);
}

test.each([
  // the subject of the sentence before, not whoever is nearest or spoke last
  [
    '“It leaks,” said Dora Quist. Her deputy, Helen Roy, disagrees. She says the roof is sound.',
    'Helen Roy',
  ],
  [
    'When he lost to Viktor Lem in March, Sam Oduro wept. This time he grinned. “I slept better,” he said.',
    'Sam Oduro',
  ],
  [
    'Keeper Sam Whitlock was consoled by both sides. “No excuses. That is mine,” he wrote.',
    'Sam Whitlock',
  ],
  // who asks does not answer
  [
    'Asked about the referee by Andre Silva, Goran Petrov said he would wait. “No comment,” he said.',
    'Goran Petrov',
  ],
  [
    'Thomas Okafor gave evidence. Asked by Aaron Delmonte if lightning could do that, he said: “Not on a clear night.”',
    'Thomas Okafor',
  ],
  // a widow is a woman, and a son none, whatever they are called
  [
    'Elowen survives her with a son, Perran, who repairs lamps. ‘It is measured from here,’ he said.',
    'Perran',
  ],
  // by what pronouns tell of a name that tells nothing
  [
    'Sioned Pryce was cheered when she rose. Dewi Pryce was not there. “We talked about the cake,” he said.',
    'Dewi Pryce',
  ],
])('a pronoun means whom the sentences are about: %s', (text, speaker) => {
  expect(speakersOf(text).at(-1)).toBe(speaker);
});

test.each([
  [
    'A nurse has told an inquiry that alarms were ignored for months.\n\nStaff nurse Deirdre Quill, 38, was there.',
    'Deirdre Quill',
  ],
  [
    'PERTH, Australia (AP) — A surfer bitten by a shark said Tuesday that he had punched it twice.\n\nLiam Cody, 24, lost two toes.',
    'Liam Cody',
  ],
  [
    'The widow of a murdered shopkeeper has told a court she forgives his killers.\n\nSalma Begum, 41, was there.',
    'Salma Begum',
  ],
  // another's gender, an office that speaks of somebody
  [
    'A bookkeeper testified that the owner told her it would burn.\n\nLyle Hutchens, 58, is charged with arson.',
    null,
  ],
  ['A judge has ruled that the path must be reopened.\n\nTim Bowles, 66, brought the case.', null],
])('who opens a story without a name may open the next paragraph with it: %s', (text, speaker) => {
  expect(speakersOf(text)[0]).toBe(speaker);
});

test.each([
  ['“Someone at the back yelled, ‘Mind the rope’, and we ran,” said Bram Teal.', null, 'Bram Teal'],
  [
    'Ada Bowen, 90, sang. Her father, Huw Bowen, was a miner. “My father said, ‘Save me some’, and left,” she said.',
    'Huw Bowen',
    'Ada Bowen',
  ],
  ['“My wife looked up and said, ‘You did that’,” said Arno Pitt. “I had.”', null, 'Arno Pitt'],
  ['“The boys kept shouting, ‘Over here’,” said Ida Blom.', null, 'Ida Blom'],
])('what is told inside somebody’s words has its own speaker: %s', (text, inner, outer) => {
  const said = storyOf(text).statements.filter(({ nested }) => nested);
  expect(said.map(({ speaker }) => [speaker.name, speaker.via])).toEqual([[inner, [outer]]]);
});

test.each([
  // letters and notes
  [
    'Explorer Tomas Rehn left a note under a stone. “Gone north with two dogs,” it said.',
    'Tomas Rehn',
  ],
  ['Miner Gus Pohl wrote a letter to his wife that night. “Kiss the boy,” it ended.', 'Gus Pohl'],
  [
    'The note was read to the court by a clerk, Peter Sands.\n\n“Sell the boat. Keep the dog.”',
    null,
  ],
  // offices, organisations, parts of them
  ['The Commissioner for Works, Engr. Bala Idris, said the road would open.', 'Bala Idris'],
  ['Special Adviser on Media Tunde Alabi said the story was “gossip”.', 'Tunde Alabi'],
  ['Speaker Rt. Hon. Grace Etim told members that the budget was late.', 'Grace Etim'],
  [
    'Greenpoint Mining lost a third. The Darwin-based miner said it would appeal.',
    'Greenpoint Mining',
  ],
  ['Newspaper El Faro reported it. The paper said the deal was dead.', 'Newspaper El Faro'],
  ['The state chapter of the Union of Bakers said its members would walk out.', 'Union of Bakers'],
  // who is meant by `they` in somebody’s own words is not known
  ['“They told us the shelter was full,” said Amal Haddad, who had walked for days.', null],
  // a paper or a group that the sentence before is about, though others are named or spoke last
  ['An unsigned letter has reached the Elling Post. “Count the ducks,” it said.', null],
  [
    'The Fen Trust has sued Marl Rail. The railway said the elm was dead. “It leaned,” it said.\n\nThe trust disagrees. “It had leaves,” it said.',
    'Fen Trust',
  ],
  // the only business of the story, by another word for it
  ['Ferry firm Norvik has cut its timetable.\n\n“We lack crews,” the operator said.', 'Norvik'],
  [
    'No-frills carrier Skeena will leave the island.\n\n“It lost money,” the airline said.',
    'Skeena',
  ],
  ['Chipmaker Orrin Logic cut its forecast.\n\n“Sales slipped,” the company said.', 'Orrin Logic'],
  ['Building firm Norvik is shut.\n\n“It lost money,” the airline said.', null],
  // one person with two callings
  ['“It rained,” said commuter and part-time DJ Ulla Reed.', 'Ulla Reed'],
  ['“It rained,” said father-of-two and keen cyclist Dan Prow.', 'Dan Prow'],
  ['“It rained,” said ex-diver turned novelist Kit Marl.', 'Kit Marl'],
  ['“It rained,” said Ms Ida-May Brown, who runs the mill.', 'Ida-May Brown'],
  // two of one surname in one breath
  [
    'Mary Corrigan and her daughter, Siobhan Corrigan, ran it. “We never took a holiday,” Ms Corrigan said.',
    'Corrigan',
  ],
  // the office of another
  [
    'Opposition leader Sam Okafor said it was “a flood”. “I have no comment,” the Prime Minister said.',
    null,
  ],
])('who speaks by what they write, hold or are: %s', (text, speaker) => {
  expect(speakersOf(text).at(-1)).toBe(speaker);
});

test.each([
  [
    'Rhea Voss talks to Dan Pell.\n\nDan Pell: Why bronze?\n\nRhea Voss: It forgives. Stone never does.\n\nDP: And wood?\n\nRV: Wood is a pet.',
    ['Dan Pell', 'Rhea Voss', 'Dan Pell', 'Rhea Voss'],
  ],
  [
    'Beth Arden and Ivo Lenz spoke.\n\nBeth Arden – “A win is a win.”\n\nCoach Ivo Lenz – “I have aged ten years.”',
    ['Beth Arden', 'Ivo Lenz'],
  ],
])('a label may be shortened, or stand before a dash: %s', (text, speakers) => {
  expect(speakersOf(text)).toEqual(speakers);
});
