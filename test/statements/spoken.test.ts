import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { prepare } from '../../src/story/prepare.ts';
import { hearNow } from '../stories.ts';

/** The first statement of a text: its speaker, what was said, through whom. */
function first(text: string) {
  const story = hearNow(prepare(readArticle('story', `${text}\n`)));
  const statement = story.statements.find((one) => one.speech);
  if (statement === undefined) return null;
  const { content, speaker } = statement;
  const words = speaker.words === null ? null : text.slice(speaker.words.start, speaker.words.end);
  return [
    speaker.name ?? words,
    content.map((span) => text.slice(span.start, span.end)).join(' […] '),
  ];
}

test.each([
  ['“It is late,” said Anna Ode. “We know.”', 'Anna Ode', 'It is late, […] We know.'],
  ['‘It is late,’ Anna Ode said on Monday.', 'Anna Ode', 'It is late,'],
  ["''It is late,'' Anna Ode said on Monday.", 'Anna Ode', 'It is late,'],
  ['«It is late,» Anna Ode said on Monday.', 'Anna Ode', 'It is late,'],
  ['“We will walk on to the sea.” — Anna Ode, teacher', 'Anna Ode', 'We will walk on to the sea.'],
  ['The bridge will close, according to two officials.', 'two officials', 'The bridge will close'],
  ['“The hall is closed,” said Anna Ode, who runs it.', 'Anna Ode', 'The hall is closed,'],
  [
    '“The hall is closed for good,” Anna Ode fumed on Monday. “Nobody will open it again.”',
    'Anna Ode',
    'The hall is closed for good, […] Nobody will open it again.',
  ],
  [
    '“The hall is closed,” Ode said late on Monday, “but the garden stays open.”',
    'Ode',
    'The hall is closed, […] but the garden stays open.',
  ],
  [
    '“The hall is closed,” Anna Ode said on Monday.\n“Nobody will open it, and nobody should try.”',
    'Anna Ode',
    'The hall is closed,',
  ],
  [
    `"The hall is 'closed for good,'" Anna Ode said. "Nobody will open it again."`,
    'Anna Ode',
    "The hall is 'closed for good,' […] Nobody will open it again.",
  ],
  [
    'Its keeper, Anna Ode, was more blunt in a post on Monday evening: “I would close it tonight.”',
    'Anna Ode',
    'I would close it tonight.',
  ],
  [
    'Anna Ode was calm. She went on to say: “We know the hall well.”',
    'Anna Ode',
    'We know the hall well.',
  ],
  [
    'A man waving a flag shouted: “Let us in at once!”',
    'A man waving a flag',
    'Let us in at once!',
  ],
  [
    'The mayor’s report: “The bridge lost two million in its last year.”',
    'The mayor’s report',
    'The bridge lost two million in its last year.',
  ],
  [
    'At the fair, the mayor promised to mend the bridge, local radio here reported.',
    'local radio',
    'the mayor promised to mend the bridge',
  ],
  [
    'From the mayor: The bridge will close for good in May.',
    'the mayor',
    'The bridge will close for good in May.',
  ],
  ['Anna Ode 🎉 said: “We won the cup 🎈 at last.”', 'Anna Ode', 'We won the cup 🎈 at last.'],
  ['According to the inspector, Anna Ode, it rained.', 'Anna Ode', 'it rained'],
  ['He was not there; according to his wife, he was at sea.', 'his wife', 'he was at sea'],
  [
    'Two people close to the board said a third offer was near.',
    'Two people close to the board',
    'a third offer was near',
  ],
  ['Anna Ode wrote to staff that they could stay.', 'Anna Ode', 'that they could stay'],
  [
    'The firm can appeal – “if it dares to do so now,” as one lawyer put it.',
    'one lawyer',
    'if it dares to do so now',
  ],
  // a clause between the parts of what is said
  [
    'They buy water now, which Ann Ode said costs them ten euros a week.',
    'Ann Ode',
    'costs them ten euros a week',
  ],
  [
    'He left five players at home, a gamble he admitted had failed.',
    'he',
    'a gamble […] had failed',
  ],
  ['Six years ago, she said, the lake was full.', 'she', 'Six years ago […] the lake was full'],
  [
    'It was darker than the lake, like a cave, the diver Ann Ode told Radio Ives.',
    'Ann Ode',
    'It was darker than the lake, like a cave',
  ],
  [
    'Most of it, Ann Ode said, went to a garage; the rest paid for a boat.',
    'Ann Ode',
    'Most of it […] went to a garage; the rest paid for a boat',
  ],
  [
    'She turned the offer down because, Ann Ode said, the maker wanted it free.',
    'Ann Ode',
    'She turned the offer down because […] the maker wanted it free',
  ],
  [
    'Deputy Fire Marshal Ann Ode disagreed, testifying that a dog had found petrol in three rooms.',
    'Ann Ode',
    'that a dog had found petrol in three rooms',
  ],
  [
    'It was saved by a trust, whose members paid a pound each; Ode, a former clerk, was chosen soon after because, she says, nobody else applied.',
    'Ode',
    'Ode, a former clerk, was chosen soon after because […] nobody else applied',
  ],
  [
    'The lake had been full for a week, Ann Ode said, and the road is still under water.',
    'Ann Ode',
    'The lake had been full for a week […] and the road is still under water',
  ],
  [
    'Tens of thousands of people marched through the Odean capital on Saturday to demand that President Ann Lund reverse her decision to close it.',
    'Tens of thousands of people',
    'that President Ann Lund reverse her decision to close it',
  ],
  [
    'Ann Ode was there. She had asked the mayor for a letter, she said, but Lund had replied that “a word is enough”.',
    'Ann Ode',
    'She had asked the mayor for a letter',
  ],
  // a clause behind all that is said
  [
    'The firm lost a fifth of its sales in May, the two companies announced yesterday.',
    'the two companies',
    'The firm lost a fifth of its sales in May',
  ],
  [
    'By spring the river had dropped to three metres, the team reports in the journal Rivers Today.',
    'the team',
    'By spring the river had dropped to three metres',
  ],
  [
    'Spreading clay has taken the lead from the water, according to research that may help others.',
    'research that may help others',
    'Spreading clay has taken the lead from the water',
  ],
  ['The police put the crowd at 35,000.', 'The police', 'the crowd at 35,000'],
  [
    'It is paid for by the Ode Foundation, a charity set up by a bank, which has promised a million euros.',
    'Ode Foundation',
    'a million euros',
  ],
  [
    'The Odean Council, a club that has lent them money, urged both sides to show restraint.',
    'Odean Council',
    'both sides to show restraint',
  ],
  [
    'The mayor told the Herald that the hall was “too old,” the paper reported on Tuesday.',
    'Herald',
    'The mayor told the Herald that the hall was “too old,”',
  ],
])('%s', (text, speaker, content) => expect(first(text)).toEqual([speaker, content]));

test.each([
  ['The “so-called” bridge was closed in May.'],
  ['Anna Ode wants a new bridge.'],

  ['It rained all day in the valley.'],
  ['Neither the rules nor Anna Ode says who must jump first.'],
  ['They sang “late and long,” as if the whole town had come to the hall.'],
  ['She talked to Anna Ode about the hall and the garden.'],
  ['A farmer, who asked me not to tell his name, left a letter.'],
  ['Ann Ode wrote two books and a song.'],
  ['She put up “wanted” posters in the shops and offered ten euros for a lead.'],
  ['The firm had twice been warned to mend the roof of its hall.'],
  ['The studio replied by publishing all of the notebooks of its writer.'],
  ['In two rooms, nine people are arguing about how a towel should fall.'],
  ['Lisbon declared a state of calamity in three towns.'],
  ['Lisbon declared a state of calamity, which shuts the schools.'],
  ['The town may borrow only if its mayor declares a state of alarm, which takes a full council.'],
  ['Ann Ode apologised to the farmers.'],
  ['The court heard four witnesses in two days.'],
  ['The defence called four witnesses in two days.'],
  ['Ann Ode has ruled the island for nine years.'],
])('%s says nothing in anyone’s name', (text) => expect(first(text)).toBeNull());

test('reads an interview by its labels, and what is told in an answer as second-hand', () => {
  const text = [
    'Anna Ode has baked bread in Ives for six years, and opens a second shop this spring.',
    'Q: Why bread?',
    'A: Because my mother said, “Bake what you know.”',
    'Q: And cakes?',
    'A: Never cakes.',
  ].join('\n');
  const { statements, article } = hearNow(prepare(readArticle('story', text)));
  const words = statements.map(({ content, nested, speaker }) => [
    article.text.slice(content[0]?.start, content[0]?.end),
    nested,
    speaker.via,
  ]);
  expect(words).toEqual([
    ['Why bread?', false, []],
    ['Because my mother said, “Bake what you know.”', false, []],
    ['Bake what you know.', true, ['Anna Ode']],
    ['And cakes?', false, []],
    ['Never cakes.', false, []],
  ]);
});

test('does not name a pronoun that nobody in the story fits', () => {
  expect(first('It was cold. “I will go,” she said.')?.[0]).toBe('she');
});
